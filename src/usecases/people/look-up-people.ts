import type { Role } from "#domain/person.ts";
import { peopleNeverSought } from "#store/chat-identities.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import type { Context } from "#usecases/context.ts";

/** Who is written to: digests, calls, tasks, disputes, trouble. */
const WRITTEN_TO: readonly Role[] = ["rep", "manager", "finance", "adv", "admin"];

/** Looks once for everybody new whom Relais will write to, so that who cannot be reached is known before it matters. */
export async function lookUpPeople(context: Context): Promise<void> {
  const { db } = context.store;
  const people = await peopleNeverSought(db, WRITTEN_TO);
  await enqueue(
    db,
    people.map((id) => ({
      key: `look-up:${id}`,
      showing: { show: "look-up" },
      personId: id,
      gate: gateOf.person(id),
      notBefore: context.now,
    })),
    context.now,
  );
}
