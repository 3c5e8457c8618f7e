import { addDays, endOfMonth, minDay, partsOf, weekday, type Day } from "./calendar.ts";
import type { Currency, Money } from "./money.ts";
import { reportWeek, type ReportWeek } from "./report-week.ts";

/** What a goal of cash to collect counts by: the ISO week or the calendar month of the payment day. */
export const GOAL_PERIODS = ["week", "month"] as const;
export type GoalPeriod = (typeof GOAL_PERIODS)[number];

/** Cash to collect in every week or month from a day on, until another goal; zero = none from then on. */
export interface CashGoal {
  readonly period: GoalPeriod;
  readonly amount: Money;
  /** The first day of a week or a month. */
  readonly from: Day;
}

/** The days a goal is held against in a report: a month is counted up to the end of the reported week. */
export interface GoalSpan {
  readonly period: GoalPeriod;
  readonly from: Day;
  readonly until: Day;
  /** Whether the whole period has come: a month under way is not yet missed. */
  readonly isOver: boolean;
}

/**
 * From when a goal set on a day holds: the period under way. The first goal of a scope holds for the period that the next
 * report speaks of, so that it is seen at once; a later one leaves what was aimed at until then as it was.
 */
export function goalFrom(period: GoalPeriod, currency: Currency, setOn: Day, known: readonly CashGoal[]): Day {
  const reported = goalSpan(period, reportWeek(setOn));
  if (goalIn(known, reported, currency) === null) return reported.from;
  return currentPeriod(period, setOn).from;
}

/** The span of a period in the report of a week: a month is the one it begins in, so that each is once told to its end. */
export function goalSpan(period: GoalPeriod, week: ReportWeek): GoalSpan {
  if (period === "week") return { period, from: week.from, until: week.until, isOver: true };
  const end = endOfMonth(week.from);
  return { period, from: startOfMonth(week.from), until: minDay(week.until, end), isOver: end <= week.until };
}

/** The goal that holds in a span: the last one set for it or before; null = none. */
export function goalIn(goals: readonly CashGoal[], span: GoalSpan, currency: Currency): CashGoal | null {
  const [last] = goals
    .filter(({ period, amount, from }) => period === span.period && amount.currency === currency && from <= span.from)
    .toSorted((a, b) => (a.from < b.from ? 1 : -1));
  return last === undefined || last.amount.minor === 0n ? null : last;
}

/** The goal of the period under way. */
export function goalNow(
  goals: readonly CashGoal[],
  period: GoalPeriod,
  currency: Currency,
  today: Day,
): CashGoal | null {
  return goalIn(goals, { period, ...currentPeriod(period, today), isOver: false }, currency);
}

/** Share of a goal that came in, in whole percent rounded down: 99.9 % is not yet there. */
export function goalPercent(collected: bigint, goal: bigint): number {
  return collected <= 0n ? 0 : Number((collected * 100n) / goal);
}

function currentPeriod(period: GoalPeriod, day: Day): Pick<GoalSpan, "from" | "until"> {
  if (period === "month") return { from: startOfMonth(day), until: endOfMonth(day) };
  const from = addDays(day, 1 - weekday(day));
  return { from, until: addDays(from, 6) };
}

function startOfMonth(day: Day): Day {
  const [, , number] = partsOf(day);
  return addDays(day, 1 - number);
}
