import { addDays, isoWeek, weekday, type Day } from "./calendar.ts";
import type { Currency } from "./money.ts";
import { SETTLED_MIN } from "./score.ts";
import { nextTargetDay, previousTargetDay } from "./target-days.ts";

/** Where an expected day comes from: a word given, else how this customer, its like, or everybody pays; else the due date. */
export const FORECAST_METHODS = ["promise", "customer-habit", "segment-habit", "company-habit", "due-date"] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** How often a customer has paid, and by how many days late in all (signed: early is negative). */
export interface Habit {
  readonly customer: string;
  readonly segment: string | null;
  readonly settled: number;
  readonly daysLate: number;
}

/** By how many days after the due date a customer's money is expected, and by whose habit. */
export interface ExpectedDelay {
  readonly customer: string;
  readonly days: number;
  readonly method: Exclude<ForecastMethod, "promise">;
}

/** Money expected in one currency, in minor units. Each euro of the open invoices is in exactly one place. */
export interface Forecast {
  readonly currency: Currency;
  /** The week of the day asked first, from that day on; every week asked for is there, an empty one too. */
  readonly weeks: readonly ForecastWeek[];
  /** Expected after the last of these weeks. */
  readonly later: ForecastSum;
  /** Expected on a day that is past: it should have come, and is no part of this week. */
  readonly shouldHaveCome: ForecastSum;
  /** Contested, so expected on no day. */
  readonly disputed: bigint;
}

export interface ForecastWeek extends ForecastSum {
  /** "2026-W49". */
  readonly week: string;
  /** Monday and Sunday. */
  readonly from: Day;
  readonly until: Day;
}

export interface ForecastSum {
  readonly expected: bigint;
  /** The part of it that was promised; the rest follows habits. */
  readonly promised: bigint;
  readonly byMethod: Readonly<Record<ForecastMethod, bigint>>;
  readonly invoices: number;
}

/** Where expected money stands: in a week by its name, before the first or after the last. */
export type ForecastPlace = "should-have-come" | "later" | "disputed" | (string & {});

/**
 * A place and the days that lead to it, before weekends and holidays are left out: money due on a Saturday is expected the
 * Monday after, so the days of a week begin with the weekend before it. Null = without end.
 */
export interface PlaceDays {
  readonly place: ForecastPlace;
  readonly from: Day | null;
  readonly until: Day | null;
}

/** What is expected at one place by one method, added up. */
export interface ForecastRow {
  readonly currency: Currency;
  readonly place: ForecastPlace;
  /** Null for what is disputed. */
  readonly method: ForecastMethod | null;
  readonly amount: bigint;
  readonly invoices: number;
}

/** What a forecast said of a week, and what came. */
export interface ForecastError {
  readonly currency: Currency;
  readonly week: string;
  readonly from: Day;
  readonly until: Day;
  readonly expected: bigint;
  readonly collected: bigint;
  /** Collected against expected: -8 = eight percent less came. Null when nothing was expected. */
  readonly percent: number | null;
  /** When the forecast was made; null = worked out afterwards, as it would have been that Monday. */
  readonly madeOn: Day | null;
}

/** The day on which money is expected: no bank moves any on a weekend or a TARGET holiday. */
export function expectedOn(day: Day): Day {
  return nextTargetDay(day);
}

/** The name of the ISO week of a day: "2026-W49". */
export function weekName(day: Day): string {
  const { year, week } = isoWeek(day);
  return `${year}-W${String(week).padStart(2, "0")}`;
}

