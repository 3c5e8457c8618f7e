import { createHash } from "node:crypto";

import { addDays, clockIn, dayIn, instantAt } from "#domain/calendar.ts";
import { isWorthTelling } from "#domain/calendar-feed.ts";
import { customerMet, type MeetingBook, meetingBook, type SeenMeeting } from "#domain/meeting.ts";
import { afterMoment, briefMoment, openingAfter } from "#domain/meeting-times.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { type CalendarFeed, noteFeedFailed, noteFeedRead } from "#store/calendar-feeds.ts";
import { knownCustomers, ownDomains } from "#store/meeting-book.ts";
import { type FoundMeeting, keepMeetings, type Meeting } from "#store/meetings.ts";
import { enqueue, gateOf, type ToShow } from "#store/outbox.ts";
import { teamBelow } from "#store/people.ts";
import { customersInScope } from "#store/portfolio.ts";
import type { FeedRead } from "#usecases/meetings/calendar-port.ts";
import type { Context } from "#usecases/context.ts";

/** Today and two days more: enough for a brief, and for a server that is away over night. */
const DAYS_READ = 3;

/** What customers are recognised by. */
export async function openMeetingBook(context: Context): Promise<MeetingBook> {
  const { db } = context.store;
  return meetingBook(await knownCustomers(db), await ownDomains(db));
}

/** Asks a calendar for the days to come; whole once a day, for the days move on even where the calendar does not. */
export async function fetchMeetings(
  context: Context,
  person: Person,
  feed: Pick<CalendarFeed, "address" | "readAt" | "etag" | "lastModified">,
  limitMs: number,
): Promise<FeedRead> {
  const { day } = clockIn(context.now, person.timeZone);
  const isReadToday = feed.readAt !== null && dayIn(feed.readAt, person.timeZone) === day;
  return context.calendars.read({
    address: feed.address,
    etag: isReadToday ? feed.etag : null,
    lastModified: isReadToday ? feed.lastModified : null,
    from: instantAt(day, 0, person.timeZone),
    to: instantAt(addDays(day, DAYS_READ), 0, person.timeZone),
    timeZone: person.timeZone,
    limitMs,
  });
}

/**
 * Keeps what came of it: the meetings with one customer of this person's, and no others, with what will be said of each.
 * A feed that fails for a day is told to its owner, once.
 */
export async function keepReading(
  context: Context,
  person: Person,
  feed: Pick<CalendarFeed, "personId" | "linkedAt" | "etag" | "lastModified">,
  read: FeedRead,
  openBook: () => Promise<MeetingBook>,
): Promise<void> {
  const { store, now } = context;
  switch (read.is) {
    case "unchanged":
      await noteFeedRead(store.db, feed, { etag: feed.etag, lastModified: feed.lastModified }, now);
      return;
    case "failed": {
      const since = await noteFeedFailed(store.db, feed, read.why, now);
      if (since !== null && isWorthTelling(since, now)) await tellFailing(context, person, since);
      return;
    }
    case "read": {
      const found = await withCustomers(context, person, read.meetings, await openBook());
      await store.db.transaction(async (tx) => {
        if (!(await noteFeedRead(tx, feed, { etag: read.etag, lastModified: read.lastModified }, now))) return;
        const kept = await keepMeetings(tx, person.id, found, now);
        await enqueue(
          tx,
          kept.flatMap((meeting) => saidOf(context, person, meeting)),
          now,
        );
      });
      return;
    }
    default:
      read satisfies never;
  }
}

async function withCustomers(
  context: Context,
  person: Person,
  seen: readonly SeenMeeting[],
  book: MeetingBook,
): Promise<readonly FoundMeeting[]> {
  const { db } = context.store;
  const team = hasRole(person, "manager") ? (await teamBelow(db, person.id)).map(({ id }) => id) : [];
  const own = await customersInScope(db, { owners: [person.id, ...team], seller: null });
  const reader = { email: person.email, customers: new Set(own) };
  const found = seen.flatMap((meeting) => {
    const met = customerMet(meeting, book, reader);
    if (met.is !== "one") return [];
    return [{ uid: hashed(meeting.uid), startsAt: meeting.starts, endsAt: meeting.ends, customer: met.customer }];
  });
  // The same occurrence twice in a calendar is one meeting.
  return [...new Map(found.map((meeting) => [`${meeting.uid} ${meeting.startsAt.getTime()}`, meeting])).values()];
}

/** The brief before and the question after; drawn when they leave, from what is true by then. */
function saidOf({ now, settings }: Context, person: Person, meeting: Meeting): readonly ToShow[] {
  const common = { personId: person.id, gate: gateOf.person(person.id) };
  const before = briefMoment(meeting.startsAt, person.timeZone, settings);
  const after = afterMoment(meeting.endsAt, person.timeZone, settings);
  const brief = { show: "meeting-brief", meeting: meeting.id } as const;
  const outcome = { show: "meeting-outcome", meeting: meeting.id } as const;
  return [
    ...(before === null ? [] : [{ ...common, ...before, key: `meeting-brief:${meeting.id}`, showing: brief }]),
    { ...common, ...after, key: `meeting-outcome:${meeting.id}:${meeting.endsAt.getTime()}`, showing: outcome },
  ].filter(({ validUntil }) => validUntil > now);
}

async function tellFailing(context: Context, person: Person, since: Date): Promise<void> {
  const { store, now, settings } = context;
  const key = `calendar-trouble:${person.id}:${since.toISOString()}`;
  const notBefore = openingAfter(now, person.timeZone, settings);
  const showing = { show: "calendar-trouble" } as const;
  await enqueue(store.db, [{ key, showing, personId: person.id, gate: gateOf.person(person.id), notBefore }], now);
}

/** A calendar's ids may hold names and addresses: only what tells them apart is kept. */
function hashed(uid: string): string {
  return createHash("sha256").update(uid).digest("base64url");
}
