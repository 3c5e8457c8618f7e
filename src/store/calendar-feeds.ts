import { and, eq, inArray, sql } from "drizzle-orm";

import type { FeedFault } from "#domain/calendar-feed.ts";
import { calendarFeeds } from "#store/schema/calendars.ts";
import { people } from "#store/schema/people.ts";
import type { Db } from "#store/store.ts";

/** A person's calendar and how reading it goes. `address` opens it: it is for the reader of feeds alone. */
export interface CalendarFeed {
  readonly personId: number;
  readonly address: string;
  readonly linkedAt: Date;
  readonly triedAt: Date | null;
  readonly readAt: Date | null;
  readonly failingSince: Date | null;
  readonly fault: FeedFault | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Null = no calendar is linked. */
export async function feedOf(db: Db, personId: number): Promise<CalendarFeed | null> {
  const [feed] = await db.select().from(calendarFeeds).where(eq(calendarFeeds.personId, personId));
  return feed ?? null;
}

/** The calendars of everybody who works here now that were not tried since an instant. */
export async function feedsToRead(db: Db, triedBefore: Date): Promise<readonly CalendarFeed[]> {
  const rows = await db
    .select({ feed: calendarFeeds })
    .from(calendarFeeds)
    .innerJoin(people, eq(people.id, calendarFeeds.personId))
    .where(
      and(
        people.active,
        sql`coalesce(${calendarFeeds.triedAt}, '-infinity') <= ${triedBefore.toISOString()}::timestamptz`,
      ),
    )
    .orderBy(calendarFeeds.personId);
  return rows.map(({ feed }) => feed);
}

/** Keeps a calendar in the place of the one before. */
export async function saveFeed(tx: Db, personId: number, address: string, now: Date): Promise<void> {
  const feed = { address, linkedAt: now, triedAt: null, readAt: null, failingSince: null, fault: null };
  const fresh = { ...feed, etag: null, lastModified: null };
  try {
    await tx
      .insert(calendarFeeds)
      .values({ personId, ...fresh })
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: fresh });
  } catch {
    // The driver's own words quote the address, which is a secret, and they would be logged.
    throw new Error(`The calendar of person ${personId} could not be kept.`);
  }
}

/** Forgets a calendar; false when none was linked. Its meetings are forgotten by `forgetMeetingsOf`. */
export async function removeFeed(tx: Db, personId: number): Promise<boolean> {
  const removed = await tx
    .delete(calendarFeeds)
    .where(eq(calendarFeeds.personId, personId))
    .returning({ personId: calendarFeeds.personId });
  return removed.length > 0;
}

/** Forgets the calendars of those who left. */
export async function removeFeedsOfLeavers(db: Db): Promise<void> {
  const leavers = db.select({ id: people.id }).from(people).where(eq(people.active, false));
  await db.delete(calendarFeeds).where(inArray(calendarFeeds.personId, leavers));
}

type Known = Pick<CalendarFeed, "personId" | "linkedAt">;

/** It was read; false when it was unlinked or changed meanwhile, and what was read is nothing any more. */
export async function noteFeedRead(
  tx: Db,
  feed: Known,
  said: Pick<CalendarFeed, "etag" | "lastModified">,
  now: Date,
): Promise<boolean> {
  const noted = await tx
    .update(calendarFeeds)
    .set({ ...said, triedAt: now, readAt: now, failingSince: null, fault: null })
    .where(isStill(feed))
    .returning({ personId: calendarFeeds.personId });
  return noted.length > 0;
}

/** It could not be read; the first of several failures is when it began to fail. Gives that instant. */
export async function noteFeedFailed(tx: Db, feed: Known, fault: FeedFault, now: Date): Promise<Date | null> {
  const [noted] = await tx
    .update(calendarFeeds)
    .set({
      triedAt: now,
      fault,
      failingSince: sql`coalesce(${calendarFeeds.failingSince}, ${now.toISOString()}::timestamptz)`,
    })
    .where(isStill(feed))
    .returning({ since: calendarFeeds.failingSince });
  return noted?.since ?? null;
}

function isStill({ personId, linkedAt }: Known) {
  return and(eq(calendarFeeds.personId, personId), eq(calendarFeeds.linkedAt, linkedAt));
}
