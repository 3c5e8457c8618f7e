import { describe, expect, test } from "vitest";

import {
  awaitsFinanceUntil,
  coverOldestFirst,
  graceUntil,
  isHistory,
  judgePromise,
  needsFinance,
  refusePromise,
  toleranceOf,
  type JudgedPromise,
} from "#domain/promise-to-pay.ts";

const TODAY = "2026-11-24";
const eur = (minor: bigint) => ({ minor, currency: "EUR" });

describe("a promise that cannot be taken says why", () => {
  test.each([
    ["for yesterday", 100n, "2026-11-23", "date-in-past"],
    ["more than 180 days ahead", 100n, "2027-05-24", "date-too-far"],
    ["above what is owed", 1001n, "2026-11-27", "more-than-owed"],
    ["of nothing", 0n, "2026-11-27", "amount-not-positive"],
    ["of less than nothing", -5n, "2026-11-27", "amount-not-positive"],
  ] as const)("%s", (_what, minor, due, why) => {
    expect(refusePromise({ amount: eur(minor), due }, eur(1000n), TODAY)?.why).toBe(why);
  });

  test("in another currency, or when nothing is owed", () => {
    const usd = { minor: 100n, currency: "USD" };
    expect(refusePromise({ amount: usd, due: TODAY }, eur(1000n), TODAY)).toEqual({
      why: "other-currency",
      currency: "USD",
    });
    expect(refusePromise({ amount: eur(1n), due: TODAY }, eur(0n), TODAY)?.why).toBe("nothing-owed");
  });

  test("for today, for all that is owed and for the 180th day it is taken", () => {
    expect(refusePromise({ amount: eur(1000n), due: TODAY }, eur(1000n), TODAY)).toBeNull();
    expect(refusePromise({ amount: eur(1n), due: "2027-05-23" }, eur(1000n), TODAY)).toBeNull();
  });
});

test.each([
  ["a Sunday", "2026-11-29", "2026-12-01"],
  ["a Friday", "2026-11-27", "2026-12-01"],
  ["the day before Christmas Eve", "2026-12-23", "2026-12-28"],
] as const)("grace ends two working days after %s", (_what, due, until) => {
  expect(graceUntil(due)).toBe(until);
});

test.each([
  ["30 days ahead", "2026-12-24", 0, false],
  ["31 days ahead", "2026-12-25", 0, true],
  ["the second in a row", "2026-11-27", 1, false],
  ["the third in a row", "2026-11-27", 2, true],
] as const)("%s: finance is asked or not", (_what, due, earlier, asked) => {
  expect(needsFinance(due, TODAY, earlier)).toBe(asked);
});

test("dunning waits five working days for finance, and never longer than for the promise", () => {
  expect(awaitsFinanceUntil("2027-02-01", TODAY)).toBe("2026-12-01");
  expect(awaitsFinanceUntil("2026-11-25", TODAY)).toBe("2026-11-27");
});

describe("what a promise covers", () => {
  const items = [
    { id: 1, due: "2026-10-01", residual: 500n, disputed: 100n },
    { id: 2, due: "2026-09-01", residual: 300n, disputed: 0n },
    { id: 3, due: "2026-12-31", residual: 200n, disputed: 0n },
  ] as const;

  test("the oldest due first, then what is not due yet, contested money last", () => {
    expect(coverOldestFirst(items, 350n)).toEqual([
      { invoice: 2, covered: 300n, residual: 300n },
      { invoice: 1, covered: 50n, residual: 500n },
    ]);
    expect(coverOldestFirst(items, 900n).map((line) => line.covered)).toEqual([300n, 400n, 200n]);
    expect(coverOldestFirst(items, 950n).map((line) => line.covered)).toEqual([300n, 450n, 200n]);
  });

  test("never more than each invoice owes, nor nothing", () => {
    for (let amount = 1n; amount <= 1000n; amount += 7n) {
      const lines = coverOldestFirst(items, amount);
      expect(lines.reduce((total, line) => total + line.covered, 0n)).toBe(amount);
      expect(lines.every((line) => line.covered > 0n && line.covered <= line.residual)).toBe(true);
    }
  });
});

