import { expect, test } from "vitest";

import { agedBalance, bucketOf, daysOverdue } from "#domain/aging.ts";

test.each([
  ["2026-11-24", 0, "notDue"],
  ["2026-12-31", 0, "notDue"],
  ["2026-11-23", 1, "1-30"],
  ["2026-10-25", 30, "1-30"],
  ["2026-10-24", 31, "31-60"],
  ["2026-09-25", 60, "31-60"],
  ["2026-09-24", 61, "61-90"],
  ["2026-08-26", 90, "61-90"],
  ["2026-08-25", 91, "90+"],
] as const)("an invoice due on %s is %i days overdue on 24 November 2026: %s", (due, days, bucket) => {
  expect(daysOverdue(due, "2026-11-24")).toBe(days);
  expect(bucketOf(days)).toBe(bucket);
});

test("the hour that the clocks go back is no day", () => {
  expect(daysOverdue("2026-10-24", "2026-10-26")).toBe(2);
});

test("buckets add up to what is outstanding, and overdue holds disputed and promised parts", () => {
  const balance = agedBalance([
    { daysOverdue: 0, invoices: 2, residual: 1000n, disputed: 0n, promised: 0n },
    { daysOverdue: 30, invoices: 1, residual: 200n, disputed: 50n, promised: 150n },
    { daysOverdue: 91, invoices: 1, residual: 5_000_000_000_000n, disputed: 0n, promised: 0n },
  ]);
  expect(balance).toEqual({
    openInvoices: 4,
    outstanding: 5_000_000_001_200n,
    overdueInvoices: 2,
    overdue: 5_000_000_000_200n,
    notDue: 1000n,
    disputed: 50n,
    promised: 150n,
    aged: { notDue: 1000n, "1-30": 200n, "31-60": 0n, "61-90": 0n, "90+": 5_000_000_000_000n },
  });
});
