import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Showing } from "#domain/showing.ts";
import { refuseUndo } from "#domain/undo.ts";
import { askById, asksClosedBy, openAskOf, reopenAsk } from "#store/asks.ts";
import { putCircuitBack, type InvoicingCircuit } from "#store/customer-notes.ts";
import {
  appendEvent,
  eventById,
  isOvertaken,
  undoingOf,
  type EventSubject,
  type RecordedEvent,
} from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { reviveLetters, voidLetters } from "#store/letters.ts";
import { cancelUnsent, enqueueRedraws } from "#store/outbox.ts";
import { savePosition, type KeptPosition } from "#store/positions.ts";
import { setAwaitsFinance, setPromiseState } from "#store/promises.ts";
import { reopenReply } from "#store/replies.ts";
import type { Db } from "#store/store.ts";
import { asksOpenedBecauseOf, reopenDispute, reopenHold, takeBackRows } from "#store/taken-back.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { putBackNote } from "#usecases/customers/decide-note.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { withdrawAsk, withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

/**
 * Takes an answer back, by its author and within ten minutes: what it made is gone, what it closed is open again with its
 * clock as it was, what it would have told others is not sent. The log keeps both.
 */
export async function undo(
  context: Context,
  actor: Actor,
  input: { readonly event: number },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const event = await eventById(tx, input.event);
    const customer = event?.customer ?? null;
    const payer = customer === null ? null : await lockFamily(tx, customer);
    if (event === null || customer === null || payer === null) return refused({ why: "gone" });
    const refusal =
      (await refuseAct(tx, actor, customer, "see-customer")) ?? refuseUndo(event, actor, context.now, false);
    if (refusal !== null) return refused(refusal);
    const before = await undoingOf(tx, event.id);
    if (before !== null) return alreadyDone(tx, before, context.now);
    const besides = await sameClick(tx, event);
    const written = besides === null ? [event] : [event, besides];
    for (const each of written) {
      if ((await isOvertaken(tx, each, event.id)) || (await somebodyElseAsks(tx, each)))
        return refused({ why: "undo-overtaken" });
    }
    let compensating = 0;
    for (const each of written.toReversed()) compensating = await takeBack(tx, context, actor, each);
    await withdrawDoneAsks(tx, context, payer, compensating);
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: showingOf(event, customer), event: compensating });
  });
}

/** An ask of the kind that would come back is open already: there can be only one. */
async function somebodyElseAsks(tx: Db, event: RecordedEvent): Promise<boolean> {
  for (const ask of await asksClosedBy(tx, event.id)) {
    if ((await openAskOf(tx, ask.customer, ask.kind, ask.about)) !== null) return true;
  }
  return false;
}

/** What one click wrote beside it, and nobody took back yet: "note both" of a customer's mail. */
async function sameClick(tx: Db, event: RecordedEvent): Promise<RecordedEvent | null> {
  const id = event.data["with"];
  if (typeof id !== "number" || (await undoingOf(tx, id)) !== null) return null;
  return eventById(tx, id);
}

/** Gives the compensating event. */
async function takeBack(tx: Db, context: Context, actor: Actor, event: RecordedEvent): Promise<number> {
  // Before anything is closed in its name: these were there before it, or are still the answer's.
  const closed = await asksClosedBy(tx, event.id);
  const opened = await asksOpenedBecauseOf(tx, event.id);
  await takeBackRows(tx, event.id, context.now);
  await cancelUnsent(tx, event.id);
  await putBackSubject(tx, context, event);
  for (const ask of closed) {
    await reopenAsk(tx, ask.id);
    if (ask.kind === "read-reply") await reopenReply(tx, ask.about);
  }
  for (const id of opened) {
    const ask = await askById(tx, id);
    if (ask !== null) await withdrawAsk(tx, context, ask, "stopped", event.id);
  }
  return appendEvent(tx, {
    at: context.now,
    kind: "undone",
    actor,
    customer: event.customer,
    invoices: event.invoices,
    ...(event.subject === null ? {} : { subject: event.subject as EventSubject }),
    ...(event.subjectId === null ? {} : { subjectId: event.subjectId }),
    undoes: event.id,
  });
}

/** What the event changed about a row that was there before it. */
async function putBackSubject(tx: Db, context: Context, event: RecordedEvent): Promise<void> {
  const { subjectId: id, customer, data } = event;
  if (event.kind === "circuit-changed" && customer !== null) {
    return putCircuitBack(tx, customer, (data["before"] ?? null) as InvoicingCircuit | null);
  }
  if (id === null) return;
  switch (event.kind) {
    case "promise-cancelled":
    case "promise-refused":
      return setPromiseState(tx, id, "live", event.data["stateOn"] as Day);
    case "promise-approved":
      return setAwaitsFinance(tx, id, event.data["awaitsFinanceUntil"] as Day | null);
    case "letter-approved":
      await voidLetters(tx, id, context.now);
      return;
    case "letter-voided":
      return reviveLetters(tx, (event.data["letters"] ?? []) as readonly number[]);
    case "dispute-closed":
      await reopenDispute(tx, id);
      return putBackPositions(tx, event);
    case "ask-answered":
    case "contact-changed":
      return putBackNote(tx, data, context.now);
    case "hold-ended":
      await reopenHold(tx, id);
      return putBackPositions(tx, event);
    default:
  }
}

async function putBackPositions(tx: Db, event: RecordedEvent): Promise<void> {
  const kept = (event.data["positions"] ?? []) as readonly KeptPosition[];
  for (const { invoice, ...position } of kept) await savePosition(tx, invoice, position);
}

function showingOf(event: RecordedEvent, customer: string): Showing {
  const ask = event.subject === "asks" ? event.subjectId : event.data["ask"];
  if (typeof ask === "number") return { show: "ask", ask };
  const promise = event.subject === "promises" ? event.subjectId : event.data["promise"];
  if (typeof promise === "number") return { show: "promise", promise };
  if (event.kind === "contact-changed" || event.kind === "circuit-changed") return { show: "contacts", customer };
  if (event.subject === "disputes" && event.subjectId !== null) return { show: "dispute", dispute: event.subjectId };
  return { show: "customer", customer };
}
