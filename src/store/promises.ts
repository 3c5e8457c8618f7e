import { and, eq, inArray, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Currency } from "#domain/money.ts";
import type { CoveredLine, PromiseState } from "#domain/promise-to-pay.ts";
import { promiseLines, promises } from "#store/schema/loop.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export interface PromiseLine {
  readonly invoice: number;
  readonly covered: bigint;
  readonly residualWhenGiven: bigint;
  /** A later promise took this invoice over on that day. */
  readonly releasedOn: Day | null;
}

/** A promise as it was recorded, with everything it covers. */
export interface RecordedPromise {
  readonly id: number;
  readonly customer: string;
  readonly currency: Currency;
  readonly amount: bigint;
  readonly due: Day;
  readonly givenOn: Day;
  readonly graceUntil: Day;
  readonly recordedAt: Date;
  readonly givenBy: Actor;
  readonly comment: string | null;
  readonly state: PromiseState;
  readonly stateOn: Day;
  readonly awaitsFinanceUntil: Day | null;
  readonly unallocatedWhenGiven: bigint;
  readonly eventId: number | null;
  readonly undoneAt: Date | null;
  readonly lines: readonly PromiseLine[];
}

export interface NewPromise {
  readonly customer: string;
  readonly currency: Currency;
  readonly due: Day;
  readonly givenOn: Day;
  readonly graceUntil: Day;
  readonly recordedAt: Date;
  readonly givenBy: Actor;
  readonly contact: number | null;
  readonly comment: string | null;
  readonly awaitsFinanceUntil: Day | null;
  readonly unallocatedWhenGiven: bigint;
  readonly rescheduledFrom: number | null;
  readonly lines: readonly CoveredLine[];
}

/** A promise by id, undone or not; null = there is none. */
export async function promiseById(db: Db, id: number): Promise<RecordedPromise | null> {
  return (await promisesWhere(db, [id]))[0] ?? null;
}

/** The promise that took the place of this one; null = none did. */
export async function replacementOf(db: Db, id: number): Promise<RecordedPromise | null> {
  const rows = await db
    .select({ id: promises.id })
    .from(promises)
    .where(and(eq(promises.rescheduledFromId, id), isNull(promises.undoneAt)));
  return (
    (
      await promisesWhere(
        db,
        rows.map((row) => row.id),
      )
    ).at(-1) ?? null
  );
}

/** The promises that still run for these customers, first due first: judged in the order in which money should come. */
export async function livePromisesOf(db: Db, customers: readonly string[]): Promise<readonly RecordedPromise[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from promises where customer_code = any(${textArray(customers)}) and state = 'live' and undone_at is null`);
  return promisesWhere(
    db,
    [...rows].map((row) => row.id),
  );
}

/** Imported promises of live sellers that run, wait for finance, and were never put to it. */
export async function unaskedLongPromises(
  db: Db,
  customers: readonly string[],
  day: Day,
): Promise<readonly RecordedPromise[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select p.id from promises p
    where p.customer_code = any(${textArray(customers)}) and p.state = 'live' and p.undone_at is null
      and p.import_key is not null and p.awaits_finance_until is not null
      and p.given_on <= ${day}::date and p.grace_until >= ${day}::date
      and not exists (select 1 from asks a where a.kind = 'approve-promise' and a.about = p.id)
      and exists (
        select 1 from promise_lines l join invoices i on i.id = l.invoice_id join sellers s on s.code = i.seller_code
        where l.promise_id = p.id and l.released_on is null and s.went_live_on <= ${day}::date)`);
  return promisesWhere(
    db,
    [...rows].map((row) => row.id),
  );
}

