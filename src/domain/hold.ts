import { addWorkingDays, type Day } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";

/** Why dunning waits for a customer or an invoice; `imported` is accounting's own `paused_until`. */
export const HOLD_REASONS = [
  "rep-knows",
  "order-in-progress",
  "new-contact",
  "validation-circuit",
  "already-paid",
  "visit-planned",
  "reply",
  "urgent",
  "finance",
  "end-of-road",
  "imported",
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** The reasons a rep chooses from (D16). */
export const REP_HOLD_REASONS = [
  "rep-knows",
  "order-in-progress",
  "new-contact",
  "validation-circuit",
] as const satisfies readonly HoldReason[];

/** A rep's hold ends by itself; a longer one is finance's to give (D16). */
export const HOLD_WORKING_DAYS_MAX = 10;

/** The last day a rep's hold may have, counted from the day dunning began to wait. */
export function latestHold(from: Day): Day {
  return addWorkingDays(from, HOLD_WORKING_DAYS_MAX);
}

/**
 * Whether a hold can be placed: a rep gives one of the rep's reasons and a day at most 10 working days after `from` (the
 * first day of the holds it prolongs); `isFinance` may do more. Null = it can.
 */
export function refuseHold(
  hold: { readonly reason: HoldReason; readonly until: Day | null },
  from: Day,
  today: Day,
  isFinance: boolean,
): Refusal | null {
  if (hold.reason === "imported") return { why: "not-allowed" };
  if (hold.until !== null && hold.until < today) return { why: "date-in-past", day: hold.until };
  if (isFinance) return null;
  if (!REP_HOLD_REASONS.some((reason) => reason === hold.reason)) return { why: "not-allowed" };
  const latest = latestHold(from);
  return hold.until === null || hold.until > latest ? { why: "hold-too-long", latest } : null;
}
