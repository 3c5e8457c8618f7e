import { sql } from "drizzle-orm";

import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/**
 * Makes everything that changes a customer wait for its turn, until the end of the transaction: two people who click at
 * once come one after the other. The lock is the paying customer's, so that a payer and its subsidiaries share one. Gives
 * the payer's code; null when there is no such customer.
 */
export async function lockFamily(tx: Db, customer: string): Promise<string | null> {
  // "No key": rows that refer to the customer may still be written meanwhile.
  const rows = await tx.execute<{ code: string }>(sql`
    select p.code from customers p
    where p.code = (select coalesce(c.payer_code, c.code) from customers c where c.code = ${customer})
    for no key update`);
  return rows[0]?.code ?? null;
}

/** The customers whose invoices one pays: itself and those that name it as their payer. */
export async function paidBy(db: Db, customer: string): Promise<readonly string[]> {
  const rows = await db.execute<{ code: string }>(
    sql`select code from customers where code = ${customer} or payer_code = ${customer} order by code`,
  );
  return [...rows].map((row) => row.code);
}

/** The paying customers of these customers that have something live: a promise, an open dispute, an open or returning ask. */
export async function payersInTheLoop(db: Db, customers: readonly string[] | null = null): Promise<readonly string[]> {
  const among = customers === null ? sql`true` : sql`c.code = any(${textArray(customers)})`;
  const rows = await db.execute<{ payer: string }>(sql`
    with wanted as (select distinct coalesce(c.payer_code, c.code) as payer from customers c where ${among})
    select w.payer from wanted w
    where exists (
      select 1 from customers c where coalesce(c.payer_code, c.code) = w.payer and (
        exists (select 1 from promises p where p.customer_code = c.code and p.state = 'live' and p.undone_at is null)
        or exists (select 1 from disputes d where d.customer_code = c.code and d.closed_on is null and d.undone_at is null)
        or exists (select 1 from asks a where a.customer_code = c.code and a.state = 'open')))
    order by w.payer`);
  return [...rows].map((row) => row.payer);
}

/** Who pays for these customers. */
export async function payersOf(db: Db, customers: readonly string[]): Promise<readonly string[]> {
  const rows = await db.execute<{ payer: string }>(
    sql`select distinct coalesce(payer_code, code) as payer from customers where code = any(${textArray(customers)}) order by 1`,
  );
  return [...rows].map((row) => row.payer);
}
