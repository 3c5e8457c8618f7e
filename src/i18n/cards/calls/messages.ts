import type { CallReason, Withdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { PlannedStep } from "#domain/planned-step.ts";
import type { ScriptStep, ScriptTexts, SixReplies } from "#i18n/cards/calls/script.ts";

/** What a promise that did not come in leaves to say. */
export interface BrokenFacts {
  readonly customer: string;
  readonly missing: Money;
  readonly due: Day;
  readonly today: Day;
}

/** What a call is about; without totals, nothing is left to ask for. */
export interface CallMoney {
  readonly totals: readonly Money[];
  readonly invoices: number;
  /** Zero = none of it is late yet. */
  readonly oldestDaysLate: number;
  readonly firstDue: Day | null;
}

/** Of many e-mails the days of the last few say enough. */
export const MAIL_DAYS_MAX = 3;

/** The "please call" card, its outcomes, its script, and the list of calls. */
export interface CallWords {
  /** `by` null: its day has passed, so no day is named. */
  readonly title: (customer: string, by: Day | null, today: Day) => string;
  readonly summary: (customer: string, totals: readonly Money[]) => string;
  readonly facts: (money: CallMoney, today: Day) => string;
  /** How many, and the days of the last few. */
  readonly unanswered: (mails: readonly Day[]) => string;
  /** Why this call, when it is not an unanswered reminder. */
  readonly reasons: Readonly<Record<CallReason, string>>;
  readonly askedBy: (name: string, why: string) => string;
  readonly heldBy: (name: string) => string;
  readonly noContact: string;
  readonly toOpen: (opening: string) => string;
  readonly broken: {
    readonly title: (facts: BrokenFacts) => string;
    readonly cause: string;
    readonly opening: (due: Day) => string;
    /** What dunning does next, and when finance hears of it; "" = neither. */
    readonly next: (step: PlannedStep | null, financeOn: Day | null, today: Day) => string;
  };
  readonly menu: {
    readonly notReceived: string;
    readonly alreadyPaid: string;
    readonly otherContact: string;
    readonly visit: string;
    readonly later: string;
    readonly notMine: string;
    readonly why: string;
    readonly script: string;
    readonly customer: string;
    readonly comment: string;
    readonly noAnswerOther: string;
  };
  readonly noted: (name: string) => string;
  /** A colleague answered: who, so that nobody calls twice. */
  readonly notedBy: (name: string) => string;
  readonly outcomes: {
    readonly noAnswer: (customer: string, on: Day | null, today: Day) => string;
    readonly notReceived: (customer: string, by: Day | null, today: Day) => string;
    readonly alreadyPaid: (customer: string, until: Day | null, today: Day) => string;
    readonly otherContact: (customer: string, contact: string | null) => string;
    readonly notMine: (customer: string) => string;
    readonly visit: (customer: string, back: Day | null, today: Day) => string;
    readonly later: (customer: string, on: Day | null, today: Day) => string;
    readonly done: (customer: string) => string;
    readonly plainPromise: (customer: string) => string;
    readonly plainDispute: (customer: string) => string;
  };
  readonly withdrawn: (customer: string, why: Withdrawal) => string;
  readonly withdrawnTitle: (customer: string, why: Withdrawal) => string;
  readonly why: {
    readonly title: (customer: string) => string;
    readonly owner: (customer: string) => string;
    readonly stoodIn: (customer: string) => string;
    readonly insteadOf: (customer: string, absent: string) => string;
    readonly money: (totals: readonly Money[], daysLate: number) => string;
    readonly mails: (n: number) => string;
    readonly history: (paid: number, asked: number) => string;
    readonly noHistory: string;
    readonly cap: (perDay: number, perWeek: number) => string;
    readonly exit: string;
  };
  readonly script: ScriptWords;
  readonly mine: {
    readonly title: (n: number) => string;
    readonly none: string;
    readonly line: (totals: readonly Money[], daysLate: number) => string;
    readonly since: (day: Day, today: Day) => string;
    readonly open: string;
  };
}

/** E6: what to say, by the step the call stands for. */
export interface ScriptWords {
  readonly title: (customer: string) => string;
  readonly openingTitle: string;
  /** With the contact's name if one is known. */
  readonly opening: (contact: string | null, step: ScriptStep) => string;
  readonly factsTitle: string;
  readonly facts: (totals: readonly Money[], invoices: readonly string[], others: number) => string;
  readonly questionsTitle: string;
  readonly questions: (step: ScriptStep) => ScriptTexts["questions"];
  readonly closeTitle: string;
  readonly close: (step: ScriptStep) => string;
  readonly repliesTitle: string;
  /** The six usual replies and an answer to each. */
  readonly replies: (step: ScriptStep) => SixReplies;
}
