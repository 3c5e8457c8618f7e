import { addDays, dayIn } from "#domain/calendar.ts";
import { reenterAfterPromise } from "#domain/dunning-re-entry.ts";
import type { EventKind } from "#domain/event.ts";
import { mayTakeFrom } from "#domain/promise-record.ts";
import { isHistory, judgePromise, type Judgement } from "#domain/promise-to-pay.ts";
import { scenarioFor } from "#domain/scenario-choice.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy, payersInTheLoop } from "#store/families.ts";
import { invoiceHeads, paymentsHeardOn } from "#store/invoice-heads.ts";
import { liveAmong } from "#store/live-sellers.ts";
import { openItems } from "#store/open-items.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { positionsOf, savePosition } from "#store/positions.ts";
import { livePromisesOf, setPromiseState, useUnallocated, type RecordedPromise } from "#store/promises.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Db } from "#store/store.ts";
import { askApprovals } from "#usecases/promises/ask-approvals.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { pacesOf } from "#usecases/dunning/paces.ts";
import { unallocatedOf } from "#usecases/promises/record-promise.ts";
import { holderOf, staffedRole, tellHolder } from "#usecases/delivery/tell.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

const EVENT_OF = {
  kept: "promise-kept",
  "partly-kept": "promise-partly-kept",
  broken: "promise-broken",
} as const satisfies Readonly<Record<string, EventKind>>;

/** Judges every live promise that can be judged now (of these customers, or all): kept, partly kept or broken. */
export async function judgePromises(context: Context, customers: readonly string[] | null = null): Promise<void> {
  for (const payer of await payersInTheLoop(context.store.db, customers)) {
    await context.store.db.transaction(async (tx) => {
      await lockFamily(tx, payer);
      const judged = await judgeFamily(tx, context, payer);
      const asked = await askApprovals(tx, context, payer);
      if (judged + asked === 0) return;
      await withdrawDoneAsks(tx, context, payer, null);
      await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    });
  }
}

/** The same for one paying customer, in the caller's transaction; gives how many were judged. */
export async function judgeFamily(tx: Db, context: Context, payer: string): Promise<number> {
  const family = await paidBy(tx, payer);
  const residuals = new Map((await openItems(tx, context.today, family)).map((item) => [item.id, item.residual]));
  const ids = (await livePromisesOf(tx, family)).map((promise) => promise.id);
  let judged = 0;
  for (const id of ids) {
    // Read again: the money that kept the one before is no longer there for this one.
    const promise = (await livePromisesOf(tx, family)).find((live) => live.id === id);
    // An imported one may be given on a later day than today: it does not run yet.
    if (promise === undefined || promise.givenOn > context.today) continue;
    const judgement = await judge(tx, context, payer, promise, residuals);
    if (judgement.verdict === "waiting" || judgement.verdict === "no-data") continue;
    await conclude(tx, context, payer, promise, { ...judgement, verdict: judgement.verdict });
    if (judgement.unallocatedUsed > 0n) await takeFromOthers(tx, family, promise, judgement.unallocatedUsed);
    judged += 1;
  }
  return judged;
}

/** The money that kept a promise is no longer there for the others that wait for it. */
async function takeFromOthers(tx: Db, family: readonly string[], kept: RecordedPromise, amount: bigint): Promise<void> {
  const live = (await livePromisesOf(tx, family)).filter((promise) => promise.id !== kept.id);
  const heads = await invoiceHeads(tx, [kept, ...live].flatMap(invoicesOf));
  const sellerOf = new Map(heads.map((invoice) => [invoice.id, invoice.seller]));
  const withSellers = (promise: RecordedPromise) => ({
    ...promise,
    sellers: invoicesOf(promise).flatMap((invoice) => sellerOf.get(invoice) ?? []),
  });
  const others = live.filter((other) => mayTakeFrom(withSellers(kept), withSellers(other)));
  await useUnallocated(
    tx,
    others.map((other) => other.id),
    amount,
  );
}

