import { and, eq, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { HoldReason } from "#domain/hold.ts";
import { holds } from "#store/schema/loop.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Dunning waits for a customer, or for one of its invoices, up to and including `until` (null = until lifted). */
export interface NewHold {
  readonly customer: string;
  readonly invoice: number | null;
  readonly reason: HoldReason;
  readonly comment: string | null;
  readonly from: Day;
  readonly until: Day | null;
  readonly placedBy: Actor;
}

/** A hold with what became of it. */
export interface RecordedHold extends NewHold {
  readonly id: number;
  /** The first day on which it stops nothing any more, when it was lifted. */
  readonly endedOn: Day | null;
  readonly eventId: number | null;
  readonly undoneAt: Date | null;
}

/** A hold, running or over; null when there is none. */
export async function holdById(db: Db, id: number): Promise<RecordedHold | null> {
  const [row] = await db.select(holdColumns).from(holds).where(eq(holds.id, id));
  return row ?? null;
}

/** The holds that stop these customers or one of their invoices on a day. */
export async function holdsOf(db: Db, customers: readonly string[], day: Day): Promise<readonly RecordedHold[]> {
  return db
    .select(holdColumns)
    .from(holds)
    .where(
      and(
        sql`${holds.customerCode} = any(${textArray(customers)})`,
        isNull(holds.endedOn),
        isNull(holds.undoneAt),
        sql`${holds.fromOn} <= ${day}`,
        sql`coalesce(${holds.untilOn} >= ${day}, true)`,
      ),
    )
    .orderBy(holds.id);
}

/** Holds whose last day is past and that nobody ended yet. */
export async function holdsPast(db: Db, today: Day): Promise<readonly RecordedHold[]> {
  return db
    .select(holdColumns)
    .from(holds)
    .where(and(isNull(holds.endedOn), isNull(holds.undoneAt), sql`${holds.untilOn} < ${today}`))
    .orderBy(holds.id);
}

/** Writes holds in the order given and gives their ids. */
export async function insertHolds(tx: Db, rows: readonly NewHold[]): Promise<readonly number[]> {
  if (rows.length === 0) return [];
  const written = await tx
    .insert(holds)
    .values(
      rows.map(({ customer, invoice, from, until, ...rest }) => ({
        ...rest,
        customerCode: customer,
        invoiceId: invoice,
        fromOn: from,
        untilOn: until,
      })),
    )
    .returning({ id: holds.id });
  return written.map((row) => row.id);
}

/** Says which event made these holds, so that undoing it takes them back. */
export async function setHoldEvent(tx: Db, ids: readonly number[], eventId: number): Promise<void> {
  for (const id of ids) await tx.update(holds).set({ eventId }).where(eq(holds.id, id));
}

/** The day from which a hold no longer stops anything. */
export async function setHoldEnded(tx: Db, id: number, on: Day): Promise<void> {
  await tx.update(holds).set({ endedOn: on }).where(eq(holds.id, id));
}

const holdColumns = {
  id: holds.id,
  customer: holds.customerCode,
  invoice: holds.invoiceId,
  reason: holds.reason,
  comment: holds.comment,
  from: holds.fromOn,
  until: holds.untilOn,
  placedBy: holds.placedBy,
  endedOn: holds.endedOn,
  eventId: holds.eventId,
  undoneAt: holds.undoneAt,
};
