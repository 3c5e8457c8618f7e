import { identityOfUserAnywhere } from "#store/chat-identities.ts";
import { personByEmail } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import type { Chat } from "#usecases/ports.ts";

/** The person behind somebody mentioned in a chat; null = none of the company's. The chat is asked about whom it never was. */
export async function colleagueMentioned(context: Context, chat: Chat, userId: string): Promise<number | null> {
  const { db } = context.store;
  const known = await identityOfUserAnywhere(db, chat.name, userId);
  if (known !== null) return known.personId;
  const user = await chat.describeUser(userId);
  if (user === null || user.refused !== null || user.email === null) return null;
  return (await personByEmail(db, user.email))?.id ?? null;
}
