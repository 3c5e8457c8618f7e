import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { FeedFault } from "#domain/calendar-feed.ts";
import type { Day } from "#domain/calendar.ts";
import type { MeetingTime } from "#i18n/cards/meetings/messages.ts";
import type { Words } from "#i18n/words.ts";

/** The reader's own calendar and how reading it goes; its address is never whole. */
export interface CalendarView {
  readonly feed: {
    readonly where: string;
    readonly read: { readonly at: Date; readonly day: Day } | null;
    readonly fault: FeedFault | null;
  } | null;
  /** With customers, the next first. */
  readonly meetings: readonly { readonly customer: string; readonly when: MeetingTime }[];
  readonly asOf: AsOf;
}

/** `/agenda`: what is linked, what was found, and how to test, change or forget it. */
export function calendarCard(view: CalendarView, words: Words): Card {
  const say = words.cards.meetings.calendar;
  return {
    name: "calendar",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      ...(view.feed === null ? [{ is: "text", text: say.none } as const] : stateParts(view, view.feed, words)),
      { is: "small", text: say.privacy },
      { is: "controls", controls: controls(view.feed !== null, words) },
      asOfPart(view.asOf, words),
    ],
  };
}

/** To its owner, when a calendar has failed for a day; once it works again the card says so. */
export function calendarTroubleCard(
  view: { readonly where: string; readonly since: Day | null; readonly asOf: AsOf },
  words: Words,
): Card {
  const say = words.cards.meetings.calendar;
  if (view.since === null) {
    return {
      name: "calendar-trouble",
      summary: say.works,
      parts: [{ is: "text", text: say.works }, asOfPart(view.asOf, words)],
    };
  }
  return {
    name: "calendar-trouble",
    summary: say.failingTitle,
    parts: [
      { is: "heading", text: say.failingTitle },
      { is: "text", text: say.failing(view.where, view.since, view.asOf.today) },
      { is: "controls", controls: controls(true, words) },
      asOfPart(view.asOf, words),
    ],
  };
}

function stateParts(view: CalendarView, feed: NonNullable<CalendarView["feed"]>, words: Words): readonly Part[] {
  const say = words.cards.meetings.calendar;
  const { timeZone, today } = view.asOf;
  const read = feed.read === null ? say.neverRead : say.readAt(feed.read.at, timeZone, feed.read.day, today);
  const lines = [say.linked(feed.where), feed.fault === null ? read : say.failed(feed.fault)];
  const isEmpty = view.meetings.length === 0 && feed.read !== null && feed.fault === null;
  return [
    ...lines.map((text) => ({ is: "text", text }) as const),
    ...view.meetings.map(({ customer, when }) => ({ is: "item", text: say.next(customer, when) }) as const),
    ...(isEmpty ? [{ is: "text", text: say.noMeeting } as const] : []),
  ];
}

function controls(isLinked: boolean, words: Words): readonly Control[] {
  const say = words.cards.meetings.calendar;
  const link = { is: "button", action: { do: "open-form", form: "calendar" } } as const;
  if (!isLinked) return [{ ...link, label: say.link, look: "primary" }];
  return [
    { is: "button", label: say.test, action: { do: "test-calendar" } },
    { ...link, label: say.change },
    {
      is: "button",
      label: say.unlink,
      action: { do: "unlink-calendar" },
      confirm: { title: say.unlinkTitle, text: say.unlinkText, yes: say.unlinkYes, no: say.unlinkNo },
    },
  ];
}
