import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import { intArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** The earliest due day among those of these invoices that a credit insurer covers; null = none is. */
export async function earliestInsuredDue(db: Db, invoices: readonly number[]): Promise<Day | null> {
  const rows = await db.execute<{ due: Day | null }>(sql`
    select min(i.due_date) as due from invoices i
    join customers c on c.code = i.customer_code join customers p on p.code = coalesce(c.payer_code, c.code)
    where i.id = any(${intArray(invoices)}) and coalesce(c.insurer_limit, p.insurer_limit) > 0`);
  return rows[0]?.due ?? null;
}

/** An insured invoice that is still open so long after its day that it is soon to be declared. */
export interface ToDeclare {
  readonly invoice: number;
  readonly payer: string;
  readonly due: Day;
}

/** Open insured invoices due on or before a day, in sellers that went live, that finance was not asked about yet. */
export async function insuredSince(db: Db, dueUntil: Day, asOf: Day): Promise<readonly ToDeclare[]> {
  const rows = await db.execute(sql`
    select i.id as invoice, p.code as payer, i.due_date as due
    from open_items(${asOf}::date, null::text[]) o join invoices i on i.id = o.invoice_id
    join customers c on c.code = i.customer_code join customers p on p.code = coalesce(c.payer_code, c.code)
    join sellers s on s.code = i.seller_code and s.went_live_on <= ${asOf}::date
    where i.due_date <= ${dueUntil}::date and coalesce(c.insurer_limit, p.insurer_limit) > 0
      and not exists (
        select 1 from ask_lines l join asks a on a.id = l.ask_id
        where l.invoice_id = i.id and a.kind = 'insurer-declaration')
    order by i.due_date, i.id`);
  return rows as unknown as readonly ToDeclare[];
}
