import { type Day, maxDay, nextWorkingDay } from "#domain/calendar.ts";
import { stepDay, type Pace, type Paced } from "#domain/dunning-step-day.ts";
import { positionOf, type Scenario, type StepName } from "#domain/scenario.ts";

/** What the scenario has next for an invoice, stops aside, and when. */
export interface PlannedStep {
  readonly step: StepName;
  readonly on: Day;
}

/**
 * The next step of an invoice for people to read: "what comes next" (V7). Catching up follows dunning's rule: the first
 * person's step reached, else the highest e-mail reached, else the next one to come. Null after the last step.
 */
export function plannedStep(
  scenario: Scenario,
  invoice: Paced & { readonly reentered: boolean },
  pace: Pace,
  today: Day,
): PlannedStep | null {
  const at = Math.max(positionOf(scenario, invoice.step), positionOf(scenario, "pre-due"));
  const coming = scenario.steps.slice(at + 1).flatMap((step) => {
    const on = stepDay(scenario, step, invoice, pace);
    return on === null ? [] : [{ step, on }];
  });
  const reached = coming.filter(({ on }) => on <= today);
  const candidates = invoice.reentered ? reached.slice(0, 1) : reached;
  const next = candidates.find(({ step }) => step.channel !== "email") ?? candidates.at(-1) ?? coming[0];
  return next === undefined ? null : { step: next.step.name, on: nextWorkingDay(maxDay(next.on, today), pace.region) };
}
