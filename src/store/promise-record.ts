import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { PastPromise } from "#domain/promise-record.ts";
import type { FiguresScope } from "#store/figures.ts";
import { invoiceIn } from "#store/kpi-facts.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

interface LineRow {
  readonly id: number;
  readonly payer: string;
  readonly currency: Currency;
  readonly givenOn: Day;
  readonly graceUntil: Day;
  readonly unallocatedWhenGiven: bigint;
  readonly replacedLate: boolean;
  readonly covered: bigint;
  readonly residualWhenGiven: bigint;
  readonly residualThen: bigint;
  readonly seller: string;
  readonly heardOn: Day | null;
}

/**
 * The promises whose grace ended after `after` and before `asOf`: not undone, cancelled, refused or replaced in time; what
 * their invoices owed is that of the last day of grace. One that covers an invoice of the scope counts as a whole. First due
 * first.
 */
export async function promisesOver(
  db: Db,
  asOf: Day,
  after: Day,
  scope: FiguresScope,
  timeZone: string,
): Promise<readonly PastPromise[]> {
  const rows = (await db.execute(sql`
    with over as (
      select p.*, p.state = 'rescheduled' and p.state_on <= ${asOf}::date as replaced,
        case when p.state = 'rescheduled' then least(p.state_on, p.grace_until) else p.grace_until end as judged_as_of
      from promises p
      where p.undone_at is null and p.given_on <= ${asOf}::date
        and p.grace_until >= ${after}::date and p.grace_until < ${asOf}::date
        and (p.state not in ('cancelled', 'refused') or p.state_on > ${asOf}::date)
        and not (p.state = 'rescheduled' and p.state_on <= least(p.due_on, ${asOf}::date))
        and exists (select 1 from promise_lines l join invoices i on i.id = l.invoice_id
          where l.promise_id = p.id and ${invoiceIn(scope)})
    )
    select p.id, coalesce(c.payer_code, c.code) as payer, p.currency, p.given_on as "givenOn", p.grace_until as "graceUntil",
      p.unallocated_when_given as "unallocatedWhenGiven", p.replaced as "replacedLate",
      l.covered, l.residual_when_given as "residualWhenGiven", i.seller_code as seller,
      (f.imported_at at time zone ${timeZone})::date as "heardOn",
      greatest(0, i.amount
        - coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id and a.date <= p.judged_as_of), 0)
        - coalesce((select sum(n.amount) from invoices n where n.credit_of_id = i.id and n.issue_date <= p.judged_as_of), 0)
      )::bigint as "residualThen"
    from over p
    join customers c on c.code = p.customer_code
    join promise_lines l on l.promise_id = p.id and (p.replaced or l.released_on is null or l.released_on > ${asOf}::date)
    join invoices i on i.id = l.invoice_id
    left join feeds f on f.seller_code = i.seller_code and f.kind = 'payments'
    order by p.due_on, p.id, l.invoice_id`)) as unknown as readonly LineRow[];
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((lines) => promiseOf(lines));
}

/** How many promises another one replaced in time, after one day and up to another, by currency. */
export async function promisesRescheduled(
  db: Db,
  after: Day,
  to: Day,
  scope: FiguresScope,
): Promise<ReadonlyMap<Currency, number>> {
  const rows = await db.execute<{ currency: Currency; n: number }>(sql`
    select p.currency, count(*)::int as n from promises p
    where p.undone_at is null and p.state = 'rescheduled' and p.state_on <= p.due_on
      and p.state_on > ${after}::date and p.state_on <= ${to}::date
      and exists (select 1 from promise_lines l join invoices i on i.id = l.invoice_id
        where l.promise_id = p.id and ${invoiceIn(scope)})
    group by 1`);
  return new Map([...rows].map(({ currency, n }) => [currency, n]));
}

/** Every customer that these payers pay for, with the payer. */
export async function familiesOf(db: Db, payers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.execute<{ code: string; payer: string }>(sql`
    select code, coalesce(payer_code, code) as payer from customers
    where coalesce(payer_code, code) = any(${textArray(payers)})`);
  return new Map([...rows].map(({ code, payer }) => [code, payer]));
}

function promiseOf(rows: readonly LineRow[]): readonly PastPromise[] {
  const [head] = rows;
  if (head === undefined) return [];
  const heard = rows.map(({ heardOn }) => heardOn);
  return [
    {
      payer: head.payer,
      currency: head.currency,
      givenOn: head.givenOn,
      graceUntil: head.graceUntil,
      unallocatedWhenGiven: head.unallocatedWhenGiven,
      replacedLate: head.replacedLate,
      sellers: [...new Set(rows.map(({ seller }) => seller))],
      heardOn: heard.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b)),
      lines: rows.map(({ covered, residualWhenGiven, residualThen }) => ({
        covered,
        residualWhenGiven,
        residualNow: residualThen,
      })),
    },
  ];
}
