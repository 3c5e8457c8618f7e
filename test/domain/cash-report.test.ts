import { describe, expect, test } from "vitest";

import { blockedItems, roleShown, type StuckInvoice } from "#domain/blocked-item.ts";
import { goalFrom, goalIn, goalNow, goalPercent, goalSpan, type CashGoal } from "#domain/cash-goal.ts";
import type { Day } from "#domain/calendar.ts";
import type { NextMove } from "#domain/next-move.ts";
import { figuresDay, reportWeek, trendDays, weekAfter, weekBefore } from "#domain/report-week.ts";

describe("the week of a report", () => {
  test.each<[string, Day, number, Day]>([
    ["on a Monday, the week before", "2026-11-30", 48, "2026-11-23"],
    ["on a Thursday, still the week before", "2026-12-03", 48, "2026-11-23"],
    ["on a Friday, the week that ends", "2026-11-27", 48, "2026-11-23"],
    ["on a Sunday too", "2026-11-29", 48, "2026-11-23"],
    ["over the end of a year of 53 weeks", "2027-01-04", 53, "2026-12-28"],
  ])("%s", (_, on, week, from) => {
    expect(reportWeek(on)).toMatchObject({ week, from });
  });

  test.each<[Day, Day]>([
    ["2026-11-30", "2026-11-29"],
    ["2026-12-03", "2026-11-29"],
    ["2026-12-04", "2026-12-03"],
    ["2026-12-06", "2026-12-05"],
  ])("of %s tells the figures of %s, the last whole day of its week", (on, day) => {
    expect(figuresDay(on)).toBe(day);
  });

  test("its neighbours, and eight points a week apart", () => {
    const week = reportWeek("2027-01-04");
    expect(weekAfter(week)).toEqual({ year: 2027, week: 1, from: "2027-01-04", until: "2027-01-10" });
    expect(weekBefore(week)).toMatchObject({ year: 2026, week: 52 });
    const days = trendDays("2026-11-30");
    expect([days.length, days[0], days.at(-1)]).toEqual([8, "2026-10-12", "2026-11-30"]);
  });
});

describe("a goal", () => {
  const goal = (period: CashGoal["period"], from: Day, minor: bigint, currency = "EUR"): CashGoal => ({
    period,
    from,
    amount: { minor, currency },
  });

  test("of a month is held against what came in from its first day to the end of the reported week", () => {
    expect(goalSpan("month", reportWeek("2026-11-23"))).toEqual({
      period: "month",
      from: "2026-11-01",
      until: "2026-11-22",
      isOver: false,
    });
  });

  test("of a month that ends within the week is told to its end, once", () => {
    // 30 November is a Monday: its week belongs to December but for that day.
    expect(goalSpan("month", reportWeek("2026-12-07"))).toMatchObject({ until: "2026-11-30", isOver: true });
    expect(goalSpan("month", reportWeek("2026-12-14"))).toMatchObject({ from: "2026-12-01", isOver: false });
  });

  test("holds until another one does; zero ends it; each currency has its own", () => {
    const goals = [
      goal("week", "2026-11-02", 100n),
      goal("week", "2026-11-16", 200n),
      goal("week", "2026-11-23", 0n),
      goal("week", "2026-11-02", 900n, "USD"),
    ];
    const at = (on: Day, currency = "EUR") =>
      goalIn(goals, goalSpan("week", reportWeek(on)), currency)?.amount.minor ?? null;
    expect([at("2026-11-09"), at("2026-11-16"), at("2026-11-23"), at("2026-11-30")]).toEqual([100n, 100n, 200n, null]);
    expect(at("2026-11-30", "USD")).toBe(900n);
    expect(at("2026-11-02")).toBeNull();
    expect(goalNow(goals, "month", "EUR", "2026-11-30")).toBeNull();
  });

  test("set for the first time holds for the period the next report speaks of, later from the period under way", () => {
    expect(goalFrom("week", "EUR", "2026-11-30", [])).toBe("2026-11-23");
    expect(goalFrom("week", "EUR", "2026-11-30", [goal("week", "2026-11-02", 100n)])).toBe("2026-11-30");
    expect(goalFrom("month", "EUR", "2026-12-02", [])).toBe("2026-11-01");
    expect(goalFrom("month", "EUR", "2026-12-02", [goal("month", "2026-10-01", 100n)])).toBe("2026-12-01");
  });

  test.each([
    [0n, 0],
    [-5n, 0],
    [99_999n, 99],
    [100_000n, 100],
    [125_500n, 125],
  ])("%s of 100 000 is %s %%: not yet there is not there", (collected, percent) => {
    expect(goalPercent(collected, 100_000n)).toBe(percent);
  });
});

describe("what can be unblocked", () => {
  const TODAY: Day = "2026-11-30";
  const adv: NextMove = { who: { role: "adv" }, what: { is: "answer-dispute" }, since: "2026-11-12" };
  const stuck = (customer: string, residual: bigint, move: NextMove, currency = "EUR"): StuckInvoice => ({
    customer,
    name: customer,
    currency,
    residual,
    move,
  });

  test("one entry per customer, move and colleague, the largest first, since the first of them", () => {
    const items = blockedItems(
      [
        stuck("Garnier", 100n, { ...adv, since: "2026-11-20" }),
        stuck("Batival", 250n, adv),
        stuck("Garnier", 200n, adv),
        stuck("Garnier", 40n, { who: { person: 7 }, what: { is: "answer-ask", kind: "call" }, since: "2026-11-24" }),
        stuck("Texto", 900n, adv, "USD"),
      ],
      TODAY,
    );
    expect(items.map(({ customer, minor, invoices, what, since }) => [customer, minor, invoices, what, since])).toEqual(
      [
        ["Garnier", 300n, 2, "answer-dispute", "2026-11-12"],
        ["Batival", 250n, 1, "answer-dispute", "2026-11-12"],
        ["Garnier", 40n, 1, "call", "2026-11-24"],
        ["Texto", 900n, 1, "answer-dispute", "2026-11-12"],
      ],
    );
  });

  test.each<[string, NextMove]>([
    ["a customer who promised", { who: { party: "customer" }, what: { is: "keep-promise", on: TODAY }, since: TODAY }],
    [
      "a reminder on its way",
      { who: { party: "dunning" }, what: { is: "step", step: "first", on: TODAY }, since: TODAY },
    ],
    ["a factor", { who: { party: "factor" }, what: { is: "pay-factor" }, since: "2026-11-01" }],
    ["a company that is not live yet", { who: { role: "finance" }, what: { is: "go-live" }, since: "2026-11-01" }],
    ["what began this morning", { ...adv, since: TODAY }],
  ])("%s blocks nothing", (_, move) => {
    expect(blockedItems([stuck("Garnier", 100n, move)], TODAY)).toEqual([]);
  });

  test("a channel reads the role that fits what is awaited", () => {
    expect(roleShown(["manager", "rep"], "call")).toBe("rep");
    expect(roleShown(["rep", "adv"], "answer-dispute")).toBe("adv");
    expect(roleShown(["admin"], "task")).toBe("finance");
  });
});
