import { mayPass, readFeedAddress } from "#domain/calendar-feed.ts";
import type { Person } from "#domain/person.ts";
import { feedOf, removeFeed, saveFeed } from "#store/calendar-feeds.ts";
import { appendEvent } from "#store/events.ts";
import { forgetMeetingsOf } from "#store/meetings.ts";
import { personByEmail } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { fetchMeetings, keepReading, openMeetingBook } from "#usecases/meetings/read-calendar.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Somebody waits, and a chat waits for three seconds at most: a slower calendar is read by the next round. */
const WAITED_FOR_MS = 1_200;

/**
 * Links a person's own calendar, read at once to see that it is one. Refused with why when it can never be read; one that
 * only takes its time is kept all the same.
 */
export async function linkCalendar(context: Context, person: Person, typed: string): Promise<Result<null>> {
  const address = readFeedAddress(typed);
  if (address === null) return refused({ why: "calendar-not-understood" });
  const unread = { address, readAt: null, etag: null, lastModified: null };
  const read = await fetchMeetings(context, person, unread, WAITED_FOR_MS);
  if (read.is === "failed" && !mayPass(read.why)) return refused({ why: "calendar-refused", fault: read.why });
  await context.store.db.transaction(async (tx) => {
    await forgetMeetingsOf(tx, person.id);
    await saveFeed(tx, person.id, address, context.now);
    await noteChange(tx, context, person, "linked");
  });
  const feed = { ...unread, personId: person.id, linkedAt: context.now };
  await keepReading(context, person, feed, read, () => openMeetingBook(context));
  return done(null);
}

/** The same by somebody's e-mail address; null = nobody has it. */
export async function linkCalendarOf(context: Context, email: string, typed: string): Promise<Result<null> | null> {
  const person = await personByEmail(context.store.db, email);
  return person === null ? null : linkCalendar(context, person, typed);
}

/** Reads it now, to see how it goes; the card says what came of it. */
export async function testCalendar(context: Context, person: Person): Promise<void> {
  const feed = await feedOf(context.store.db, person.id);
  if (feed === null) return;
  const read = await fetchMeetings(context, person, { ...feed, readAt: null }, WAITED_FOR_MS);
  await keepReading(context, person, feed, read, () => openMeetingBook(context));
}

/** Forgets the calendar and all that was kept of it. */
export async function unlinkCalendar(context: Context, person: Person): Promise<void> {
  await context.store.db.transaction(async (tx) => {
    if (!(await removeFeed(tx, person.id))) return;
    await forgetMeetingsOf(tx, person.id);
    await noteChange(tx, context, person, "unlinked");
  });
}

/** That it was done, and never the address. */
async function noteChange(tx: Db, context: Context, person: Person, calendar: "linked" | "unlinked"): Promise<void> {
  await appendEvent(tx, {
    at: context.now,
    kind: "setting-changed",
    actor: { is: "person", id: person.id },
    customer: null,
    data: { person: person.id, calendar },
  });
}
