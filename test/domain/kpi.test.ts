import { describe, expect, test } from "vitest";

import { cei, monthBegin } from "#domain/cei.ts";
import { disputeTime } from "#domain/dispute-time.ts";
import { countback, dso, windowOf } from "#domain/dso.ts";
import { kpisFrom } from "#domain/kpi.ts";
import { judgePast, promiseKeptRate, type PastPromise } from "#domain/promise-record.ts";
import { percent, ratio } from "#domain/ratio.ts";

describe("two decimals, half-up", () => {
  test.each([
    [2n, 3n, 0.67],
    [1n, 3n, 0.33],
    [1005n, 1000n, 1.01],
    [100_499n, 100_000n, 1],
    [-1005n, 1000n, -1.01],
    [9_007_199_254_740_993n, 9_007_199_254_740_993n, 1],
    [1n, 0n, null],
    [1n, -5n, null],
    [0n, 7n, 0],
  ])("%d of %d is %d", (part, whole, expected) => {
    expect(ratio(part, whole)).toBe(expected);
  });

  test("a rate is in percent", () => {
    expect(percent(2n, 3n)).toBe(66.67);
  });
});

describe("DSO over the sales of 90 days", () => {
  test.each([
    ["30 000 outstanding of 60 000 sold", { outstanding: 30_000n, notDue: 0n, overdue: 30_000n, sales: 60_000n }, 45],
    [
      "the best possible: 18 000 not due of 45 000",
      { outstanding: 20_000n, notDue: 18_000n, overdue: 2_000n, sales: 45_000n },
      40,
    ],
  ])("%s", (_, facts, simple) => {
    expect(dso(facts).simple).toBe(simple);
  });

  test("40 days, of which 36 if nothing were late and 4 by lateness", () => {
    expect(dso({ outstanding: 20_000n, notDue: 18_000n, overdue: 2_000n, sales: 45_000n })).toEqual({
      simple: 40,
      bestPossible: 36,
      averageDaysDelinquent: 4,
    });
  });

  test("lateness is rounded once, not as the difference of two rounded figures", () => {
    const facts = { outstanding: 2n, notDue: 1n, overdue: 1n, sales: 7n * 90n * 2n };
    // 0.1428.. - 0.0714.. is 0.0714..: 0.07.
    expect(dso({ ...facts, sales: 1_260n })).toEqual({ simple: 0.14, bestPossible: 0.07, averageDaysDelinquent: 0.07 });
  });

  test.each([0n, -500n])("without sales (%d) there is none, rather than 0 or infinity", (sales) => {
    expect(dso({ outstanding: 100n, notDue: 100n, overdue: 0n, sales })).toEqual({
      simple: null,
      bestPossible: null,
      averageDaysDelinquent: null,
    });
  });

  test("the window is after the day 90 days ago, up to the day asked", () => {
    expect(windowOf("2026-11-24")).toEqual({ from: "2026-08-26", to: "2026-11-24" });
  });
});

describe("DSO by exhaustion", () => {
  const sales = (months: Record<string, number>) =>
    new Map(Object.entries(months).map(([month, amount]) => [month, BigInt(amount)]));
  const autumn = { "2026-11": 1_200, "2026-10": 800, "2026-09": 700 };

  test.each([
    ["whole months back, the last one prorated", 2_500n, autumn, "2026-11-30", 82.43],
    ["the current month counts the days that passed", 2_500n, autumn, "2026-11-15", 67.43],
    ["the current month alone, prorated", 600n, autumn, "2026-11-15", 7.5],
    ["a month used up to the cent is whole", 1_200n, autumn, "2026-11-30", 30],
    ["a month without sales counts all its days", 1_500n, { "2026-11": 1_200, "2026-09": 700 }, "2026-11-30", 73.86],
    ["nothing outstanding is no day", 0n, autumn, "2026-11-30", 0],
    ["a day without sales since the first of the month", 400n, { "2026-10": 800 }, "2026-11-01", 16.5],
    ["February of a leap year has 29 days", 300n, { "2028-03": 100, "2028-02": 400 }, "2028-03-31", 45.5],
    ["over the turn of the year", 300n, { "2026-01": 100, "2025-12": 400 }, "2026-01-31", 46.5],
    [
      "credit notes above the sales give back what they took",
      300n,
      { "2026-11": -100, "2026-10": 800 },
      "2026-11-30",
      45.5,
    ],
  ] as const)("%s", (_, outstanding, months, asked, days) => {
    expect(countback(outstanding, sales(months), asked)).toEqual({ days, beyondDays: null });
  });

  test("without sales it means nothing, as the other delays", () => {
    expect(countback(0n, sales({}), "2026-11-30")).toEqual({ days: null, beyondDays: null });
  });

  test("sales that do not reach back far enough: more than so many days", () => {
    expect(countback(2_701n, sales(autumn), "2026-11-30")).toEqual({ days: null, beyondDays: 91 });
    expect(countback(5n, sales({}), "2026-11-10")).toEqual({ days: null, beyondDays: 10 });
  });
});

