import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { OpenInvoice } from "#domain/invoice.ts";
import type { Currency } from "#domain/money.ts";
import type { Db } from "#store/store.ts";

/** An open invoice with what dunning asks of its promises. */
export interface OpenItem extends OpenInvoice {
  /** The part of the promised money for which dunning waits, and until when (inclusive). */
  readonly suspended: bigint;
  readonly suspendedUntil: Day | null;
  /** Covered by a promise past its grace that could not be judged yet. */
  readonly unjudged: bigint;
}

/** What a customer has paid or been credited beyond its invoices, zero or below. */
export interface Credit {
  readonly seller: string;
  readonly customer: string;
  readonly currency: Currency;
  readonly unallocated: bigint;
}

/** Open invoices as they stood on a day, oldest due first; of some customers only, when given. */
export async function openItems(
  db: Db,
  asOf: Day,
  customers: readonly string[] | null = null,
): Promise<readonly OpenItem[]> {
  const rows = await db.execute(sql`
    select i.id, i.seller_code as seller, i.customer_code as customer, coalesce(c.payer_code, c.code) as payer, i.number, i.kind,
      i.issue_date as issued, i.due_date as due, i.currency, i.amount, o.residual, o.disputed, o.promised, o.suspended,
      o.suspended_until as "suspendedUntil", o.unjudged
    from open_items(${asOf}::date, ${textArray(customers)}) o
    join invoices i on i.id = o.invoice_id
    join customers c on c.code = i.customer_code
    order by i.due_date, i.number, i.id`);
  return rows as unknown as readonly OpenItem[];
}

/** Unused credit per seller, customer and currency on a day: the balance of the account less its open invoices. */
export async function credits(
  db: Db,
  asOf: Day,
  customers: readonly string[] | null = null,
): Promise<readonly Credit[]> {
  const rows = await db.execute(sql`
    select b.seller_code as seller, b.customer_code as customer, b.currency, (b.balance - coalesce(o.outstanding, 0))::bigint as unallocated
    from balances(${asOf}::date, ${textArray(customers)}) b
    left join (
      select i.seller_code, i.customer_code, i.currency, sum(o.residual)::bigint as outstanding
      from open_items(${asOf}::date, ${textArray(customers)}) o join invoices i on i.id = o.invoice_id
      group by i.seller_code, i.customer_code, i.currency
    ) o using (seller_code, customer_code, currency)
    where b.balance <> coalesce(o.outstanding, 0)`);
  return rows as unknown as readonly Credit[];
}

function textArray(values: readonly string[] | null) {
  return values === null ? sql`null::text[]` : sql`${`{${values.map(quoted).join(",")}}`}::text[]`;
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
