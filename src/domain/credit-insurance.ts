import { addDays, type Day } from "./calendar.ts";

/** Days before the declaration falls due at which finance hears of it (P11). */
const DECLARE_NOTICE_DAYS = 7;

/** The last day to which a policy lets the payment of an insured invoice be put off; null = no limit was set. */
export function coveredUntil(due: Day, extensionDays: number | null): Day | null {
  return extensionDays === null ? null : addDays(due, extensionDays);
}

/** Whether a promise goes beyond what the credit insurer allows: finance decides then, because the cover can be lost. */
export function isBeyondCover(promised: Day, earliestDue: Day | null, extensionDays: number | null): boolean {
  const until = earliestDue === null ? null : coveredUntil(earliestDue, extensionDays);
  return until !== null && promised > until;
}

/** Until when a default on an invoice of that due day is to be declared. */
export function declareBefore(due: Day, declareDays: number): Day {
  return addDays(due, declareDays);
}

/** Invoices due by then are to be spoken of today: their declaration falls due within a week. */
export function dueToDeclare(today: Day, declareDays: number): Day {
  return addDays(today, DECLARE_NOTICE_DAYS - declareDays);
}