function invoicesOf({ lines }: RecordedPromise): readonly number[] {
  return lines.filter((line) => line.releasedOn === null).map((line) => line.invoice);
}

async function judge(
  tx: Db,
  context: Context,
  payer: string,
  promise: RecordedPromise,
  residuals: ReadonlyMap<number, bigint>,
): Promise<Judgement> {
  const lines = promise.lines.filter((line) => line.releasedOn === null);
  const invoices = lines.map((line) => line.invoice);
  const sellers = (await invoiceHeads(tx, invoices)).map((invoice) => invoice.seller);
  return judgePromise(
    { ...promise, lines: lines.map((line) => ({ ...line, residualNow: residuals.get(line.invoice) ?? 0n })) },
    await unallocatedOf(tx, context, payer, promise.currency, invoices),
    context.today,
    await paymentsHeardOn(tx, sellers, context.timeZone),
  );
}

interface Concluded extends Judgement {
  readonly verdict: keyof typeof EVENT_OF;
}

async function conclude(
  tx: Db,
  context: Context,
  payer: string,
  promise: RecordedPromise,
  judgement: Concluded,
): Promise<void> {
  const invoices = invoicesOf(promise);
  const event = await appendEvent(tx, {
    at: context.now,
    kind: EVENT_OF[judgement.verdict],
    actor: { is: "system" },
    customer: promise.customer,
    invoices,
    subject: "promises",
    subjectId: promise.id,
    data: { due: promise.due, amount: promise.amount.toString(), paid: judgement.paid.toString() },
  });
  if (judgement.verdict === "kept") return setPromiseState(tx, promise.id, "kept", context.today);
  await comeBack(tx, context, invoices);
  const live = await liveAmong(tx, invoices, context.today);
  const recordedOn = dayIn(promise.recordedAt, context.timeZone);
  const isOld = isHistory(promise, recordedOn, live.since ?? context.today);
  // What is history is dated like history, so that no digest calls it new.
  await setPromiseState(tx, promise.id, judgement.verdict, isOld ? addDays(promise.graceUntil, 1) : context.today);
  if (live.since !== null && !isOld) await tellPeople(tx, context, payer, promise.id, live.invoices, event);
}

/** Dunning comes back one step further. */
async function comeBack(tx: Db, context: Context, invoices: readonly number[]): Promise<void> {
  const { scenarios } = await scenariosInForce(tx);
  const positions = await positionsOf(tx, invoices, context.locale);
  const paces = await pacesOf(context, tx, scenarios, positions);
  for (const invoice of positions) {
    // Before go-live nothing has a pace yet; go-live will give it one.
    if (invoice.wentLiveOn === null || invoice.wentLiveOn > context.today) continue;
    const scenario = scenarioFor(scenarios, invoice.chooser, invoice.kind);
    const position = reenterAfterPromise(scenario, invoice, paces.get(invoice.payer) ?? invoice.pace, context.today);
    if (position !== null) await savePosition(tx, invoice.id, position);
  }
}

/** The rep hears of it that day, finance the next working day. `invoices` = those of live sellers. */
async function tellPeople(
  tx: Db,
  context: Context,
  payer: string,
  promise: number,
  invoices: readonly number[],
  event: number,
): Promise<void> {
  const owner = await holderOf(tx, payer);
  if ("person" in owner) {
    await tellHolder(tx, context, owner, {
      key: `promise-broken:${promise}`,
      showing: { show: "promise", promise },
      when: "now",
      eventId: event,
      invoices,
    });
  }
  await openAsk(tx, context, {
    kind: "broken-promise",
    customer: payer,
    about: promise,
    holder: { role: await staffedRole(tx, "finance") },
    lines: invoices.map((invoice) => ({ invoice, step: null })),
    openedBy: { is: "system" },
    when: "next-morning",
    causedBy: event,
  });
}
