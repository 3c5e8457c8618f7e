import { eq, sql } from "drizzle-orm";

import type { Person } from "#domain/person.ts";
import { peopleByIds } from "#store/people.ts";
import { people } from "#store/schema/people.ts";
import type { Db } from "#store/store.ts";

/** Somebody who may not have been welcomed; `welcomed` = the first messages are sent or on their way. */
export interface PersonToWelcome {
  readonly person: Person;
  readonly welcomed: boolean;
}

/** Active people not noted as welcomed; `welcomed` = their welcome is on its way or was sent. */
export async function peopleToWelcome(db: Db): Promise<readonly PersonToWelcome[]> {
  const rows = await db.execute<{ id: number; welcomed: boolean }>(sql`
    select p.id, exists (
      select 1 from outbox o where o.person_id = p.id and o.showing->>'show' = 'welcome' and o.state not in ('dropped', 'dead')
    ) as welcomed
    from people p where p.active and p.welcomed_at is null order by p.id`);
  const welcomed = new Map([...rows].map((row) => [row.id, row.welcomed]));
  const found = await peopleByIds(db, [...welcomed.keys()]);
  return found.map((person) => ({ person, welcomed: welcomed.get(person.id) ?? false }));
}

/** Notes that somebody has been welcomed: never again. */
export async function markWelcomed(tx: Db, person: number, at: Date): Promise<void> {
  await tx.update(people).set({ welcomedAt: at }).where(eq(people.id, person));
}
