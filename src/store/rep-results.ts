import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What became of the disputes of some customers in a span of days, in one currency. */
export interface DisputeResults {
  readonly currency: Currency;
  /** Disputes that were open on a day of the span, and those of them closed in it. */
  readonly disputes: number;
  readonly disputesSolved: number;
}

/** Of customers (null = all), from one day to another, both included; what was undone never existed. */
export async function disputeResults(
  db: Db,
  customers: readonly string[] | null,
  from: Day,
  to: Day,
): Promise<readonly DisputeResults[]> {
  const codes = customers === null ? sql`null::text[]` : textArray(customers);
  const rows = await db.execute(sql`
    select i.currency, count(*)::int as disputes,
      (count(*) filter (where d.closed_on between ${from}::date and ${to}::date))::int as "disputesSolved"
    from disputes d join invoices i on i.id = d.invoice_id
    where d.undone_at is null and d.opened_on <= ${to}::date and (d.closed_on is null or d.closed_on >= ${from}::date)
      and (${codes} is null or i.customer_code = any(${codes}))
    group by i.currency order by i.currency`);
  return rows as unknown as readonly DisputeResults[];
}
