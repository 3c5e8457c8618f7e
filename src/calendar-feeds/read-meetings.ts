import { expandRecurringEvent, sync, type EventInstance, type VEvent } from "node-ical";

import { dayOf, instantAt, isTimeZone } from "#domain/calendar.ts";
import type { Guest, SeenMeeting } from "#domain/meeting.ts";

/** What is to be read of a calendar: what begins between two instants. */
export interface Reading {
  readonly text: string;
  readonly from: Date;
  readonly to: Date;
  /** Where a time without a zone is meant. */
  readonly timeZone: string;
}

const MEETINGS_MAX = 500;
const GUESTS_MAX = 200;
const TEXT_LENGTH_MAX = 200;
const OWN_ZONES_MAX = 20;

/**
 * The meetings of a calendar: series unfolded (RRULE, RDATE, EXDATE, changed and cancelled occurrences), times as instants.
 * What cannot be understood is left out. Runs where it may be stopped: a calendar can be made to take for ever.
 */
export function readMeetings({ text, from, to, timeZone }: Reading): readonly SeenMeeting[] {
  const events = Object.values(sync.parseICS(withNamedZones(text))).filter(
    (each): each is VEvent => each?.type === "VEVENT",
  );
  return events
    .flatMap((event) => occurrences(event, from, to))
    .flatMap((found) => meetingOf(found, timeZone))
    .filter(({ starts }) => starts >= from && starts < to)
    .slice(0, MEETINGS_MAX);
}

/**
 * The library reads a calendar's own description of a zone under the name that Microsoft gives such zones alone; others
 * that are no IANA or Windows name are renamed to that.
 */
function withNamedZones(text: string): string {
  const described = new Set([...text.matchAll(/^TZID:(.+?)\r?$/gm)].map(([, name = ""]) => name));
  const own = [...described]
    .filter((name) => !isTimeZone(name) && !name.endsWith(" Standard Time"))
    .slice(0, OWN_ZONES_MAX);
  return own.reduce((named, name, nth) => {
    const known = `Customized Time Zone ${nth}`;
    return named
      .replaceAll(`TZID:${name}\r\n`, `TZID:${known}\r\n`)
      .replaceAll(`TZID=${name}:`, `TZID=${known}:`)
      .replaceAll(`TZID="${name}":`, `TZID=${known}:`);
  }, text);
}

/** A rule that no calendar of a person has (every second) is given up by the library: it is not theirs. */
function occurrences(event: VEvent, from: Date, to: Date): readonly EventInstance[] {
  try {
    return expandRecurringEvent(event, { from, to });
  } catch {
    return [];
  }
}

function meetingOf(found: EventInstance, timeZone: string): readonly SeenMeeting[] {
  const { event } = found;
  const starts = instantOf(found.start, timeZone);
  const ends = instantOf(found.end, timeZone);
  if (starts === null || ends === null) return [];
  return [
    {
      uid: event.uid,
      starts,
      ends,
      isAllDay: found.isFullDay,
      isCancelled: event.status === "CANCELLED",
      title: textOf(found.summary),
      place: textOf(event.location),
      guests: guestsOf(event),
    },
  ];
}

/** Null in a zone that nobody knows: an hour off is worse than nothing. Without any zone, the clock on the person's wall. */
function instantOf(date: Date & { readonly tz?: string }, timeZone: string): Date | null {
  if (Number.isNaN(date.getTime())) return null;
  if (date.tz !== undefined && date.tz !== "") return isTimeZone(date.tz) ? new Date(date.getTime()) : null;
  const day = dayOf(date.getFullYear(), date.getMonth() + 1, date.getDate());
  return day === null ? null : instantAt(day, date.getHours() * 60 + date.getMinutes(), timeZone);
}

function guestsOf(event: VEvent): readonly Guest[] {
  const invited = [event.attendee ?? []].flat().slice(0, GUESTS_MAX);
  return [...invited, ...(event.organizer === undefined ? [] : [event.organizer])].flatMap((one): readonly Guest[] => {
    const params = paramsOf(one);
    const email = textOf(one).replace(/^mailto:/i, "");
    if (!email.includes("@") || /^(ROOM|RESOURCE)$/i.test(textOf(params["CUTYPE"]))) return [];
    return [{ email, hasDeclined: /^DECLINED$/i.test(textOf(params["PARTSTAT"])) }];
  });
}

/** The library gives a text, or a text with its parameters. */
function textOf(value: unknown): string {
  const bare = typeof value === "object" && value !== null && "val" in value ? value.val : value;
  return typeof bare === "string" ? bare.slice(0, TEXT_LENGTH_MAX) : "";
}

function paramsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || !("params" in value)) return {};
  return (value.params ?? {}) as Readonly<Record<string, unknown>>;
}