describe("CEI", () => {
  test.each([
    ["of 1 100 000, 120 000 are left and 100 000 are not due", 100_000n, 1_000_000n, 120_000n, 100_000n, 98],
    ["everything due came in", 500n, 500n, 200n, 200n, 100],
    ["nothing came in", 500n, 500n, 1_000n, 400n, 0],
    ["nothing was to be collected", 0n, 500n, 500n, 500n, null],
  ])("%s", (_, begin, sales, end, endNotDue, expected) => {
    expect(cei({ begin, sales, end, endNotDue })).toBe(expected);
  });

  test.each([
    ["2026-11-24", "2026-10-31"],
    ["2026-11-01", "2026-10-31"],
    ["2026-03-31", "2026-02-28"],
    ["2026-01-15", "2025-12-31"],
  ] as const)("the month of %s begins with what was open on %s", (asked, begin) => {
    expect(monthBegin(asked)).toBe(begin);
  });
});

describe("promises kept", () => {
  const promise = (given: Partial<PastPromise> & { readonly owed: bigint }): PastPromise => ({
    currency: "EUR",
    payer: "C1",
    sellers: ["S1"],
    givenOn: "2026-10-20",
    graceUntil: "2026-11-10",
    unallocatedWhenGiven: 0n,
    replacedLate: false,
    heardOn: "2026-11-20",
    lines: [{ covered: 100_00n, residualWhenGiven: 100_00n, residualNow: given.owed }],
    ...given,
  });
  const rate = (promises: readonly PastPromise[], unallocated = 0n) =>
    promiseKeptRate(judgePast(promises, () => unallocated, "2026-11-24"));

  test("two of four is 50 %, and what was partly paid counts in amount", () => {
    const four = [promise({ owed: 0n }), promise({ owed: 0n }), promise({ owed: 50_00n }), promise({ owed: 100_00n })];
    expect(rate(four)).toEqual({ count: 50, amount: 62.5 });
  });

  test("a shortfall within the tolerance is kept in full", () => {
    expect(rate([promise({ owed: 99n })])).toEqual({ count: 100, amount: 100 });
  });

  test("money that nobody allocated keeps a promise, but not two", () => {
    expect(rate([promise({ owed: 100_00n }), promise({ owed: 100_00n })], -100_00n)).toEqual({ count: 50, amount: 50 });
  });

  test("money that kept a promise was there already for one given later, and is of no account elsewhere", () => {
    const first = promise({ owed: 100_00n });
    const later = promise({
      owed: 100_00n,
      givenOn: "2026-11-12",
      graceUntil: "2026-11-18",
      unallocatedWhenGiven: -100_00n,
    });
    const unused = (asked: PastPromise) => (asked === first ? -100_00n : -200_00n);
    expect(promiseKeptRate(judgePast([first, later], unused, "2026-11-24"))).toEqual({ count: 100, amount: 100 });
    expect(rate([promise({ owed: 100_00n }), promise({ owed: 100_00n, sellers: ["S2"] })], -100_00n).count).toBe(100);
  });

  test("without a payments import since its grace, a promise is not judged", () => {
    expect(
      rate([promise({ owed: 100_00n, heardOn: "2026-11-10" }), promise({ owed: 100_00n, heardOn: null })]),
    ).toEqual({
      count: null,
      amount: null,
    });
  });

  test("another promise after its day had passed does not make it kept", () => {
    expect(rate([promise({ owed: 60_00n, replacedLate: true })])).toEqual({ count: 0, amount: 40 });
  });
});

test.each([
  [[4], 4, 4],
  [[10, 2, 3], 3, 5],
  [[1, 2, 4, 8], 3, 3.75],
  [[1, 2], 1.5, 1.5],
  [[0, 0, 1], 0, 0.33],
  [[], null, null],
])("disputes of %j days: median and mean", (days, median, mean) => {
  expect(disputeTime(days)).toEqual({ median, mean });
});

test("figures of a currency in which nothing happened are null, not zero", () => {
  const none = {
    aged: [],
    chaseable: 0n,
    balance: 0n,
    begin: 0n,
    salesByMonth: new Map(),
    salesInWindow: 0n,
    collected: 0n,
    judged: [],
    rescheduled: 0,
    disputes: [],
  };
  expect(kpisFrom(none, "2026-11-24")).toMatchObject({
    dsoSimple: null,
    dsoBestPossible: null,
    averageDaysDelinquent: null,
    dsoCountback: null,
    cei: null,
    overdueRate: null,
    promiseKeptRate: { count: null, amount: null },
    disputeDays: { median: null, mean: null },
  });
});
