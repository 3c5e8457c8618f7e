import { and, desc, eq, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { mailTemplates, scenarioPackages } from "#store/schema/scenarios.ts";
import { scenarios } from "#store/schema/dunning.ts";
import { scenariosByIds, type KeptScenario } from "#store/scenarios.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What finance handed in at once. Neither published nor cancelled = a draft. */
export interface ScenarioPackage {
  readonly id: number;
  readonly createdAt: Date;
  readonly createdBy: Actor;
  readonly source: string | null;
  readonly publishedAt: Date | null;
  readonly publishedBy: Actor | null;
  readonly cancelledAt: Date | null;
}

/** Keeps the head of a package of scenarios; gives its id. */
export async function insertPackage(
  tx: Db,
  made: Pick<ScenarioPackage, "createdAt" | "createdBy" | "source">,
): Promise<number> {
  const [row] = await tx.insert(scenarioPackages).values(made).returning({ id: scenarioPackages.id });
  if (row === undefined) throw new Error("The package of scenarios was not written.");
  return row.id;
}

/** Null when there is none. */
export async function packageById(db: Db, id: number): Promise<ScenarioPackage | null> {
  const [row] = await db.select().from(scenarioPackages).where(eq(scenarioPackages.id, id));
  return row ?? null;
}

/** The same, locked until the end of the transaction: of two who publish, one is first. */
export async function lockPackage(tx: Db, id: number): Promise<ScenarioPackage | null> {
  const [row] = await tx.select().from(scenarioPackages).where(eq(scenarioPackages.id, id)).for("update");
  return row ?? null;
}

/** The draft handed in last; null = there is none. */
export async function latestDraft(db: Db): Promise<ScenarioPackage | null> {
  const [row] = await db
    .select()
    .from(scenarioPackages)
    .where(and(isNull(scenarioPackages.publishedAt), isNull(scenarioPackages.cancelledAt)))
    .orderBy(desc(scenarioPackages.id))
    .limit(1);
  return row ?? null;
}

/** Everything of a package is in force from now on. */
export async function publishAll(tx: Db, id: number, by: Actor, now: Date): Promise<void> {
  await tx.update(scenarioPackages).set({ publishedAt: now, publishedBy: by }).where(eq(scenarioPackages.id, id));
  await tx.update(scenarios).set({ publishedAt: now }).where(eq(scenarios.packageId, id));
  await tx.update(mailTemplates).set({ publishedAt: now }).where(eq(mailTemplates.packageId, id));
}

/** Marks a package as cancelled. */
export async function cancelAll(tx: Db, id: number, now: Date): Promise<void> {
  await tx.update(scenarioPackages).set({ cancelledAt: now }).where(eq(scenarioPackages.id, id));
}

/** The versions that came in a package. */
export async function scenariosOfPackage(db: Db, id: number): Promise<readonly KeptScenario[]> {
  const rows = await db.select({ id: scenarios.id }).from(scenarios).where(eq(scenarios.packageId, id));
  return scenariosByIds(
    db,
    rows.map((row) => row.id),
  );
}

/** Other days hold from now on: the next pass looks at every open invoice of these payers (null = of all) again. */
export async function wakeInvoices(tx: Db, day: Day, payers: readonly string[] | null): Promise<void> {
  await tx.execute(sql`
    update invoices i set next_step_on = least(coalesce(i.next_step_on, ${day}::date), ${day}::date)
    from customers c
    where c.code = i.customer_code and coalesce(i.settled_on > ${day}::date, true) and i.kind <> 'credit_note'
      and (i.next_step_on is null or i.next_step_on > ${day}::date)
      and ${payers === null ? sql`true` : sql`coalesce(c.payer_code, c.code) = any(${textArray(payers)})`}`);
}

/** Finance's choice for a paying customer; null takes it back. */
export async function setCustomerScenario(tx: Db, payer: string, scenario: string | null, now: Date): Promise<void> {
  await (scenario === null
    ? tx.execute(sql`delete from customer_scenarios where customer_code = ${payer}`)
    : tx.execute(sql`
        insert into customer_scenarios (customer_code, scenario, chosen_at)
        values (${payer}, ${scenario}, ${now.toISOString()}::timestamptz)
        on conflict (customer_code) do update set scenario = excluded.scenario, chosen_at = excluded.chosen_at`));
}

/** The one finance chose for a paying customer; null = none. */
export async function chosenScenario(db: Db, payer: string): Promise<string | null> {
  const rows = await db.execute<{ scenario: string }>(
    sql`select scenario from customer_scenarios where customer_code = ${payer}`,
  );
  return rows[0]?.scenario ?? null;
}

/** How many paying customers finance chose each scenario for. */
export async function chosenCounts(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.execute<{ scenario: string; count: number }>(
    sql`select scenario, count(*)::int as count from customer_scenarios group by scenario`,
  );
  return new Map([...rows].map(({ scenario, count }) => [scenario, count]));
}
