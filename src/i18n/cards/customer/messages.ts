import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { Rating, ScoreReason } from "#domain/score.ts";
import type { StepName } from "#domain/scenario.ts";

/** The customer card (V5, V6, V8) and the reminder that is about to leave (V14). */
export interface CustomerWords {
  readonly summary: (customer: string, overdue: readonly Money[]) => string;
  readonly settled: (customer: string) => string;
  readonly toReceive: string;
  readonly late: string;
  readonly lateValue: (overdue: readonly Money[], oldestDays: number) => string;
  readonly nothingLate: string;
  readonly notDue: string;
  readonly nextDue: string;
  readonly nextDueValue: (amount: Money, day: Day, today: Day) => string;
  readonly promised: string;
  readonly promiseValue: (amount: Money, due: Day, state: "waiting" | "awaits-finance" | "late") => string;
  readonly disputes: string;
  readonly disputeValue: (amount: Money, invoice: string, category: string, answerBy: Day) => string;
  readonly pastDisputesLabel: string;
  readonly pastDisputes: (count: number, theirs: number) => string;
  readonly credit: string;
  readonly habits: string;
  readonly habitsValue: (meanDays: number, settled: number) => string;
  readonly noHistory: (settled: number) => string;
  readonly score: string;
  readonly ratings: Readonly<Record<Rating, string>>;
  readonly reason: (reason: ScoreReason) => string;
  readonly terms: string;
  readonly creditLimit: string;
  readonly limitValue: (limit: Money, usedPercent: number | null, excess: Money | null) => string;
  readonly noCredit: string;
  readonly lastAction: string;
  readonly nextAction: string;
  /** A step that has come, and that finance has not let leave yet. */
  readonly withFinance: (step: StepName) => string;
  readonly action: (step: StepName, day: Day, today: Day, undelivered: boolean) => string;
  readonly nothingPlanned: string;
  readonly holds: string;
  readonly holdValue: (reason: string, until: Day | null, invoice: string | null, by: string | null) => string;
  readonly contacts: string;
  readonly contactStopped: (because: string) => string;
  readonly owner: string;
  readonly unowned: string;
  readonly payer: string;
  readonly keyAccount: string;
  readonly insolvency: (day: Day) => string;
  readonly comments: string;
  readonly commentValue: (text: string, by: string | null, day: Day) => string;
  readonly invoicesTitle: (n: number) => string;
  readonly invoiceLine: (number: string, residual: Money, due: Day, today: Day, daysLate: number) => string;
  readonly lastReminder: (step: StepName, day: Day) => string;
  readonly notArrived: string;
  readonly invoicePromised: (amount: Money) => string;
  readonly invoiceDisputed: (amount: Money) => string;
  readonly others: (n: number, amount: readonly Money[]) => string;
  readonly menu: {
    readonly timeline: string;
    readonly hold: string;
    readonly endHold: (until: Day | null) => string;
    readonly comment: string;
    readonly askByHand: string;
    readonly call: string;
    readonly movePromise: (due: Day) => string;
    readonly cancelPromise: (due: Day) => string;
    readonly closeDispute: (invoice: string) => string;
    readonly reminder: string;
    readonly more: (n: number) => string;
  };
  readonly reminder: {
    readonly title: (customer: string) => string;
    readonly none: (customer: string) => string;
    readonly leaves: (step: StepName, day: Day, today: Day, total: Money, invoices: number) => string;
    readonly to: (addresses: readonly string[]) => string;
    readonly subject: (subject: string) => string;
    readonly held: string;
  };
}
