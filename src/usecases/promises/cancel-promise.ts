import type { Actor } from "#domain/event.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { setPromiseState } from "#store/promises.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, type Result } from "#usecases/result.ts";
import { takeLivePromise } from "#usecases/promises/take-promise.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

/** Takes a promise back as easily as it was given: dunning goes on where it was, and no figure counts it. */
export async function cancelPromise(
  context: Context,
  actor: Actor,
  input: { readonly promise: number },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeLivePromise(tx, context, actor, input.promise);
    if (!taken.ok) return taken;
    const { promise, payer } = taken.value;
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "promise-cancelled",
      actor,
      customer: promise.customer,
      invoices: promise.lines.map((line) => line.invoice),
      subject: "promises",
      subjectId: promise.id,
      data: { stateOn: promise.stateOn },
    });
    await setPromiseState(tx, promise.id, "cancelled", context.today);
    await withdrawDoneAsks(tx, context, payer, event);
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "promise", promise: promise.id }, event });
  });
}
