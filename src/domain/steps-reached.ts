import type { Day } from "./calendar.ts";
import { stepDay, type Pace, type Paced } from "./dunning-step-day.ts";
import { positionOf, type Scenario, type Step } from "./scenario.ts";

/** An invoice that goes through a scenario. */
export type Going = Paced & { readonly reentered: boolean };

/** The steps after the due day that an invoice has not done, in their order. */
export function stepsAhead(scenario: Scenario, { step }: Pick<Going, "step">): readonly Step[] {
  const at = Math.max(positionOf(scenario, step), positionOf(scenario, "pre-due"));
  return scenario.steps.slice(at + 1);
}

/** Those of them whose day has come, and whose conditions hold. */
export function stepsReached(scenario: Scenario, invoice: Going, pace: Pace, day: Day): readonly Step[] {
  return stepsAhead(scenario, invoice).filter((step) => {
    const on = stepDay(scenario, step, invoice, pace);
    return on !== null && on <= day;
  });
}

/** Which of the reached steps an invoice may take: its next one only, once its pace was set anew. */
export function stepsOpen({ reentered }: Pick<Going, "reentered">, reached: readonly Step[]): readonly Step[] {
  return reentered ? reached.slice(0, 1) : reached;
}

/** A missed day catches up: to the first step that is a person's, which is never skipped, else to the highest e-mail. */
export function caughtUpTo(open: readonly Step[]): Step | undefined {
  return open.find(isHuman) ?? open.at(-1);
}

/** Whether a step takes a person: a call or a letter, not an e-mail. */
export function isHuman({ channel }: Step): boolean {
  return channel !== "email";
}
