import { addDays, addMonths, endOfMonth, partsOf, type Day } from "./calendar.ts";
import { shareRounded } from "./money.ts";
import { fromHundredths, ratio } from "./ratio.ts";

/** Sales are looked at over so many days, up to and including the day asked. */
export const WINDOW_DAYS = 90;

/** A calendar month: "2026-11". */
export type Month = string;

export interface DsoFacts {
  /** Gross: credit notes and payments not allocated stand apart (minor units, as all amounts here). */
  readonly outstanding: bigint;
  readonly notDue: bigint;
  readonly overdue: bigint;
  /** Sales of the window, net of the credit notes issued in it. */
  readonly sales: bigint;
}

export interface Dso {
  /** Days of sales that are still to be paid; null without sales, never 0 or infinite (DOMAIN.md 1). */
  readonly simple: number | null;
  /** The same if nothing were late. */
  readonly bestPossible: number | null;
  /** What lateness adds: simple less best possible, rounded once. */
  readonly averageDaysDelinquent: number | null;
}

/** DSO by the sales of the last 90 days: 30 000 outstanding of 60 000 sold is 45 days. */
export function dso({ outstanding, notDue, overdue, sales }: DsoFacts): Dso {
  const days = BigInt(WINDOW_DAYS);
  return {
    simple: ratio(outstanding * days, sales),
    bestPossible: ratio(notDue * days, sales),
    averageDaysDelinquent: ratio(overdue * days, sales),
  };
}

/** The days of the window: after `from`, up to `to`. */
export function windowOf(asked: Day): { readonly from: Day; readonly to: Day } {
  return { from: addDays(asked, -WINDOW_DAYS), to: asked };
}

export interface Countback {
  readonly days: number | null;
  /** Set when the sales known do not reach back far enough: "more than so many days". */
  readonly beyondDays: number | null;
}

/**
 * DSO by exhaustion: whole months of sales are taken out of the outstanding, back from the day asked; the month that is
 * not used up counts its share of days. The current month has the days that passed, a month without sales all of its days;
 * one with more credit notes than sales gives back what it took. Null when nothing was ever sold and nothing is owed.
 */
export function countback(outstanding: bigint, salesByMonth: ReadonlyMap<Month, bigint>, asked: Day): Countback {
  if (outstanding <= 0n) return { days: salesByMonth.size > 0 ? 0 : null, beyondDays: null };
  const first = [...salesByMonth.keys()].reduce((a, b) => (a < b ? a : b), monthOf(asked));
  let left = outstanding;
  let days = 0;
  for (let back = 0; monthOf(monthsBefore(asked, back)) >= first; back += 1) {
    const last = back === 0 ? asked : endOfMonth(monthsBefore(asked, back));
    const [, , length] = partsOf(last);
    const sales = salesByMonth.get(monthOf(last)) ?? 0n;
    if (sales >= left) {
      const hundredths = shareRounded(left, BigInt(length) * 100n, sales);
      return { days: fromHundredths(BigInt(days) * 100n + hundredths), beyondDays: null };
    }
    left -= sales;
    days += length;
  }
  return { days: null, beyondDays: days };
}

/** The month that a day is in. */
export function monthOf(day: Day): Month {
  return day.slice(0, 7);
}

function monthsBefore(day: Day, months: number): Day {
  return addMonths(day, -months);
}
