import {
  addDays,
  addMonths,
  type Day,
  endOfMonth,
  type HolidayRegion,
  nextWorkingDay,
  previousWorkingDay,
  weekday,
} from "#domain/calendar.ts";

/** A day that a promise menu offers, all of them working days later than today. */
export interface PromiseDay {
  readonly name: "friday" | "month-end" | "in-15-days";
  readonly day: Day;
}

const FRIDAY = 5;
const LATER_DAYS = 15;

/**
 * The days customers name most: Friday, the end of the month, in 15 days. A holiday gives way to the working day before it,
 * unless that is already past. Days that coincide are offered once, under the first name.
 */
export function promiseDays(today: Day, region: HolidayRegion = "metropole"): readonly PromiseDay[] {
  const tomorrow = addDays(today, 1);
  const friday = addDays(tomorrow, (FRIDAY - weekday(tomorrow) + 7) % 7);
  const days: readonly PromiseDay[] = [
    { name: "friday", day: workingDayBefore(friday, today, region) },
    { name: "month-end", day: lastWorkingDayOfMonth(today, region) },
    { name: "in-15-days", day: nextWorkingDay(addDays(today, LATER_DAYS), region) },
  ];
  return days.filter((each, index) => days.findIndex((other) => other.day === each.day) === index);
}

function workingDayBefore(day: Day, today: Day, region: HolidayRegion): Day {
  const before = previousWorkingDay(day, region);
  return before > today ? before : nextWorkingDay(day, region);
}

function lastWorkingDayOfMonth(today: Day, region: HolidayRegion): Day {
  const last = previousWorkingDay(endOfMonth(today), region);
  return last > today ? last : previousWorkingDay(endOfMonth(addMonths(today, 1)), region);
}
