import type { Day } from "#domain/calendar.ts";
import type { Scenario, StepName } from "#domain/scenario.ts";
import { handInScenarios } from "#usecases/scenarios/hand-in-scenarios.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { publishScenarios } from "#usecases/scenarios/publish-scenarios.ts";
import type { World } from "./world-given.ts";

/** The stopped clock's day. */
export const TODAY: Day = "2026-11-24";
export const SYSTEM = { is: "system" } as const;

/** Puts scenarios in force, as finance would. */
export async function published(world: World, scenarios: readonly Scenario[]): Promise<number> {
  const kept = await handInScenarios(world.context(), SYSTEM, { scenarios, templates: [], source: "s.yaml" });
  if (!kept.ok || kept.value.package === null) throw new Error("nothing was handed in");
  await publishScenarios(world.context(), SYSTEM, { package: kept.value.package });
  return kept.value.package;
}

/** The steps of the messages that would leave on a day. */
export async function stepsOf(world: World, day: Day = TODAY): Promise<readonly StepName[]> {
  return (await previewDunning(world.context(), day)).messages.map(({ step }) => step);
}
