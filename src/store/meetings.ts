import { and, asc, eq, gte, lt, sql } from "drizzle-orm";

import { meetings } from "#store/schema/calendars.ts";
import { shownCards } from "#store/schema/delivery.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A meeting of a person's with a customer. */
export interface Meeting {
  readonly id: number;
  readonly personId: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly customer: string;
  /** When the person said that money was not spoken of. */
  readonly nothingSaidAt: Date | null;
}

/** A meeting as it was found in a calendar. */
export interface FoundMeeting {
  readonly uid: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly customer: string;
}

const columns = {
  id: meetings.id,
  personId: meetings.personId,
  startsAt: meetings.startsAt,
  endsAt: meetings.endsAt,
  customer: meetings.customerCode,
  nothingSaidAt: meetings.nothingSaidAt,
};

/**
 * Keeps what a calendar holds now; what is to come and no longer in it is forgotten. What has begun stays, for one may
 * still be asked how it went.
 */
export async function keepMeetings(
  tx: Db,
  personId: number,
  found: readonly FoundMeeting[],
  now: Date,
): Promise<readonly Meeting[]> {
  const kept: Meeting[] = [];
  for (const { uid, startsAt, endsAt, customer } of found) {
    const [row] = await tx
      .insert(meetings)
      .values({ personId, uid, startsAt, endsAt, customerCode: customer })
      .onConflictDoUpdate({
        target: [meetings.personId, meetings.uid, meetings.startsAt],
        set: { endsAt, customerCode: customer },
      })
      .returning(columns);
    if (row !== undefined) kept.push(row);
  }
  await tx
    .delete(meetings)
    .where(
      and(
        eq(meetings.personId, personId),
        gte(meetings.startsAt, now),
        sql`${meetings.id} <> all(${intArray(kept.map(({ id }) => id))})`,
      ),
    );
  return kept;
}

/** Null when there is none, or it was forgotten. */
export async function meetingById(db: Db, id: number): Promise<Meeting | null> {
  const [meeting] = await db.select(columns).from(meetings).where(eq(meetings.id, id));
  return meeting ?? null;
}

/** A person's meetings that begin between two instants (inclusive, exclusive), the next first. */
export async function meetingsBetween(db: Db, personId: number, from: Date, to: Date): Promise<readonly Meeting[]> {
  return db
    .select(columns)
    .from(meetings)
    .where(and(eq(meetings.personId, personId), gte(meetings.startsAt, from), lt(meetings.startsAt, to)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id));
}

/** Forgets all of somebody's meetings at once. */
export async function forgetMeetingsOf(tx: Db, personId: number): Promise<void> {
  await tx.delete(meetings).where(eq(meetings.personId, personId));
}

/** Forgets what ended before an instant. */
export async function forgetMeetingsBefore(db: Db, before: Date): Promise<void> {
  await db.delete(meetings).where(lt(meetings.endsAt, before));
}

/** Money was not spoken of; said twice, it is said once. */
export async function noteNothingSaid(db: Db, id: number, now: Date): Promise<void> {
  await db
    .update(meetings)
    .set({ nothingSaidAt: now })
    .where(and(eq(meetings.id, id), sql`${meetings.nothingSaidAt} is null`));
}

/** Whether a person noted something about these customers since an instant, and has not taken it back. */
export async function notedSince(
  db: Db,
  personId: number,
  customers: readonly string[],
  since: Date,
): Promise<"promise" | "dispute" | "comment" | null> {
  const rows = await db.execute<{ kind: string }>(sql`
    select e.kind from events e
    where e.customer_code = any(${textArray(customers)}) and e.at >= ${since.toISOString()}::timestamptz
      and e.kind in ('promise-given', 'promise-moved', 'dispute-opened', 'comment')
      and e.actor->>'is' = 'person' and (e.actor->>'id')::int = ${personId}
      and not exists (select 1 from events u where u.undoes = e.id)
    order by e.at desc, e.id desc limit 1`);
  const kind = rows[0]?.kind;
  if (kind === undefined) return null;
  if (kind === "comment") return "comment";
  return kind === "dispute-opened" ? "dispute" : "promise";
}

/** Whether what was asked after a meeting stands in the person's chat. */
export async function isOutcomeShown(db: Db, personId: number, meeting: number): Promise<boolean> {
  const showing = JSON.stringify({ show: "meeting-outcome", meeting });
  const rows = await db.execute<{ shown: boolean }>(sql`
    select exists (select 1 from ${shownCards} s
      where s.person_id = ${personId} and s.showing = ${showing}::jsonb) as shown`);
  return rows[0]?.shown ?? false;
}
