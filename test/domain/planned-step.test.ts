import { describe, expect, test } from "vitest";

import { plannedStep } from "#domain/planned-step.ts";
import { DEFAULT_SCENARIO, usualStep, type StepCondition } from "#domain/scenario.ts";
import { aDebtor, anInvoice, aStanding } from "../support/dunning-facts.ts";

/** First at J+5 under a condition, second at J+15 for all. Due on Monday 2 November. */
const under = (when: StepCondition) => ({
  ...DEFAULT_SCENARIO,
  steps: [{ ...usualStep("first", 5), when }, usualStep("second", 15)],
});
const next = (when: StepCondition, standing: Parameters<typeof aStanding>[0], today: "2026-11-03" | "2026-11-12") =>
  plannedStep(
    under(when),
    anInvoice({ due: "2026-11-02", means: "transfer" }),
    aDebtor({ standing: aStanding(standing) }),
    today,
  );

describe("what comes next takes the conditions of steps into account", () => {
  test("a step that is not for this customer is not announced", () => {
    expect(next({ means: ["cheque"] }, {}, "2026-11-03")).toEqual({ step: "second", on: "2026-11-17" });
    expect(next({ means: ["transfer"] }, {}, "2026-11-03")).toEqual({ step: "first", on: "2026-11-09" });
    expect(next({ customerMonths: { from: null, to: 6 } }, { months: 12 }, "2026-11-03")).toMatchObject({
      step: "second",
    });
  });

  test("a customer who will be late enough by then is", () => {
    const when = { daysLate: { from: 10, to: null } };
    expect(next(when, { daysLate: 1 }, "2026-11-03")).toEqual({ step: "first", on: "2026-11-12" });
    expect(next(when, { daysLate: 4 }, "2026-11-03")).toEqual({ step: "first", on: "2026-11-09" });
    expect(next(when, { daysLate: 10 }, "2026-11-12")).toEqual({ step: "first", on: "2026-11-12" });
  });

  test("too late for a step is too late on its day", () => {
    expect(next({ daysLate: { from: null, to: 4 } }, { daysLate: 1 }, "2026-11-03")).toMatchObject({ step: "second" });
  });

  test("before the due day, what is announced to everybody comes first", () => {
    const scenario = {
      ...DEFAULT_SCENARIO,
      preDue: { ...DEFAULT_SCENARIO.preDue, everybody: true },
    };
    const invoice = anInvoice({ due: "2026-11-20" });
    expect(plannedStep(scenario, invoice, aDebtor(), "2026-11-03")).toEqual({ step: "pre-due", on: "2026-11-13" });
    expect(plannedStep(DEFAULT_SCENARIO, invoice, aDebtor(), "2026-11-03")).toEqual({
      step: "first",
      on: "2026-11-25",
    });
  });
});