/** The Monday of a day's ISO week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** All places of a forecast in the order of time: what should have come, so many weeks from that of `asOf` on, and later. */
export function placesOf(asOf: Day, weeks: number): readonly PlaceDays[] {
  const monday = mondayOf(asOf);
  // The last day that leads to a payment day before `asOf`: money due the weekend before a Monday may still come.
  const past = previousTargetDay(addDays(asOf, -1));
  const lastDays = Array.from({ length: weeks }, (_, nth) => previousTargetDay(addDays(monday, 7 * nth + 6)));
  const starts = [past, ...lastDays].map((day) => addDays(day, 1));
  return [
    { place: "should-have-come", from: null, until: past },
    ...lastDays.map((until, nth) => ({
      place: weekName(addDays(monday, 7 * nth)),
      from: starts[nth] ?? null,
      until,
    })),
    { place: "later", from: starts[weeks] ?? null, until: null },
  ];
}

/**
 * How late each customer's money comes: the half-up mean of its settled invoices, of its segment's when it has fewer than
 * three, else of everybody's; with no invoice ever settled, the due date is all that is known.
 */
export function delaysOf(habits: readonly Habit[]): readonly ExpectedDelay[] {
  const all = summed(habits);
  const segments = new Map(
    [...Map.groupBy(habits, ({ segment }) => segment)].map(([segment, members]) => [segment, summed(members)]),
  );
  return habits.map((habit) => {
    const { customer, segment } = habit;
    const alike = segment === null ? undefined : segments.get(segment);
    if (habit.settled >= SETTLED_MIN) return { customer, days: halfUpMean(habit), method: "customer-habit" };
    if (alike !== undefined && alike.settled >= SETTLED_MIN) {
      return { customer, days: halfUpMean(alike), method: "segment-habit" };
    }
    if (all.settled > 0) return { customer, days: halfUpMean(all), method: "company-habit" };
    return { customer, days: 0, method: "due-date" };
  });
}

/** Sums by place and method as forecasts, one per currency in alphabetical order. */
export function forecastsFrom(rows: readonly ForecastRow[], asOf: Day, weeks: number): readonly Forecast[] {
  const byCurrency = [...Map.groupBy(rows, ({ currency }) => currency)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const monday = mondayOf(asOf);
  return byCurrency.map(([currency, its]) => {
    const at = (place: ForecastPlace) => sumOf(its.filter((row) => row.place === place));
    return {
      currency,
      weeks: Array.from({ length: weeks }, (_, nth) => {
        const from = addDays(monday, 7 * nth);
        const week = weekName(from);
        return { week, from, until: addDays(from, 6), ...at(week) };
      }),
      later: at("later"),
      shouldHaveCome: at("should-have-come"),
      disputed: at("disputed").expected,
    };
  });
}

/** By how many percent what came differs from what was expected, half-up to a whole one; null when nothing was expected. */
export function percentOff(expected: bigint, collected: bigint): number | null {
  if (expected <= 0n) return null;
  const twice = 200n * (collected - expected) + expected;
  const whole = twice / (2n * expected);
  return Number(twice < 0n && twice % (2n * expected) !== 0n ? whole - 1n : whole);
}

function summed(habits: readonly Habit[]): Pick<Habit, "settled" | "daysLate"> {
  return {
    settled: habits.reduce((total, { settled }) => total + settled, 0),
    daysLate: habits.reduce((total, { daysLate }) => total + daysLate, 0),
  };
}

function halfUpMean({ settled, daysLate }: Pick<Habit, "settled" | "daysLate">): number {
  return Math.floor((2 * daysLate + settled) / (2 * settled));
}

function sumOf(rows: readonly ForecastRow[]): ForecastSum {
  const of = (wanted: ForecastMethod) =>
    rows.filter(({ method }) => method === wanted).reduce((total, { amount }) => total + amount, 0n);
  return {
    expected: rows.reduce((total, { amount }) => total + amount, 0n),
    promised: of("promise"),
    byMethod: {
      promise: of("promise"),
      "customer-habit": of("customer-habit"),
      "segment-habit": of("segment-habit"),
      "company-habit": of("company-habit"),
      "due-date": of("due-date"),
    },
    invoices: rows.reduce((total, { invoices }) => total + invoices, 0),
  };
}
