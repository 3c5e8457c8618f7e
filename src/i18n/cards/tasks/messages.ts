import type { TaskWithdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { RoadEnding } from "#domain/end-of-road.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";

/** What finance, and sometimes a rep, is asked to do beside calling. */
export interface TaskWords {
  readonly facts: (totals: readonly Money[], invoices: number, oldestDaysLate: number) => string;
  readonly formalNotice: { readonly title: (customer: string) => string };
  readonly decision: { readonly title: (customer: string) => string; readonly text: string; readonly decide: string };
  /** What was decided at the end of the road, for who sees to it. */
  readonly endOfRoad: {
    readonly title: (customer: string, ending: RoadEnding) => string;
    readonly text: string;
    readonly done: string;
  };
  readonly checkPayment: {
    readonly title: (customer: string) => string;
    readonly text: (by: string | null, until: Day | null) => string;
    readonly done: string;
  };
  readonly approvePromise: {
    readonly title: (customer: string) => string;
    readonly text: (amount: Money, due: Day, by: string | null) => string;
    readonly meanwhile: (until: Day) => string;
    readonly approve: string;
    readonly refuse: string;
    /** `by` = who answered, as the copies say; null = nobody in particular. */
    readonly approved: (customer: string, due: Day | null, by: string | null) => string;
    readonly refusedAs: (customer: string, by: string | null) => string;
  };
  readonly brokenPromise: {
    readonly title: (customer: string) => string;
    readonly text: (missing: Money, due: Day, by: string | null) => string;
    readonly done: string;
  };
  readonly whoToWriteTo: {
    readonly title: (customer: string) => string;
    readonly text: string;
    /** When others can still be written to: who. */
    readonly others: (names: readonly string[]) => string;
    /** Whose address, why not, and since when. */
    readonly stopped: (name: string, email: string | null, because: string, since: Day | null) => string;
    /** Whom to ask for it by telephone: "Sonia Perrin, accounts: 01 99 00 12 34". */
    readonly call: (contact: string) => string;
    readonly give: string;
  };
  readonly assignOwner: {
    readonly title: (customer: string) => string;
    readonly text: (notMineBy: string | null) => string;
    readonly assign: string;
  };
  readonly inCredit: {
    readonly title: (customer: string) => string;
    readonly text: (credit: readonly Money[]) => string;
    readonly done: string;
  };
  readonly unknownSend: {
    readonly title: (customer: string) => string;
    readonly text: (step: StepName | null, day: Day | null, to: readonly string[]) => string;
    readonly done: string;
  };
  readonly reply: {
    readonly title: (customer: string | null) => string;
    readonly from: (email: string, day: Day, time: string) => string;
    /** Why it comes to finance a second time; null = the reader had it. */
    readonly takenOver: (from: string | null) => string;
    readonly waits: string;
    readonly unmatched: string;
    readonly dealtWith: string;
    readonly carryOn: string;
    readonly more: (lines: number) => string;
    readonly attachments: (names: readonly string[]) => string;
    readonly whole: string;
    readonly wholeTitle: (customer: string | null, subject: string) => string;
    /** What was read in it; `due` null = the day is not clear, `amount` null = everything late. */
    readonly promiseRead: (due: Day | null, amount: Money | null) => string;
    readonly disputeRead: (category: string, amount: Money | null, invoices: readonly string[]) => string;
    readonly nothingYet: string;
    readonly confirmPromise: string;
    readonly confirmDispute: string;
    readonly confirmBoth: string;
    readonly fillPromise: string;
    readonly fillDispute: string;
    /** A complaint, to those who may know: nothing more is sent to these addresses. */
    readonly complaintTitle: (customer: string | null) => string;
    readonly complaint: (addresses: readonly string[]) => string;
    readonly closedDealtWith: (customer: string, by: string | null) => string;
    readonly closedCarryOn: (customer: string, by: string | null) => string;
  };
  readonly closed: (customer: string, by: string | null) => string;
  /** By whom: whose promise, dispute or pause it was; null = nobody, or the reader. */
  readonly withdrawn: (customer: string, why: TaskWithdrawal, by: string | null) => string;
  readonly openCustomer: string;
}
