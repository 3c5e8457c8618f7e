import { addDays, addWorkingDays, daysBetween, nextWorkingDay, type Day } from "./calendar.ts";
import type { DatedPosition, Position } from "./dunning-facts.ts";
import { naturalDay, nextStepOn, stepDay, type Pace, type Paced } from "./dunning-step-day.ts";
import { levelOf, positionOf, STEP_NAMES, type Scenario, type Step, type StepName } from "./scenario.ts";
import { stepsAhead } from "./steps-reached.ts";

/** Working days between the closing of a dispute and the same step again. */
const AFTER_DISPUTE_WORKING_DAYS = 3;
/** Go-live never begins above this level: customers who heard nothing yet are not threatened. */
const GO_LIVE_STEP_MAX: StepName = "second";

/**
 * Sets an invoice's pace anew, so that a step falls on a day; later steps keep their gaps (DOMAIN.md 4, Coming back). It
 * stands just below that step; by level where it takes the same one again, so that no other scenario gives it a milder one.
 */
export function reenter(scenario: Scenario, invoice: Pick<Paced, "due" | "step">, at: Step, on: Day): Position {
  const before = scenario.steps[positionOf(scenario, at.name) - 1]?.name ?? null;
  const shift = daysBetween(addDays(invoice.due, at.offset), on);
  return { step: below(at.name, before, invoice.step), shift, reentered: true };
}

function below(at: StepName, before: StepName | null, done: StepName | null): StepName | null {
  if (done === null) return before;
  if (done === at) return STEP_NAMES[levelOf(at) - 1] ?? null;
  const isBetween = levelOf(done) < levelOf(at) && (before === null || levelOf(done) > levelOf(before));
  return isBetween ? done : before;
}

/**
 * A broken or partly kept promise: one step further than the invoice was, at most the last, on the day it is judged or the
 * next working day. Null for an invoice that is not overdue by then, or that went further by another scenario than this one
 * goes.
 */
export function reenterAfterPromise(scenario: Scenario, given: Paced, pace: Pace, judged: Day): DatedPosition | null {
  const invoice = whereItWas(given);
  const on = nextWorkingDay(judged, pace.region);
  if (invoice.due >= on) return null;
  const at = stepAfter(scenario, invoice, pace) ?? scenario.steps.at(-1);
  if (at === undefined || (invoice.step !== null && levelOf(at.name) < levelOf(invoice.step))) return null;
  return dated(scenario, invoice, pace, reenter(scenario, invoice, at, on), on);
}

/**
 * A dispute that is closed while something is still owed: the same step again, three working days later. An invoice without
 * a step takes its first one then, if its day has come. Null = it goes its way.
 */
export function reenterAfterDispute(scenario: Scenario, given: Paced, pace: Pace, closed: Day): DatedPosition | null {
  const invoice = whereItWas(given);
  const on = addWorkingDays(closed, AFTER_DISPUTE_WORKING_DAYS, pace.region);
  const done = scenario.steps[positionOf(scenario, invoice.step)];
  // Without its step, or with one that this scenario does not have, it takes the next one.
  if (done === undefined || done.name === "pre-due" || done.name !== invoice.step)
    return reenterAtNext(scenario, invoice, pace, on);
  return invoice.due < on ? dated(scenario, invoice, pace, reenter(scenario, invoice, done, on), on) : null;
}

/**
 * An invoice that was to take its step again and did not yet: when another stop ends meanwhile, its own step is still the
 * one it took, not the one it was put back to.
 */
function whereItWas(invoice: Paced): Paced {
  const { step, done } = invoice;
  if (done === null || done === undefined || (step !== null && levelOf(step) >= levelOf(done))) return invoice;
  return { ...invoice, step: done };
}

/** A hold or pause that is over: the next step on the first working day after it, if its day has come by then. */
export function reenterAfterHold(scenario: Scenario, invoice: Paced, pace: Pace, lastDay: Day): DatedPosition | null {
  return reenterAtNext(scenario, invoice, pace, nextWorkingDay(addDays(lastDay, 1), pace.region));
}

/** Go-live: the step of its age, at most the second e-mail, on that day. Null for one that is further, or too young. */
export function enterByAge(scenario: Scenario, invoice: Paced, pace: Pace, liveOn: Day): DatedPosition | null {
  const age = daysBetween(invoice.due, liveOn);
  const at = scenario.steps
    .slice(0, positionOf(scenario, GO_LIVE_STEP_MAX) + 1)
    .findLast((step) => step.name !== "pre-due" && step.offset <= age);
  if (at === undefined || positionOf(scenario, invoice.step) >= positionOf(scenario, at.name)) return null;
  return dated(scenario, invoice, pace, reenter(scenario, invoice, at, liveOn), liveOn);
}

function reenterAtNext(scenario: Scenario, invoice: Paced, pace: Pace, on: Day): DatedPosition | null {
  const next = stepAfter(scenario, invoice, pace);
  if (next === null || naturalDay(next, invoice) > on) return null;
  return dated(scenario, invoice, pace, reenter(scenario, invoice, next, on), on);
}

/** The first step after the due day that the invoice has not done and that is for it; null after the last. */
function stepAfter(scenario: Scenario, invoice: Paced, pace: Pace): Step | null {
  return stepsAhead(scenario, invoice).find((step) => stepDay(scenario, step, invoice, pace) !== null) ?? null;
}

function dated(scenario: Scenario, invoice: Paced, pace: Pace, position: Position, today: Day): DatedPosition {
  return { ...position, nextStepOn: nextStepOn(scenario, { ...invoice, ...position }, pace, today) };
}
