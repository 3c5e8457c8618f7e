import { describe, expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { enterByAge, reenterAfterDispute, reenterAfterHold, reenterAfterPromise } from "#domain/dunning-re-entry.ts";
import { DEFAULT_SCENARIO as scenario } from "#domain/scenario.ts";
import { aDebtor, anInvoice } from "../support/dunning-facts.ts";

const pace = aDebtor();

describe("go-live", () => {
  const enter = (due: Day, given: Parameters<typeof anInvoice>[0] = {}) =>
    enterByAge(scenario, anInvoice({ due, ...given }), pace, "2026-11-24");

  test.each<[Day, number, string, number]>([
    ["2026-11-19", 5, "pre-due", 0],
    ["2026-11-10", 14, "pre-due", 9],
    ["2026-11-09", 15, "first", 0],
    ["2026-08-16", 100, "first", 85],
  ])("an invoice due %s (%i days) stands after %s, moved by %i days", (due, _age, step, shift) => {
    expect(enter(due)).toEqual({ step, shift, reentered: true, nextStepOn: "2026-11-24" });
  });

  test.each<Day>(["2026-11-24", "2026-11-20"])("an invoice due %s is too young and goes its way", (due) => {
    expect(enter(due)).toBeNull();
  });

  test("what was done before an undone go-live is not done again", () => {
    expect(enter("2026-08-16", { step: "second" })).toBeNull();
    expect(enter("2026-08-16", { step: "call" })).toBeNull();
  });
});

describe("a broken promise", () => {
  test("comes back one step further, on the next working day after the judgment", () => {
    const position = reenterAfterPromise(scenario, anInvoice({ step: "first" }), pace, "2026-11-21");
    // Second at J+15 (17 November) moves to Monday the 23rd.
    expect(position).toEqual({ step: "first", shift: 6, reentered: true, nextStepOn: "2026-11-23" });
  });

  test("with nothing sent yet, comes back with the first reminder, even before its day", () => {
    const position = reenterAfterPromise(scenario, anInvoice(), pace, "2026-11-05");
    expect(position).toEqual({ step: "pre-due", shift: -2, reentered: true, nextStepOn: "2026-11-05" });
  });

  test("goes no further than the last step", () => {
    const position = reenterAfterPromise(scenario, anInvoice({ step: "decision" }), pace, "2027-02-01");
    expect(position).toMatchObject({ step: "formal-notice", nextStepOn: "2027-02-01" });
  });

  test("given for an invoice that is not even due, changes nothing", () => {
    expect(reenterAfterPromise(scenario, anInvoice({ due: "2026-12-31" }), pace, "2026-11-24")).toBeNull();
  });
});

describe("several stops that end in a row, before the step came again", () => {
  const decided = { done: "decision" } as const;

  test("two disputes repeat the same step once, three working days after the second", () => {
    const first = reenterAfterDispute(scenario, anInvoice({ step: "decision" }), pace, "2027-02-01");
    expect(first).toMatchObject({ step: "formal-notice", nextStepOn: "2027-02-04" });
    const second = reenterAfterDispute(scenario, anInvoice({ ...first, ...decided }), pace, "2027-02-03");
    expect(second).toMatchObject({ step: "formal-notice", nextStepOn: "2027-02-08" });
  });

  test("a broken promise, then a dispute: the last step comes again, not the one before it too", () => {
    const broken = reenterAfterPromise(scenario, anInvoice({ step: "decision" }), pace, "2027-02-01");
    const closed = reenterAfterDispute(scenario, anInvoice({ ...broken, ...decided }), pace, "2027-02-01");
    expect(closed).toMatchObject({ step: "formal-notice", nextStepOn: "2027-02-04" });
  });

  test("a dispute, then a broken promise: one step further than the one that was done", () => {
    const closed = reenterAfterDispute(scenario, anInvoice({ step: "first" }), pace, "2026-11-19");
    expect(closed).toMatchObject({ step: "pre-due" });
    const broken = reenterAfterPromise(scenario, anInvoice({ ...closed, done: "first" }), pace, "2026-11-20");
    expect(broken).toMatchObject({ step: "first", nextStepOn: "2026-11-20" });
  });

  test("where it stands further than what was sent, as after go-live, it goes on from there", () => {
    const closed = reenterAfterDispute(scenario, anInvoice({ step: "second", done: "pre-due" }), pace, "2026-11-19");
    expect(closed).toMatchObject({ step: "first", nextStepOn: "2026-11-24" });
  });
});

describe("a dispute closed with something still owed", () => {
  test("repeats the step after three working days", () => {
    // Closed on Thursday; Friday, Monday, Tuesday.
    const position = reenterAfterDispute(scenario, anInvoice({ step: "second" }), pace, "2026-11-19");
    expect(position).toEqual({ step: "first", shift: 7, reentered: true, nextStepOn: "2026-11-24" });
  });

  test("closed before anything was sent, begins at the first step if its day has come", () => {
    expect(reenterAfterDispute(scenario, anInvoice(), pace, "2026-11-19")).toMatchObject({
      step: "pre-due",
      nextStepOn: "2026-11-24",
    });
    expect(reenterAfterDispute(scenario, anInvoice({ due: "2026-11-22" }), pace, "2026-11-19")).toBeNull();
  });
});

describe("a hold that ran out", () => {
  test("is followed by the next step on the first working day, when that step's day has come", () => {
    const position = reenterAfterHold(scenario, anInvoice({ step: "first" }), pace, "2026-11-20");
    expect(position).toEqual({ step: "first", shift: 6, reentered: true, nextStepOn: "2026-11-23" });
  });

  test("that stood in nobody's way changes nothing", () => {
    expect(reenterAfterHold(scenario, anInvoice({ step: "first" }), pace, "2026-11-12")).toBeNull();
    expect(reenterAfterHold(scenario, anInvoice({ step: "decision" }), pace, "2027-03-01")).toBeNull();
  });
});

describe("after a change of scenario", () => {
  const short = { ...scenario, steps: scenario.steps.filter(({ name }) => name === "first" || name === "decision") };
  const gentle = { ...scenario, steps: scenario.steps.filter(({ name }) => name === "first" || name === "second") };

  test("a closed dispute repeats no milder step than the one that was done", () => {
    expect(reenterAfterDispute(gentle, anInvoice({ step: "last" }), pace, "2026-12-10")).toBeNull();
    expect(reenterAfterDispute(short, anInvoice({ step: "last" }), pace, "2027-01-11")).toMatchObject({
      step: "last",
      nextStepOn: "2027-01-14",
    });
  });

  test("a broken promise goes no step back, and what was done stays done", () => {
    expect(reenterAfterPromise(gentle, anInvoice({ step: "last" }), pace, "2026-12-21")).toBeNull();
    expect(reenterAfterPromise(short, anInvoice({ step: "last" }), pace, "2026-12-21")).toMatchObject({ step: "last" });
  });
});
