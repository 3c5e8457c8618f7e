import { asc, desc, eq } from "drizzle-orm";

import { DEFAULT_SCENARIO, type PreDueRule, type Scenario } from "#domain/scenario.ts";
import { scenarios, scenarioSteps } from "#store/schema/dunning.ts";
import type { Db } from "#store/store.ts";

/** A version of a scenario as it is kept: what was sent says by which one. */
export interface KeptScenario {
  readonly id: number | null;
  readonly scenario: Scenario;
}

/** JSON has no bigint. */
type KeptPreDue = Omit<PreDueRule, "largeFromMinor"> & { readonly largeFromMinor: string };

const FIRST_VERSION = 1;

/** The published scenario with the highest version; the shipped one, without an id, while none is kept. */
export async function currentScenario(db: Db): Promise<KeptScenario> {
  const [row] = await db
    .select()
    .from(scenarios)
    .where(eq(scenarios.name, DEFAULT_SCENARIO.name))
    .orderBy(desc(scenarios.version))
    .limit(1);
  if (row === undefined) return { id: null, scenario: DEFAULT_SCENARIO };
  const steps = await db
    .select({
      name: scenarioSteps.name,
      offset: scenarioSteps.offsetDays,
      channel: scenarioSteps.channel,
      actor: scenarioSteps.actor,
    })
    .from(scenarioSteps)
    .where(eq(scenarioSteps.scenarioId, row.id))
    .orderBy(asc(scenarioSteps.position));
  const preDue = row.preDue as KeptPreDue;
  return {
    id: row.id,
    scenario: { name: row.name, steps, preDue: { ...preDue, largeFromMinor: BigInt(preDue.largeFromMinor) } },
  };
}

/** Writes the shipped scenario as version 1 unless one is kept, and gives the one in force. */
export async function ensureScenario(tx: Db, now: Date): Promise<KeptScenario> {
  const kept = await currentScenario(tx);
  if (kept.id !== null) return kept;
  const { name, preDue, steps } = DEFAULT_SCENARIO;
  const [row] = await tx
    .insert(scenarios)
    .values({
      name,
      version: FIRST_VERSION,
      publishedAt: now,
      preDue: { ...preDue, largeFromMinor: preDue.largeFromMinor.toString() } satisfies KeptPreDue,
    })
    .onConflictDoNothing()
    .returning({ id: scenarios.id });
  if (row !== undefined) {
    await tx.insert(scenarioSteps).values(
      steps.map((step, position) => ({
        scenarioId: row.id,
        position,
        name: step.name,
        offsetDays: step.offset,
        channel: step.channel,
        actor: step.actor,
      })),
    );
  }
  return currentScenario(tx);
}
