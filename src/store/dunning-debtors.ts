import { sql } from "drizzle-orm";

import type { AskKind } from "#domain/ask.ts";
import { addDays, regionOf, weekday, type Day } from "#domain/calendar.ts";
import { mailRecipients, type Contact, type CustomerKind } from "#domain/customer.ts";
import type { AskLoad, Debtor } from "#domain/dunning-facts.ts";
import { isSlowPayer } from "#domain/dunning-step-day.ts";
import type { Locale } from "#domain/person.ts";
import type { Currency } from "#domain/money.ts";
import { looksAtScore, standingOf, type CustomerFile } from "#domain/scenario-condition.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import type { Scenario } from "#domain/scenario.ts";
import { colleaguesOf, contactAddresses } from "#store/dunning-people.ts";
import { historiesFor } from "#store/payment-histories.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export interface DebtorScope {
  readonly day: Day;
  readonly timeZone: string;
  /** For customers whose language nobody told. */
  readonly locale: Locale;
  /** Those in force. */
  readonly scenarios: readonly Scenario[];
  readonly payers: readonly string[];
}

/** What is open between us and each payer. */
interface Owed {
  readonly invoices: readonly {
    readonly payer: string;
    readonly due: Day;
    readonly currency: Currency;
    readonly residual: bigint;
  }[];
  /** Below zero. */
  readonly unused: readonly { readonly payer: string; readonly currency: Currency; readonly minor: bigint }[];
}

/** Money that comes this many days after a call counts as following it (E5). */
const FOLLOWED_DAYS = 30;
/** Days for which a task that was answered is not put to people again. */
const TASK_RESTS_DAYS = 7;
/** Before anybody ever called, a call is as likely to help as not. */
const SHARE_UNKNOWN = 0.5;

interface DebtorRow extends Omit<CustomerFile, "history"> {
  readonly code: string;
  readonly language: Locale | null;
  readonly kind: CustomerKind;
  readonly country: string | null;
  readonly postalCode: string | null;
  readonly settled: number;
  readonly meanDelayDays: number;
  readonly contacts: readonly Contact[];
  readonly openAsks: readonly AskKind[];
  readonly closedAsks: readonly AskKind[];
  readonly chosen: string | null;
}

/**
 * The paying customers with whom to write to, whom to ask, and how they pay; in the order of their codes. `owed` = their
 * open invoices and unused credit, which conditions of steps look at.
 */
export async function debtorsOf(db: Db, scope: DebtorScope, owed: Owed): Promise<readonly Debtor[]> {
  const rows = await debtorRows(db, scope);
  const colleagues = await colleaguesOf(db, scope.payers);
  const histories = looksAtScore(scope.scenarios) ? await historiesFor(db, scope.payers, scope.day) : null;
  const invoices = Map.groupBy(owed.invoices, ({ payer }) => payer);
  const unused = Map.groupBy(owed.unused, ({ payer }) => payer);
  const shares = await callShares(db, scope);
  return rows.flatMap((row): readonly Debtor[] => {
    const around = colleagues.get(row.code);
    if (around === undefined) return [];
    const { owner } = around;
    const chooser = { chosen: row.chosen, segment: row.segment, language: row.language ?? scope.locale };
    const file = { ...row, history: histories?.get(row.code) ?? null };
    const debtor: Debtor = {
      ...around,
      ...chooser,
      code: row.code,
      addresses: { ...contactAddresses(row.contacts), ...around.addresses },
      standing: standingOf(file, invoices.get(row.code) ?? [], unused.get(row.code) ?? [], scope.day),
      kind: row.kind,
      region: regionOf(row.postalCode, row.country),
      recipients: addressesOf(row.contacts),
      slowPayer: isSlowPayer(scenarioFor(scope.scenarios, chooser, "invoice").preDue, row),
      openAsks: row.openAsks,
      closedAsks: row.closedAsks,
      callShare:
        shares.get(`payer ${row.code}`) ??
        ("person" in owner ? shares.get(`holder ${owner.person}`) : undefined) ??
        shares.get("company") ??
        SHARE_UNKNOWN,
    };
    return [debtor];
  });
}

