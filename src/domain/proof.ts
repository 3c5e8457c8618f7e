import {
  bootstrapInterval,
  effectiveClusters,
  medianOf,
  pointOf,
  shareOf,
  type Estimator,
  type Interval,
} from "#domain/cluster-bootstrap.ts";
import type { Currency } from "#domain/money.ts";
import { seededRandom } from "#domain/random.ts";

/** What is measured before and since go-live (R7). */
export const PROOF_FIGURES = ["cash-at-30", "days-late", "dispute-days", "days-to-outcome"] as const;
export type ProofFigure = (typeof PROOF_FIGURES)[number];

/** How late an invoice may be told to have been paid; longer is "more than 30 days", because not all had longer. */
export const FOLLOWED_DAYS = 30;
/** What stands for "more than 30 days late" among the days. */
export const LATER_DAYS = FOLLOWED_DAYS + 1;

/** Fewer say nothing, whatever they say. */
const CASES_MIN = 20;
/** Customers of one size that would tell as much. */
const EFFECTIVE_MIN = 5;

/** One case: a dispute closed, an ask answered, an invoice whose thirty days are over. */
export interface ProofCase {
  /** The paying customer: cases of one customer are not independent. */
  readonly customer: string;
  readonly since: "before" | "after";
  /** Days. */
  readonly days: number;
}

/** An invoice whose thirty days after its due date are over, in minor units: what was to be paid, and what was by then. */
export interface CashCase {
  readonly customer: string;
  readonly since: "before" | "after";
  readonly due: bigint;
  readonly collected: bigint;
}

/**
 * proven-better, proven-worse: the interval of the difference excludes 0. not-proven: it does not. too-few: too few cases,
 * or customers, to tell. no-before: nothing to compare with.
 */
export type Verdict = "proven-better" | "proven-worse" | "not-proven" | "too-few" | "no-before";

export interface Side {
  readonly cases: number;
  readonly customers: number;
  /** Percent for cash, else days; two decimals; null without cases. */
  readonly value: number | null;
}

export interface Proof {
  readonly figure: ProofFigure;
  /** Of cash only: money is never added up across currencies. */
  readonly currency: Currency | null;
  readonly before: Side;
  readonly after: Side;
  /** After less before, in points of percent or in days. */
  readonly difference: number | null;
  /** Where the true difference lies, 95 times of 100; without anything before, where the value itself does. */
  readonly interval: Interval | null;
  readonly verdict: Verdict;
}

/** The share of what fell due that was collected thirty days later: more is better. */
export function proveCash(cases: readonly CashCase[], currency: Currency, seed: string): Proof {
  const customers = customersOf(cases);
  const summed = (since: ProofCase["since"]) =>
    customers.map((of) => {
      const own = of.filter((each) => each.since === since);
      return { part: total(own.map((each) => each.collected)), whole: total(own.map((each) => each.due)) };
    });
  const [before, after] = [summed("before"), summed("after")];
  return prove({
    figure: "cash-at-30",
    currency,
    customers,
    estimators: { before: shareOf(before), after: shareOf(after) },
    weights: { before: before.map(({ whole }) => whole), after: after.map(({ whole }) => whole) },
    better: 1,
    seed,
  });
}

/** The median of days: fewer are better. */
export function proveDays(
  figure: Exclude<ProofFigure, "cash-at-30">,
  cases: readonly ProofCase[],
  seed: string,
): Proof {
  const customers = customersOf(cases);
  const daysOf = (since: ProofCase["since"]) =>
    customers.map((of) => of.filter((each) => each.since === since).map(({ days }) => days));
  const [before, after] = [daysOf("before"), daysOf("after")];
  return prove({
    figure,
    currency: null,
    customers,
    estimators: { before: medianOf(before), after: medianOf(after) },
    weights: { before: before.map(({ length }) => length), after: after.map(({ length }) => length) },
    better: -1,
    seed,
  });
}

type Sides<T> = { readonly before: T; readonly after: T };

interface Question {
  readonly figure: ProofFigure;
  readonly currency: Currency | null;
  /** The cases of each customer. */
  readonly customers: readonly (readonly { readonly since: ProofCase["since"] }[])[];
  readonly estimators: Sides<Estimator>;
  /** What each customer weighs on each side. */
  readonly weights: Sides<readonly number[]>;
  /** The sign of a difference that is good. */
  readonly better: 1 | -1;
  readonly seed: string;
}

function prove({ figure, currency, customers, estimators, weights, better, seed }: Question): Proof {
  const sideOf = (since: ProofCase["since"]): Side => {
    const counts = customers.map((of) => of.filter((each) => each.since === since).length);
    return {
      cases: counts.reduce((sum, count) => sum + count, 0),
      customers: counts.filter((count) => count > 0).length,
      value: rounded(pointOf(estimators[since], customers.length)),
    };
  };
  const [before, after] = [sideOf("before"), sideOf("after")];
  const difference = before.value === null || after.value === null ? null : rounded(after.value - before.value);
  const compared = before.cases > 0;
  const enough = (side: Side, of: readonly number[]) =>
    side.cases >= CASES_MIN && effectiveClusters(of) >= EFFECTIVE_MIN;
  const told = { figure, currency, before, after, difference };
  if (!enough(after, weights.after) || (compared && !enough(before, weights.before))) {
    return { ...told, interval: null, verdict: "too-few" };
  }
  const effective = Math.min(
    effectiveClusters(weights.after),
    compared ? effectiveClusters(weights.before) : Number.POSITIVE_INFINITY,
  );
  const interval = bootstrapInterval(
    { before: compared ? estimators.before : null, after: estimators.after },
    { clusters: customers.length, effective },
    seededRandom(`${seed} ${figure} ${currency ?? ""}`),
  );
  const shown: Interval | null = interval === null ? null : [round2(interval[0]), round2(interval[1])];
  if (!compared) return { ...told, interval: shown, verdict: "no-before" };
  if (interval === null || shown === null) return { ...told, interval: null, verdict: "too-few" };
  return { ...told, interval: shown, verdict: verdictOf(interval, better) };
}

function verdictOf([low, high]: Interval, better: 1 | -1): Verdict {
  if (low <= 0 && high >= 0) return "not-proven";
  return Math.sign(low) === better ? "proven-better" : "proven-worse";
}

/** In the order of their names, so that the same cases make the same draws. */
function customersOf<T extends { readonly customer: string }>(cases: readonly T[]): readonly (readonly T[])[] {
  return [...Map.groupBy(cases, ({ customer }) => customer)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, of]) => of);
}

/** As a number: only its proportion counts here. */
function total(amounts: readonly bigint[]): number {
  return Number(amounts.reduce((sum, amount) => sum + amount, 0n));
}

function rounded(value: number | null): number | null {
  return value === null ? null : round2(value);
}

/** Two decimals, half up. */
function round2(value: number): number {
  return Math.floor(value * 100 + 0.5) / 100;
}
