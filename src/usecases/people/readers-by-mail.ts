import { peopleChoosingMail, unreachablePeople } from "#store/chat-identities.ts";
import type { Context } from "#usecases/context.ts";

export interface MailReader {
  readonly email: string;
  readonly name: string;
}

/** Who is written to by e-mail: whom no connected chat knows, and who chose so; nobody where it is not set up. */
export async function readersByMail(context: Context): Promise<readonly MailReader[]> {
  if (!context.writesToPeople) return [];
  const { db } = context.store;
  const all = [...(await unreachablePeople(db)), ...(await peopleChoosingMail(db))];
  return [...new Map(all.map((one) => [one.email, one])).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Whose messages wait, because neither a chat nor e-mail reaches them. */
export async function peopleOutOfReach(context: Context): Promise<readonly MailReader[]> {
  return context.writesToPeople ? [] : await unreachablePeople(context.store.db);
}
