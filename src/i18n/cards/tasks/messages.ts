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
    readonly approved: (customer: string, due: Day | null) => string;
    readonly refusedAs: (customer: string) => string;
  };
  readonly brokenPromise: {
    readonly title: (customer: string) => string;
    readonly text: (missing: Money, due: Day, by: string | null) => string;
    readonly done: string;
  };
  readonly whoToWriteTo: {
    readonly title: (customer: string) => string;
    readonly text: string;
    readonly stopped: (name: string, because: string) => string;
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
    readonly waits: string;
    readonly unmatched: string;
    readonly dealtWith: string;
    readonly carryOn: string;
    readonly more: (characters: number) => string;
    readonly closedDealtWith: (customer: string, by: string | null) => string;
    readonly closedCarryOn: (customer: string, by: string | null) => string;
  };
  readonly closed: (customer: string, by: string | null) => string;
  readonly withdrawn: (customer: string) => string;
  readonly openCustomer: string;
}
