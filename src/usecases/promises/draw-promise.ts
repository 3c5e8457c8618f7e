import { promiseCard, type PromiseView } from "#cards/promise.ts";
import { addDays, type Day, minDay, nextWorkingDay, dayIn } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import { mayTouch } from "#domain/permission.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { openAskOf } from "#store/asks.ts";
import { customerName } from "#store/card-facts.ts";
import { lastEventAbout } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { cededInvoices } from "#store/invoice-heads.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { livePromisesOn, promiseById, type RecordedPromise } from "#store/promises.ts";
import { authorOf, chaseable, type Drawing, type Drawn, shownOn, undoable } from "#usecases/delivery/drawing.ts";
import { nextStepsOf, soonest } from "#usecases/dunning/next-steps.ts";
import { heldAsPaid } from "#usecases/promises/promise-already-paid.ts";

/** The card of a promise in its present state; once it did not hold, what replaced it is shown in its place. */
export async function drawPromise(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { db } = drawing.context.store;
  const promise = await promiseById(db, id);
  if (promise === null) return null;
  const view = await promiseView(drawing, (await successorOf(drawing, promise)) ?? promise);
  if (view === null) return null;
  const head = await customerName(db, view.customer.code);
  return { card: promiseCard(view, drawing.words), customers: [view.customer.code, head?.payer ?? view.customer.code] };
}

/** A promise as the reader may see it; null = it is none of their business. */
export async function promiseView(drawing: Drawing, promise: RecordedPromise): Promise<PromiseView | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const owner = await ownershipOfCustomer(db, promise.customer);
  const customer = await customerName(db, promise.customer);
  if (owner === null || customer === null || !mayTouch(viewer, owner, "see-customer")) return null;

  const items = await openItems(db, context.today, await paidBy(db, customer.payer));
  const lines = promise.lines.filter((line) => line.releasedOn === null);
  const paid = (await paidAtJudgement(drawing, promise)) ?? paidSince(lines, items);
  const ask = await openAskOf(db, customer.payer, "call", 0);
  const broken = promise.state === "broken" || promise.state === "partly-kept";
  const steps = broken
    ? await nextStepsOf(
        context,
        lines.map((line) => line.invoice),
      )
    : new Map();
  const financeOn = nextWorkingDay(addDays(promise.stateOn, 1));
  const money = (minor: bigint): Money => ({ minor, currency: promise.currency });
  return {
    id: promise.id,
    customer,
    amount: money(promise.amount),
    due: promise.due,
    remindersFrom: remindersFrom(promise),
    invoices: promise.lines.length,
    rest: await restOf(drawing, customer.payer, promise.currency, items),
    state: promise.state,
    undone: promise.undoneAt !== null,
    awaitsFinance: promise.awaitsFinanceUntil !== null,
    unjudged: promise.state === "live" && promise.graceUntil < context.today,
    paid: money(paid),
    missing: money(promise.amount > paid ? promise.amount - paid : 0n),
    comment: promise.comment,
    author: await authorOf(drawing, promise.givenBy),
    undoEvent: await undoable(drawing, promise.eventId),
    mayChange: mayTouch(viewer, owner, "promise"),
    saidPaid: broken ? await saidPaid(drawing, promise) : null,
    ask: ask?.id ?? null,
    next: soonest(steps.values()),
    financeOn: promise.state === "broken" && financeOn >= context.today ? financeOn : null,
    days: promiseDays(context.today),
    asOf: shownOn(drawing, dayIn(promise.recordedAt, context.timeZone)).asOf,
  };
}

/** Chaseable money of the paying customer beside what is promised, in one currency; null = nothing. */
export async function restOf(
  { context }: Drawing,
  payer: string,
  currency: string,
  items: readonly OpenItem[],
): Promise<Money | null> {
  const { db } = context.store;
  const ceded = await cededInvoices(db, await paidBy(db, payer));
  const minor = items
    .filter((item) => item.currency === currency && item.due < context.today && !ceded.has(item.id))
    .reduce((total, item) => total + chaseable(item), 0n);
  return minor > 0n ? { minor, currency } : null;
}

/** A live promise on the same invoices speaks for one that did not hold. */
async function successorOf({ context }: Drawing, promise: RecordedPromise): Promise<RecordedPromise | null> {
  if (promise.state !== "broken" && promise.state !== "partly-kept" && promise.state !== "refused") return null;
  const invoices = promise.lines.map((line) => line.invoice);
  const [live] = await livePromisesOn(context.store.db, invoices);
  return live ?? null;
}

async function saidPaid(drawing: Drawing, promise: RecordedPromise): Promise<PromiseView["saidPaid"]> {
  const hold = await heldAsPaid(drawing.context.store.db, drawing.context.today, promise);
  if (hold === null) return null;
  const undoEvent = await undoable(drawing, hold.eventId);
  return { until: hold.until, author: await authorOf(drawing, hold.placedBy), undoEvent };
}

/** A reminder may leave again the working day after the last day on which dunning waits. */
function remindersFrom(promise: RecordedPromise): Day {
  const until =
    promise.awaitsFinanceUntil === null ? promise.graceUntil : minDay(promise.graceUntil, promise.awaitsFinanceUntil);
  return nextWorkingDay(addDays(until, 1));
}

async function paidAtJudgement({ context }: Drawing, promise: RecordedPromise): Promise<bigint | null> {
  if (promise.state === "live") return null;
  const event = await lastEventAbout(context.store.db, "promises", promise.id, [
    "promise-kept",
    "promise-partly-kept",
    "promise-broken",
  ]);
  const paid = event?.data["paid"];
  return typeof paid === "string" && /^\d+$/.test(paid) ? BigInt(paid) : null;
}

function paidSince(lines: RecordedPromise["lines"], items: readonly OpenItem[]): bigint {
  const residuals = new Map(items.map((item) => [item.id, item.residual]));
  return lines.reduce((total, line) => {
    const paid = line.residualWhenGiven - (residuals.get(line.invoice) ?? 0n);
    if (paid <= 0n) return total;
    return total + (paid < line.covered ? paid : line.covered);
  }, 0n);
}
