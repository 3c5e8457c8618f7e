import type { AgedBalance } from "./aging.ts";
import type { Day } from "./calendar.ts";

/** The days a figure is counted over: after `from`, up to and including `to`. */
export interface KpiWindow {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The figures of one currency on one day (DOMAIN.md 1). Amounts in minor units; days and percentages with two decimals,
 * rounded half-up; null where a figure has no meaning, such as a delay without sales.
 */
export interface Kpis extends AgedBalance {
  /** Overdue less what is disputed, promised, on hold, or a notified factor's. */
  readonly chaseable: bigint;
  /** Unused credit notes and payments: zero or below. */
  readonly unallocated: bigint;
  readonly dsoSimple: number | null;
  readonly dsoBestPossible: number | null;
  readonly averageDaysDelinquent: number | null;
  readonly dsoCountback: number | null;
  /** Set when the sales known do not reach back far enough: the countback is more than so many days. */
  readonly countbackBeyondDays: number | null;
  readonly cei: number | null;
  readonly overdueRate: number | null;
  /** Percentages of the promises judged in the window. */
  readonly promiseKeptRate: { readonly count: number | null; readonly amount: number | null };
  /** Promises that took the place of another before its day: counted apart. */
  readonly promisesJudged: number;
  readonly promisesRescheduled: number;
  readonly disputeDays: { readonly median: number | null; readonly mean: number | null };
  readonly disputesClosed: number;
  /** Payments dated in the window, returned ones taken off; credit notes are no cash. */
  readonly collected: bigint;
  /** Sales of the window, net of credit notes. */
  readonly sales: bigint;
  readonly window: KpiWindow;
}
