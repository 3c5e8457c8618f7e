import { and, eq, exists, isNotNull, ne, notExists, or, sql } from "drizzle-orm";

import type { ChatName, Role } from "#domain/person.ts";
import { chatConversations } from "#store/schema/chats.ts";
import { chatIdentities, people } from "#store/schema/people.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Who a chat user is: `personId` null = looked up and refused, `refusedBecause` says why. */
export interface ChatIdentity {
  readonly id: number;
  readonly chat: ChatName;
  readonly teamId: string;
  readonly userId: string;
  readonly personId: number | null;
  /** Their direct messages, once they are known. */
  readonly conversation: string | null;
  readonly refusedBecause: string | null;
  /** Wall time of the last time the chat was asked. */
  readonly checkedAt: Date;
}

/** Whom a user of a chat was matched to; null when nobody yet. */
export async function identityOfUser(
  db: Db,
  chat: ChatName,
  teamId: string,
  userId: string,
): Promise<ChatIdentity | null> {
  const rows = await db
    .select()
    .from(chatIdentities)
    .where(and(eq(chatIdentities.chat, chat), eq(chatIdentities.teamId, teamId), eq(chatIdentities.userId, userId)));
  return rows[0] ?? null;
}

/** The same, for somebody whom others mention: their team is not said then. */
export async function identityOfUserAnywhere(db: Db, chat: ChatName, userId: string): Promise<ChatIdentity | null> {
  const rows = await db
    .select()
    .from(chatIdentities)
    .where(and(eq(chatIdentities.chat, chat), eq(chatIdentities.userId, userId)))
    .orderBy(chatIdentities.personId);
  return rows[0] ?? null;
}

/** Who somebody is in a chat; null when they are not known there. */
export async function identityOfPerson(db: Db, chat: ChatName, personId: number): Promise<ChatIdentity | null> {
  const rows = await db
    .select()
    .from(chatIdentities)
    .where(and(eq(chatIdentities.chat, chat), eq(chatIdentities.personId, personId)));
  return rows[0] ?? null;
}

/**
 * Writes what the chat said about a user. A person is matched with one user per chat: the first match stays, so a second
 * user with the same address is kept as refused ("taken").
 */
export async function keepIdentity(db: Db, identity: Omit<ChatIdentity, "id" | "conversation">): Promise<ChatIdentity> {
  const holder = identity.personId === null ? null : await identityOfPerson(db, identity.chat, identity.personId);
  const isTaken = holder !== null && (holder.userId !== identity.userId || holder.teamId !== identity.teamId);
  const kept = isTaken ? { ...identity, personId: null, refusedBecause: "taken" } : identity;
  const content = { personId: kept.personId, refusedBecause: kept.refusedBecause, checkedAt: kept.checkedAt };
  const rows = await db
    .insert(chatIdentities)
    .values({ ...content, chat: kept.chat, teamId: kept.teamId, userId: kept.userId })
    .onConflictDoUpdate({
      target: [chatIdentities.chat, chatIdentities.teamId, chatIdentities.userId],
      set: content,
    })
    .returning();
  const row = rows[0];
  if (row === undefined) throw new Error("An identity was written and did not come back.");
  return row;
}

/** Notes where a user's direct messages are, so that nobody asks again. */
export async function keepConversation(db: Db, id: number, conversation: string): Promise<void> {
  await db.update(chatIdentities).set({ conversation }).where(eq(chatIdentities.id, id));
}

/** Nobody was found under a person's address, or nobody whom Relais may write to. */
export async function markSoughtInVain(db: Db, personId: number, at: Date): Promise<void> {
  await db.update(people).set({ soughtInVainAt: at }).where(eq(people.id, personId));
}

/** Active people of these roles of whom no chat was ever asked, nor is about to be. */
export async function peopleNeverSought(db: Db, roles: readonly Role[]): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select p.id from people p
    where p.active and p.roles && ${textArray(roles)} and p.sought_in_vain_at is null
      and not exists (select 1 from chat_identities i where i.person_id = p.id)
      and not exists (select 1 from outbox o where o.key = 'look-up:' || p.id)
    order by p.id`);
  return [...rows].map(({ id }) => id);
}

/** Active people who chose to read by e-mail. */
export async function peopleChoosingMail(
  db: Db,
): Promise<readonly { readonly email: string; readonly name: string }[]> {
  return db
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(and(eq(people.active, true), eq(people.chat, "email")));
}

/**
 * Active people whose messages have nowhere to go, for `doctor` and for the administrator: looked for in vain, or known to
 * Teams where the app is not installed for them. Of whom no chat was asked yet nothing is known, so they are not listed.
 */
export async function unreachablePeople(db: Db): Promise<readonly { readonly email: string; readonly name: string }[]> {
  const open = db
    .select()
    .from(chatConversations)
    .where(
      and(
        eq(chatConversations.chat, chatIdentities.chat),
        eq(chatConversations.userId, chatIdentities.userId),
        eq(chatConversations.kind, "direct"),
      ),
    );
  const known = db.select().from(chatIdentities).where(eq(chatIdentities.personId, people.id));
  const reached = db
    .select()
    .from(chatIdentities)
    .where(and(eq(chatIdentities.personId, people.id), or(ne(chatIdentities.chat, "teams"), exists(open))));
  return db
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(and(eq(people.active, true), notExists(reached), or(isNotNull(people.soughtInVainAt), exists(known))))
    .orderBy(people.email);
}
