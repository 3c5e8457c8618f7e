import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { LateInvoice } from "#domain/late-interest.ts";
import type { Currency } from "#domain/money.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** An invoice with all that its late interest follows from. */
export interface LateFacts extends LateInvoice {
  readonly id: number;
  readonly number: string;
  readonly seller: string;
  readonly customer: string;
  readonly currency: Currency;
}

/** The facts of these invoices as known on a day: payments and credit notes dated later did not exist. Oldest due first. */
export async function lateFacts(db: Db, invoices: readonly number[], until: Day): Promise<readonly LateFacts[]> {
  const rows = await db.execute(sql`
    select i.id, i.number, i.seller_code as seller, i.customer_code as customer, i.currency, i.issue_date as issued,
      i.due_date as due, i.amount, c.kind, c.country, c.insolvency_date as "insolvencyDate", s.late_rate as "contractRate",
      coalesce((
        select jsonb_agg(jsonb_build_object('on', m.day, 'amount', m.amount::text) order by m.day)
        from (
          select a.date as day, a.amount from allocations a where a.invoice_id = i.id and a.date <= ${until}::date
          union all
          select n.issue_date, n.amount from invoices n where n.credit_of_id = i.id and n.issue_date <= ${until}::date
        ) m), '[]') as paid
    from invoices i
    join customers c on c.code = i.customer_code
    join sellers s on s.code = i.seller_code
    where i.id = any(${intArray(invoices)}) and i.kind <> 'credit_note'
    order by i.due_date, i.number, i.id`);
  const found = rows as unknown as readonly (Omit<LateFacts, "paid"> & { readonly paid: readonly PaidText[] })[];
  return found.map((row) => ({ ...row, paid: row.paid.map(({ on, amount }) => ({ on, amount: BigInt(amount) })) }));
}

interface PaidText {
  readonly on: Day;
  readonly amount: string;
}

/** The ids of the invoices with this number, of all sellers and years. */
export async function invoicesNumbered(db: Db, number: string): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(
    sql`select id from invoices where number = ${number} and kind <> 'credit_note' order by id`,
  );
  return rows.map(({ id }) => id);
}

/** The invoices of some customers that were due before a day and not settled before it. */
export async function lateInvoicesOf(db: Db, customers: readonly string[], until: Day): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from invoices
    where customer_code = any(${textArray(customers)}) and kind <> 'credit_note' and due_date < ${until}::date
      and (settled_on is null or settled_on >= ${until}::date)
    order by due_date, number, id`);
  return rows.map(({ id }) => id);
}
