import { sql, type SQL } from "drizzle-orm";

import type { AskKind } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { Role } from "#domain/person.ts";
import type { FiguresScope } from "#store/figures.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A promise with money still missing: its day is to come, or has come. */
export interface ReportPromise {
  readonly is: "due" | "missed";
  readonly customer: string;
  readonly name: string;
  readonly currency: Currency;
  readonly missing: bigint;
  readonly due: Day;
}

export interface PromiseSpans {
  readonly due: { readonly from: Day; readonly until: Day };
  /** Days that have come since then without the money; a promise judged not kept since then counts whatever its day. */
  readonly missedSince: Day;
}

/** Promises of the days to come, and those whose money is missing and not promised anew, on invoices of a scope; the largest first. */
export async function promisesOfWeek(
  db: Db,
  asOf: Day,
  scope: FiguresScope,
  { due, missedSince }: PromiseSpans,
): Promise<readonly ReportPromise[]> {
  const rows = await db.execute(sql`
    with told as materialized (
      select p.id, p.currency, p.due_on, p.customer_code, l.invoice_id, l.covered, l.residual_when_given,
        case when p.state = 'live' and p.due_on >= ${asOf}::date then 'due' else 'missed' end as "is"
      from promises p join promise_lines l on l.promise_id = p.id and l.released_on is null
      join invoices i on i.id = l.invoice_id
      where p.undone_at is null and ${inScope(scope, sql`i.customer_code`, sql`i.seller_code`)}
        and ((p.state = 'live' and p.due_on between ${due.from}::date and ${due.until}::date)
          or (p.state = 'live' and p.due_on >= ${missedSince}::date and p.due_on < ${asOf}::date)
          or (p.state in ('broken', 'partly-kept') and p.state_on >= ${missedSince}::date and not exists (
            select 1 from promise_lines n join promises again on again.id = n.promise_id
            where n.invoice_id = l.invoice_id and n.released_on is null and again.undone_at is null
              and again.state = 'live' and again.due_on >= ${asOf}::date)))
    ), left_open as materialized (
      select invoice_id, residual from open_items(${asOf}::date, array(
        select distinct i.customer_code from told join invoices i on i.id = told.invoice_id))
    )
    select * from (
      select told."is", c.code as customer, c.name, told.currency, told.due_on as due,
        sum(greatest(0, told.covered - greatest(0, told.residual_when_given - coalesce(o.residual, 0))))::bigint as missing
      from told join customers c on c.code = told.customer_code left join left_open o on o.invoice_id = told.invoice_id
      group by told.id, told."is", c.code, c.name, told.currency, told.due_on
    ) promise where missing > 0 order by missing desc, due, customer`);
  return rows as unknown as readonly ReportPromise[];
}

/** Something that waits for a decision: an ask, or a dispute that is open. */
export type WaitingDecision = {
  readonly id: number;
  readonly customer: string;
  readonly name: string;
  readonly holderId: number | null;
  readonly holderRole: Role | null;
  readonly since: Day;
} & (
  | { readonly is: "ask"; readonly kind: AskKind; readonly minor: null; readonly currency: null }
  | { readonly is: "dispute"; readonly kind: null; readonly minor: bigint; readonly currency: Currency }
);

/** The asks that decide something for the company; a call is one only when it was given back and is nobody's. */
const DECIDED_ASKS: readonly AskKind[] = [
  "approve-promise",
  "decision",
  "formal-notice",
  "assign-owner",
  "check-payment",
];

/** What waits for a decision about a scope's customers, longest waiting first. */
export async function decisionsWaiting(
  db: Db,
  timeZone: string,
  scope: FiguresScope,
): Promise<readonly WaitingDecision[]> {
  const rows = await db.execute(sql`
    select 'ask' as "is", k.id, k.kind, c.code as customer, c.name, k.holder_id as "holderId", k.holder_role as "holderRole",
      (k.opened_at at time zone ${timeZone})::date as since, null::bigint as minor, null as currency
    from asks k join customers c on c.code = k.customer_code
    where k.state = 'open' and (k.kind = any(${textArray(DECIDED_ASKS)}) or (k.kind = 'call' and k.holder_id is null))
      and ${paysForScope(scope)}
    union all
    select 'dispute', d.id, null, c.code, c.name, d.owner_id, d.owner_role, d.opened_on, d.amount, i.currency
    from disputes d join invoices i on i.id = d.invoice_id join customers c on c.code = i.customer_code
    where d.closed_on is null and d.undone_at is null and ${inScope(scope, sql`i.customer_code`, sql`i.seller_code`)}
    order by since, "is", id`);
  return rows as unknown as readonly WaitingDecision[];
}

function inScope({ customers, seller }: FiguresScope, customer: SQL, sellerCode: SQL): SQL {
  const ofCustomers = customers === null ? sql`true` : sql`${customer} = any(${textArray(customers)})`;
  return seller === null ? ofCustomers : sql`(${ofCustomers} and ${sellerCode} = ${seller})`;
}

/** An ask is put to who pays: it is the scope's when they are, or pay for, one of its customers. */
function paysForScope({ customers, seller }: FiguresScope): SQL {
  const ofCustomers =
    customers === null
      ? sql`true`
      : sql`(c.code = any(${textArray(customers)})
          or exists (select 1 from customers f where f.payer_code = c.code and f.code = any(${textArray(customers)})))`;
  if (seller === null) return ofCustomers;
  return sql`(${ofCustomers} and exists (select 1 from invoices i join customers f on f.code = i.customer_code
    where i.seller_code = ${seller} and coalesce(f.payer_code, f.code) = c.code))`;
}
