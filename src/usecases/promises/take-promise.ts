import type { Actor } from "#domain/event.ts";
import { lastEventAbout } from "#store/events.ts";
import { lockFamily } from "#store/families.ts";
import { promiseById, replacementOf, type RecordedPromise } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface TakenPromise {
  readonly promise: RecordedPromise;
  readonly payer: string;
}

/** A promise that still runs, locked, that this actor may change; otherwise who ended it, and when. */
export async function takeLivePromise(
  tx: Db,
  context: Context,
  actor: Actor,
  id: number,
): Promise<Result<TakenPromise>> {
  const known = await promiseById(tx, id);
  const payer = known === null ? null : await lockFamily(tx, known.customer);
  const promise = await promiseById(tx, id);
  if (promise === null || payer === null) return refused({ why: "gone" });
  const refusal = await refuseAct(tx, actor, promise.customer, "promise");
  if (refusal !== null) return refused(refusal);
  if (promise.undoneAt !== null) return refused({ why: "gone" });
  if (promise.state === "live") return done({ promise, payer });
  const newer = promise.state === "rescheduled" ? await replacementOf(tx, id) : null;
  if (newer !== null) return alreadyDone(tx, { actor: newer.givenBy, at: newer.recordedAt }, context.now);
  const ended = await lastEventAbout(tx, "promises", id, [
    "promise-cancelled",
    "promise-refused",
    "promise-kept",
    "promise-partly-kept",
    "promise-broken",
  ]);
  return alreadyDone(tx, ended, context.now);
}
