import { byText } from "#domain/invoice-order.ts";
import type { Scenario } from "#domain/scenario.ts";
import { templatesInForce, type KeptTemplate } from "#store/mail-templates.ts";
import { chosenCounts, latestDraft, type ScenarioPackage } from "#store/scenario-packages.ts";
import { scenariosByIds, scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";

export interface ListedScenario {
  readonly scenario: Scenario;
  /** Null = as it is shipped, and nothing went by it yet. */
  readonly version: number | null;
  readonly publishedAt: Date | null;
  /** Customers that finance chose it for. */
  readonly chosen: number;
}

export interface ScenarioList {
  /** By name, the default first. */
  readonly scenarios: readonly ListedScenario[];
  readonly templates: readonly KeptTemplate[];
  readonly draft: ScenarioPackage | null;
}

/** What is in force, and the draft that waits. */
export async function listScenarios(context: Context): Promise<ScenarioList> {
  const { db } = context.store;
  const { scenarios, ids } = await scenariosInForce(db);
  const kept = new Map((await scenariosByIds(db, [...ids.values()])).map((each) => [each.scenario.name, each]));
  const counts = await chosenCounts(db);
  const rank = (name: string) => (name === "default" ? "" : name);
  return {
    scenarios: scenarios
      .map((scenario) => ({
        scenario,
        version: kept.get(scenario.name)?.version ?? null,
        publishedAt: kept.get(scenario.name)?.publishedAt ?? null,
        chosen: counts.get(scenario.name) ?? 0,
      }))
      .toSorted((a, b) => byText(rank(a.scenario.name), rank(b.scenario.name))),
    templates: await templatesInForce(db),
    draft: await latestDraft(db),
  };
}

/** The draft handed in last; null = there is none. */
export async function draftToPublish(context: Context): Promise<number | null> {
  return (await latestDraft(context.store.db))?.id ?? null;
}
