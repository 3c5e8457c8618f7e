import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import type { Db } from "#store/store.ts";

/** The invoice of a dispute, as a copy of it is sent. */
export interface InvoiceToCopy {
  readonly id: number;
  readonly seller: string;
  readonly customer: string;
  readonly payer: string;
  readonly language: Locale | null;
  readonly number: string;
  readonly issued: Day;
  readonly due: Day;
  readonly currency: Currency;
  readonly residual: bigint;
  readonly documentUrl: string | null;
  readonly wentLiveOn: Day | null;
}

/** What an open dispute asks a copy of; null when it was taken back or closed, or nothing is left to pay. */
export async function invoiceToCopy(db: Db, dispute: number, today: Day): Promise<InvoiceToCopy | null> {
  const rows = await db.execute(sql`
    select i.id, i.seller_code as seller, i.customer_code as customer, p.code as payer, p.language, i.number,
      i.issue_date as issued, i.due_date as due, i.currency, o.residual, i.document_url as "documentUrl",
      s.went_live_on as "wentLiveOn"
    from disputes d
    join invoices i on i.id = d.invoice_id
    join sellers s on s.code = i.seller_code
    join customers c on c.code = i.customer_code
    join customers p on p.code = coalesce(c.payer_code, c.code)
    cross join lateral open_items(${today}::date, array[i.customer_code]) o
    where d.id = ${dispute} and d.undone_at is null and d.closed_on is null and o.invoice_id = i.id`);
  return (rows[0] as InvoiceToCopy | undefined) ?? null;
}
