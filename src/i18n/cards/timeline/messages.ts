import type { Outcome, TaskKind, Withdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { RoadEnding } from "#domain/end-of-road.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { Money } from "#domain/money.ts";
import type { Role } from "#domain/person.ts";
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
  | {
      readonly is: "ask-passed";
      readonly isCall: boolean;
      readonly to: { readonly name: string } | { readonly role: Role } | null;
    }
  /** A manager let it wait until a day. */
  | { readonly is: "ask-left"; readonly isCall: boolean; readonly until: Day | null }
  | { readonly is: "ask-joined"; readonly isCall: boolean; readonly invoices: number }
  | { readonly is: "call-answered"; readonly outcome: Outcome }
  | { readonly is: "call-withdrawn"; readonly why: Withdrawal }
  | { readonly is: "task"; readonly kind: TaskKind; readonly state: "opened" | "answered" | "withdrawn" }
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
  | {
      readonly is: "contact";
      readonly what: "added" | "changed" | "stopped" | "proposed" | "agreed" | "declined";
      readonly name: string | null;
    }
  /** How the customer wants its invoices. */
  | {
      readonly is: "circuit";
      readonly what: "learnt" | "changed";
      readonly portal: string | null;
      readonly wantsOrderNumber: boolean;
      readonly cutOffDay: number | null;
      readonly note: string | null;
    }
  | { readonly is: "circuit-seen-to" }
  | { readonly is: "vip"; readonly what: "proposed" | "agreed" | "declined"; readonly why: string | null }
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
  /** New versions that hold for the customer from then on: of its scenario, of the wordings it is written in. */
  | { readonly is: "published"; readonly scenarios: readonly string[]; readonly wordings: readonly string[] }
  /** All reminders of the company, of the seller or of the segment; they go on by themselves after `until`. */
  | { readonly is: "all-paused"; readonly reason: string | null; readonly until: Day | null }
  | { readonly is: "all-reminders"; readonly what: "begin" | "stopped" | "resumed" }
  /** A copy by e-mail of an invoice that never came, or of a posted letter. */
  | {
      readonly is: "copy";
      readonly of: "invoice" | "letter";
      readonly fate: "sent" | "bounced" | "unknown" | "dropped";
    }
  | { readonly is: "comment"; readonly text: string }
  | { readonly is: "thanked" }
  /** A reminder, as a colleague heard of it. */
  | { readonly is: "badly-received"; readonly comment: string | null };

/** What the ledger and people's notes tell. */
export type Recorded = Extract<
  Happening,
  {
    is: "payment" | "issued" | "credit-note" | "contact" | "circuit" | "circuit-seen-to" | "vip" | "owner" | "comment";
  }
>;
/** What was done for more customers than this one, and concerns it too. */
export type CompanyWide = Extract<Happening, { is: "published" | "all-paused" | "all-reminders" }>;

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
