import { addDays, daysBetween, minDay, type Day } from "./calendar.ts";
import { countryCode } from "./country.ts";
import type { CustomerKind } from "./customer.ts";
import { endOfHalfYear, halfYearOf, type HalfYear } from "./half-year.ts";
import type { LateRates } from "./late-rates.ts";
import { shareRounded } from "./money.ts";

/** An invoice as late interest looks at it: amounts including VAT, in minor units. */
export interface LateInvoice {
  readonly due: Day;
  readonly issued: Day;
  readonly amount: bigint;
  /** What was paid or credited, by day; negative = a payment that came back. */
  readonly paid: readonly { readonly on: Day; readonly amount: bigint }[];
  /** Of the customer invoiced. */
  readonly kind: CustomerKind;
  /** A code or a name; null = the company's own country, France. */
  readonly country: string | null;
  readonly insolvencyDate: Day | null;
  /** The rate of the seller's terms in hundredths of a percent; null = the legal default. */
  readonly contractRate: number | null;
}

/** One half-year of a delay; of a public buyer the whole delay is one. */
export interface InterestSegment {
  /** Interest runs after this day, and up to and including `to`. */
  readonly after: Day;
  readonly to: Day;
  readonly days: number;
  /** Hundredths of a percent a year. */
  readonly rate: number;
  readonly interest: bigint;
}

export interface LateInterest {
  /** Zero = not late. */
  readonly days: number;
  readonly segments: readonly InterestSegment[];
  readonly interest: bigint;
  /** EUR 40 in cents for a late invoice of a business (C. com. D441-5), zero otherwise. */
  readonly indemnity: bigint;
}

/** Why no interest can be asked for. */
export type NoInterest =
  | { readonly because: "consumer" | "intercompany" | "foreign" | "insolvency" }
  | { readonly because: "rate-missing"; readonly halfYear: HalfYear }
  | {
      readonly because: "rate-under-floor";
      readonly halfYear: HalfYear;
      readonly rate: number;
      readonly floor: number;
    };

const INDEMNITY_CENTS = 4_000n;
/** Added to the ECB's rate, in hundredths of a percent: businesses (L441-10), public buyers (CCP R2192-31). */
const BUSINESS_POINTS = 1_000;
const PUBLIC_POINTS = 800;
const DAYS_IN_YEAR = 365n;
/** Hundredths of a percent in one whole. */
const RATE_UNIT = 10_000n;
/** Where the Code de commerce applies as it stands. */
const FRENCH_LAW: readonly string[] = ["FR", "GP", "MQ", "GF", "RE", "YT"];

/**
 * Legal late interest of an invoice up to a day (DOMAIN.md 2): Actual/365 on what was left to pay, days = until - due,
 * rounded half-up once per half-year, each at its own rate; a payment changes the residual after its day. Public buyers: one
 * rate for the whole delay, that of the day it began. Refuses what the law does not allow, and a half-year without a rate.
 */
export function lateInterest(invoice: LateInvoice, until: Day, rates: LateRates): LateInterest | NoInterest {
  const none = noInterest(invoice);
  if (none !== null) return none;
  const end = minDay(until, settledOn(invoice) ?? until);
  const days = Math.max(0, daysBetween(invoice.due, end));
  if (days === 0) return { days, segments: [], interest: 0n, indemnity: 0n };
  const segments: InterestSegment[] = [];
  for (const span of spansOf(invoice, end)) {
    const rate = rateOf(invoice, span.halfYear, rates);
    if (typeof rate !== "number") return rate;
    segments.push({
      after: span.after,
      to: span.to,
      days: daysBetween(span.after, span.to),
      rate,
      interest: shareRounded(residualDays(invoice, span), BigInt(rate), DAYS_IN_YEAR * RATE_UNIT),
    });
  }
  return {
    days,
    segments,
    interest: segments.reduce((total, { interest }) => total + interest, 0n),
    indemnity: invoice.kind === "business" ? INDEMNITY_CENTS : 0n,
  };
}

/** Why nothing may be asked for beside the invoice itself; null = interest is due. Insolvency freezes what is older. */
export function noInterest(
  invoice: Pick<LateInvoice, "kind" | "country" | "insolvencyDate" | "issued">,
): NoInterest | null {
  if (invoice.kind === "consumer" || invoice.kind === "intercompany") return { because: invoice.kind };
  if (!isUnderFrenchLaw(invoice.country)) return { because: "foreign" };
  const frozen = invoice.insolvencyDate !== null && invoice.issued <= invoice.insolvencyDate;
  return frozen ? { because: "insolvency" } : null;
}

/** Whether there is a reason why no interest is due in its place. */
export function isNoInterest(found: LateInterest | NoInterest): found is NoInterest {
  return "because" in found;
}

function isUnderFrenchLaw(country: string | null): boolean {
  if (country === null || country.trim() === "") return true;
  return FRENCH_LAW.includes(countryCode(country) ?? country);
}

interface Span {
  readonly halfYear: HalfYear;
  readonly after: Day;
  readonly to: Day;
}

/** The delay by half-years: the first day that counts is the one after the due day. */
function spansOf(invoice: LateInvoice, until: Day): readonly Span[] {
  const first = halfYearOf(addDays(invoice.due, 1));
  if (invoice.kind === "public") return [{ halfYear: first, after: invoice.due, to: until }];
  const spans: Span[] = [];
  for (let after = invoice.due; after < until; after = spans.at(-1)?.to ?? until) {
    const halfYear = halfYearOf(addDays(after, 1));
    spans.push({ halfYear, after, to: minDay(endOfHalfYear(halfYear), until) });
  }
  return spans;
}

function rateOf(invoice: LateInvoice, halfYear: HalfYear, rates: LateRates): number | NoInterest {
  const known = rates[halfYear];
  if (known === undefined) return { because: "rate-missing", halfYear };
  if (invoice.kind === "public") return known.ecb + PUBLIC_POINTS;
  if (invoice.contractRate === null) return known.ecb + BUSINESS_POINTS;
  if (invoice.contractRate >= known.floor) return invoice.contractRate;
  return { because: "rate-under-floor", halfYear, rate: invoice.contractRate, floor: known.floor };
}

/** Residual x days over a span: what interest is taken of, summed exactly before it is rounded once. */
function residualDays(invoice: LateInvoice, span: Span): bigint {
  const turns = invoice.paid
    .map(({ on }) => on)
    .filter((on) => on > span.after && on < span.to)
    .toSorted();
  let sum = 0n;
  let from = span.after;
  for (const to of [...turns, span.to]) {
    sum += residualAfter(invoice, from) * BigInt(daysBetween(from, to));
    from = to;
  }
  return sum;
}

/** The day of the payment after which nothing was left any more; null = something is. */
function settledOn(invoice: LateInvoice): Day | null {
  const days = invoice.paid.map(({ on }) => on).toSorted();
  const open = days.filter((day) => residualAfter(invoice, day) > 0n).at(-1);
  return days.find((day) => residualAfter(invoice, day) === 0n && (open === undefined || day > open)) ?? null;
}

/** What is left to pay after a day's payments; an overpaid invoice bears nothing. */
function residualAfter(invoice: LateInvoice, day: Day): bigint {
  const left = invoice.paid.reduce((rest, { on, amount }) => (on <= day ? rest - amount : rest), invoice.amount);
  return left > 0n ? left : 0n;
}
