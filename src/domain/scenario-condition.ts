import { daysBetween, partsOf, type Day } from "./calendar.ts";
import type { PaymentMeans } from "./invoice.ts";
import { digitsOf, type Currency } from "./money.ts";
import type { Between, Scenario, StepCondition } from "./scenario.ts";
import { creditUse } from "./credit-limit.ts";
import { scoreOf, type Score, type ScoreFacts } from "./score.ts";

/** What the conditions of a step look at, of the paying customer with all it pays for. Null = not known. */
export interface Standing {
  /** Of the oldest overdue invoice; zero or below = nothing is late. */
  readonly daysLate: number;
  /** Gross, in minor units. */
  readonly outstanding: ReadonlyMap<Currency, bigint>;
  readonly insurerExceeded: boolean | null;
  readonly factorExceeded: boolean | null;
  readonly months: number | null;
  readonly rating: Score["rating"] | null;
  readonly segment: string | null;
}

/** What a customer's file says, before its invoices are looked at. Limits in minor units of `currency`. */
export interface CustomerFile {
  readonly segment: string | null;
  readonly since: Day | null;
  readonly currency: Currency;
  readonly internalLimit: bigint | null;
  readonly insurerLimit: bigint | null;
  readonly factorLimit: bigint | null;
  /** Null = no scenario looks at the score. */
  readonly history: Pick<ScoreFacts, "delays" | "brokenPromises" | "disputesLost"> | null;
}

/** What is open, or (below zero) credit that is not used yet. */
interface Owed {
  readonly currency: Currency;
  readonly minor: bigint;
}

/** The standing of a payer on a day; `unused` lowers what counts against a limit, not what is outstanding. */
export function standingOf(
  file: CustomerFile,
  invoices: readonly { readonly due: Day; readonly currency: Currency; readonly residual: bigint }[],
  unused: readonly Owed[],
  day: Day,
): Standing {
  const outstanding = new Map<Currency, bigint>();
  for (const { currency, residual } of invoices) {
    outstanding.set(currency, (outstanding.get(currency) ?? 0n) + residual);
  }
  const credit = unused
    .filter(({ currency }) => currency === file.currency)
    .reduce((total, { minor }) => total + minor, 0n);
  const net = (outstanding.get(file.currency) ?? 0n) + credit;
  const late = invoices.map(({ due }) => daysBetween(due, day)).filter((days) => days > 0);
  const daysLate = late.reduce((most, days) => Math.max(most, days), 0);
  return {
    daysLate,
    outstanding,
    insurerExceeded: file.insurerLimit === null ? null : net > file.insurerLimit,
    factorExceeded: file.factorLimit === null ? null : net > file.factorLimit,
    months: file.since === null ? null : monthsBetween(file.since, day),
    rating: file.history === null ? null : ratingOf(file, file.history, { net, daysLate, late: late.length }),
    segment: file.segment,
  };
}

/**
 * Whether a step is for an invoice (D4): all that is asked must hold, and what is not known does not. `standing` null =
 * nothing is judged, so everything holds: only for the earliest day on which a step can be due.
 */
export function stepApplies(
  when: StepCondition,
  standing: Standing | null,
  invoice: { readonly currency: Currency; readonly means?: PaymentMeans | null },
): boolean {
  if (standing === null) return true;
  const owed = standing.outstanding.get(invoice.currency) ?? 0n;
  return (
    isWithin(when.daysLate, standing.daysLate) &&
    isWithin(when.outstanding, Number(owed) / 10 ** digitsOf(invoice.currency)) &&
    (when.limitExceeded === undefined || isExceeded(when.limitExceeded, standing)) &&
    isWithin(when.customerMonths, standing.months) &&
    isAmong(when.ratings, standing.rating) &&
    isAmong(when.means, invoice.means ?? null) &&
    isAmong(when.segments, standing.segment)
  );
}

/** Whether any step looks at anything, which costs a look at all that the customer owes. */
export function haveConditions(scenarios: readonly Scenario[]): boolean {
  return scenarios.some(({ steps }) => steps.some(({ when }) => Object.keys(when).length > 0));
}

/** Whether any step looks at the score, which costs a look at the whole history. */
export function looksAtScore(scenarios: readonly Scenario[]): boolean {
  return scenarios.some(({ steps }) => steps.some(({ when }) => when.ratings !== undefined));
}

function ratingOf(
  file: CustomerFile,
  history: NonNullable<CustomerFile["history"]>,
  open: { readonly net: bigint; readonly daysLate: number; readonly late: number },
): Score["rating"] {
  const limits = { internal: file.internalLimit, insurer: file.insurerLimit, factor: file.factorLimit };
  const limitUsedPercent = creditUse(limits, open.net)?.usedPercent ?? null;
  return scoreOf({ ...history, openOverdue: open.late, oldestOverdueDays: open.daysLate, limitUsedPercent }).rating;
}

function isWithin(bounds: Between | undefined, value: number | null): boolean {
  if (bounds === undefined) return true;
  if (value === null) return false;
  return (bounds.from === null || value >= bounds.from) && (bounds.to === null || value <= bounds.to);
}

function isAmong<T>(allowed: readonly T[] | undefined, value: T | null): boolean {
  return allowed === undefined || (value !== null && allowed.includes(value));
}

function isExceeded(limit: NonNullable<StepCondition["limitExceeded"]>, standing: Standing): boolean {
  const insurer = limit !== "factor" && standing.insurerExceeded === true;
  const factor = limit !== "insurer" && standing.factorExceeded === true;
  return insurer || factor;
}

/** Whole months, as people count how long they have known somebody. */
function monthsBetween(from: Day, to: Day): number {
  const [fromYear, fromMonth, fromDay] = partsOf(from);
  const [toYear, toMonth, toDay] = partsOf(to);
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0);
}
