import type { AskKind, CallReason } from "./ask.ts";
import type { Day } from "./calendar.ts";
import type { DatedPosition, DunnedInvoice, Holder } from "./dunning-facts.ts";
import type { Currency } from "./money.ts";
import type { Locale } from "./person.ts";
import type { RecipientRole, Step, StepName } from "./scenario.ts";

/** Why something that dunning would do does not happen. The README prints this list. */
export const HELD_REASONS = [
  "before-go-live",
  "paused",
  "hold",
  "promise",
  "awaiting-payments",
  "dispute",
  "notified-factor",
  "direct-debit",
  "insolvency",
  "company-paused",
  "stale-data",
  "reply-waiting",
  "in-credit",
  "below-threshold",
  "no-contact",
  "interval",
  "awaiting-answer",
  "answered",
  "no-email-yet",
  "daily-cap",
  "ask-cap",
  "not-a-working-day",
] as const;
export type HeldReason = (typeof HELD_REASONS)[number];

/** A reason with the last day on which it holds; null = nobody knows. */
export interface Stop {
  readonly reason: HeldReason;
  readonly until: Day | null;
}

/** An invoice in a message or an ask. */
export interface PlannedLine {
  readonly invoice: DunnedInvoice;
  readonly chaseable: bigint;
  /** The planned day less the due day: negative before it. */
  readonly daysOverdue: number;
  /** The step it is brought to, or where it stands when it is only listed. */
  readonly step: StepName | null;
  /** Where it stands once this was sent or asked; null = it is only listed. */
  readonly advancesTo: DatedPosition | null;
}

export interface PlannedMessage {
  readonly seller: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly language: Locale;
  /** The highest tone among the new steps. */
  readonly step: StepName;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** Roles the step names and nobody has. */
  readonly missing: readonly RecipientRole[];
  /** The scenario that brought it, and the wording its step names. */
  readonly scenario: string;
  readonly template: Step["template"];
  /** Its scenario goes on to a formal notice for this customer: only then may the last reminder speak of one. */
  readonly noticeFollows: boolean;
  /** The chaseable sum of its lines, in minor units. */
  readonly total: bigint;
  /** Zero or below: unused credit, shown beside the total. */
  readonly unallocated: bigint;
  readonly lines: readonly PlannedLine[];
  /** What would leave if the seller went live that day. */
  readonly held: "before-go-live" | null;
}

export interface PlannedAsk {
  readonly kind: Extract<AskKind, "call" | "formal-notice" | "decision" | "in-credit" | "who-to-write-to">;
  readonly reason: CallReason | null;
  readonly payer: string;
  readonly holder: Holder;
  /** The highest of its lines. */
  readonly step: StepName;
  /** It joins a card that is open already. */
  readonly joins: boolean;
  readonly lines: readonly PlannedLine[];
  readonly held: "before-go-live" | null;
}

export interface HeldBack extends Stop {
  readonly payer: string;
  readonly invoice: DunnedInvoice;
}

/** What dunning does on one day, and what it does not do. */
export interface DayPlan {
  readonly day: Day;
  readonly messages: readonly PlannedMessage[];
  readonly asks: readonly PlannedAsk[];
  readonly heldBack: readonly HeldBack[];
}
