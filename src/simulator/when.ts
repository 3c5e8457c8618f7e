import { addDays, addMonths, clockIn, instantAt, isDay, isWorkingDay } from "#domain/calendar.ts";
import { simulatorMisuse } from "./control-body.ts";

const MINUTES_IN_HOUR = 60;
const MINUTES_IN_DAY = 1440;
const DIGEST_MINUTES = 8 * MINUTES_IN_HOUR + 30;
const MS_PER_MINUTE = 60_000;
const DAYS_AHEAD_MAX = 400;
const UNITS = ["minute", "hour", "day", "week", "month"] as const;
type Unit = (typeof UNITS)[number];

/**
 * The instant that is meant by an ISO instant, "2026-12-04 9:05", "today 17:00", "tomorrow 8:30", "next 8:30" (of a working
 * day), "+15 minutes", "+2 hours", "+1 day", "+1 week" or "+1 month" (at the same time of day). Throws a sentence for
 * anything else, for the past, and for more than 400 days ahead.
 */
export function instantMeant(to: string, now: Date, timeZone: string): Date {
  const text = to.trim().toLowerCase();
  const meant = relative(text, now, timeZone) ?? timeOfDay(text, now, timeZone) ?? isoInstant(to.trim());
  if (meant === null) {
    throw simulatorMisuse(`"${to}" is no time: say "tomorrow 8:30", "+1 week", "2026-12-04 9:05" or an ISO instant.`);
  }
  if (meant < now) throw simulatorMisuse(`It is ${now.toISOString()} already: time does not go back.`);
  if (meant.getTime() - now.getTime() > DAYS_AHEAD_MAX * MINUTES_IN_DAY * MS_PER_MINUTE) {
    throw simulatorMisuse(`That is more than ${DAYS_AHEAD_MAX} days ahead: go there in several steps.`);
  }
  return meant;
}

/** The next working day's 8:30 (today's while it is to come): when people read their digest. */
export function nextDigest(now: Date, timeZone: string): Date {
  const { day, minutes } = clockIn(now, timeZone);
  let on = minutes < DIGEST_MINUTES ? day : addDays(day, 1);
  while (!isWorkingDay(on)) on = addDays(on, 1);
  return instantAt(on, DIGEST_MINUTES, timeZone);
}

function relative(text: string, now: Date, timeZone: string): Date | null {
  const [, count, name] = /^\+\s*(\d{1,4})\s*([a-z]+?)s?$/.exec(text) ?? [];
  const unit = UNITS.find((one) => one === name);
  return count === undefined || unit === undefined ? null : later(now, Number(count), unit, timeZone);
}

function later(now: Date, count: number, unit: Unit, timeZone: string): Date {
  const { day, minutes } = clockIn(now, timeZone);
  switch (unit) {
    case "minute":
      return new Date(now.getTime() + count * MS_PER_MINUTE);
    case "hour":
      return new Date(now.getTime() + count * MINUTES_IN_HOUR * MS_PER_MINUTE);
    case "day":
      return instantAt(addDays(day, count), minutes, timeZone);
    case "week":
      return instantAt(addDays(day, 7 * count), minutes, timeZone);
    case "month":
      return instantAt(addMonths(day, count), minutes, timeZone);
    default:
      return unit satisfies never;
  }
}

function timeOfDay(text: string, now: Date, timeZone: string): Date | null {
  const [, named = "", hours, minutes = "0"] = /^(\S+)\s+(\d{1,2})(?:[:h](\d{2}))?$/.exec(text) ?? [];
  const at = Number(hours) * MINUTES_IN_HOUR + Number(minutes);
  if (!(at < MINUTES_IN_DAY)) return null;
  const { day } = clockIn(now, timeZone);
  if (named === "today") return instantAt(day, at, timeZone);
  if (named === "tomorrow") return instantAt(addDays(day, 1), at, timeZone);
  if (named === "next") return nextAt(at, now, timeZone);
  return isDay(named) ? instantAt(named, at, timeZone) : null;
}

function nextAt(minutes: number, now: Date, timeZone: string): Date {
  let { day } = clockIn(now, timeZone);
  while (!isWorkingDay(day) || instantAt(day, minutes, timeZone) <= now) day = addDays(day, 1);
  return instantAt(day, minutes, timeZone);
}

function isoInstant(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/i.test(text)) return null;
  const meant = new Date(text);
  return Number.isNaN(meant.getTime()) ? null : meant;
}
