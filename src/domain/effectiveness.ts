import type { Locale } from "./person.ts";
import { percent } from "./ratio.ts";
import type { StepName } from "./scenario.ts";

/** Paid "after a reminder" = within so many days (D13). */
export const PAID_WITHIN_DAYS = 15;
/** Under so many judged sends a share says more about chance than about the step. */
export const SENDS_MIN = 30;

/** What became of the mails of a step in one wording. */
export interface StepSends {
  readonly step: StepName;
  readonly language: Locale;
  /** Finance's own wording and its version; null = the shipped one. */
  readonly template: { readonly name: string; readonly version: number } | null;
  readonly sent: number;
  /** Sent long enough ago to tell. */
  readonly judged: number;
  /** Of those: every invoice that the mail was sent for was paid in time. */
  readonly paid: number;
  /** Heard by a colleague to have been badly received. */
  readonly flagged: number;
}

export interface StepEffect extends StepSends {
  /** In percent, two decimals; null = not enough sends to say. */
  readonly paidShare: number | null;
}

/** The share that was paid in time, silent under 30 judged sends. */
export function effectOf(sends: StepSends): StepEffect {
  return { ...sends, paidShare: sends.judged < SENDS_MIN ? null : percent(BigInt(sends.paid), BigInt(sends.judged)) };
}
