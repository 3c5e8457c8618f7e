import { eq, sql } from "drizzle-orm";

import { mailboxes } from "#store/schema/mailboxes.ts";
import type { Db } from "#store/store.ts";

/** How far a mailbox was read, and how it went; instants are wall time. */
export interface ReadMailbox {
  readonly name: string;
  readonly uidValidity: number;
  readonly lastUid: number;
  readonly readAt: Date | null;
  readonly fault: string | null;
  readonly givenUp: number;
}

const FAULT_LENGTH_MAX = 300;

/** How far a mailbox was read; null before the first time. */
export async function mailboxByName(db: Db, name: string): Promise<ReadMailbox | null> {
  const [row] = await db.select(columns).from(mailboxes).where(eq(mailboxes.name, name));
  return row ?? null;
}

/** The mail is taken (or given up), and is not looked at again. */
export async function passMail(
  db: Db,
  name: string,
  mail: { readonly uidValidity: number; readonly uid: number },
  isGivenUp: boolean,
): Promise<void> {
  const givenUp = isGivenUp ? 1 : 0;
  const at = { uidValidity: mail.uidValidity, lastUid: mail.uid, attempts: 0 };
  await db
    .insert(mailboxes)
    .values({ name, ...at, givenUp })
    .onConflictDoUpdate({
      target: mailboxes.name,
      set: { ...at, givenUp: sql`${mailboxes.givenUp} + ${givenUp}` },
      // Another replica may be ahead.
      setWhere: sql`${mailboxes.uidValidity} <> ${mail.uidValidity} or ${mailboxes.lastUid} < ${mail.uid}`,
    });
}

/** Counts another vain attempt at the next mail; gives how many there were. */
export async function noteVainAttempt(db: Db, name: string): Promise<number> {
  const [row] = await db
    .insert(mailboxes)
    .values({ name, attempts: 1 })
    .onConflictDoUpdate({ target: mailboxes.name, set: { attempts: sql`${mailboxes.attempts} + 1` } })
    .returning({ attempts: mailboxes.attempts });
  return row?.attempts ?? 1;
}

/** Notes that a mailbox was read, or why it could not be. */
export async function noteMailboxRead(db: Db, name: string, at: Date, fault: string | null): Promise<void> {
  const how = fault === null ? { readAt: at, fault: null } : { fault: fault.slice(0, FAULT_LENGTH_MAX) };
  await db
    .insert(mailboxes)
    .values({ name, ...how })
    .onConflictDoUpdate({ target: mailboxes.name, set: how });
}

const columns = {
  name: mailboxes.name,
  uidValidity: mailboxes.uidValidity,
  lastUid: mailboxes.lastUid,
  readAt: mailboxes.readAt,
  fault: mailboxes.fault,
  givenUp: mailboxes.givenUp,
};