/** The promises that still cover one of these invoices. */
export async function livePromisesOn(db: Db, invoices: readonly number[]): Promise<readonly RecordedPromise[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select distinct p.id from promises p join promise_lines l on l.promise_id = p.id
    where l.invoice_id = any(${intArray(invoices)}) and l.released_on is null and p.state = 'live' and p.undone_at is null`);
  return promisesWhere(
    db,
    [...rows].map((row) => row.id),
  );
}

/**
 * How many promises in a row were not kept on these invoices: broken, partly kept or replaced since the last kept one; the
 * most of any of them. A promise that still runs counts, because the next one would replace it.
 */
export async function earlierInARow(db: Db, invoices: readonly number[]): Promise<number> {
  const rows = await db.execute<{ most: number }>(sql`
    with past as (
      select l.invoice_id, p.id, p.state, max(p.id) filter (where p.state = 'kept') over (partition by l.invoice_id) as last_kept
      from promise_lines l join promises p on p.id = l.promise_id
      where l.invoice_id = any(${intArray(invoices)}) and p.undone_at is null
    )
    select coalesce(max(n), 0)::int as most from (
      select count(*) as n from past
      where state in ('live', 'broken', 'partly-kept', 'rescheduled') and id > coalesce(last_kept, 0)
      group by invoice_id
    ) counted`);
  return rows[0]?.most ?? 0;
}

/** Writes a promise with its lines; its amount is their sum. Gives its id. */
export async function insertPromise(tx: Db, promise: NewPromise): Promise<number> {
  const { customer, contact, rescheduledFrom, due, lines, ...rest } = promise;
  const [row] = await tx
    .insert(promises)
    .values({
      ...rest,
      customerCode: customer,
      contactId: contact,
      rescheduledFromId: rescheduledFrom,
      dueOn: due,
      amount: lines.reduce((total, line) => total + line.covered, 0n),
      stateOn: promise.givenOn,
    })
    .returning({ id: promises.id });
  if (row === undefined) throw new Error("The new promise gave no id back.");
  await tx.insert(promiseLines).values(
    lines.map((line) => ({
      promiseId: row.id,
      invoiceId: line.invoice,
      covered: line.covered,
      residualWhenGiven: line.residual,
    })),
  );
  return row.id;
}

/** Says which event made these promises, so that undoing it takes them back. */
export async function setPromiseEvent(tx: Db, ids: readonly number[], eventId: number): Promise<void> {
  await tx
    .update(promises)
    .set({ eventId })
    .where(inArray(promises.id, [...ids]));
}

export async function setPromiseState(tx: Db, id: number, state: PromiseState, on: Day): Promise<void> {
  await tx.update(promises).set({ state, stateOn: on }).where(eq(promises.id, id));
}

export async function setAwaitsFinance(tx: Db, id: number, until: Day | null): Promise<void> {
  await tx.update(promises).set({ awaitsFinanceUntil: until }).where(eq(promises.id, id));
}

/** Takes invoices out of a promise because another one covers them now; true when nothing is left in it. */
export async function releaseLines(
  tx: Db,
  id: number,
  invoices: readonly number[],
  on: Day,
  eventId: number,
): Promise<boolean> {
  await tx
    .update(promiseLines)
    .set({ releasedOn: on, releasedByEvent: eventId })
    .where(
      and(
        eq(promiseLines.promiseId, id),
        inArray(promiseLines.invoiceId, [...invoices]),
        isNull(promiseLines.releasedOn),
      ),
    );
  const left = await tx
    .select({ invoice: promiseLines.invoiceId })
    .from(promiseLines)
    .where(and(eq(promiseLines.promiseId, id), isNull(promiseLines.releasedOn)))
    .limit(1);
  return left.length === 0;
}

/** Money that kept one promise keeps no other: it becomes part of what the others started from. */
export async function useUnallocated(tx: Db, others: readonly number[], amount: bigint): Promise<void> {
  if (others.length === 0 || amount === 0n) return;
  await tx
    .update(promises)
    .set({ unallocatedTaken: sql`${promises.unallocatedTaken} + ${amount}` })
    .where(inArray(promises.id, [...others]));
}

async function promisesWhere(db: Db, ids: readonly number[]): Promise<readonly RecordedPromise[]> {
  if (ids.length === 0) return [];
  const heads = await db
    .select({
      id: promises.id,
      customer: promises.customerCode,
      currency: promises.currency,
      amount: promises.amount,
      due: promises.dueOn,
      givenOn: promises.givenOn,
      graceUntil: promises.graceUntil,
      recordedAt: promises.recordedAt,
      givenBy: promises.givenBy,
      comment: promises.comment,
      state: promises.state,
      stateOn: promises.stateOn,
      awaitsFinanceUntil: promises.awaitsFinanceUntil,
      unallocatedWhenGiven: sql<bigint>`${promises.unallocatedWhenGiven} - ${promises.unallocatedTaken}`.mapWith(
        BigInt,
      ),
      eventId: promises.eventId,
      undoneAt: promises.undoneAt,
    })
    .from(promises)
    .where(inArray(promises.id, [...ids]))
    .orderBy(promises.dueOn, promises.id);
  const lines = await db
    .select({
      promise: promiseLines.promiseId,
      invoice: promiseLines.invoiceId,
      covered: promiseLines.covered,
      residualWhenGiven: promiseLines.residualWhenGiven,
      releasedOn: promiseLines.releasedOn,
    })
    .from(promiseLines)
    .where(inArray(promiseLines.promiseId, [...ids]))
    .orderBy(promiseLines.invoiceId);
  const byPromise = Map.groupBy(lines, (line) => line.promise);
  return heads.map((head) => ({
    ...head,
    lines: (byPromise.get(head.id) ?? []).map(({ invoice, covered, residualWhenGiven, releasedOn }) => ({
      invoice,
      covered,
      residualWhenGiven,
      releasedOn,
    })),
  }));
}
