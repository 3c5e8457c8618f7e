import type { MeetingBook } from "#domain/meeting.ts";
import { type CalendarFeed, feedsToRead, removeFeedsOfLeavers } from "#store/calendar-feeds.ts";
import { forgetMeetingsBefore } from "#store/meetings.ts";
import { peopleByIds } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { fetchMeetings, keepReading, openMeetingBook } from "#usecases/meetings/read-calendar.ts";

/** A little less than the time between two rounds, so that none is left out for a second. */
const READ_EVERY_MS = 14 * 60_000;
const READ_MS_MAX = 20_000;
const AT_ONCE_MAX = 5;
const MEETINGS_KEPT_MS = 30 * 86_400_000;

/** Reads every calendar that is due, a few at a time; forgets meetings of more than 30 days ago, and leavers' calendars. */
export async function readCalendars(context: Context): Promise<void> {
  const { store, now } = context;
  await forgetMeetingsBefore(store.db, new Date(now.getTime() - MEETINGS_KEPT_MS));
  await removeFeedsOfLeavers(store.db);
  const feeds = await feedsToRead(store.db, new Date(now.getTime() - READ_EVERY_MS));
  const waiting = [...feeds];
  let book: Promise<MeetingBook> | null = null;
  const openBook = () => (book ??= openMeetingBook(context));
  const work = async () => {
    for (let feed = waiting.shift(); feed !== undefined; feed = waiting.shift()) await readOne(context, feed, openBook);
  };
  await Promise.all(Array.from({ length: AT_ONCE_MAX }, work));
}

async function readOne(context: Context, feed: CalendarFeed, openBook: () => Promise<MeetingBook>): Promise<void> {
  const [person] = await peopleByIds(context.store.db, [feed.personId]);
  if (person === undefined) return;
  await keepReading(context, person, feed, await fetchMeetings(context, person, feed, READ_MS_MAX), openBook);
}
