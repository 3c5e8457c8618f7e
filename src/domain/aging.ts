import { daysBetween, type Day } from "./calendar.ts";

/** The columns of the aged balance (balance âgée), from the due date, in the order in which they are read. */
export const AGED_BUCKETS = ["notDue", "1-30", "31-60", "61-90", "90+"] as const;
export type AgedBucket = (typeof AGED_BUCKETS)[number];

/** The last day overdue of each bucket, inclusive; the last bucket has no end. */
const DAYS_OVERDUE_MAX: Readonly<Record<AgedBucket, number>> = {
  notDue: 0,
  "1-30": 30,
  "31-60": 60,
  "61-90": 90,
  "90+": Infinity,
};

/** Calendar days after the due date; due on the day asked is not overdue, and never below zero (DOMAIN.md 1). */
export function daysOverdue(due: Day, asked: Day): number {
  return Math.max(0, daysBetween(due, asked));
}

/** The bucket of an invoice so many days overdue. */
export function bucketOf(days: number): AgedBucket {
  return AGED_BUCKETS.find((bucket) => days <= DAYS_OVERDUE_MAX[bucket]) ?? "90+";
}

/** The open invoices of one currency that are equally many days overdue, in minor units. */
export interface AgedRow {
  readonly daysOverdue: number;
  readonly invoices: number;
  readonly residual: bigint;
  readonly disputed: bigint;
  readonly promised: bigint;
}

/** Figures of one currency on one day, in minor units. */
export interface AgedBalance {
  readonly openInvoices: number;
  readonly outstanding: bigint;
  readonly overdueInvoices: number;
  /** The whole residual of overdue invoices, disputed and promised parts included. */
  readonly overdue: bigint;
  readonly notDue: bigint;
  readonly disputed: bigint;
  readonly promised: bigint;
  readonly aged: Readonly<Record<AgedBucket, bigint>>;
}

/** Adds rows up; those of another currency must not be among them. */
export function agedBalance(rows: readonly AgedRow[]): AgedBalance {
  const late = rows.filter((row) => row.daysOverdue > 0);
  const aged = { notDue: 0n, "1-30": 0n, "31-60": 0n, "61-90": 0n, "90+": 0n };
  for (const row of rows) aged[bucketOf(row.daysOverdue)] += row.residual;
  return {
    openInvoices: rows.reduce((sum, row) => sum + row.invoices, 0),
    outstanding: rows.reduce((sum, row) => sum + row.residual, 0n),
    overdueInvoices: late.reduce((sum, row) => sum + row.invoices, 0),
    overdue: late.reduce((sum, row) => sum + row.residual, 0n),
    notDue: aged.notDue,
    disputed: rows.reduce((sum, row) => sum + row.disputed, 0n),
    promised: rows.reduce((sum, row) => sum + row.promised, 0n),
    aged,
  };
}
