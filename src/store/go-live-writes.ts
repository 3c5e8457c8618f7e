import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A seller and the day it went live, if it did. */
export interface KnownSeller {
  readonly code: string;
  readonly wentLiveOn: Day | null;
}

/** Every seller, locked until the end of the transaction. */
export async function lockSellers(tx: Db): Promise<readonly KnownSeller[]> {
  const rows = await tx.execute(sql`select code, went_live_on as "wentLiveOn" from sellers order by code for update`);
  return rows as unknown as readonly KnownSeller[];
}

/** The same, only to look at. */
export async function knownSellers(db: Db): Promise<readonly KnownSeller[]> {
  const rows = await db.execute(sql`select code, went_live_on as "wentLiveOn" from sellers order by code`);
  return rows as unknown as readonly KnownSeller[];
}

/** Sets the day from which messages of these sellers leave; null = they do not. */
export async function setLive(tx: Db, sellers: readonly string[], on: Day | null): Promise<void> {
  await tx.execute(sql`update sellers set went_live_on = ${on}::date where code = any(${textArray(sellers)})`);
}

/** Disputes closed before go-live need no coming back: go-live itself sets the pace. */
export async function forgetClosedDisputes(tx: Db, sellers: readonly string[], day: Day): Promise<void> {
  await tx.execute(sql`
    update disputes d set resumed_on = ${day}::date
    from invoices i
    where i.id = d.invoice_id and i.seller_code = any(${textArray(sellers)}) and d.closed_on <= ${day}::date and d.undone_at is null`);
}

/** What was planned for these sellers and has not left does not leave. */
export async function dropPlanned(tx: Db, sellers: readonly string[], because: string): Promise<void> {
  const rows = await tx.execute<{ id: number }>(sql`
    update reminders set state = 'dropped', dropped_because = ${because}
    where seller_code = any(${textArray(sellers)}) and state = 'planned'
    returning id`);
  await tx.execute(sql`
    update outbox set state = 'dropped', last_fault = ${because}
    where state = 'waiting' and showing->>'show' = 'reminder'
      and (showing->>'reminder')::int = any(${intArray([...rows].map((row) => row.id))})`);
}
