import { addDays, addWorkingDays, maxDay, minDay, workingDaysBetween, type Day } from "./calendar.ts";
import { digitsOf, type Currency, type Money } from "./money.ts";
import type { Refusal } from "./refusal.ts";

export const PROMISE_STATES = ["live", "kept", "partly-kept", "broken", "cancelled", "rescheduled", "refused"] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

/** Working days that a bank transfer may take after the promised day. */
export const GRACE_WORKING_DAYS = 2;
export const DAYS_AHEAD_MAX = 180;
/** Beyond this a promise is an extension of credit, which is finance's to give. */
export const DAYS_AHEAD_WITHOUT_FINANCE = 30;
/** The third promise in a row on the same money is no promise any more. */
export const IN_A_ROW_WITHOUT_FINANCE = 2;
/** How long dunning waits for finance to look at a long promise. */
export const FINANCE_WORKING_DAYS = 5;
/** A promise broken longer ago than this is no news to anybody. */
const NEWS_WORKING_DAYS = 10;
/** A shortfall of 1/200 = 0.5 % is bank charges or rounding, not a broken word. */
const TOLERANCE_SHARE = 200n;

/** A promise pauses dunning, so its day must be near and its amount owed (DOMAIN.md 4); null = it can be taken. */
export function refusePromise(
  promise: { readonly amount: Money; readonly due: Day },
  owed: Money,
  today: Day,
): Refusal | null {
  const { amount, due } = promise;
  if (amount.minor <= 0n) return { why: "amount-not-positive" };
  if (amount.currency !== owed.currency) return { why: "other-currency", currency: amount.currency };
  if (owed.minor <= 0n) return { why: "nothing-owed" };
  return refusePromiseDay(due, today) ?? (amount.minor > owed.minor ? { why: "more-than-owed", owed } : null);
}

/** The part of `refusePromise` that concerns the day alone. */
export function refusePromiseDay(due: Day, today: Day): Refusal | null {
  if (due < today) return { why: "date-in-past", day: due };
  const latest = addDays(today, DAYS_AHEAD_MAX);
  return due > latest ? { why: "date-too-far", latest } : null;
}

/** The last day on which dunning waits for a promise: a promise for Sunday waits until Tuesday evening. */
export function graceUntil(due: Day): Day {
  return addWorkingDays(due, GRACE_WORKING_DAYS);
}

/**
 * Whether a promise must be approved by finance: more than 30 days ahead, or the third in a row. `earlierInARow` counts
 * the promises on the same invoices that were broken, partly kept or replaced.
 */
export function needsFinance(due: Day, today: Day, earlierInARow: number): boolean {
  return due > addDays(today, DAYS_AHEAD_WITHOUT_FINANCE) || earlierInARow >= IN_A_ROW_WITHOUT_FINANCE;
}

/** Until when dunning waits while finance has not answered, never beyond the promise itself. */
export function awaitsFinanceUntil(due: Day, today: Day): Day {
  return minDay(addWorkingDays(today, FINANCE_WORKING_DAYS), graceUntil(due));
}

/** Money that a promise could cover: `disputed` is part of `residual`. */
export interface Coverable {
  readonly id: number;
  readonly due: Day;
  readonly residual: bigint;
  readonly disputed: bigint;
}

export interface CoveredLine {
  readonly invoice: number;
  readonly covered: bigint;
  readonly residual: bigint;
}

/**
 * Spreads an amount over invoices, oldest due first, contested money last; lines without cover are left out. What exceeds
 * all residuals is covered by nothing, so refuse it before.
 */
export function coverOldestFirst(items: readonly Coverable[], amount: bigint): readonly CoveredLine[] {
  const byAge = items.toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id - b.id));
  let left = amount;
  const take = (room: bigint): bigint => {
    const taken = room < left ? room : left;
    left -= taken;
    return taken;
  };
  const certain = byAge.map((item) => take(item.residual - item.disputed));
  const contested = byAge.map((item) => take(item.disputed));
  return byAge
    .map((item, at) => ({
      invoice: item.id,
      covered: (certain[at] ?? 0n) + (contested[at] ?? 0n),
      residual: item.residual,
    }))
    .filter((line) => line.covered > 0n);
}

