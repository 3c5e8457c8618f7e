import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Factoring } from "#domain/invoice.ts";
import type { Currency } from "#domain/money.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

type Ceded = Exclude<Factoring, "none">;

/** An open invoice that a factor has financed. */
export interface FactoredItem {
  readonly id: number;
  readonly customer: string;
  readonly name: string;
  readonly number: string;
  readonly factoring: Ceded;
  readonly currency: Currency;
  readonly residual: bigint;
  readonly due: Day;
}

/** Those of some customers (null = all): what we collect first, then what the factor collects; the oldest due first. */
export async function factoredItems(
  db: Db,
  asOf: Day,
  customers: readonly string[] | null,
): Promise<readonly FactoredItem[]> {
  const codes = customers === null ? sql`null::text[]` : textArray(customers);
  const rows = await db.execute(sql`
    select i.id, c.code as customer, c.name, i.number, i.factoring, i.currency, o.residual, i.due_date as due
    from open_items(${asOf}::date, ${codes}) o join invoices i on i.id = o.invoice_id
    join customers c on c.code = i.customer_code
    where i.factoring <> 'none'
    order by i.factoring = 'notified', i.due_date, i.number, i.id`);
  return rows as unknown as readonly FactoredItem[];
}

/** Which of these invoices are ceded, and how. */
export async function factoringOf(db: Db, invoices: readonly number[]): Promise<ReadonlyMap<number, Ceded>> {
  if (invoices.length === 0) return new Map();
  const rows = await db.execute<{ id: number; factoring: Ceded }>(sql`
    select id, factoring from invoices where id = any(${intArray(invoices)}) and factoring <> 'none'`);
  return new Map([...rows].map(({ id, factoring }) => [id, factoring]));
}

/** Invoices of a notified factor that were paid to us since their seller went live, and that nobody was told of. */
export async function paidToUs(db: Db): Promise<readonly { readonly invoice: number; readonly payer: string }[]> {
  const rows = await db.execute<{ invoice: number; payer: string }>(sql`
    select distinct i.id as invoice, coalesce(c.payer_code, c.code) as payer
    from invoices i
    join allocations a on a.invoice_id = i.id and a.amount > 0
    join sellers s on s.code = i.seller_code and s.went_live_on <= a.date
    join customers c on c.code = i.customer_code
    where i.factoring = 'notified' and not exists (
      select 1 from ask_lines l join asks k on k.id = l.ask_id where l.invoice_id = i.id and k.kind = 'paid-to-us')
    order by i.id`);
  return [...rows];
}
