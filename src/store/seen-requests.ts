import { lt, eq, sql } from "drizzle-orm";

import { seenRequests } from "#store/schema/delivery.ts";
import type { Db } from "#store/store.ts";

/** A request whose worker died may be taken again after this: chats give up on an answer long before. */
const LEASE_MS = 30_000;
/** Far above the five minutes in which a signature is good and in which Slack sends an event again. */
const REMEMBERED_MS = 3_600_000;

/**
 * Takes a request; false when somebody has it or had it, so that a retry or a replay changes nothing. The row says until
 * when (wall time) the key is refused: a short lease first, longer once `finishRequest` was called.
 */
export async function takeRequest(db: Db, key: string, wallNow: Date): Promise<boolean> {
  const rows = await db
    .insert(seenRequests)
    .values({ key, at: later(wallNow, LEASE_MS) })
    .onConflictDoUpdate({
      target: seenRequests.key,
      set: { at: later(wallNow, LEASE_MS) },
      setWhere: lt(seenRequests.at, wallNow),
    })
    .returning({ key: seenRequests.key });
  return rows.length > 0;
}

/** The work of a request is in the database: it is refused for as long as it could come again. */
export async function finishRequest(db: Db, key: string, wallNow: Date): Promise<void> {
  await db
    .update(seenRequests)
    .set({ at: later(wallNow, REMEMBERED_MS) })
    .where(eq(seenRequests.key, key));
}

/** The work failed and left nothing behind: the chat may send it again. */
export async function giveBackRequest(db: Db, key: string): Promise<void> {
  await db.delete(seenRequests).where(eq(seenRequests.key, key));
}

/** Forgets what cannot come again; gives how many. */
export async function forgetRequests(db: Db, wallNow: Date): Promise<number> {
  const gone = await db
    .delete(seenRequests)
    .where(lt(seenRequests.at, wallNow))
    .returning({ one: sql`1` });
  return gone.length;
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}
