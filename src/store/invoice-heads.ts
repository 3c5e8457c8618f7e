import { and, eq, inArray, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import { invoices } from "#store/schema/ledger.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What names an invoice, open or not. */
export interface InvoiceHead {
  readonly id: number;
  readonly seller: string;
  readonly customer: string;
  readonly number: string;
  readonly due: Day;
  readonly currency: Currency;
}

/** The invoices by their ids, with what a line of a card says of them; unknown ones are left out. */
export async function invoiceHeads(db: Db, ids: readonly number[]): Promise<readonly InvoiceHead[]> {
  if (ids.length === 0) return [];
  return db
    .select({
      id: invoices.id,
      seller: invoices.sellerCode,
      customer: invoices.customerCode,
      number: invoices.number,
      due: invoices.dueDate,
      currency: invoices.currency,
    })
    .from(invoices)
    .where(inArray(invoices.id, [...ids]))
    .orderBy(invoices.dueDate, invoices.number, invoices.id);
}

/** Those of the invoices of these customers that must be paid to a factor: nothing for us to chase. */
export async function cededInvoices(db: Db, customers: readonly string[]): Promise<ReadonlySet<number>> {
  const rows = await db
    .select({ id: invoices.id })
    .from(invoices)
    .where(and(eq(invoices.factoring, "notified"), sql`${invoices.customerCode} = any(${textArray(customers)})`));
  return new Set(rows.map((row) => row.id));
}

/**
 * The day of the last payments import of these sellers; of the one heard of longest ago when there are several, and null
 * when one of them never was.
 */
export async function paymentsHeardOn(db: Db, sellers: readonly string[], timeZone: string): Promise<Day | null> {
  const rows = await db.execute<{ heard: Day | null; known: number }>(sql`
    select (min(imported_at) at time zone ${timeZone})::date as heard, count(*)::int as known
    from feeds where kind = 'payments' and seller_code = any(${textArray(sellers)})`);
  const found = rows[0];
  return found === undefined || found.known < new Set(sellers).size ? null : found.heard;
}
