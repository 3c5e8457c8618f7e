import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import { intArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Whether the seller of one of these invoices is live on a day; without invoices, whether any seller is. */
export async function isAnyLive(db: Db, invoices: readonly number[], day: Day): Promise<boolean> {
  const rows = await db.execute<{ live: boolean }>(sql`
    select exists (
      select 1 from sellers s where s.went_live_on <= ${day}::date
        and (${invoices.length === 0}::boolean
          or exists (select 1 from invoices i where i.id = any(${intArray(invoices)}) and i.seller_code = s.code))
    ) as live`);
  return rows[0]?.live ?? false;
}

/** Those of these invoices whose seller is live on a day, and the day on which the first of the sellers went live. */
export async function liveAmong(
  db: Db,
  invoices: readonly number[],
  day: Day,
): Promise<{ readonly invoices: readonly number[]; readonly since: Day | null }> {
  const rows = await db.execute<{ id: number; since: Day }>(sql`
    select i.id, min(s.went_live_on) over ()::date as since from invoices i join sellers s on s.code = i.seller_code
    where i.id = any(${intArray(invoices)}) and s.went_live_on <= ${day}::date order by i.id`);
  return { invoices: [...rows].map(({ id }) => id), since: rows[0]?.since ?? null };
}
