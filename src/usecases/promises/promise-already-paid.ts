import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { AskLine } from "#store/asks.ts";
import { appendEvent, eventById } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { holdsOf, setHoldEvent, type RecordedHold } from "#store/holds.ts";
import { openItems } from "#store/open-items.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { promiseById, type RecordedPromise } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { placeOnLines } from "#usecases/stops/hold-lines.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

const REASON = "already-paid";

/** A promise that did not come in is said to be paid: what it still covers waits until a day, whether a call is open or not. */
export async function promiseAlreadyPaid(
  context: Context,
  actor: Actor,
  input: { readonly promise: number; readonly until: Day },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const known = await promiseById(tx, input.promise);
    const payer = known === null ? null : await lockFamily(tx, known.customer);
    const promise = await promiseById(tx, input.promise);
    if (promise === null || payer === null) return refused({ why: "gone" });
    const refusal = await refuseAct(tx, actor, promise.customer, "answer");
    if (refusal !== null) return refused(refusal);
    const before = await heldAsPaid(tx, context.today, promise);
    if (before !== null) return alreadyDone(tx, await eventById(tx, before.eventId ?? 0), context.now);
    if (promise.state !== "broken" && promise.state !== "partly-kept") return refused({ why: "gone" });
    const lines = await openLines(tx, context.today, promise);
    if (lines.length === 0) return refused({ why: "nothing-owed" });

    const { until } = input;
    const holds = await placeOnLines(tx, context, actor, lines, { reason: REASON, until });
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "hold-placed",
      actor,
      customer: promise.customer,
      invoices: lines.map((line) => line.invoice),
      subject: "holds",
      subjectId: holds[0] ?? 0,
      data: { reason: REASON, until, promise: promise.id },
    });
    await setHoldEvent(tx, holds, event);
    await haveLookedFor(tx, context, actor, { customer: payer, lines }, event);
    await withdrawDoneAsks(tx, context, payer, event);
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "promise", promise: promise.id }, event });
  });
}

/** The hold that has a promise's money looked for today; null = nobody said that it was paid. */
export async function heldAsPaid(db: Db, today: Day, promise: RecordedPromise): Promise<RecordedHold | null> {
  const invoices = new Set(promise.lines.map((line) => line.invoice));
  const holds = await holdsOf(db, await paidBy(db, promise.customer), today);
  return holds.find(({ reason, invoice }) => reason === REASON && invoice !== null && invoices.has(invoice)) ?? null;
}

/** Finance looks for the money, once nobody can take the answer back. */
export async function haveLookedFor(
  tx: Db,
  context: Context,
  actor: Actor,
  about: { readonly customer: string; readonly lines: readonly AskLine[] },
  event: number,
): Promise<void> {
  await openAsk(tx, context, {
    kind: "check-payment",
    customer: about.customer,
    holder: { role: await staffedRole(tx, "finance") },
    lines: about.lines,
    openedBy: actor,
    when: "after-undo",
    causedBy: event,
  });
}

async function openLines(tx: Db, today: Day, promise: RecordedPromise): Promise<readonly AskLine[]> {
  const open = new Set((await openItems(tx, today, await paidBy(tx, promise.customer))).map(({ id }) => id));
  return promise.lines
    .filter((line) => line.releasedOn === null && open.has(line.invoice))
    .map((line) => ({ invoice: line.invoice, step: null }));
}
