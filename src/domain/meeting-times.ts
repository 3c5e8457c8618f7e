import { addDays, clockIn, type Day, instantAt, isWorkingDay, nextWorkingDay } from "./calendar.ts";
import type { Settings } from "./settings.ts";

/** When something about a meeting may reach a person, and until when it is worth it. */
export interface MeetingMoment {
  readonly notBefore: Date;
  readonly validUntil: Date;
}

/** A person's working hours: nothing reaches them outside (the right to disconnect). */
export type WorkingHours = Pick<Settings, "workFromMinutes" | "workUntilMinutes">;

const BRIEF_BEFORE_MS = 45 * 60_000;
const ASK_AFTER_MS = 60 * 60_000;

/** 45 minutes before a meeting, or when the day opens after that; null = it would come too late. */
export function briefMoment(starts: Date, timeZone: string, hours: WorkingHours): MeetingMoment | null {
  const notBefore = openingAfter(new Date(starts.getTime() - BRIEF_BEFORE_MS), timeZone, hours);
  return notBefore < starts ? { notBefore, validUntil: starts } : null;
}

/** One hour after a meeting, or at the next opening; worth it until the end of that day. */
export function afterMoment(ends: Date, timeZone: string, hours: WorkingHours): MeetingMoment {
  const notBefore = openingAfter(new Date(ends.getTime() + ASK_AFTER_MS), timeZone, hours);
  const { day } = clockIn(notBefore, timeZone);
  return { notBefore, validUntil: instantAt(day, hours.workUntilMinutes, timeZone) };
}

/** The instant itself when it is within working hours, else the next time they begin. */
export function openingAfter(instant: Date, timeZone: string, hours: WorkingHours): Date {
  const { day, minutes } = clockIn(instant, timeZone);
  const opens = (on: Day) => instantAt(nextWorkingDay(on), hours.workFromMinutes, timeZone);
  if (!isWorkingDay(day) || minutes < hours.workFromMinutes) return opens(day);
  return minutes < hours.workUntilMinutes ? instant : opens(addDays(day, 1));
}
