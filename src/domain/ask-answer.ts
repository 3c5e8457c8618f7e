import { addDays, addWorkingDays, nextWorkingDay, type Day } from "#domain/calendar.ts";
import { latestHold } from "#domain/hold.ts";
import type { Refusal } from "#domain/refusal.ts";

/** A day that an answer asks for, or why it cannot be. */
export type ChosenDay = { readonly day: Day } | { readonly refusal: Refusal };

const RETRY_WORKING_DAYS = 2;
/** Farther than that, "no answer" would be a hold that nobody agreed to. */
const RETRY_WORKING_DAYS_MAX = 10;
const LATER_WORKING_DAYS_MAX = 5;
const ALREADY_PAID_WORKING_DAYS = 5;

/** When the card comes back after nobody answered: the day chosen, else the next working day + 2. */
export function retryDay(chosen: Day | null, today: Day): ChosenDay {
  const usual = addWorkingDays(nextWorkingDay(today), RETRY_WORKING_DAYS);
  return chosen === null ? { day: usual } : within(chosen, today, addWorkingDays(today, RETRY_WORKING_DAYS_MAX));
}

/** "Later": at most 5 working days, and once. */
export function laterDay(chosen: Day, today: Day, alreadyPostponed: boolean): ChosenDay {
  if (alreadyPostponed) return { refusal: { why: "later-only-once" } };
  return within(chosen, today, addWorkingDays(today, LATER_WORKING_DAYS_MAX));
}

/**
 * A visit: dunning waits up to and including the working day after it, on which the card asks what came of it. For a rep
 * it must end within the longest hold of a rep.
 */
export function visitDay(visit: Day, today: Day, isFinance: boolean): ChosenDay {
  if (visit < today) return { refusal: { why: "date-in-past", day: visit } };
  const after = nextWorkingDay(addDays(visit, 1));
  const latest = latestHold(today);
  return after > latest && !isFinance ? { refusal: { why: "hold-too-long", latest } } : { day: after };
}

/** The last day on which dunning waits for a payment that the customer says is made. */
export function alreadyPaidUntil(today: Day): Day {
  return addWorkingDays(today, ALREADY_PAID_WORKING_DAYS);
}

/** The card needs a day of its own after today; a weekend or a holiday becomes the working day after it. */
function within(chosen: Day, today: Day, latest: Day): ChosenDay {
  if (chosen <= today) return { refusal: { why: "date-in-past", day: chosen } };
  const day = nextWorkingDay(chosen);
  return day > latest ? { refusal: { why: "later-too-far", latest } } : { day };
}
