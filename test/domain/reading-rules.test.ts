import { describe, expect, test } from "vitest";

import { creditUse } from "#domain/credit-limit.ts";
import { plannedStep } from "#domain/planned-step.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { DEFAULT_SCENARIO } from "#domain/scenario.ts";
import { meanDelay, scoreOf, type ScoreFacts } from "#domain/score.ts";
import { worklist, type Work, type WorkCustomer } from "#domain/worklist.ts";

describe("the days a promise menu offers", () => {
  test.each([
    ["a Tuesday", "2026-11-24", ["2026-11-27", "2026-11-30", "2026-12-09"]],
    ["a Friday: the next one", "2026-11-27", ["2026-12-04", "2026-11-30", "2026-12-14"]],
    ["the last working day: the next month's", "2026-11-30", ["2026-12-04", "2026-12-31", "2026-12-15"]],
    ["Christmas on Friday: the day before", "2026-12-22", ["2026-12-24", "2026-12-31", "2027-01-06"]],
    ["days that coincide are offered once", "2026-07-28", ["2026-07-31", "2026-08-12"]],
  ] as const)("%s", (_name, today, days) => {
    expect(promiseDays(today).map(({ day }) => day)).toEqual(days);
  });
});

describe("credit limit", () => {
  test("the lowest known limit, against the net", () => {
    expect(creditUse({ internal: 3_000_000n, insurer: 2_000_000n, factor: null }, 2_515_050n)).toEqual({
      limit: 2_000_000n,
      usedPercent: 125.8,
      excess: 515_050n,
    });
  });

  test("no known limit says nothing, a limit of zero is no credit", () => {
    expect(creditUse({ internal: null, insurer: null, factor: null }, 100n)).toBeNull();
    expect(creditUse({ internal: 0n, insurer: null, factor: null }, 100n)).toEqual({
      limit: 0n,
      usedPercent: null,
      excess: 100n,
    });
    expect(creditUse({ internal: 1_000n, insurer: null, factor: null }, -50n)?.usedPercent).toBe(0);
  });
});

describe("score", () => {
  const facts: ScoreFacts = {
    delays: [],
    openOverdue: 0,
    oldestOverdueDays: 0,
    brokenPromises: 0,
    disputesLost: 0,
    limitUsedPercent: null,
  };

  test("under three settled invoices there is not enough history", () => {
    expect(scoreOf({ ...facts, delays: [40, 50] })).toEqual({ rating: "unknown", settled: 2 });
  });

  test("always on time is a good payer, with three reasons", () => {
    const score = scoreOf({ ...facts, delays: [0, -2, 0, 0, -1, 0] });

    expect(score.rating).toBe("good");
    expect("reasons" in score ? score.reasons.map(({ is }) => is) : []).toEqual(["delay", "late-share", "trend"]);
  });

  test("twelve days late on average, seven of nine, is worth watching", () => {
    const score = scoreOf({ ...facts, delays: [12, 14, 0, 20, 12, 18, 0, 16, 16] });

    expect(score).toMatchObject({
      rating: "watch",
      reasons: [{ is: "late-share", late: 7, of: 9 }, { is: "delay", days: 12 }, { is: "trend" }],
    });
  });

  test("good on paid invoices but with old open ones, and broken promises, is difficult", () => {
    const score = scoreOf({ ...facts, delays: [0, 0, 0], openOverdue: 2, oldestOverdueDays: 75, brokenPromises: 2 });

    expect(score).toMatchObject({
      rating: "difficult",
      reasons: [{ is: "open-overdue" }, { is: "broken-promises" }, {}],
    });
  });

  test("a mean delay is rounded to whole days", () => {
    expect(meanDelay([10, 11])).toBe(11);
    expect(meanDelay([])).toBeNull();
  });
});

describe("the lines of a morning", () => {
  const customer = (code: string, payer = code): WorkCustomer => ({ code, name: code, payer });
  const euro = { minor: 100n, currency: "EUR" };
  const nothing: Work = { met: [], newlyLate: [], notComeIn: [], dueToday: [], asks: [], goodNews: [], leaving: [] };
  const leaving = (code: string) =>
    ({ customer: customer(code), total: euro, step: "first", day: "2026-11-24" }) as const;

  test("a customer is named once, by what comes first, in V2's order", () => {
    const lines = worklist({
      ...nothing,
      goodNews: [
        { customer: customer("A"), paid: [euro], daysAfterCall: 2, thanked: false },
        { customer: customer("D"), paid: [euro], daysAfterCall: 2, thanked: false },
      ],
      asks: [{ ask: 1, customer: customer("B"), totals: [euro], oldestDays: 30 }],
      dueToday: [{ customer: customer("C"), amount: euro }],
      notComeIn: [{ customer: customer("B"), missing: euro, due: "2026-11-20" }],
      newlyLate: [{ customer: customer("A"), amounts: [euro], due: "2026-11-23" }],
    });

    expect(lines.map(({ is, customer: { code } }) => `${is} ${code}`)).toEqual([
      "newly-late A",
      "not-come-in B",
      "due-today C",
      "good-news D",
    ]);
  });

  test("a customer met today comes first, and the call is part of that line", () => {
    const at = new Date("2026-11-24T13:00:00Z");
    const lines = worklist({
      ...nothing,
      met: [{ customer: customer("B"), at, totals: [euro], oldestDays: 30, isAsked: true, answered: null }],
      asks: [{ ask: 1, customer: customer("B"), totals: [euro], oldestDays: 30 }],
      newlyLate: [{ customer: customer("A"), amounts: [euro], due: "2026-11-23" }],
      leaving: [leaving("B")],
    });

    expect(lines.map((line) => [line.is, line.customer.code, line.leaving?.customer.code ?? null])).toEqual([
      ["met", "B", "B"],
      ["newly-late", "A", null],
    ]);
  });

  test("a reminder about to leave goes with the customer's line, else has its own, and is told once per payer", () => {
    const lines = worklist({
      ...nothing,
      newlyLate: [
        { customer: customer("A1", "A"), amounts: [euro], due: "2026-11-23" },
        { customer: customer("A2", "A"), amounts: [euro], due: "2026-11-23" },
      ],
      leaving: [leaving("A"), leaving("B")],
    });

    expect(lines.map((line) => [line.is, line.customer.code, line.leaving?.customer.code ?? null])).toEqual([
      ["newly-late", "A1", "A"],
      ["newly-late", "A2", null],
      ["leaving", "B", "B"],
    ]);
  });
});

describe("what comes next for an invoice", () => {
  const invoice = {
    due: "2026-11-02",
    amount: 100_000n,
    currency: "EUR",
    customerKind: "business",
    step: null,
    shift: 0,
    reentered: false,
  } as const;
  const pace = { kind: "business", region: "metropole", slowPayer: false } as const;

  test.each([
    ["nothing reached yet: the first e-mail on its day", "2026-11-03", null, { step: "first", on: "2026-11-09" }],
    ["levels may be skipped in catching up", "2026-11-20", null, { step: "second", on: "2026-11-20" }],
    ["a call is never skipped", "2026-12-20", "second", { step: "call", on: "2026-12-21" }],
    ["after the last step, nothing", "2027-03-01", "decision", null],
  ] as const)("%s", (_name, today, step, next) => {
    expect(plannedStep(DEFAULT_SCENARIO, { ...invoice, step }, pace, today)).toEqual(next);
  });
});
