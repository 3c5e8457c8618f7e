import { addDays, clockIn, instantAt, isWorkingDay, type Day } from "#domain/calendar.ts";
import type { WorkingHours } from "#domain/meeting-times.ts";
import type { Person } from "#domain/person.ts";

/** What says when somebody works: nothing reaches them at other times (the right to disconnect). */
export type Worker = Pick<
  Person,
  "timeZone" | "digestMinutes" | "workFromMinutes" | "workUntilMinutes" | "alsaceMoselle"
>;

/** Days on which somebody is not there, both ends included. */
interface DaysOff {
  readonly from: Day;
  readonly until: Day;
}

/** No absence lasts that long: the search for a working day ends. */
const DAYS_LOOKED_AT_MAX = 400;

/** Whether somebody works on a day: Monday to Friday, no holiday where they are, and not absent. */
export function worksOn(
  { alsaceMoselle }: Pick<Person, "alsaceMoselle">,
  absences: readonly DaysOff[],
): (day: Day) => boolean {
  const region = alsaceMoselle ? "alsace-moselle" : "metropole";
  return (day) => isWorkingDay(day, region) && !absences.some(({ from, until }) => from <= day && day <= until);
}

/** The n-th day somebody works after a day. */
export function nthWorkedDay(after: Day, n: number, works: (day: Day) => boolean): Day {
  let day = after;
  let left = n;
  for (let looked = 0; left > 0 && looked < DAYS_LOOKED_AT_MAX; looked += 1) {
    day = addDays(day, 1);
    if (works(day)) left -= 1;
  }
  return day;
}

/**
 * When a person's day begins and ends, in minutes since midnight: their own hours, else the company's. Who reads the
 * morning's digest before the company opens has begun by then.
 */
export function hoursOf(worker: Worker, company: WorkingHours): WorkingHours {
  const { workFromMinutes: from, workUntilMinutes: until } = worker;
  if (from !== null && until !== null) return { workFromMinutes: from, workUntilMinutes: until };
  const { workFromMinutes, workUntilMinutes } = company;
  return { workFromMinutes: Math.min(workFromMinutes, worker.digestMinutes), workUntilMinutes };
}

/** The hour of somebody's digest: the one they chose, but never before the hours they chose. */
export function digestMinutesOf(worker: Pick<Worker, "digestMinutes" | "workFromMinutes">): number {
  return Math.max(worker.digestMinutes, worker.workFromMinutes ?? 0);
}

/** The instant itself while somebody works, else the next time they begin. */
export function openingOf(worker: Worker, absences: readonly DaysOff[], instant: Date, company: WorkingHours): Date {
  const works = worksOn(worker, absences);
  const { workFromMinutes, workUntilMinutes } = hoursOf(worker, company);
  const { day, minutes } = clockIn(instant, worker.timeZone);
  if (works(day) && minutes >= workFromMinutes && minutes < workUntilMinutes) return instant;
  const opensToday = works(day) && minutes < workFromMinutes;
  return instantAt(opensToday ? day : nthWorkedDay(day, 1, works), workFromMinutes, worker.timeZone);
}
