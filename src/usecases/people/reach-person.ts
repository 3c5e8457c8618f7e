import type { Person } from "#domain/person.ts";
import {
  identityOfPerson,
  keepConversation,
  keepIdentity,
  markSoughtInVain,
  type ChatIdentity,
} from "#store/chat-identities.ts";
import type { Context } from "#usecases/context.ts";
import { isFault } from "#usecases/fault.ts";
import { recheckedIdentity } from "#usecases/people/identify-person.ts";
import type { Chat } from "#usecases/ports.ts";

/** Where a person can be spoken to. */
export interface Reached {
  readonly chat: Chat;
  readonly userId: string;
  readonly conversation: string;
}

/**
 * The person's direct messages: in the chat they chose, else in the first one that knows their e-mail address. They are
 * looked up once and then known by id. Null = no connected chat knows them, which is kept for the administrator to read.
 * `wallNow` dates the look-up.
 */
export async function reachPerson(
  context: Context,
  chats: readonly Chat[],
  person: Person,
  wallNow: Date,
): Promise<Reached | null> {
  const chosenFirst = chats.toSorted((a, b) => Number(b.name === person.chat) - Number(a.name === person.chat));
  for (const chat of chosenFirst) {
    const identity = await identityIn(context, chat, person, wallNow);
    if (identity === null) continue;
    const conversation = identity.conversation ?? (await openedWith(chat, identity.userId));
    if (conversation === null) continue;
    if (identity.conversation === null) await keepConversation(context.store.db, identity.id, conversation);
    return { chat, userId: identity.userId, conversation };
  }
  if (chats.length > 0) await markSoughtInVain(context.store.db, person.id, wallNow);
  return null;
}

/** Null when the chat will not let Relais write to this user: the app is not installed for them, or they left. */
async function openedWith(chat: Chat, userId: string): Promise<string | null> {
  try {
    return await chat.openConversation(userId);
  } catch (error) {
    if (isFault(error) && error.gone) return null;
    throw error;
  }
}

/** Known by id, and asked anew once a day: nothing is sent to somebody who became a guest or left. */
async function identityIn(context: Context, chat: Chat, person: Person, wallNow: Date): Promise<ChatIdentity | null> {
  const known = await identityOfPerson(context.store.db, chat.name, person.id);
  if (known === null) return lookUp(context, chat, person, wallNow);
  const identity = await recheckedIdentity(context, chat, known, wallNow);
  return identity.personId === person.id ? identity : null;
}

async function lookUp(context: Context, chat: Chat, person: Person, wallNow: Date): Promise<ChatIdentity | null> {
  const user = await chat.findUser(person.email);
  if (user === null) return null;
  const identity = await keepIdentity(context.store.db, {
    chat: chat.name,
    teamId: user.teamId,
    userId: user.userId,
    personId: user.refused === null ? person.id : null,
    refusedBecause: user.refused,
    checkedAt: wallNow,
  });
  return identity.personId === null ? null : identity;
}
