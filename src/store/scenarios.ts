import { asc, inArray, sql } from "drizzle-orm";

import { SHIPPED_SCENARIOS } from "#domain/scenario-choice.ts";
import { EVERYBODY, usualStep, type PreDueRule, type Scenario, type Step } from "#domain/scenario.ts";
import { scenarios, scenarioSteps } from "#store/schema/dunning.ts";
import type { Db } from "#store/store.ts";

/** The scenarios by which dunning goes now, and the version of each that is kept: what was sent says by which one. */
export interface ScenariosInForce {
  readonly scenarios: readonly Scenario[];
  /** By name; a shipped one that nobody used yet has no row. */
  readonly ids: ReadonlyMap<string, number>;
}

/** A version as it is kept. */
export interface KeptScenario {
  readonly id: number;
  readonly version: number;
  readonly publishedAt: Date | null;
  readonly packageId: number | null;
  readonly scenario: Scenario;
}

/** JSON has no bigint. */
type KeptPreDue = Omit<PreDueRule, "largeFromMinor" | "everybody"> & {
  readonly largeFromMinor: string;
  readonly everybody?: boolean;
};

/** Of each name the version published last; a shipped scenario without any version is in force as it is shipped. */
export async function scenariosInForce(db: Db): Promise<ScenariosInForce> {
  const rows = await db.execute<{ id: number }>(sql`
    select distinct on (name) id from scenarios where published_at is not null
    order by name, published_at desc, version desc`);
  const kept = await scenariosByIds(
    db,
    [...rows].map(({ id }) => id),
  );
  const names = new Set(kept.map(({ scenario }) => scenario.name));
  return {
    scenarios: [...kept.map(({ scenario }) => scenario), ...SHIPPED_SCENARIOS.filter(({ name }) => !names.has(name))],
    ids: new Map(kept.map(({ id, scenario }) => [scenario.name, id])),
  };
}

/** The same, after the shipped ones without a version were written as their version 1. */
export async function ensureScenarios(tx: Db, now: Date): Promise<ScenariosInForce> {
  const inForce = await scenariosInForce(tx);
  const missing = SHIPPED_SCENARIOS.filter(({ name }) => !inForce.ids.has(name));
  if (missing.length === 0) return inForce;
  for (const scenario of missing) await insertScenario(tx, scenario, { publishedAt: now, packageId: null });
  return scenariosInForce(tx);
}

/** Writes a scenario as its next version; published at once, or a draft. */
export async function insertScenario(
  tx: Db,
  { name, preDue, audience, profiles, steps }: Scenario,
  how: { readonly publishedAt: Date | null; readonly packageId: number | null },
): Promise<number> {
  const [row] = await tx
    .insert(scenarios)
    .values({
      name,
      version: sql`(select coalesce(max(version), 0) + 1 from scenarios where name = ${name})`,
      publishedAt: how.publishedAt,
      packageId: how.packageId,
      preDue: { ...preDue, largeFromMinor: preDue.largeFromMinor.toString() } satisfies KeptPreDue,
      audience,
      profiles: [...profiles],
    })
    .returning({ id: scenarios.id });
  if (row === undefined) throw new Error(`The scenario ${name} was not written.`);
  await tx.insert(scenarioSteps).values(
    steps.map((step, position) => ({
      scenarioId: row.id,
      position,
      name: step.name,
      offsetDays: step.offset,
      channel: step.channel,
      actor: step.actor,
      template: step.template,
      tone: step.tone,
      recipients: step.recipients,
      conditions: step.when,
    })),
  );
  return row.id;
}

/** Every version of a scenario, the newest first. */
export async function versionsOf(db: Db, name: string): Promise<readonly KeptScenario[]> {
  const rows = await db.execute<{ id: number }>(sql`select id from scenarios where name = ${name}`);
  const kept = await scenariosByIds(
    db,
    [...rows].map(({ id }) => id),
  );
  return kept.toSorted((a, b) => b.version - a.version);
}

/** Of those ids, by name and version. */
export async function scenariosByIds(db: Db, ids: readonly number[]): Promise<readonly KeptScenario[]> {
  if (ids.length === 0) return [];
  const heads = await db
    .select()
    .from(scenarios)
    .where(inArray(scenarios.id, [...ids]))
    .orderBy(asc(scenarios.name), asc(scenarios.version));
  const steps = await db
    .select()
    .from(scenarioSteps)
    .where(inArray(scenarioSteps.scenarioId, [...ids]))
    .orderBy(asc(scenarioSteps.position));
  const byScenario = Map.groupBy(steps, ({ scenarioId }) => scenarioId);
  return heads.map(({ id, version, publishedAt, packageId, name, audience, profiles, preDue }) => ({
    id,
    version,
    publishedAt,
    packageId,
    scenario: {
      name,
      audience: audience ?? EVERYBODY,
      profiles,
      preDue: preDueOf(preDue as KeptPreDue),
      steps: (byScenario.get(id) ?? []).map(stepOf),
    },
  }));
}

function preDueOf(kept: KeptPreDue): PreDueRule {
  return { ...kept, everybody: kept.everybody ?? false, largeFromMinor: BigInt(kept.largeFromMinor) };
}

function stepOf(row: typeof scenarioSteps.$inferSelect): Step {
  const usual = usualStep(row.name, row.offsetDays);
  return {
    name: row.name,
    offset: row.offsetDays,
    channel: row.channel,
    actor: row.actor,
    template: row.template ?? usual.template,
    tone: row.tone ?? usual.tone,
    recipients: row.recipients ?? usual.recipients,
    when: row.conditions ?? usual.when,
  };
}
