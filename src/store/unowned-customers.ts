import { sql } from "drizzle-orm";

import type { Db } from "#store/store.ts";

/** How many customers with open invoices nobody has: no rep, or one who left, and no manager above them. */
export async function countUnowned(db: Db): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`
    with recursive answered as (
      select id from people where active
      union
      select p.id from people p join answered a on p.manager_id = a.id
    )
    select count(*)::int as n from customers c
    where (c.rep_id is null or c.rep_id not in (select id from answered))
      and exists (select 1 from invoices i where i.customer_code = c.code and i.settled_on is null and i.kind <> 'credit_note')`);
  return row?.n ?? 0;
}
