/** What a person is asked to do. `call` is the rep's card; the others are tasks, mostly for finance. */
export const ASK_KINDS = [
  "call",
  "formal-notice",
  "decision",
  "end-of-road",
  "check-payment",
  "approve-promise",
  "broken-promise",
  "who-to-write-to",
  "assign-owner",
  "in-credit",
  "read-reply",
  "unknown-send",
  "urgent-block",
  "contact-proposed",
  "circuit-changed",
  "vip-proposed",
  "paid-to-us",
  "insurer-declaration",
] as const;
export type AskKind = (typeof ASK_KINDS)[number];
export type TaskKind = Exclude<AskKind, "call">;

/** Why a call is asked for; the card's words follow. */
export const CALL_REASONS = [
  "unanswered",
  "key-account",
  "promise-broken",
  "by-hand",
  "no-answer-again",
  "later-again",
  "after-visit",
] as const;
export type CallReason = (typeof CALL_REASONS)[number];

/** What a call takes of somebody's day, with finding the words and noting what came of it: the measure of what is asked. */
export const CALL_MINUTES = 10;

export const ASK_STATES = ["open", "answered", "withdrawn"] as const;
export type AskState = (typeof ASK_STATES)[number];

/** What came of an ask: DOMAIN.md section 4, the table of outcomes, then what closes a task. */
export const OUTCOMES = [
  "promise",
  "dispute",
  "no-answer",
  "not-received",
  "already-paid",
  "other-contact",
  "not-mine",
  "visit-planned",
  "later",
  "done",
  "approved",
  "refused",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why an ask closed by itself. */
export const WITHDRAWALS = ["paid", "promised", "disputed", "stopped", "reassigned"] as const;
export type Withdrawal = (typeof WITHDRAWALS)[number];

/** Why a task went, as its card says it: also because what it was about was taken back, or no longer runs. */
export type TaskWithdrawal = Withdrawal | "taken-back" | "promise-over";
