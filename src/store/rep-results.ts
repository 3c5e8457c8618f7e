import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What became of the disputes and promises of some customers in a span of days, in one currency. */
export interface LoopResults {
  readonly currency: Currency;
  /** Disputes that were open on a day of the span, and those of them closed in it. */
  readonly disputes: number;
  readonly disputesSolved: number;
  /** Promises whose grace ended in the span and that were judged, and those of them kept in full. */
  readonly promises: number;
  readonly promisesKept: number;
}

/** Of customers (null = all), from one day to another, both included; what was undone never existed. */
export async function loopResults(
  db: Db,
  customers: readonly string[] | null,
  from: Day,
  to: Day,
): Promise<readonly LoopResults[]> {
  const codes = customers === null ? sql`null::text[]` : textArray(customers);
  const rows = await db.execute(sql`
    with disputed as (
      select i.currency, count(*) as disputes,
        count(*) filter (where d.closed_on between ${from}::date and ${to}::date) as solved
      from disputes d join invoices i on i.id = d.invoice_id
      where d.undone_at is null and d.opened_on <= ${to}::date and (d.closed_on is null or d.closed_on >= ${from}::date)
        and (${codes} is null or i.customer_code = any(${codes}))
      group by i.currency
    ), promised as (
      select p.currency, count(*) as promises, count(*) filter (where p.state = 'kept') as kept
      from promises p
      where p.undone_at is null and p.state in ('kept', 'partly-kept', 'broken')
        and p.grace_until between ${from}::date and ${to}::date
        and (${codes} is null or p.customer_code = any(${codes}))
      group by p.currency
    )
    select currency, coalesce(d.disputes, 0)::int as disputes, coalesce(d.solved, 0)::int as "disputesSolved",
      coalesce(p.promises, 0)::int as promises, coalesce(p.kept, 0)::int as "promisesKept"
    from disputed d full join promised p using (currency) order by currency`);
  return rows as unknown as readonly LoopResults[];
}
