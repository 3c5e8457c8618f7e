import { describe, expect, test } from "vitest";

import { addDays, type Day } from "#domain/calendar.ts";
import { applyEndedStops } from "#domain/dunning-ended-stops.ts";
import { lastDayOf, pauseOf, type Pause } from "#domain/pause.ts";
import { planDay } from "#domain/dunning.ts";
import { aDebtor, anInvoice, someFacts, told } from "../support/dunning-facts.ts";

const DAY: Day = "2026-11-20";
const pause = (given: Partial<Pause>): Pause => ({
  id: 1,
  scope: "company",
  key: null,
  from: "2026-11-16",
  until: null,
  ...given,
});

describe("what a pause stops", () => {
  test.each<[string, Partial<Pause>, boolean]>([
    ["the company", {}, true],
    ["its seller", { scope: "seller", key: "S" }, true],
    ["another seller", { scope: "seller", key: "T" }, false],
    ["its segment", { scope: "segment", key: "retail" }, true],
    ["another segment", { scope: "segment", key: "public" }, false],
    ["its first day", { from: DAY }, true],
    ["not the day before", { from: addDays(DAY, 1) }, false],
    ["its last day", { until: DAY }, true],
    ["not the day after", { until: addDays(DAY, -1) }, false],
  ])("%s", (_, given, stops) => {
    expect(pauseOf([pause(given)], { seller: "S", segment: "retail" }, DAY) !== null).toBe(stops);
  });

  test("of several, the one that ends last is told", () => {
    const short = pause({ id: 1, until: "2026-11-20" });
    const long = pause({ id: 2, scope: "seller", key: "S", until: "2026-11-25" });
    expect(pauseOf([short, long], { seller: "S", segment: null }, DAY)?.id).toBe(2);
  });
});

test.each<[string, Day | null, Day | null, Day | null]>([
  ["runs out", "2026-11-20", null, "2026-11-20"],
  ["is lifted before its day", "2026-11-20", "2026-11-18", "2026-11-17"],
  ["is lifted after it ran out", "2026-11-20", "2026-11-25", "2026-11-20"],
  ["goes on until lifted", null, null, null],
  ["is lifted on its first day: it stopped nothing", null, "2026-11-16", null],
])("a pause that %s", (_, until, liftedOn, last) => {
  expect(lastDayOf({ from: "2026-11-16", until }, liftedOn)).toBe(last);
});

test("a segment's pause holds its customers back, with the last day, and the others go on", () => {
  const retail = anInvoice({ number: "A", payer: "C1", customer: "C1" });
  const others = anInvoice({ number: "B", payer: "C2", customer: "C2" });
  const debtors = [aDebtor({ code: "C1", segment: "retail" }), aDebtor({ code: "C2" })];
  const pauses = [pause({ scope: "segment", key: "retail", until: "2026-11-27" })];
  const plan = planDay(someFacts([retail, others], { debtors, pauses }), DAY);
  expect(told(plan)).toEqual(["second to C2: B = 120000 EUR", "A paused until 2026-11-27"]);
});

test("a pause that ran out is followed by the next step, not by a jump to the age", () => {
  const invoice = anInvoice({ number: "A", due: "2026-09-01" });
  const endedPauses = [{ id: 1, scope: "company", key: null, lastDay: "2026-11-20" } as const];
  const facts = applyEndedStops(someFacts([invoice], { endedPauses }), "2026-11-23").facts;
  expect(told(planDay(facts, "2026-11-23"))).toEqual(["first to C1: A = 120000 EUR"]);
  const pauses = [pause({ scope: "seller", key: "S" })];
  expect(applyEndedStops(someFacts([invoice], { endedPauses, pauses }), "2026-11-23").changes).toEqual([]);
});
