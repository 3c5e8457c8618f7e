import { desc, eq, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { lastDayOf, type EndedPause, type Pause } from "#domain/pause.ts";
import { dunningPauses } from "#store/schema/control.ts";
import type { Db } from "#store/store.ts";

/** A pause with why, and whose it was. */
export interface RecordedPause extends Pause {
  readonly reason: string;
  readonly placedBy: Actor;
  readonly endedOn: Day | null;
}

const pauseColumns = {
  id: dunningPauses.id,
  scope: dunningPauses.scope,
  key: dunningPauses.key,
  reason: dunningPauses.reason,
  from: dunningPauses.fromOn,
  until: dunningPauses.untilOn,
  placedBy: dunningPauses.placedBy,
  endedOn: dunningPauses.endedOn,
};

/** The pauses that stop something on a day or later, the latest first. */
export async function pausesFrom(db: Db, day: Day): Promise<readonly RecordedPause[]> {
  return db
    .select(pauseColumns)
    .from(dunningPauses)
    .where(
      sql`coalesce(${dunningPauses.untilOn} >= ${day}, true) and coalesce(${dunningPauses.endedOn} > ${day}, true)`,
    )
    .orderBy(desc(dunningPauses.id));
}

/** A pause, running or over, locked until the transaction ends; null when there is none. */
export async function pauseById(db: Db, id: number): Promise<RecordedPause | null> {
  const [pause] = await db.select(pauseColumns).from(dunningPauses).where(eq(dunningPauses.id, id)).for("update");
  return pause ?? null;
}

/** Keeps a pause; gives its id. */
export async function insertPause(tx: Db, pause: Omit<RecordedPause, "id" | "endedOn">, now: Date): Promise<number> {
  const { from, until, ...rest } = pause;
  const [row] = await tx
    .insert(dunningPauses)
    .values({ ...rest, fromOn: from, untilOn: until, placedAt: now })
    .returning({ id: dunningPauses.id });
  if (row === undefined) throw new Error("A pause was written and did not come back.");
  return row.id;
}

/** `on` = the first day on which it stops nothing. */
export async function setPauseEnded(tx: Db, id: number, on: Day): Promise<void> {
  await tx.update(dunningPauses).set({ endedOn: on }).where(eq(dunningPauses.id, id));
}

/** Pauses that are over and of which dunning took no note yet; those that never stopped anything are left out. */
export async function pausesOver(db: Db, day: Day): Promise<readonly EndedPause[]> {
  const rows = await db
    .select(pauseColumns)
    .from(dunningPauses)
    .where(isNull(dunningPauses.resumedOn))
    .orderBy(dunningPauses.id);
  return rows.flatMap((pause) => {
    const lastDay = lastDayOf(pause, pause.endedOn);
    return lastDay === null || lastDay >= day ? [] : [{ id: pause.id, scope: pause.scope, key: pause.key, lastDay }];
  });
}

/** Pauses that are over are marked as taken note of. */
export async function resumePauses(tx: Db, day: Day): Promise<void> {
  await tx.execute(sql`
    update dunning_pauses set resumed_on = ${day}::date
    where resumed_on is null and least(until_on, ended_on - 1) < ${day}::date`);
}
