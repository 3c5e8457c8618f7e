import type { Outcome, Withdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { RoadEnding } from "#domain/end-of-road.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { Money } from "#domain/money.ts";
import type { PayerProfile } from "#domain/payer-profile.ts";
import type { StepName } from "#domain/scenario.ts";

/** Something that happened to a customer or an invoice, ready to be told. */
export type Happening =
  | {
      readonly is: "reminder";
      readonly step: StepName;
      readonly fate: "sent" | "bounced" | "unknown" | "dropped";
      readonly to: readonly string[];
      readonly invoices: number;
    }
  | { readonly is: "reply"; readonly from: string; readonly text: string }
  | { readonly is: "reply-closed"; readonly how: "dealt-with" | "carry-on" | "waiting" }
  | { readonly is: "call-opened"; readonly holder: string | null }
  | { readonly is: "call-moved"; readonly holder: string | null }
  | { readonly is: "call-answered"; readonly outcome: Outcome }
  | { readonly is: "call-withdrawn"; readonly why: Withdrawal }
  | { readonly is: "task"; readonly state: "opened" | "answered" | "withdrawn" }
  | {
      readonly is: "promise";
      readonly what: "given" | "moved" | "cancelled" | "approved" | "refused" | "kept" | "partly-kept" | "broken";
      readonly amount: Money;
      readonly due: Day;
    }
  | {
      readonly is: "dispute-opened";
      readonly amount: Money;
      readonly invoice: string;
      readonly category: DisputeCategory;
    }
  | {
      readonly is: "dispute-closed";
      readonly amount: Money;
      readonly invoice: string;
      readonly outcome: DisputeOutcome | null;
    }
  | { readonly is: "hold"; readonly what: "placed" | "ended"; readonly reason: HoldReason; readonly until: Day | null }
  | { readonly is: "payment"; readonly amount: Money; readonly invoice: string | null; readonly returned: boolean }
  | { readonly is: "issued"; readonly amount: Money; readonly invoice: string; readonly due: Day }
  | { readonly is: "credit-note"; readonly amount: Money; readonly invoice: string }
  | { readonly is: "contact"; readonly what: "added" | "stopped"; readonly name: string | null }
  | { readonly is: "owner"; readonly name: string | null }
  | {
      readonly is: "letter";
      readonly what: "approved" | "voided" | "posted" | "received";
      readonly total: Money | null;
      readonly number: string | null;
      readonly day: Day | null;
      readonly reason: string | null;
    }
  | { readonly is: "road-ended"; readonly ending: RoadEnding; readonly comment: string | null }
  /** Finance's choice for the customer; null = the usual one again. */
  | { readonly is: "scenario"; readonly scenario: string | null }
  | {
      readonly is: "profile";
      readonly what: "proposed" | "confirmed" | "refused";
      readonly profile: PayerProfile;
      readonly scenario: string;
    }
  | { readonly is: "comment"; readonly text: string }
  | { readonly is: "thanked" }
  /** A reminder, as a colleague heard of it. */
  | { readonly is: "badly-received"; readonly comment: string | null }
  | { readonly is: "undone" };

/** The history of a customer or an invoice (V7). */
export interface TimelineWords {
  readonly title: (customer: string, invoice: string | null) => string;
  readonly next: string;
  readonly nothingNext: string;
  readonly nextStep: (step: StepName, day: Day, today: Day) => string;
  readonly nextPromise: (amount: Money, due: Day) => string;
  readonly nextAnswer: (invoice: string, by: Day) => string;
  readonly nextHoldEnds: (day: Day) => string;
  readonly past: string;
  readonly empty: string;
  readonly entry: (day: string, what: string, who: string | null) => string;
  readonly tell: (happening: Happening) => string;
  readonly undone: string;
  /** Opens a mail or a letter as it was sent. */
  readonly open: string;
}
