import { addDays, daysBetween, type Day } from "#domain/calendar.ts";
import { workedDays } from "#domain/ask-clock.ts";
import type { Refusal } from "#domain/refusal.ts";
import { type Worker, worksOn } from "#domain/working-hours.ts";

/** When somebody is not there, both days included, and who has their customers meanwhile; null = nobody. */
export interface Absence {
  readonly id: number;
  readonly personId: number;
  readonly from: Day;
  readonly until: Day;
  readonly delegateId: number | null;
}

/** Longer is no absence any more: the customers want another owner. */
const ABSENCE_DAYS_MAX = 60;
/** From so many working days on, what is new does not wait for somebody whom nobody replaces. */
const LONG_WORKING_DAYS = 3;

/** Whether somebody may be absent on these days: not over already, and 60 days at most. Null = they may. */
export function refuseAbsence(absence: Pick<Absence, "from" | "until">, today: Day): Refusal | null {
  if (absence.until < today) return { why: "date-in-past", day: absence.until };
  return daysBetween(absence.from, absence.until) >= ABSENCE_DAYS_MAX
    ? { why: "absence-too-long", days: ABSENCE_DAYS_MAX }
    : null;
}

/** The absence somebody is in on a day; null = they are there. */
export function absentOn<A extends Pick<Absence, "from" | "until">>(absences: readonly A[], day: Day): A | null {
  return absences.find(({ from, until }) => from <= day && day <= until) ?? null;
}

/** Whether what is new goes to the manager meanwhile: nobody stands in, and it would wait for days. */
export function isLong(absence: Pick<Absence, "from" | "until">, worker: Worker): boolean {
  return workedDays(addDays(absence.from, -1), absence.until, worksOn(worker, [])) >= LONG_WORKING_DAYS;
}

/** The absence from which somebody came back on this very day, their first working one since; null = they did not. */
export function backFrom(absences: readonly Absence[], worker: Worker, today: Day): Absence | null {
  const works = worksOn(worker, absences);
  if (!works(today)) return null;
  const worksBefore = (absence: Absence) => workedDays(absence.until, addDays(today, -1), works) > 0;
  return absences.find((absence) => absence.until < today && !worksBefore(absence)) ?? null;
}
