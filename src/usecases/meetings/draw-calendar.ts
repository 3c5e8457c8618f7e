import { calendarCard, calendarTroubleCard, type CalendarView } from "#cards/calendar.ts";
import { shownAddress } from "#domain/calendar-feed.ts";
import { addDays, clockIn, instantAt } from "#domain/calendar.ts";
import { feedOf } from "#store/calendar-feeds.ts";
import { customerName } from "#store/card-facts.ts";
import { meetingsBetween } from "#store/meetings.ts";
import { meetingTime } from "#usecases/meetings/draw-brief.ts";
import type { Drawing, Drawn } from "#usecases/delivery/drawing.ts";

const DAYS_SHOWN = 3;
const MEETINGS_SHOWN_MAX = 5;

/** The reader's own calendar, linked or not. */
export async function drawCalendar(drawing: Drawing): Promise<Drawn> {
  const { context, viewer, words } = drawing;
  const feed = await feedOf(context.store.db, viewer.id);
  const view: CalendarView = {
    feed:
      feed === null
        ? null
        : {
            where: shownAddress(feed.address),
            read: feed.readAt === null ? null : { at: feed.readAt, day: clockIn(feed.readAt, viewer.timeZone).day },
            fault: feed.fault,
          },
    meetings: feed === null ? [] : await nextMeetings(drawing),
    asOf: drawing.asOf,
  };
  return { card: calendarCard(view, words), customers: [] };
}

/** That a calendar fails; null when none is linked any more. */
export async function drawCalendarTrouble({ context, viewer, words, asOf }: Drawing): Promise<Drawn | null> {
  const feed = await feedOf(context.store.db, viewer.id);
  if (feed === null) return null;
  const since = feed.failingSince === null ? null : clockIn(feed.failingSince, viewer.timeZone).day;
  const card = calendarTroubleCard({ where: shownAddress(feed.address), since, asOf }, words);
  return { card, customers: [] };
}

async function nextMeetings(drawing: Drawing): Promise<CalendarView["meetings"]> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const { day } = clockIn(context.now, viewer.timeZone);
  const until = instantAt(addDays(day, DAYS_SHOWN), 0, viewer.timeZone);
  const coming = await meetingsBetween(db, viewer.id, context.now, until);
  const shown: CalendarView["meetings"][number][] = [];
  for (const meeting of coming.slice(0, MEETINGS_SHOWN_MAX)) {
    const customer = await customerName(db, meeting.customer);
    if (customer !== null) shown.push({ customer: customer.name, when: meetingTime(drawing, meeting, viewer) });
  }
  return shown;
}
