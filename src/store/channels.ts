import { and, eq } from "drizzle-orm";

import type { ChatName } from "#domain/person.ts";
import { channels } from "#store/schema/subscriptions.ts";
import type { Db } from "#store/store.ts";

/** A channel or a group that reports were asked for. */
export interface Channel {
  readonly id: number;
  readonly chat: ChatName;
  readonly conversation: string;
  readonly name: string;
  /** Since when finance lets reports be posted there although guests read along; null = it does not. */
  readonly guestsAllowedAt: Date | null;
}

const channelColumns = {
  id: channels.id,
  chat: channels.chat,
  conversation: channels.conversation,
  name: channels.name,
  guestsAllowedAt: channels.guestsAllowedAt,
};

/** Null when there is none. */
export async function channelById(db: Db, id: number): Promise<Channel | null> {
  const [channel] = await db.select(channelColumns).from(channels).where(eq(channels.id, id));
  return channel ?? null;
}

/** The channel of a conversation, kept from now on; its name is the one last heard. */
export async function keepChannel(db: Db, found: Pick<Channel, "chat" | "conversation" | "name">): Promise<Channel> {
  const known = and(eq(channels.chat, found.chat), eq(channels.conversation, found.conversation));
  const [standing] = await db.select(channelColumns).from(channels).where(known);
  if (standing !== undefined && standing.name === found.name) return standing;
  const [channel] = await db
    .insert(channels)
    .values(found)
    .onConflictDoUpdate({ target: [channels.chat, channels.conversation], set: { name: found.name } })
    .returning(channelColumns);
  if (channel === undefined) throw new Error("A channel was kept and did not come back.");
  return channel;
}

/** `by` null = no longer. */
export async function setGuestsAllowed(
  tx: Db,
  id: number,
  allowed: { readonly by: number; readonly at: Date } | null,
): Promise<void> {
  const set = { guestsAllowedBy: allowed?.by ?? null, guestsAllowedAt: allowed?.at ?? null };
  await tx.update(channels).set(set).where(eq(channels.id, id));
}
