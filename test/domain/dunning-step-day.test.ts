import { expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { isSlowPayer, nextStepOn, stepDay, type Pace } from "#domain/dunning-step-day.ts";
import { DEFAULT_SCENARIO, type StepName } from "#domain/scenario.ts";
import { aDebtor, anInvoice } from "../support/dunning-facts.ts";

const on = (name: StepName, due: Day, more: Parameters<typeof anInvoice>[0] = {}, pace: Partial<Pace> = {}) => {
  const step = DEFAULT_SCENARIO.steps.find((candidate) => candidate.name === name);
  if (step === undefined) throw new Error(`No step ${name}.`);
  return stepDay(DEFAULT_SCENARIO, step, anInvoice({ due, ...more }), aDebtor(pace));
};

test.each<[StepName, Day, Day, string]>([
  ["first", "2026-11-02", "2026-11-09", "J+5 is Saturday the 7th, so Monday"],
  ["second", "2026-11-02", "2026-11-17", "a working day as it is"],
  ["first", "2026-11-06", "2026-11-12", "J+5 is 11 November, a holiday, so Thursday"],
  ["call", "2026-11-25", "2026-12-28", "J+30 is Christmas, a Friday, so Monday"],
  ["formal-notice", "2026-11-02", "2026-12-17", "J+45"],
])("%s of an invoice due %s falls on %s: %s", (step, due, day) => {
  expect(on(step, due)).toBe(day);
});

test("steps after the due day are moved by the shift, the announcement is not", () => {
  expect(on("first", "2026-11-02", { shift: 10 })).toBe("2026-11-17");
  expect(on("pre-due", "2026-11-27", { shift: 10 }, { slowPayer: true })).toBe("2026-11-20");
});

test.each<[string, Day | null]>([
  ["999999", null],
  ["1000000", "2026-11-17"],
])("an invoice of %s cents is announced ten days before, from EUR 10 000 on", (cents, day) => {
  expect(on("pre-due", "2026-11-27", { amount: BigInt(cents) })).toBe(day);
});

test("ten thousand of another currency count alike", () => {
  expect(on("pre-due", "2026-11-27", { amount: 9_999n, currency: "JPY" })).toBeNull();
  expect(on("pre-due", "2026-11-27", { amount: 10_000n, currency: "JPY" })).toBe("2026-11-17");
});

test("a large invoice of a slow payer is announced once, at the earlier day; days off move it back", () => {
  expect(on("pre-due", "2026-11-27", { amount: 1_000_000n }, { slowPayer: true })).toBe("2026-11-17");
  expect(on("pre-due", "2026-11-25", { amount: 1_000_000n })).toBe("2026-11-13");
});

test("Alsace and Moselle keep Good Friday: the step waits for Tuesday there", () => {
  expect(on("first", "2026-03-29")).toBe("2026-04-03");
  expect(on("first", "2026-03-29", {}, { region: "alsace-moselle" })).toBe("2026-04-07");
});

test("a consumer or a sister company never gets a formal notice; a decision comes all the same", () => {
  expect(on("formal-notice", "2026-11-02", { customerKind: "consumer" })).toBeNull();
  expect(on("formal-notice", "2026-11-02", {}, { kind: "intercompany" })).toBeNull();
  expect(on("decision", "2026-11-02", { customerKind: "consumer" })).toBe("2027-01-04");
  expect(on("formal-notice", "2026-11-02", { customerKind: "public" })).toBe("2026-12-17");
});

test("slow is ten days late on average over three settled invoices", () => {
  const rule = DEFAULT_SCENARIO.preDue;
  expect(isSlowPayer(rule, { settled: 3, meanDelayDays: 10 })).toBe(true);
  expect(isSlowPayer(rule, { settled: 3, meanDelayDays: 9.99 })).toBe(false);
  expect(isSlowPayer(rule, { settled: 2, meanDelayDays: 40 })).toBe(false);
});

test("nothing can be due before the next step's day, and habits may change until the due day", () => {
  const next = (given: Parameters<typeof anInvoice>[0], today: Day = "2026-11-25") =>
    nextStepOn(DEFAULT_SCENARIO, anInvoice({ due: "2026-11-27", ...given }), aDebtor(), today);
  expect(next({})).toBe("2026-11-20");
  expect(next({ amount: 1_000_000n })).toBe("2026-11-17");
  expect(next({ step: "pre-due" })).toBe("2026-12-02");
  expect(next({}, "2026-11-28")).toBe("2026-12-02");
  expect(next({ step: "second" })).toBe("2026-12-28");
  expect(next({ step: "last", customerKind: "consumer" })).toBe("2027-01-26");
  expect(next({ step: "decision" })).toBeNull();
});
