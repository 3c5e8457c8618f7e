import type { Day, HolidayRegion } from "#domain/calendar.ts";

const YEARS_KEPT_MAX = 400;

const FIXED: readonly string[] = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

/** Easter Monday, Ascension and Whit Monday, in days after Easter Sunday. */
const AFTER_EASTER: readonly number[] = [1, 39, 50];

const GOOD_FRIDAY_AFTER_EASTER = -2;
const SAINT_STEPHEN = "12-26";
const DAY_MS = 86_400_000;

const kept = new Map<string, ReadonlySet<string>>();

/** Whether a day is a legal holiday (Code du travail L3133-1; L3134-13 for Alsace-Moselle). */
export function isHoliday(day: Day, region: HolidayRegion): boolean {
  return holidaysOf(Number(day.slice(0, 4)), region).has(day);
}

/** The day so many days after Easter Sunday of a year; before it when negative. */
export function dayFromEaster(year: number, days: number): string {
  return dayAt(easterSundayMs(year), days);
}

/** All legal holidays of a year, as days: 11, or 13 in Alsace-Moselle (fewer when two coincide). */
export function holidaysOf(year: number, region: HolidayRegion): ReadonlySet<string> {
  const key = `${year} ${region}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = computeHolidays(year, region);
  if (kept.size >= YEARS_KEPT_MAX) kept.clear();
  kept.set(key, found);
  return found;
}

function computeHolidays(year: number, region: HolidayRegion): ReadonlySet<string> {
  const easter = easterSundayMs(year);
  const moving = AFTER_EASTER.map((days) => dayAt(easter, days));
  const fixed = FIXED.map((monthAndDay) => onYear(year, monthAndDay));
  const local =
    region === "alsace-moselle" ? [dayAt(easter, GOOD_FRIDAY_AFTER_EASTER), onYear(year, SAINT_STEPHEN)] : [];
  return new Set([...fixed, ...moving, ...local]);
}

function onYear(year: number, monthAndDay: string): string {
  return `${String(year).padStart(4, "0")}-${monthAndDay}`;
}

function dayAt(easterMs: number, daysAfter: number): string {
  return new Date(easterMs + daysAfter * DAY_MS).toISOString().slice(0, 10);
}

/** The Gregorian computus in the form of Meeus, Jones and Butcher; its letters are theirs. */
function easterSundayMs(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day);
}
