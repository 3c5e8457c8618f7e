import { and, eq, sql } from "drizzle-orm";

import type { Showing } from "#domain/showing.ts";
import { gates, outbox, type OutboxState } from "#store/schema/delivery.ts";
import type { Db } from "#store/store.ts";

/** A row of the outbox in the hands of one worker, until its lease ends. */
export interface Claimed {
  readonly id: number;
  readonly key: string;
  readonly showing: Showing;
  readonly personId: number | null;
  readonly gate: string;
  readonly attempt: number;
  readonly faults: number;
  readonly ambiguous: boolean;
  readonly firstTriedAt: Date;
  readonly validUntil: Date | null;
  readonly eventId: number | null;
}

/** Product time says whether a row is due, wall time whether it may be tried. */
export interface Clocks {
  readonly product: Date;
  readonly wall: Date;
}

/** What comes first of all that is due at one instant: a morning begins with the welcome and the digest. */
const RANK = sql`case o.showing->>'show' when 'welcome' then 0 when 'digest' then 1 else 2 end`;

const UNIQUE_VIOLATION = "23505";

/**
 * Takes the next row whose product time has come and whose gate is open, and no one else does (SKIP LOCKED, one row at a
 * time per gate by a unique index). A row whose lease ran out is ambiguous: its worker may have sent it before it died.
 */
export async function claimNext(
  db: Db,
  clocks: Clocks,
  how: { readonly leaseMs: number; readonly notThrough: readonly string[] },
): Promise<Claimed | null> {
  const product = clocks.product.toISOString();
  const wall = clocks.wall.toISOString();
  const leaseUntil = new Date(clocks.wall.getTime() + how.leaseMs).toISOString();
  try {
    const rows = await db.execute(sql`
      with next as (
        select o.id from outbox o
        where ((o.state = 'waiting' and o.not_before <= ${product}::timestamptz) or (o.state = 'sending' and o.lease_until < ${wall}::timestamptz))
          and (o.next_try_at is null or o.next_try_at <= ${wall}::timestamptz)
          and not (o.gate = any (${sql.param([...how.notThrough])}::text[]))
          and not exists (select 1 from gates g where g.gate = o.gate and g.opens_at > ${wall}::timestamptz)
          and not exists (select 1 from outbox busy where busy.gate = o.gate and busy.state = 'sending' and busy.id <> o.id)
        order by o.not_before, ${RANK}, o.id
        for update skip locked
        limit 1
      )
      update outbox o set state = 'sending', attempt = o.attempt + 1, ambiguous = o.ambiguous or o.state = 'sending',
        lease_until = ${leaseUntil}::timestamptz, first_tried_at = coalesce(o.first_tried_at, ${wall}::timestamptz)
      from next where o.id = next.id
      returning o.id, o.key, o.showing, o.person_id as "personId", o.gate, o.attempt, o.faults, o.ambiguous,
        o.first_tried_at as "firstTriedAt", o.valid_until as "validUntil", o.event_id as "eventId"`);
    const row = rows[0] as
      | (Omit<Claimed, "firstTriedAt" | "validUntil"> & { firstTriedAt: string; validUntil: string | null })
      | undefined;
    if (row === undefined) return null;
    return {
      ...row,
      firstTriedAt: new Date(row.firstTriedAt),
      validUntil: row.validUntil === null ? null : new Date(row.validUntil),
    };
  } catch (error) {
    // Two workers reached for the same gate at once: the other one has it.
    if (isUniqueViolation(error)) return null;
    throw error;
  }
}

/** How an attempt ended; refused silently when a later attempt has taken over. */
export async function settle(
  db: Db,
  claimed: Pick<Claimed, "id" | "attempt">,
  end: {
    readonly state: Exclude<OutboxState, "sending">;
    readonly fault?: string;
    readonly countsAsFault?: boolean;
    readonly ambiguous?: boolean;
    readonly nextTryAt?: Date;
    readonly sentAt?: Date;
  },
): Promise<void> {
  await db
    .update(outbox)
    .set({
      state: end.state,
      leaseUntil: null,
      lastFault: end.fault ?? null,
      ambiguous: end.ambiguous ?? false,
      nextTryAt: end.nextTryAt ?? null,
      sentAt: end.sentAt ?? null,
      faults: sql`${outbox.faults} + ${end.countsAsFault === true ? 1 : 0}`,
    })
    .where(and(eq(outbox.id, claimed.id), eq(outbox.attempt, claimed.attempt), eq(outbox.state, "sending")));
}

/** It may leave from an instant of product time on, and not now. */
export async function putOff(db: Db, claimed: Pick<Claimed, "id" | "attempt">, until: Date): Promise<void> {
  await db
    .update(outbox)
    .set({ state: "waiting", leaseUntil: null, ambiguous: false, notBefore: until })
    .where(and(eq(outbox.id, claimed.id), eq(outbox.attempt, claimed.attempt), eq(outbox.state, "sending")));
}

/** Keeps a gate shut until `opensAt` (wall time); never opens it earlier than somebody else said. */
export async function shutGate(db: Db, gate: string, opensAt: Date): Promise<void> {
  await db
    .insert(gates)
    .values({ gate, opensAt })
    .onConflictDoUpdate({ target: gates.gate, set: { opensAt: sql`greatest(${gates.opensAt}, excluded.opens_at)` } });
}

/**
 * When the next row may be tried, in wall time, looking only at rows whose product time has come; null = nothing waits.
 * A drain sleeps until then.
 */
export async function nextTryAt(db: Db, clocks: Clocks, notThrough: readonly string[]): Promise<Date | null> {
  const rows = await db.execute(sql`
    select min(greatest(coalesce(o.next_try_at, ${clocks.wall.toISOString()}::timestamptz), coalesce(g.opens_at, ${clocks.wall.toISOString()}::timestamptz), coalesce(o.lease_until, ${clocks.wall.toISOString()}::timestamptz))) as at
    from outbox o left join gates g on g.gate = o.gate
    where o.state in ('waiting', 'sending') and o.not_before <= ${clocks.product.toISOString()}::timestamptz
      and not (o.gate = any (${sql.param([...notThrough])}::text[]))`);
  const at = (rows[0] as { at: string | null } | undefined)?.at ?? null;
  return at === null ? null : new Date(at);
}

/** How many rows wait behind a gate. */
export async function waitingIn(db: Db, gate: string): Promise<number> {
  return await db.$count(outbox, and(eq(outbox.gate, gate), eq(outbox.state, "waiting")));
}

/** What the operator must look at: sends that failed for good, and sends whose fate nobody knows. */
export async function troubledSends(
  db: Db,
): Promise<readonly { key: string; state: OutboxState; fault: string | null }[]> {
  const rows = await db
    .select({ key: outbox.key, state: outbox.state, fault: outbox.lastFault })
    .from(outbox)
    .where(sql`${outbox.state} in ('dead', 'unknown')`)
    .orderBy(outbox.id);
  return rows;
}

function isUniqueViolation(error: unknown): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return typeof cause === "object" && cause !== null && "code" in cause && cause.code === UNIQUE_VIOLATION;
}
