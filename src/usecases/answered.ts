import type { Actor } from "#domain/event.ts";
import type { Showing } from "#domain/showing.ts";
import { personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { RecordedEvent } from "#store/events.ts";
import { refused, type Result } from "#usecases/result.ts";

/** What a verb hands back to the chat: the card to show now, and the event that undo takes back. */
export interface Answered {
  readonly showing: Showing;
  readonly event: number;
}

/** Somebody was faster: who, and when. Without an event, the machine did it. */
export async function alreadyDone<T>(
  tx: Db,
  event: Pick<RecordedEvent, "actor" | "at"> | null,
  now: Date,
): Promise<Result<T>> {
  const by = await nameOfActor(tx, event?.actor ?? { is: "system" });
  return refused({ why: "already-done", by, at: event?.at ?? now });
}

/** How an actor is named to a colleague. */
export async function nameOfActor(db: Db, actor: Actor): Promise<string> {
  switch (actor.is) {
    case "person":
      return (await personById(db, actor.id))?.name ?? "?";
    case "api-key":
      return actor.name;
    case "customer":
      return actor.email;
    case "system":
      return "Relais";
    default:
      return actor satisfies never;
  }
}
