import { plannedStep, type PlannedStep } from "#domain/planned-step.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { positionsOf } from "#store/positions.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { pacesOf } from "#usecases/dunning/paces.ts";

/**
 * What dunning has next for these invoices; those of sellers that are not live, or past the last step, are left out, and
 * those in nobody's hands here: insolvency, a notified factor. Of a key account every step is a call to the owner.
 */
export async function nextStepsOf(
  context: Context,
  invoices: readonly number[],
): Promise<ReadonlyMap<number, PlannedStep>> {
  const { db } = context.store;
  const { scenarios } = await scenariosInForce(db);
  const next = new Map<number, PlannedStep>();
  const positions = await positionsOf(db, invoices, context.locale);
  const paces = await pacesOf(context, db, scenarios, positions);
  for (const position of positions) {
    if (position.outOfOurHands || position.wentLiveOn === null || position.wentLiveOn > context.today) continue;
    const scenario = scenarioFor(scenarios, position.chooser, position.kind);
    const step = plannedStep(scenario, position, paces.get(position.payer) ?? position.pace, context.today);
    if (step !== null) next.set(position.id, position.keyAccount ? { ...step, step: "call" } : step);
  }
  return next;
}

/** The first of them to come; null = nothing is planned. */
export function soonest(steps: Iterable<PlannedStep>): PlannedStep | null {
  return [...steps].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0] ?? null;
}
