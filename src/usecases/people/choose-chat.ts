import type { ReadingPlace } from "#domain/person.ts";
import { activePeople, personByEmail } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { changeSettings } from "#usecases/people/change-settings.ts";

/** By e-mail address, where each active person chose to read; null = whichever one they are found in. */
export async function chosenChats(context: Context): Promise<ReadonlyMap<string, ReadingPlace | null>> {
  const people = await activePeople(context.store.db);
  return new Map(people.map(({ email, chat }) => [email, chat]));
}

/** Chooses a place to read for somebody, as they would in their settings; false when nobody has this e-mail address. */
export async function chooseChat(context: Context, email: string, chat: ReadingPlace): Promise<boolean> {
  const person = await personByEmail(context.store.db, email);
  if (person !== null) await changeSettings(context, person, { chat });
  return person !== null;
}
