import { clockIn } from "#domain/calendar.ts";
import { hasRole } from "#domain/person.ts";
import { earliestFor } from "#domain/showing-time.ts";
import { anySellerLive } from "#store/digest-facts.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { markWelcomed, peopleToWelcome } from "#store/welcome-facts.ts";
import type { Context } from "#usecases/context.ts";

const PARTS = [1, 2, 3] as const;

/**
 * The three first messages (R8), once, with the first digest and before it. Somebody whom no chat knows yet is tried again
 * the next day: the sends are looked at, not the attempt.
 */
export async function welcomePeople(context: Context): Promise<void> {
  const { db } = context.store;
  const live = await anySellerLive(db, context.today);
  for (const { person, welcomed } of await peopleToWelcome(db)) {
    if (!hasRole(person, "finance") && !(live && hasRole(person, "rep", "manager"))) continue;
    const notBefore = earliestFor(person, context.now);
    const { day } = clockIn(notBefore, person.timeZone);
    await db.transaction(async (tx) => {
      if (welcomed) return markWelcomed(tx, person.id, context.now);
      return enqueue(
        tx,
        PARTS.map((part) => ({
          key: `welcome:${part}:${person.id}:${day}`,
          showing: { show: "welcome", part },
          personId: person.id,
          gate: gateOf.person(person.id),
          notBefore,
        })),
        context.now,
      );
    });
  }
}
