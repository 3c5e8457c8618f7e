import type { Actor } from "#domain/event.ts";
import { closeAsk, type Holder } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { promiseById, setAwaitsFinance, setPromiseState, type RecordedPromise } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";
import { holderOf, tellHolder } from "#usecases/delivery/tell.ts";

/** Finance's answer to a promise that is long or the third in a row; whoever took it hears of it after ten minutes. */
export async function decidePromise(
  context: Context,
  actor: Actor,
  askId: number,
  decision: "approved" | "refused",
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, askId);
    if (!taken.ok) return taken;
    const ask = taken.value;
    const refusal = await refuseAct(tx, actor, ask.customer, "approve-promise");
    if (refusal !== null) return refused(refusal);
    const promise = ask.kind === "approve-promise" ? await promiseById(tx, ask.about) : null;
    if (promise === null || promise.state !== "live" || promise.undoneAt !== null) return refused({ why: "gone" });

    const event = await appendEvent(tx, {
      at: context.now,
      kind: decision === "approved" ? "promise-approved" : "promise-refused",
      actor,
      customer: promise.customer,
      invoices: promise.lines.map((line) => line.invoice),
      subject: "promises",
      subjectId: promise.id,
      data: { ask: ask.id, awaitsFinanceUntil: promise.awaitsFinanceUntil, stateOn: promise.stateOn },
    });
    if (decision === "approved") await setAwaitsFinance(tx, promise.id, null);
    else await setPromiseState(tx, promise.id, "refused", context.today);
    await closeAsk(tx, ask.id, { outcome: decision }, context.now, event);
    await tellHolder(tx, context, await whoTookIt(tx, promise), {
      key: `promise-${decision}:${event}`,
      showing: { show: "promise", promise: promise.id },
      when: "after-undo",
      eventId: event,
      invoices: promise.lines.map((line) => line.invoice),
    });
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}

async function whoTookIt(tx: Db, promise: RecordedPromise): Promise<Holder> {
  return promise.givenBy.is === "person" ? { person: promise.givenBy.id } : holderOf(tx, promise.customer);
}
