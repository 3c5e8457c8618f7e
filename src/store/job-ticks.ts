import { and, desc, eq, lt } from "drizzle-orm";

import { jobTicks, runs } from "#store/schema/delivery.ts";
import type { Db } from "#store/store.ts";

/** Claims a job's tick; false when another replica has it. */
export async function claimTick(db: Db, job: string, tick: Date, wallNow: Date): Promise<boolean> {
  const rows = await db
    .insert(jobTicks)
    .values({ job, tick, claimedAt: wallNow })
    .onConflictDoNothing()
    .returning({ job: jobTicks.job });
  return rows.length > 0;
}

/** Notes how a tick ended; one without an end belonged to a process that died, and the next tick makes it up. */
export async function endTick(
  db: Db,
  job: string,
  tick: Date,
  end: { readonly at: Date; readonly fault: string | null },
): Promise<void> {
  await db
    .update(jobTicks)
    .set({ doneAt: end.at, fault: end.fault })
    .where(and(eq(jobTicks.job, job), eq(jobTicks.tick, tick)));
}

/** Ticks claimed before then say nothing any more. */
export async function forgetTicks(db: Db, before: Date): Promise<void> {
  await db.delete(jobTicks).where(lt(jobTicks.claimedAt, before));
}

/** The instant of the latest pass, whoever made it; null = none yet. */
export async function lastRun(db: Db): Promise<Date | null> {
  const rows = await db.select({ at: runs.at }).from(runs).orderBy(desc(runs.at)).limit(1);
  return rows[0]?.at ?? null;
}

/** Notes the latest instant up to which what was due has been done, and by whom. */
export async function recordRun(db: Db, at: Date, by: string): Promise<void> {
  await db.insert(runs).values({ at, by }).onConflictDoNothing();
  await db.delete(runs).where(and(eq(runs.by, by), lt(runs.at, at)));
}
