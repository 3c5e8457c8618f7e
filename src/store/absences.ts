import { and, eq, gte, inArray, isNull, lt, sql } from "drizzle-orm";

import type { Absence } from "#domain/absence.ts";
import type { Day } from "#domain/calendar.ts";
import { absences } from "#store/schema/absences.ts";
import { people } from "#store/schema/people.ts";
import type { Db } from "#store/store.ts";

const absenceColumns = {
  id: absences.id,
  personId: absences.personId,
  from: absences.fromOn,
  until: absences.untilOn,
  delegateId: absences.delegateId,
};

const counts = isNull(absences.cancelledAt);

/** An absence, taken back or not. */
export async function absenceRecord(
  db: Db,
  id: number,
): Promise<{ readonly absence: Absence; readonly cancelled: boolean } | null> {
  const [row] = await db
    .select({ ...absenceColumns, cancelledAt: absences.cancelledAt })
    .from(absences)
    .where(eq(absences.id, id));
  if (row === undefined) return null;
  const { cancelledAt, ...absence } = row;
  return { absence, cancelled: cancelledAt !== null };
}

/** The absences of some people that were not over before a day, the earliest first; null = of everybody. */
export async function absencesSince(db: Db, ids: readonly number[] | null, since: Day): Promise<readonly Absence[]> {
  return db
    .select(absenceColumns)
    .from(absences)
    .where(and(counts, gte(absences.untilOn, since), ids === null ? undefined : inArray(absences.personId, [...ids])))
    .orderBy(absences.fromOn, absences.id);
}

/** Writes an absence and gives its id. */
export async function insertAbsence(tx: Db, absence: Omit<Absence, "id">, now: Date): Promise<number> {
  const [row] = await tx
    .insert(absences)
    .values({
      personId: absence.personId,
      fromOn: absence.from,
      untilOn: absence.until,
      delegateId: absence.delegateId,
      recordedAt: now,
    })
    .returning({ id: absences.id });
  if (row === undefined) throw new Error("The new absence gave no id back.");
  return row.id;
}

/** It never was: taken back before it began. */
export async function cancelAbsence(tx: Db, id: number, now: Date): Promise<void> {
  await tx.update(absences).set({ cancelledAt: now }).where(eq(absences.id, id));
}

/** When somebody was absent is nobody's business for ever. */
export async function forgetAbsences(db: Db, before: Day): Promise<void> {
  await db.delete(absences).where(lt(absences.untilOn, before));
}

/** It is over earlier than was said: this is its last day. */
export async function shortenAbsence(tx: Db, id: number, lastDay: Day): Promise<void> {
  await tx.update(absences).set({ untilOn: lastDay }).where(eq(absences.id, id));
}

/** How somebody is replaced now: see the columns of `people`. */
export interface Replaced {
  readonly personId: number;
  readonly away: boolean;
  readonly standInId: number | null;
}

/** Whoever is replaced now, or passed over. */
export async function replacedPeople(db: Db): Promise<readonly Replaced[]> {
  return db
    .select({ personId: people.id, away: people.away, standInId: people.standInId })
    .from(people)
    .where(sql`${people.away} or ${people.standInId} is not null`);
}

/** Notes whether somebody is away today and who stands in, for the queries that route. */
export async function setReplaced(tx: Db, { personId, away, standInId }: Replaced): Promise<void> {
  await tx.update(people).set({ away, standInId }).where(eq(people.id, personId));
}

/** Who stands in for somebody now; null = nobody, or they are there. */
export async function standInOf(db: Db, personId: number): Promise<number | null> {
  const [row] = await db.select({ standInId: people.standInId }).from(people).where(eq(people.id, personId));
  return row?.standInId ?? null;
}

/** In whose place somebody stands now. */
export async function standsInFor(db: Db, personId: number): Promise<readonly number[]> {
  const rows = await db.select({ id: people.id }).from(people).where(eq(people.standInId, personId)).orderBy(people.id);
  return rows.map((row) => row.id);
}
