import { and, eq, sql } from "drizzle-orm";

import type { AskKind } from "#domain/ask.ts";
import type { ClockStage } from "#domain/ask-clock.ts";
import type { Day } from "#domain/calendar.ts";
import type { Role } from "#domain/person.ts";
import { clockTellings } from "#store/schema/absences.ts";
import { asks } from "#store/schema/loop.ts";
import type { Db } from "#store/store.ts";

/** An open ask as the clock on people sees it. */
export interface RunningClock {
  readonly ask: number;
  readonly kind: AskKind;
  readonly holderId: number | null;
  readonly holderRole: Role | null;
  readonly clockFrom: Day;
  readonly leftUntil: Day | null;
  /** What was told of this run of it already. */
  readonly told: readonly ClockStage[];
}

/** All open asks whose clock began before a day, in the order in which they began to wait. */
export async function runningClocks(db: Db, today: Day): Promise<readonly RunningClock[]> {
  const rows = await db.execute(sql`
    select a.id as ask, a.kind, a.holder_id as "holderId", a.holder_role as "holderRole", a.clock_from as "clockFrom",
      a.left_until as "leftUntil",
      array(select t.stage from clock_tellings t
        where t.ask_id = a.id and t.since = coalesce(a.left_until, a.clock_from)) as told
    from asks a where a.state = 'open' and a.clock_from < ${today}::date
    order by a.clock_from, a.id`);
  return rows as unknown as readonly RunningClock[];
}

export interface Telling {
  readonly ask: number;
  readonly stage: ClockStage;
  readonly since: Day;
  readonly toldOn: Day;
  readonly toldId: number | null;
}

/** Says that a stage is being told; false when somebody else just did, or did before. */
export async function decideTelling(tx: Db, telling: Telling): Promise<boolean> {
  const { ask, ...rest } = telling;
  const written = await tx
    .insert(clockTellings)
    .values({ ...rest, askId: ask })
    .onConflictDoNothing()
    .returning({ ask: clockTellings.askId });
  return written.length > 0;
}

/** What was told of an ask, the latest first. */
export async function tellingsOf(db: Db, ask: number): Promise<readonly Telling[]> {
  return db
    .select({
      ask: clockTellings.askId,
      stage: clockTellings.stage,
      since: clockTellings.since,
      toldOn: clockTellings.toldOn,
      toldId: clockTellings.toldId,
    })
    .from(clockTellings)
    .where(eq(clockTellings.askId, ask))
    .orderBy(sql`${clockTellings.since} desc, ${clockTellings.toldOn} desc`);
}

/** The asks of which a stage was told on a day, in the order in which they began to wait. */
export async function toldOn(db: Db, stage: ClockStage, day: Day): Promise<readonly number[]> {
  const rows = await db
    .select({ ask: clockTellings.askId })
    .from(clockTellings)
    .innerJoin(asks, eq(asks.id, clockTellings.askId))
    .where(and(eq(clockTellings.stage, stage), eq(clockTellings.toldOn, day)))
    .orderBy(asks.clockFrom, asks.id);
  return rows.map((row) => row.ask);
}

/** Nobody is told of it before a day. */
export async function leaveUntil(tx: Db, ask: number, day: Day): Promise<void> {
  await tx.update(asks).set({ leftUntil: day }).where(eq(asks.id, ask));
}
