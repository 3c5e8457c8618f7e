/** Why dunning waits for a customer or an invoice; `imported` is accounting's own `paused_until`. */
export const HOLD_REASONS = [
  "rep-knows",
  "order-in-progress",
  "new-contact",
  "validation-circuit",
  "already-paid",
  "visit-planned",
  "reply",
  "finance",
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
