import { addDays, clockIn, instantAt, nextWorkingDay } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";

/** The earliest instant at which a card may reach a person: not before the digest's hour, and on a working day. */
export function earliestFor(person: Pick<Person, "timeZone" | "digestMinutes">, now: Date): Date {
  const clock = clockIn(now, person.timeZone);
  const day = nextWorkingDay(clock.day);
  if (day === clock.day && clock.minutes >= person.digestMinutes) return now;
  return instantAt(day, person.digestMinutes, person.timeZone);
}

/** The digest's hour of the working day after an instant: what finance reads the next morning. */
export function nextMorningOf(person: Pick<Person, "timeZone" | "digestMinutes">, now: Date): Date {
  const { day } = clockIn(now, person.timeZone);
  return instantAt(nextWorkingDay(addDays(day, 1)), person.digestMinutes, person.timeZone);
}