/** How many new calls each person was asked for that day and in its ISO week; cards that come back are not new (E5). */
export async function askLoads(db: Db, day: Day, timeZone: string): Promise<readonly AskLoad[]> {
  const monday = addDays(day, 1 - weekday(day));
  const rows = await db.execute(sql`
    select person, count(*) filter (where opened_on = ${day}::date)::int as "onDay", count(*)::int as "inWeek"
    from (
      select a.holder_id as person, (a.opened_at at time zone ${timeZone})::date as opened_on from asks a
      where a.kind = 'call' and a.holder_id is not null
        and coalesce(a.reason not in ('no-answer-again', 'later-again', 'after-visit'), true)
    ) call
    where opened_on between ${monday}::date and ${day}::date
    group by person`);
  return rows as unknown as readonly AskLoad[];
}

async function debtorRows(db: Db, { day, timeZone, payers }: DebtorScope): Promise<readonly DebtorRow[]> {
  const rows = await db.execute(sql`
    select p.code, p.language, p.kind, p.country, p.postal_code as "postalCode", p.segment, p.since, p.currency,
      p.credit_limit as "internalLimit", p.insurer_limit as "insurerLimit", p.factor_limit as "factorLimit",
      (select x.scenario from customer_scenarios x where x.customer_code = p.code) as chosen,
      coalesce(habit.settled, 0) as settled, coalesce(habit.mean, 0) as "meanDelayDays",
      coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'email', k.email, 'phone', k.phone, 'role', k.role,
        'active', k.active, 'stopped', k.stopped) order by k.id) from contacts k where k.customer_code = p.code), '[]') as contacts,
      coalesce((select jsonb_agg(distinct a.kind) from asks a where a.customer_code = p.code and a.state = 'open'), '[]') as "openAsks",
      coalesce((select jsonb_agg(distinct a.kind) from asks a where a.customer_code = p.code
        and (a.closed_at at time zone ${timeZone})::date between ${addDays(day, -TASK_RESTS_DAYS)}::date and ${day}::date), '[]') as "closedAsks"
    from customers p
    left join (
      select coalesce(c.payer_code, c.code) as payer, count(*)::int as settled, avg(i.settled_on - i.due_date)::float8 as mean
      from invoices i join customers c on c.code = i.customer_code
      where coalesce(c.payer_code, c.code) = any(${textArray(payers)}) and i.kind <> 'credit_note' and i.settled_on <= ${day}::date
      group by 1
    ) habit on habit.payer = p.code
    where p.code = any(${textArray(payers)})
    order by p.code`);
  return rows as unknown as readonly DebtorRow[];
}

/** Every address once, in the order of the alphabet. */
function addressesOf(contacts: readonly Contact[]): readonly string[] {
  const byAddress = new Map(mailRecipients(contacts).map(({ email }) => [email?.toLowerCase() ?? "", email ?? ""]));
  return [...byAddress.values()].toSorted();
}

/** The share of past calls that a payment followed, once its 30 days are over: by payer, by person, and of the company. */
async function callShares(db: Db, { day, timeZone }: DebtorScope): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ key: string; share: number }>(sql`
    with past as (
      select coalesce(c.payer_code, c.code) as payer, a.holder_id, (a.opened_at at time zone ${timeZone})::date as opened_on
      from asks a join customers c on c.code = a.customer_code
      where a.kind = 'call' and (a.opened_at at time zone ${timeZone})::date + ${FOLLOWED_DAYS}::int < ${day}::date
    ), judged as (
      select payer, holder_id, exists (
        select 1 from customers c join payments p on p.customer_code = c.code join allocations a on a.payment_id = p.id
        where coalesce(c.payer_code, c.code) = past.payer and a.amount > 0
          and a.date between past.opened_on and past.opened_on + ${FOLLOWED_DAYS}::int
      ) as followed
      from past
    )
    select case when grouping(payer) = 0 then 'payer ' || payer when grouping(holder_id) = 0 then 'holder ' || holder_id
      else 'company' end as key, avg(followed::int)::float8 as share
    from judged
    group by grouping sets ((payer), (holder_id), ())
    having count(*) > 0`);
  return new Map([...rows].filter((row) => row.key !== null).map((row) => [row.key, row.share]));
}
