import { sql, type SQL } from "drizzle-orm";

import type { EventKind } from "#domain/event.ts";
import type { Locale } from "#domain/person.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What decides whether something done for the whole company concerns a family of customers: how its payer is dunned. */
export interface CompanyConcerns {
  readonly segment: string | null;
  readonly language: Locale;
  /** The scenario of its deposits, and of everything else. */
  readonly scenarios: { readonly deposits: string; readonly others: string };
  /** The names of the wordings that these two call for. */
  readonly wordings: readonly string[];
  /** Who signs its mails: a wording may be one colleague's. */
  readonly signers: readonly string[];
}

const COMPANY_KINDS: readonly EventKind[] = [
  "setting-changed",
  "dunning-paused",
  "dunning-resumed",
  "went-live",
  "go-live-undone",
];

/** `locale` = the company's, for a customer whose language nobody told. */
export async function companyConcerns(db: Db, customers: readonly string[], locale: Locale): Promise<CompanyConcerns> {
  const rows = await db.execute<{ segment: string | null; language: Locale | null; chosen: string | null }>(sql`
    select p.segment, p.language, (select x.scenario from customer_scenarios x where x.customer_code = p.code) as chosen
    from customers c join customers p on p.code = coalesce(c.payer_code, c.code)
    where c.code = any(${textArray(customers)}) limit 1`);
  const signers = await db.execute<{ email: string }>(sql`
    select distinct s.email from customers c join customers p on p.code = coalesce(c.payer_code, c.code)
    join people s on s.id = p.collector_id or (p.collector_id is null and 'finance' = any(s.roles))
    where c.code = any(${textArray(customers)})`);
  const [payer] = rows;
  const chooser = { chosen: payer?.chosen ?? null, segment: payer?.segment ?? null };
  const language = payer?.language ?? locale;
  const { scenarios } = await scenariosInForce(db);
  const others = scenarioFor(scenarios, { ...chooser, language }, "invoice");
  const deposits = scenarioFor(scenarios, { ...chooser, language }, "deposit");
  return {
    segment: chooser.segment,
    language,
    scenarios: { deposits: deposits.name, others: others.name },
    wordings: [...new Set([...others.steps, ...deposits.steps].map(({ template }) => template)), "thank-you"],
    signers: [...signers].map(({ email }) => email.toLowerCase()),
  };
}

/**
 * What was done for the whole company while one of the invoices was open, and concerned it: a scenario or a wording
 * published, reminders stopped or let go again. `about` = which invoices `i`. In the columns of `timelinePage`.
 */
export function companyRows(
  customers: readonly string[],
  about: SQL,
  { segment, language, scenarios, wordings, signers }: CompanyConcerns,
  timeZone: string,
): SQL {
  return sql`
    select 'event', e.id, e.at, e.kind, e.actor, null::text, null::int,
      e.data || jsonb_build_object('scenarios', s.names, 'wordings', w.names), false, 0, null::bigint, null::text, null::text, null::text
    from events e
    left join dunning_pauses d on e.kind = 'dunning-resumed' and d.id::text = e.data->>'pause'
    cross join lateral (
      select array_agg(distinct i.seller_code) as sellers,
        coalesce(bool_or(i.kind = 'deposit'), false) as deposits, coalesce(bool_or(i.kind <> 'deposit'), false) as others
      from invoices i
      where i.customer_code = any(${textArray(customers)}) and i.kind <> 'credit_note' and ${about}
        and (e.at at time zone ${timeZone})::date between i.issue_date and coalesce(i.settled_on, 'infinity'::date)
    ) o
    cross join lateral (
      select jsonb_agg(n.name order by n.name) as names from scenarios n
      where n.package_id::text = e.data->>'published'
        and ((o.others and n.name = ${scenarios.others}) or (o.deposits and n.name = ${scenarios.deposits}))
    ) s
    cross join lateral (
      select jsonb_agg(distinct t.name) as names from mail_templates t
      where t.package_id::text = e.data->>'published' and t.locale = ${language} and t.name = any(${textArray(wordings)})
        and (t.sender is null or t.sender = any(o.sellers) or lower(t.sender) = any(${textArray(signers)}))
    ) w
    where e.customer_code is null and e.kind = any(${textArray(COMPANY_KINDS)}) and o.sellers is not null and case e.kind
      when 'setting-changed' then
        e.data->>'name' = 'paused' or (e.data->>'name' = 'scenarios' and coalesce(s.names, w.names) is not null)
      when 'dunning-paused' then ${isInScope(sql`e.data->>'scope'`, sql`e.data->>'key'`, segment)}
      when 'dunning-resumed' then d.id is null or ${isInScope(sql`d.scope`, sql`d.key`, segment)}
      else exists (select 1 from jsonb_array_elements_text(e.data->'sellers') live where live = any(o.sellers))
    end`;
}

function isInScope(scope: SQL, key: SQL, segment: string | null): SQL {
  return sql`(${scope} = 'company' or (${scope} = 'seller' and ${key} = any(o.sellers)) or (${scope} = 'segment' and ${key} = ${segment}))`;
}
