import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Db } from "#store/store.ts";

/** "seller payer currency" of the mails of a day that have left, or may have. */
export async function remindersOn(db: Db, day: Day): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ key: string }>(sql`
    select seller_code || ' ' || payer_code || ' ' || currency as key from reminders
    where planned_on = ${day} and state in ('sent', 'unknown', 'bounced')`);
  return new Set([...rows].map((row) => row.key));
}
