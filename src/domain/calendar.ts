import { isHoliday } from "#domain/holidays.ts";

/** A calendar day without a time zone: "2026-12-04". Two of them compare as text does. */
export type Day = `${number}-${number}-${number}`;

/** Where the recipient is: Alsace and Moselle keep two more holidays. */
export type HolidayRegion = "metropole" | "alsace-moselle";

/** A day and the minutes since that day's midnight, as the clock on a person's wall shows them. */
export interface WallClock {
  readonly day: Day;
  readonly minutes: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const ZONES_KEPT_MAX = 500;
const YEAR_MIN = 1900;
const YEAR_MAX = 2199;
const ALSACE_MOSELLE = /^(57|67|68)\d{3}$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Whether a text is a real calendar day, "YYYY-MM-DD", from 1900 to 2199. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = partsOf(text);
  return dayOf(year, month, day) === text;
}

/** The day of these numbers (month 1 to 12), or null when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | null {
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return dayFromMs(Date.UTC(year, month - 1, day));
}

/** Year, month (1 to 12) and day of the month. */
export function partsOf(day: string): readonly [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day so many calendar days later; earlier when negative. */
export function addDays(day: Day, days: number): Day {
  return dayFromMs(msOf(day) + days * DAY_MS);
}

/** Calendar days from one day to another: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((msOf(to) - msOf(from)) / DAY_MS);
}

/** 1 for Monday to 7 for Sunday, as ISO 8601 counts. */
export function weekday(day: Day): number {
  return new Date(msOf(day)).getUTCDay() || 7;
}

/** The last day of the month a day is in. */
export function endOfMonth(day: Day): Day {
  const [year, month] = partsOf(day);
  return dayFromMs(Date.UTC(year, month, 0));
}

/** Same day of the month so many months later, or that month's last: 31 January + 1 = 28 February. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, dayOfMonth] = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1);
  first.setUTCDate(Math.min(dayOfMonth, last));
  return dayFromMs(first.getTime());
}

/** The later of two days. */
export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/** The ISO 8601 week: week 1 holds the year's first Thursday, so its year may not be the day's. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = addDays(day, 4 - weekday(day));
  const [year] = partsOf(thursday);
  const firstOfYear = dayFromMs(Date.UTC(year, 0, 1));
  return { year, week: Math.floor(daysBetween(firstOfYear, thursday) / 7) + 1 };
}

/** Which holidays an address keeps: postal codes 57, 67 and 68 in France, else the common ones. */
export function regionOf(postalCode: string | null, country: string | null): HolidayRegion {
  const inFrance = country === null || /^(|fr|fra|france)$/i.test(country.trim());
  const code = (postalCode ?? "").replace(/\s/g, "");
  return inFrance && ALSACE_MOSELLE.test(code) ? "alsace-moselle" : "metropole";
}

/** Monday to Friday, and no legal holiday where the recipient is. */
export function isWorkingDay(day: Day, region: HolidayRegion = "metropole"): boolean {
  return weekday(day) <= 5 && !isHoliday(day, region);
}

/** The first working day on or after this one. */
export function nextWorkingDay(day: Day, region: HolidayRegion = "metropole"): Day {
  let found = day;
  while (!isWorkingDay(found, region)) found = addDays(found, 1);
  return found;
}

/** The last working day on or before this one. */
export function previousWorkingDay(day: Day, region: HolidayRegion = "metropole"): Day {
  let found = day;
  while (!isWorkingDay(found, region)) found = addDays(found, -1);
  return found;
}

/** The n-th working day after a day, before it when n is negative; 0 gives the day itself. */
export function addWorkingDays(day: Day, n: number, region: HolidayRegion = "metropole"): Day {
  const step = n < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(n); left > 0;) {
    found = addDays(found, step);
    if (isWorkingDay(found, region)) left -= 1;
  }
  return found;
}

/** How many working days d have from < d <= to; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, region: HolidayRegion = "metropole"): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, region)) count += 1;
  }
  return count;
}

/** Whether the runtime knows an IANA zone: "Europe/Paris". */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone);
    return true;
  } catch {
    return false;
  }
}

/** Whether people may live in it: an offset such as +01:00 has no summer time, and PostgreSQL counts it the other way round. */
export function isNamedTimeZone(timeZone: string): boolean {
  return /^[a-z]/i.test(timeZone) && isTimeZone(timeZone);
}

/** The calendar day of an instant in a time zone. */
export function dayIn(instant: Date, timeZone: string): Day {
  return clockIn(instant, timeZone).day;
}

/** Day and minutes since midnight (0 to 1439) of an instant in a time zone. */
export function clockIn(instant: Date, timeZone: string): WallClock {
  const wall = new Date(wallMs(instant.getTime(), timeZone));
  const day = dayOf(wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate());
  if (day === null) throw new Error(`No calendar day for ${instant.toISOString()}`);
  return { day, minutes: wall.getUTCHours() * 60 + wall.getUTCMinutes() };
}

/**
 * The instant a wall clock shows this. Where the clock jumps forward, the time that does not exist
 * becomes the same distance after the jump (2:30 is 3:30); where it goes back, the first of the two.
 */
export function instantAt(day: Day, minutes: number, timeZone: string): Date {
  const [year, month, dayOfMonth] = partsOf(day);
  const wanted = Date.UTC(year, month - 1, dayOfMonth) + minutes * MINUTE_MS;
  const before = offsetMs(wanted - DAY_MS, timeZone);
  const after = offsetMs(wanted + DAY_MS, timeZone);
  // Read with the offset in force before a jump, a time in the gap lands after it.
  const fits = [wanted - before, wanted - after].filter((ms) => wallMs(ms, timeZone) === wanted);
  return new Date(fits.length > 0 ? Math.min(...fits) : wanted - before);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function msOf(day: Day): number {
  const [year, month, dayOfMonth] = partsOf(day);
  return Date.UTC(year, month - 1, dayOfMonth);
}

function dayFromMs(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10) as Day;
}

function offsetMs(instantMs: number, timeZone: string): number {
  return wallMs(instantMs, timeZone) - Math.floor(instantMs / 1000) * 1000;
}

/** What the wall clock shows, written as if it were UTC, to the second. */
function wallMs(instantMs: number, timeZone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of formatterOf(timeZone).formatToParts(instantMs)) {
    part[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  if (formatters.size >= ZONES_KEPT_MAX) formatters.clear();
  formatters.set(timeZone, made);
  return made;
}
