import { and, desc, eq, getTableColumns, isNull, ne, or, sql } from "drizzle-orm";

import type { ChatName } from "#domain/person.ts";
import { chatConversations, type ConversationKind } from "#store/schema/chats.ts";
import { chatIdentities } from "#store/schema/people.ts";
import type { Db } from "#store/store.ts";

/** A conversation and how to reach it. */
export interface ChatConversation {
  readonly chat: ChatName;
  readonly conversation: string;
  readonly teamId: string;
  readonly kind: ConversationKind;
  readonly serviceUrl: string;
  readonly userId: string | null;
  readonly homeMessage: string | null;
  /** What it is called, as far as the chat told. */
  readonly name: string | null;
  /** The team a channel belongs to, as its own conversation. */
  readonly team: string | null;
}

/** Keeps or refreshes where a conversation is. `wallNow` dates it. */
export async function keepConversationAddress(
  db: Db,
  found: Omit<ChatConversation, "homeMessage">,
  wallNow: Date,
): Promise<void> {
  const { kind, serviceUrl, userId, teamId, name, team } = found;
  await db
    .insert(chatConversations)
    .values({ ...found, seenAt: wallNow })
    .onConflictDoUpdate({
      target: [chatConversations.chat, chatConversations.conversation],
      set: {
        kind,
        serviceUrl,
        teamId,
        seenAt: wallNow,
        userId: sql`coalesce(${userId}, ${chatConversations.userId})`,
        name: sql`coalesce(${name}, ${chatConversations.name})`,
        team: sql`coalesce(${team}, ${chatConversations.team})`,
      },
    });
}

/** A conversation by its id in the chat; null when nobody was heard from there. */
export async function conversationAt(db: Db, chat: ChatName, conversation: string): Promise<ChatConversation | null> {
  const rows = await db
    .select()
    .from(chatConversations)
    .where(and(eq(chatConversations.chat, chat), eq(chatConversations.conversation, conversation)));
  return rows[0] ?? null;
}

/** The direct messages with a user, the ones last heard of. */
export async function directConversation(db: Db, chat: ChatName, userId: string): Promise<ChatConversation | null> {
  const rows = await db
    .select()
    .from(chatConversations)
    .where(
      and(eq(chatConversations.chat, chat), eq(chatConversations.userId, userId), eq(chatConversations.kind, "direct")),
    )
    .orderBy(desc(chatConversations.seenAt))
    .limit(1);
  return rows[0] ?? null;
}

/** Groups and channels, those last heard of first. */
export async function sharedConversations(db: Db, chat: ChatName, max: number): Promise<readonly ChatConversation[]> {
  return db
    .select()
    .from(chatConversations)
    .where(and(eq(chatConversations.chat, chat), ne(chatConversations.kind, "direct")))
    .orderBy(desc(chatConversations.seenAt))
    .limit(max);
}

/** Direct conversations with users who are nobody Relais knows, so far. */
export async function strangersConversations(
  db: Db,
  chat: ChatName,
  max: number,
): Promise<readonly ChatConversation[]> {
  return db
    .select(getTableColumns(chatConversations))
    .from(chatConversations)
    .leftJoin(
      chatIdentities,
      and(eq(chatIdentities.chat, chatConversations.chat), eq(chatIdentities.userId, chatConversations.userId)),
    )
    .where(and(eq(chatConversations.chat, chat), eq(chatConversations.kind, "direct"), isNull(chatIdentities.personId)))
    .orderBy(desc(chatConversations.seenAt))
    .limit(max);
}

/** The conversation last heard of, whichever it is; null before anything came. */
export async function latestConversation(db: Db, chat: ChatName): Promise<ChatConversation | null> {
  const rows = await db
    .select()
    .from(chatConversations)
    .where(eq(chatConversations.chat, chat))
    .orderBy(desc(chatConversations.seenAt))
    .limit(1);
  return rows[0] ?? null;
}

/** Notes which message of a conversation is the home card, to be drawn again in its place. */
export async function keepHomeMessage(db: Db, chat: ChatName, conversation: string, message: string): Promise<void> {
  await db
    .update(chatConversations)
    .set({ homeMessage: message })
    .where(and(eq(chatConversations.chat, chat), eq(chatConversations.conversation, conversation)));
}

/** The app was removed from a conversation, or from a team with all its channels: nothing can be sent there any more. */
export async function forgetConversation(db: Db, chat: ChatName, conversation: string): Promise<void> {
  await db
    .delete(chatConversations)
    .where(
      and(
        eq(chatConversations.chat, chat),
        or(eq(chatConversations.conversation, conversation), eq(chatConversations.team, conversation)),
      ),
    );
  await db
    .update(chatIdentities)
    .set({ conversation: null })
    .where(and(eq(chatIdentities.chat, chat), eq(chatIdentities.conversation, conversation)));
}
