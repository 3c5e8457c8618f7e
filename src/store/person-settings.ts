import { eq } from "drizzle-orm";

import type { Person } from "#domain/person.ts";
import { people } from "#store/schema/people.ts";
import type { Db } from "#store/store.ts";

/** What a person chooses for themselves. */
export type PersonSettings = Pick<
  Person,
  | "locale"
  | "digestMinutes"
  | "quietLine"
  | "thanks"
  | "chat"
  | "workFromMinutes"
  | "workUntilMinutes"
  | "alsaceMoselle"
>;

/** Changes what is given and leaves the rest. */
export async function savePersonSettings(tx: Db, personId: number, settings: Partial<PersonSettings>): Promise<void> {
  await tx.update(people).set(settings).where(eq(people.id, personId));
}
