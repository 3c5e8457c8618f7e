import type { AskKind } from "./ask.ts";
import type { Day, HolidayRegion } from "./calendar.ts";
import type { CustomerKind } from "./customer.ts";
import type { HoldReason } from "./hold.ts";
import type { Factoring, OpenInvoice, PaymentMeans } from "./invoice.ts";
import type { Currency } from "./money.ts";
import type { Locale, Role } from "./person.ts";
import type { EndedPause, Pause } from "./pause.ts";
import type { JudgedPromise } from "./promise-to-pay.ts";
import type { Scenario, StepName } from "./scenario.ts";
import type { Chooser } from "./scenario-choice.ts";
import type { Standing } from "./scenario-condition.ts";
import type { RoleAddresses } from "./scenario-recipients.ts";
import type { Settings } from "./settings.ts";

/** Where an invoice stands in the scenario, and since when it goes its own pace. */
export interface Position {
  /** The last step done; null = none yet. */
  readonly step: StepName | null;
  /** Days by which its steps are moved. */
  readonly shift: number;
  /** Once its pace was set anew it goes step by step, and never jumps to its age. */
  readonly reentered: boolean;
}

/** A position with the day before which no step can be due; null = there is none left. */
export interface DatedPosition extends Position {
  readonly nextStepOn: Day | null;
}

/** The last reminder that listed an invoice and left, after its due day; a bounced one did not arrive. */
export interface LastReminder {
  readonly sentOn: Day;
  readonly state: "sent" | "bounced";
}

/** An open invoice with all that decides its dunning. Amounts are minor units of its currency. */
export interface DunnedInvoice extends OpenInvoice, Position {
  /** The step it took last, once its pace was set anew: it may stand below that one, which comes again. */
  readonly done: StepName | null;
  /** The part of the promised money for which dunning waits, and until when (inclusive). */
  readonly suspended: bigint;
  readonly suspendedUntil: Day | null;
  /** Covered by a promise past its grace that could not be judged yet. */
  readonly unjudged: bigint;
  readonly means: PaymentMeans | null;
  /** A direct debit that came back: it must be asked for like any other invoice. */
  readonly debitReturned: boolean;
  readonly factoring: Factoring;
  /** Of the customer invoiced; the payer's own is in its debtor. */
  readonly customerKind: CustomerKind;
  /** Of the customer invoiced or its payer. */
  readonly keyAccount: boolean;
  readonly insolvencyDate: Day | null;
  /** The hold or pause that ends last; `until` is its last day, null = until lifted. */
  readonly hold: { readonly reason: HoldReason; readonly until: Day | null } | null;
  readonly lastReminder: LastReminder | null;
  /** Whether any e-mail that listed it after its due day arrived: one before it grounds no call and no notice. */
  readonly delivered: boolean;
  /** Payments recorded since that last reminder. */
  readonly paidSince: bigint;
  /** A reply since then was closed as "carry on": the wait for an answer begins again that day. */
  readonly carryOnSince: Day | null;
  /** A promise broken or partly kept since then, by its day: the next reminder says so. */
  readonly brokenPromise: Day | null;
}

/** Who is asked: a person, or whoever has a role. */
export type Holder = { readonly person: number; readonly email: string } | { readonly role: Role };

/** The paying customer: who is written to, and who is asked to call. */
export interface Debtor extends Chooser {
  readonly code: string;
  readonly kind: CustomerKind;
  readonly region: HolidayRegion;
  /** E-mail addresses, in order; none = somebody must tell us whom to write to. */
  readonly recipients: readonly string[];
  readonly owner: Holder;
  /** Who is asked where a step names the role: of this customer, if it has one of its own. */
  readonly manager: Holder;
  readonly projectManager: Holder;
  /** Who stands behind the roles a step may be sent to. */
  readonly addresses: RoleAddresses;
  /** What the conditions of steps look at. */
  readonly standing: Standing;
  readonly slowPayer: boolean;
  /** The kinds of which an ask is open. */
  readonly openAsks: readonly AskKind[];
  /** The kinds of which one was closed lately: a task is not put to people again at once. */
  readonly closedAsks: readonly AskKind[];
  /** The share (0 to 1) of its past calls that a payment followed; its rep's or the company's where it has none. */
  readonly callShare: number;
}

export interface SellerFacts {
  readonly code: string;
  readonly wentLiveOn: Day | null;
  /** The day of the last import of its invoices or payments. */
  readonly heardOn: Day | null;
}

/** What is between a seller and a payer in one currency. */
export interface AccountFacts {
  readonly seller: string;
  readonly payer: string;
  readonly currency: Currency;
  /** Zero or below: credit notes and payments not used yet. */
  readonly unallocated: bigint;
  readonly replyWaiting: boolean;
}

/** What one group (seller, payer, currency, language) was sent. */
export interface GroupHistory {
  readonly seller: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly language: Locale;
  /** The last reminder that counts for the interval. */
  readonly remindedOn: Day | null;
  /** What became of this day's message: there is at most one. */
  readonly today: "none" | "planned" | "taken";
}

export interface EndedHold {
  readonly id: number;
  readonly customer: string;
  readonly invoice: number | null;
  readonly lastDay: Day;
}

export interface ClosedDispute {
  readonly id: number;
  readonly invoice: number;
  readonly closedOn: Day;
}

/** A live promise past its grace. */
export interface DuePromise extends JudgedPromise {
  readonly id: number;
  readonly due: Day;
  readonly invoices: readonly number[];
  readonly unallocatedNow: bigint;
  readonly heardOn: Day | null;
}

/** Asks opened for a person, of those that the cap counts. */
export interface AskLoad {
  readonly person: number;
  readonly onDay: number;
  readonly inWeek: number;
}

/** Everything that a day's dunning follows from. */
export interface DunningFacts {
  /** Those in force: scenario-choice.ts says which is whose. */
  readonly scenarios: readonly Scenario[];
  readonly settings: Settings;
  readonly staleAfter: number | null;
  /** Freshness cannot be judged later than this. */
  readonly today: Day;
  readonly sellers: readonly SellerFacts[];
  readonly debtors: readonly Debtor[];
  readonly accounts: readonly AccountFacts[];
  readonly invoices: readonly DunnedInvoice[];
  readonly groups: readonly GroupHistory[];
  readonly askLoads: readonly AskLoad[];
  /** What finance stopped that day, beside single customers. */
  readonly pauses: readonly Pause[];
  /** Reminders sent or planned this day already. */
  readonly remindersToday: number;
  /** Stops that are over, and of which dunning took no note yet. */
  readonly endedHolds: readonly EndedHold[];
  readonly endedPauses: readonly EndedPause[];
  readonly closedDisputes: readonly ClosedDispute[];
  readonly duePromises: readonly DuePromise[];
}
