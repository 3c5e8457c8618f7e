import type { Person } from "#domain/person.ts";
import { appendEvent } from "#store/events.ts";
import { savePersonSettings, type PersonSettings } from "#store/person-settings.ts";
import type { Context } from "#usecases/context.ts";

/** A person's own choices: language, hour of the digest, quiet line, which chat. Gives the person as they are now. */
export async function changeSettings(
  context: Context,
  person: Person,
  settings: Partial<PersonSettings>,
): Promise<Person> {
  const changed = Object.fromEntries(
    Object.entries(settings).filter(([name, value]) => value !== person[name as keyof PersonSettings]),
  ) as Partial<PersonSettings>;
  if (Object.keys(changed).length === 0) return person;
  await context.store.db.transaction(async (tx) => {
    await savePersonSettings(tx, person.id, changed);
    await appendEvent(tx, {
      at: context.now,
      kind: "setting-changed",
      actor: { is: "person", id: person.id },
      customer: null,
      data: { person: person.id, ...changed },
    });
  });
  return { ...person, ...changed };
}
