import { sql } from "drizzle-orm";

import type { CallReason } from "#domain/ask.ts";
import { addDays, weekday, type Day } from "#domain/calendar.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Answers after which a card comes back are no new ask of the person's time (E5). */
const COMING_BACK: readonly CallReason[] = ["no-answer-again", "later-again", "after-visit"];

/** How many new calls a person was asked for on a day and in its ISO week: what the cap counts (E5). */
export async function newCallsOf(
  db: Db,
  person: number,
  today: Day,
  timeZone: string,
): Promise<{ readonly day: number; readonly week: number }> {
  const monday = addDays(today, 1 - weekday(today));
  const rows = await db.execute<{ day: number; week: number }>(sql`
    select count(*) filter (where opened_on = ${today}::date)::int as day, count(*)::int as week
    from (
      select (a.opened_at at time zone ${timeZone})::date as opened_on from asks a
      where a.kind = 'call' and a.holder_id = ${person} and (a.reason is null or a.reason <> all(${textArray(COMING_BACK)}))
    ) call
    where opened_on between ${monday}::date and ${today}::date`);
  return rows[0] ?? { day: 0, week: 0 };
}

/** How many new calls some people were asked for between two days, both included (E5). */
export async function newCallsBetween(
  db: Db,
  people: readonly number[],
  span: { readonly from: Day; readonly until: Day },
  timeZone: string,
): Promise<number> {
  const rows = await db.execute<{ calls: number }>(sql`
    select count(*)::int as calls from asks a
    where a.kind = 'call' and a.holder_id = any(${intArray(people)})
      and (a.reason is null or a.reason <> all(${textArray(COMING_BACK)}))
      and (a.opened_at at time zone ${timeZone})::date between ${span.from}::date and ${span.until}::date`);
  return rows[0]?.calls ?? 0;
}
