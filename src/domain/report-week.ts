import { addDays, isoWeek, minDay, weekday, type Day } from "./calendar.ts";

/** An ISO week, Monday to Sunday; people read it as its working days. */
export interface ReportWeek {
  readonly year: number;
  readonly week: number;
  readonly from: Day;
  readonly until: Day;
}

const FRIDAY = 5;

/** How many points a trend of the report has: this week's and the seven before. */
const TREND_WEEKS = 8;

/**
 * The week that a report of a day is about: the last one whose working days have come. Until Thursday that is the past
 * week, from Friday on the one that ends.
 */
export function reportWeek(on: Day): ReportWeek {
  return weekOf(weekday(on) >= FRIDAY ? on : addDays(on, -7));
}

/**
 * The day whose figures a report of a day tells: the last of its week that is over. A day is whole only when the next one
 * has begun, so a report reads the same all week long, and the next one compares with what was read.
 */
export function figuresDay(on: Day): Day {
  return minDay(reportWeek(on).until, addDays(on, -1));
}

/** The week after the reported one: what it brings is for the meeting to prepare. */
export function weekAfter({ from }: ReportWeek): ReportWeek {
  return weekOf(addDays(from, 7));
}

/** The ISO week before. */
export function weekBefore({ from }: ReportWeek): ReportWeek {
  return weekOf(addDays(from, -7));
}

/** The same day of the last eight weeks, oldest first, the day itself last. */
export function trendDays(on: Day): readonly Day[] {
  return Array.from({ length: TREND_WEEKS }, (_, index) => addDays(on, (index + 1 - TREND_WEEKS) * 7));
}

function weekOf(day: Day): ReportWeek {
  const from = addDays(day, 1 - weekday(day));
  return { ...isoWeek(day), from, until: addDays(from, 6) };
}
