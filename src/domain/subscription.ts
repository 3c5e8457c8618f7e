import { addDays, clockIn, type Day, instantAt, isWorkingDay, nextWorkingDay, weekday } from "#domain/calendar.ts";
import type { Locale } from "#domain/person.ts";

/** When a channel gets its report: a working day of the week, in the subscription's own zone. */
export interface Schedule {
  /** 1 = Monday to 5 = Friday. */
  readonly weekday: number;
  /** Minutes since local midnight. */
  readonly minutes: number;
  readonly timeZone: string;
}

/** What is posted, in which channel, and for whom it is kept. */
export interface Subscription extends Schedule {
  readonly id: number;
  readonly channel: number;
  /** A `ReportScope` as `scopeKey` writes it. */
  readonly scope: string;
  readonly locale: Locale;
  /** Who is told of it; null = finance, since its owner left. */
  readonly ownerId: number | null;
  /** When it was made or last changed: what was due before is not made up. */
  readonly since: Date;
  readonly stopped: StopReason | null;
}

/** Why a subscription ended: somebody stopped it, or there is nowhere left to post. */
export const STOP_REASONS = ["asked", "archived", "gone", "removed", "not-allowed"] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Why a report was not posted although the subscription goes on. */
export const WITHHELD_REASONS = ["guests", "too-many", "too-few", "unknown"] as const;
export type WithheldReason = (typeof WITHHELD_REASONS)[number];

/** How a run ended; null = it waits in the outbox. */
export const RUN_OUTCOMES = ["posted", "withheld", "stopped", "nothing", "too-late"] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

/** Nobody's own figures may be worked out from a sum or a rate in a channel. */
export const REPS_MIN = 3;

export const WEEKDAYS = [1, 2, 3, 4, 5] as const;

/** Hours a report may be posted at, in minutes since midnight: nobody's evening. */
export const HOURS = Array.from({ length: 23 }, (_, index) => 7 * 60 + index * 30);

/** One posting: the day it is for, when it is due, and when the next one is. */
export interface Run {
  readonly dueOn: Day;
  readonly at: Date;
  readonly next: Date;
}

/** A run missed is made up within office hours. */
const MADE_UP_UNTIL_MINUTES = 18 * 60;
/** Somebody's late report has an hour all the same. */
const ROOM_MINUTES = 60;
const WEEK_DAYS = 7;

/**
 * The latest run that was due by an instant, or null when none has been since the subscription was made. Earlier ones are
 * not replayed: a report of two weeks ago is nobody's agenda.
 */
export function latestRun(schedule: Schedule, since: Date, now: Date): Run | null {
  const monday = mondayOf(clockIn(now, schedule.timeZone).day);
  // A run that a holiday moved may be due in the week after its own.
  const runs = [-2, -1, 0].map((week) => runOfWeek(schedule, addDays(monday, week * WEEK_DAYS)));
  const due = runs.findLast(({ at }) => at <= now);
  return due === undefined || due.at < since ? null : due;
}

/** The first run after an instant. */
export function nextRun(schedule: Schedule, after: Date): Run {
  const monday = mondayOf(clockIn(after, schedule.timeZone).day);
  const runs = [-1, 0, 1, 2].map((week) => runOfWeek(schedule, addDays(monday, week * WEEK_DAYS)));
  const found = runs.find(({ at }) => at > after);
  if (found === undefined) throw new Error("A weekly schedule has no run within two weeks.");
  return found;
}

/**
 * When a run that is due may be posted: at once on a working day between its hour and the evening, else on the next
 * working day at its hour. Null when the next run comes first: the week is over.
 */
export function postableAt(schedule: Schedule, run: Run, now: Date): Date | null {
  const { day, minutes } = clockIn(now, schedule.timeZone);
  const latest = Math.max(MADE_UP_UNTIL_MINUTES, schedule.minutes + ROOM_MINUTES);
  const at = (on: Day) => instantAt(nextWorkingDay(on), schedule.minutes, schedule.timeZone);
  const isOpen = isWorkingDay(day) && minutes >= schedule.minutes && minutes <= latest;
  const found = isOpen ? now : at(minutes < schedule.minutes ? day : addDays(day, 1));
  return found < run.next ? found : null;
}

/** On a holiday the next working day, at the same hour. */
function runOfWeek(schedule: Schedule, monday: Day): Run {
  const dayOf = (start: Day) => nextWorkingDay(addDays(start, schedule.weekday - 1));
  const at = (day: Day) => instantAt(day, schedule.minutes, schedule.timeZone);
  const dueOn = dayOf(monday);
  return { dueOn, at: at(dueOn), next: at(dayOf(addDays(monday, WEEK_DAYS))) };
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}
