import { agedBalance, type AgedBalance, type AgedRow } from "./aging.ts";
import type { Day } from "./calendar.ts";
import { cei } from "./cei.ts";
import { disputeTime } from "./dispute-time.ts";
import { countback, dso, monthOf, windowOf, type Month } from "./dso.ts";
import { promiseKeptRate, type JudgedAmount } from "./promise-record.ts";
import { percent } from "./ratio.ts";

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
  readonly promisesJudged: number;
  /** Promises that another one replaced before their day: counted apart. */
  readonly promisesRescheduled: number;
  readonly disputeDays: { readonly median: number | null; readonly mean: number | null };
  readonly disputesClosed: number;
  /** Payments dated in the window, returned ones taken off; credit notes are no cash. */
  readonly collected: bigint;
  /** Sales of the window, net of credit notes. */
  readonly sales: bigint;
  readonly window: KpiWindow;
}

/** What the ledger and the loop say of one currency on one day. */
export interface KpiFacts {
  readonly aged: readonly AgedRow[];
  readonly chaseable: bigint;
  /** Of the customers' accounts: outstanding less what is not allocated. */
  readonly balance: bigint;
  /** Gross outstanding on the last day of the month before. */
  readonly begin: bigint;
  /** Net of credit notes; a month without any is not in it. */
  readonly salesByMonth: ReadonlyMap<Month, bigint>;
  readonly salesInWindow: bigint;
  readonly collected: bigint;
  readonly judged: readonly JudgedAmount[];
  readonly rescheduled: number;
  /** Calendar days of each dispute closed in the window. */
  readonly disputes: readonly number[];
}

/** All figures of a currency from its facts; the rule of each stands where it is computed. */
export function kpisFrom(facts: KpiFacts, asked: Day): Kpis {
  const balance = agedBalance(facts.aged);
  const { outstanding, overdue, notDue } = balance;
  const delays = dso({ outstanding, notDue, overdue, sales: facts.salesInWindow });
  const back = countback(outstanding, facts.salesByMonth, asked);
  const monthSales = facts.salesByMonth.get(monthOf(asked)) ?? 0n;
  return {
    ...balance,
    chaseable: facts.chaseable,
    unallocated: facts.balance - outstanding,
    dsoSimple: delays.simple,
    dsoBestPossible: delays.bestPossible,
    averageDaysDelinquent: delays.averageDaysDelinquent,
    dsoCountback: back.days,
    countbackBeyondDays: back.beyondDays,
    cei: cei({ begin: facts.begin, sales: monthSales, end: outstanding, endNotDue: notDue }),
    overdueRate: percent(overdue, outstanding),
    promiseKeptRate: promiseKeptRate(facts.judged),
    promisesJudged: facts.judged.length,
    promisesRescheduled: facts.rescheduled,
    disputeDays: disputeTime(facts.disputes),
    disputesClosed: facts.disputes.length,
    collected: facts.collected,
    sales: facts.salesInWindow,
    window: windowOf(asked),
  };
}

/** What is kept of a day's figures for trends; `promiseKeptRate` is the share in number, `disputeDays` the median. */
export type DailyFigures = Pick<
  Kpis,
  | "outstanding"
  | "overdue"
  | "disputed"
  | "promised"
  | "chaseable"
  | "unallocated"
  | "collected"
  | "dsoSimple"
  | "dsoBestPossible"
  | "dsoCountback"
  | "cei"
  | "overdueRate"
> & { readonly promiseKeptRate: number | null; readonly disputeDays: number | null };

/** The figures of a day as they are kept. */
export function dailyFigures(kpis: Kpis): DailyFigures {
  return { ...kpis, promiseKeptRate: kpis.promiseKeptRate.count, disputeDays: kpis.disputeDays.median };
}