/** A live promise with what its invoices owe now. */
export interface JudgedPromise {
  readonly currency: Currency;
  readonly graceUntil: Day;
  /** Zero or below. */
  readonly unallocatedWhenGiven: bigint;
  readonly lines: readonly {
    readonly covered: bigint;
    readonly residualWhenGiven: bigint;
    readonly residualNow: bigint;
  }[];
}

export interface Judgement {
  /** "waiting" = before the end of its grace; "no-data" = past it, and no payments import has come since. */
  readonly verdict: "kept" | "partly-kept" | "broken" | "waiting" | "no-data";
  readonly paid: bigint;
  /** The unallocated money that it took, so that no other promise is kept by the same euro. */
  readonly unallocatedUsed: bigint;
}

/**
 * Compares the residuals recorded when the promise was given with now: payments of any date, credit notes and the
 * customer's unallocated money all count (DOMAIN.md 4). One promise is judged as one. Before its grace ends it is kept only
 * by what its own invoices no longer owe: money that nobody allocated may yet go elsewhere. Nothing else is judged before
 * a payments import of a later day than its grace; `heardOn` is the day of the oldest last import of the sellers concerned.
 */
export function judgePromise(
  promise: JudgedPromise,
  unallocatedNow: bigint,
  today: Day,
  heardOn: Day | null,
): Judgement {
  const amount = promise.lines.reduce((total, line) => total + line.covered, 0n);
  const settled = promise.lines.reduce(
    (total, line) => total + atLeastZero(line.residualWhenGiven - line.residualNow),
    0n,
  );
  const unallocated = atLeastZero(promise.unallocatedWhenGiven - unallocatedNow);
  const missing = atLeastZero(amount - settled);
  const unallocatedUsed = unallocated < missing ? unallocated : missing;
  const paid = settled + unallocatedUsed;
  const verdict = verdictOf(promise, amount, paid, today, heardOn);
  return { verdict, paid, unallocatedUsed: verdict === "kept" ? unallocatedUsed : 0n };
}

function verdictOf(
  promise: JudgedPromise,
  amount: bigint,
  paid: bigint,
  today: Day,
  heardOn: Day | null,
): Judgement["verdict"] {
  if (isPaidOff(promise)) return "kept";
  if (today <= promise.graceUntil) return "waiting";
  if (heardOn === null || heardOn <= promise.graceUntil) return "no-data";
  if (paid > 0n && amount - paid <= toleranceOf(amount, promise.currency)) return "kept";
  return paid > 0n ? "partly-kept" : "broken";
}

/** Nothing that it covers is owed any more, to the cent: while it runs, dunning waits for what is left. */
function isPaidOff({ lines }: JudgedPromise): boolean {
  return lines.every(({ covered, residualWhenGiven, residualNow }) => residualWhenGiven - residualNow >= covered);
}

/**
 * Whether a promise that was not kept is history: its grace ended more than ten working days before anybody could be told
 * of it, which is the day it was recorded or its seller's go-live, whichever came later.
 */
export function isHistory(promise: { readonly graceUntil: Day }, recordedOn: Day, liveSince: Day): boolean {
  return workingDaysBetween(promise.graceUntil, maxDay(recordedOn, liveSince)) > NEWS_WORKING_DAYS;
}

/** The shortfall that still counts as paid: one unit of the currency (EUR 1) or 0.5 %, whichever is more. */
export function toleranceOf(amount: bigint, currency: Currency): bigint {
  const unit = 10n ** BigInt(digitsOf(currency));
  const share = amount / TOLERANCE_SHARE;
  return share > unit ? share : unit;
}

function atLeastZero(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}
