import { sql, type SQL } from "drizzle-orm";

import type { AgedRow } from "#domain/aging.ts";
import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Whose invoices: of some customers (null = all), of one seller (null = all). */
export interface FiguresScope {
  readonly customers: readonly string[] | null;
  readonly seller: string | null;
}

export interface OverdueCustomer {
  readonly currency: Currency;
  readonly customer: string;
  readonly overdue: bigint;
}

/** What open invoices that are equally many days overdue come to, and how much of it can be asked for. */
export interface CurrencyAgedRow extends AgedRow {
  readonly currency: Currency;
  /** Overdue, neither disputed nor promised, not on hold (the invoice, its customer, its payer), not a notified factor's. */
  readonly chaseable: bigint;
}

/** Open invoices on a day, added up by currency and days overdue (0 = not due yet). */
export async function agedRows(db: Db, asOf: Day, scope: FiguresScope): Promise<readonly CurrencyAgedRow[]> {
  const rows = await db.execute(sql`
    with held as materialized (
      select h.customer_code, h.invoice_id from holds h
      where h.undone_at is null and h.from_on <= ${asOf}::date and (h.until_on is null or h.until_on >= ${asOf}::date)
        and (h.ended_on is null or h.ended_on > ${asOf}::date)
    )
    select i.currency, greatest(0, ${asOf}::date - i.due_date)::int as "daysOverdue", count(*)::int as invoices,
      sum(o.residual)::bigint as residual, sum(o.disputed)::bigint as disputed, sum(o.promised)::bigint as promised,
      coalesce(sum(o.residual - o.disputed - o.promised) filter (
        where i.due_date < ${asOf}::date and i.factoring <> 'notified'
          and i.id not in (select h.invoice_id from held h where h.invoice_id is not null)
          and c.code not in (select h.customer_code from held h where h.invoice_id is null)
          and coalesce(c.payer_code, c.code) not in (select h.customer_code from held h where h.invoice_id is null)
      ), 0)::bigint as chaseable
    from open_items(${asOf}::date, ${codes(scope)}) o
    join invoices i on i.id = o.invoice_id join customers c on c.code = i.customer_code
    where ${ofSeller(scope)}
    group by 1, 2`);
  return rows as unknown as readonly CurrencyAgedRow[];
}

/** The customers with most overdue on a day, at most `top` per currency; ties by code. */
export async function mostOverdue(
  db: Db,
  asOf: Day,
  scope: FiguresScope,
  top: number,
): Promise<readonly OverdueCustomer[]> {
  const rows = await db.execute(sql`
    select currency, customer, overdue from (
      select i.currency, i.customer_code as customer, sum(o.residual)::bigint as overdue,
        row_number() over (partition by i.currency order by sum(o.residual) desc, i.customer_code collate "C") as place
      from open_items(${asOf}::date, ${codes(scope)}) o join invoices i on i.id = o.invoice_id
      where i.due_date < ${asOf}::date and ${ofSeller(scope)}
      group by i.currency, i.customer_code
    ) ranked where place <= ${top}::int order by currency, place`);
  return rows as unknown as readonly OverdueCustomer[];
}

function codes({ customers }: FiguresScope): SQL {
  return customers === null ? sql`null::text[]` : textArray(customers);
}

function ofSeller({ seller }: FiguresScope): SQL {
  return seller === null ? sql`true` : sql`i.seller_code = ${seller}`;
}
