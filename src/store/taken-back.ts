import { eq, inArray, sql } from "drizzle-orm";

import { roadEndings } from "#store/schema/documents.ts";
import { contacts } from "#store/schema/ledger.ts";
import { disputes, events, holds, promiseLines, promises } from "#store/schema/loop.ts";
import type { Db } from "#store/store.ts";

/**
 * Takes back the rows that an event made: its promises, disputes and holds never existed for any figure, the promises they
 * replaced run again, the contacts it stopped are written to again and those it added are not.
 */
export async function takeBackRows(tx: Db, eventId: number, at: Date): Promise<void> {
  await tx.update(promises).set({ undoneAt: at }).where(eq(promises.eventId, eventId));
  await tx.update(disputes).set({ undoneAt: at }).where(eq(disputes.eventId, eventId));
  await tx.update(holds).set({ undoneAt: at }).where(eq(holds.eventId, eventId));
  await tx.update(roadEndings).set({ undoneAt: at }).where(eq(roadEndings.eventId, eventId));
  await reviveReplaced(tx, eventId);
  await tx
    .update(contacts)
    .set({ stopped: null, stoppedAt: null, stoppedByEvent: null })
    .where(eq(contacts.stoppedByEvent, eventId));
  await tx.execute(sql`
    update ${contacts} c set active = false from ${events} e
    where e.kind = 'contact-added' and e.subject = 'contacts' and e.subject_id = c.id
      and e.data->>'causedBy' = ${String(eventId)} and (e.data->>'isNew')::boolean`);
}

/** The asks that an event opened for others, still open. */
export async function asksOpenedBecauseOf(db: Db, eventId: number): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select a.id from asks a join ${events} e on e.subject = 'asks' and e.subject_id = a.id and e.kind = 'ask-opened'
    where e.data->>'causedBy' = ${String(eventId)} and a.state = 'open'
    order by a.id`);
  return [...rows].map((row) => row.id);
}

/** A dispute whose closing is taken back stands again, and dunning has taken note of nothing. */
export async function reopenDispute(tx: Db, id: number): Promise<void> {
  await tx
    .update(disputes)
    .set({ closedOn: null, outcome: null, closedBy: null, closingComment: null, resumedOn: null })
    .where(eq(disputes.id, id));
}

/** A hold whose end is taken back stops again, and dunning has taken note of nothing. */
export async function reopenHold(tx: Db, id: number): Promise<void> {
  await tx.update(holds).set({ endedOn: null, resumedOn: null }).where(eq(holds.id, id));
}

async function reviveReplaced(tx: Db, eventId: number): Promise<void> {
  const released = await tx
    .update(promiseLines)
    .set({ releasedOn: null, releasedByEvent: null })
    .where(eq(promiseLines.releasedByEvent, eventId))
    .returning({ promise: promiseLines.promiseId });
  if (released.length === 0) return;
  await tx
    .update(promises)
    .set({ state: "live", stateOn: sql`${promises.givenOn}` })
    .where(
      sql`${inArray(
        promises.id,
        released.map((line) => line.promise),
      )} and ${promises.state} = 'rescheduled'`,
    );
}