describe("judging", () => {
  const promise = (residualNow: bigint, more: Partial<JudgedPromise> = {}): JudgedPromise => ({
    currency: "EUR",
    graceUntil: "2026-12-01",
    unallocatedWhenGiven: 0n,
    lines: [{ covered: 10_000n, residualWhenGiven: 10_000n, residualNow }],
    ...more,
  });

  test.each([
    ["paid in full before its day", 0n, 0n, "2026-11-25", "2026-11-25", "kept"],
    ["short by exactly one euro", 100n, 0n, "2026-12-03", "2026-12-02", "kept"],
    ["short by one euro and a cent", 101n, 0n, "2026-12-03", "2026-12-02", "partly-kept"],
    ["paid but for a cent before its day", 1n, 0n, "2026-11-25", "2026-11-25", "waiting"],
    ["money not allocated yet, while it runs", 10_000n, -10_000n, "2026-12-01", "2026-12-01", "waiting"],
    ["paid by money not allocated yet", 10_000n, -10_000n, "2026-12-02", "2026-12-02", "kept"],
    ["money not allocated yet, but no payments import since", 10_000n, -10_000n, "2026-12-02", "2026-11-25", "no-data"],
    ["nothing came", 10_000n, 0n, "2026-12-02", "2026-12-02", "broken"],
    ["nothing came, on the last day of grace", 10_000n, 0n, "2026-12-01", "2026-12-01", "waiting"],
    ["nothing came, and no payments import since", 10_000n, 0n, "2026-12-09", "2026-12-01", "no-data"],
    ["nothing came, and no payments were ever imported", 10_000n, 0n, "2026-12-09", null, "no-data"],
  ] as const)("%s", (_what, residual, unallocated, today, heardOn, verdict) => {
    expect(judgePromise(promise(residual), unallocated, today, heardOn).verdict).toBe(verdict);
  });

  test("one promise is judged as one: twelve invoices, 0.40 missing in all", () => {
    const lines = Array.from({ length: 12 }, (_, at) => ({
      covered: 1_000n,
      residualWhenGiven: 1_000n,
      residualNow: at === 7 ? 40n : 0n,
    }));
    expect(judgePromise(promise(0n, { lines }), 0n, "2026-12-03", "2026-12-02").verdict).toBe("kept");
  });

  test("while it runs, too much on one invoice does not stand for another", () => {
    const lines = [
      { covered: 4_000n, residualWhenGiven: 10_000n, residualNow: 0n },
      { covered: 6_000n, residualWhenGiven: 6_000n, residualNow: 6_000n },
    ];
    expect(judgePromise(promise(0n, { lines }), 0n, "2026-11-25", "2026-11-25").verdict).toBe("waiting");
    expect(judgePromise(promise(0n, { lines }), 0n, "2026-12-03", "2026-12-02").verdict).toBe("kept");
  });

  test("credit that was there before does not keep a promise", () => {
    const before = promise(10_000n, { unallocatedWhenGiven: -10_000n });
    expect(judgePromise(before, -10_000n, "2026-12-03", "2026-12-02").verdict).toBe("broken");
  });

  test("a promise below the tolerance is not kept by paying nothing", () => {
    const tiny = promise(50n, { lines: [{ covered: 50n, residualWhenGiven: 50n, residualNow: 50n }] });
    expect(judgePromise(tiny, 0n, "2026-11-25", "2026-11-25").verdict).toBe("waiting");
  });

  test("it says how much of the unallocated money it took", () => {
    expect(judgePromise(promise(4_000n), -9_000n, "2026-12-02", "2026-12-02")).toEqual({
      verdict: "kept",
      paid: 10_000n,
      unallocatedUsed: 4_000n,
    });
  });
});

test.each([
  ["2026-11-17", "2026-01-05", false],
  ["2026-11-18", "2026-01-05", true],
  ["2026-01-05", "2026-11-17", false],
  ["2026-01-05", "2026-11-18", true],
] as const)("a grace that ended on 2 November, recorded on %s, live since %s: history %s", (recorded, live, isOld) => {
  expect(isHistory({ graceUntil: "2026-11-02" }, recorded, live)).toBe(isOld);
});

test.each([
  [10_000n, "EUR", 100n],
  [100_000n, "EUR", 500n],
  [1_000n, "JPY", 5n],
  [100n, "JPY", 1n],
] as const)("the tolerance of %s %s is %s", (amount, currency, tolerance) => {
  expect(toleranceOf(amount, currency)).toBe(tolerance);
});
