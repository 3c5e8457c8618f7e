import { addDays, daysBetween, maxDay, nextWorkingDay, type Day } from "#domain/calendar.ts";
import { stepDay, type Pace } from "#domain/dunning-step-day.ts";
import { stepApplies, type Standing } from "#domain/scenario-condition.ts";
import type { Scenario, Step, StepName } from "#domain/scenario.ts";
import { caughtUpTo, stepsAhead, stepsOpen, type Going } from "#domain/steps-reached.ts";

/** What the scenario has next for an invoice, stops aside, and when. */
export interface PlannedStep {
  readonly step: StepName;
  readonly on: Day;
}

/**
 * The next step of an invoice for people to read: "what comes next" (V7). It is the one dunning will take, by the same rule:
 * of those reached the one that a missed day catches up to, else the first to come whose conditions will hold by then, as
 * far as today tells. Null after the last step.
 */
export function plannedStep(scenario: Scenario, invoice: Going, pace: Pace, today: Day): PlannedStep | null {
  const early = announced(scenario, invoice, pace);
  if (early !== null && today <= invoice.due) return { step: early.step.name, on: maxDay(early.on, today) };
  const coming = stepsAhead(scenario, invoice).flatMap((step) => {
    const on = comesOn(scenario, step, { invoice, pace, today });
    return on === null ? [] : [{ step, on }];
  });
  const reached = coming.filter(({ on }) => on <= today).map(({ step }) => step);
  const now = caughtUpTo(stepsOpen(invoice, reached));
  const next = now === undefined ? coming[0] : { step: now, on: today };
  return next === undefined ? null : { step: next.step.name, on: nextWorkingDay(next.on, pace.region) };
}

/** What is said before the due day, once. */
function announced(scenario: Scenario, invoice: Going, pace: Pace): { readonly step: Step; readonly on: Day } | null {
  const step = scenario.steps.find(({ name }) => name === "pre-due");
  if (step === undefined || invoice.step !== null || invoice.reentered) return null;
  const on = stepDay(scenario, step, invoice, pace);
  return on === null ? null : { step, on };
}

interface Foreseen {
  readonly invoice: Going;
  readonly pace: Pace;
  readonly today: Day;
}

/** The first day from today on which a step is for the invoice: its own, or the one on which it is late enough. */
function comesOn(scenario: Scenario, step: Step, { invoice, pace, today }: Foreseen): Day | null {
  const { standing, ...plain } = pace;
  const natural = stepDay(scenario, step, invoice, plain);
  if (natural === null || standing === undefined) return natural;
  const on = maxDay(natural, today);
  const lateFrom = step.when.daysLate?.from ?? 0;
  const late = standingOn(standing, invoice, { today, day: on });
  const day = addDays(on, Math.max(0, lateFrom - late.daysLate));
  return stepApplies(step.when, standingOn(standing, invoice, { today, day }), invoice)
    ? nextWorkingDay(day === on ? natural : day, pace.region)
    : null;
}

/** The standing of a later day, if nothing is paid and nothing bought until then. */
function standingOn(
  standing: Standing,
  { due }: Pick<Going, "due">,
  { today, day }: { readonly today: Day; readonly day: Day },
): Standing {
  const older = standing.daysLate > 0 ? standing.daysLate + daysBetween(today, day) : 0;
  return { ...standing, daysLate: Math.max(0, older, daysBetween(due, day)) };
}
