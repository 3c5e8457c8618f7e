import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { isBeyondCover } from "#domain/credit-insurance.ts";
import type { Currency } from "#domain/money.ts";
import { awaitsFinanceUntil, graceUntil, needsFinance, type CoveredLine } from "#domain/promise-to-pay.ts";
import { paidBy } from "#store/families.ts";
import { earliestInsuredDue } from "#store/insured.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { credits } from "#store/open-items.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import {
  earlierInARow,
  insertPromise,
  livePromisesOn,
  releaseLines,
  setPromiseEvent,
  setPromiseState,
} from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

export interface PromiseToRecord {
  readonly customer: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly due: Day;
  readonly lines: readonly CoveredLine[];
  readonly contact: number | null;
  readonly comment: string | null;
}

export interface RecordedOne {
  readonly id: number;
  readonly lines: readonly CoveredLine[];
  readonly awaitsFinance: boolean;
}

/** Writes one promise, before its event is known: `bindPromises` does the rest. Refuse it before. */
export async function recordPromise(
  tx: Db,
  context: Context,
  actor: Actor,
  promise: PromiseToRecord,
): Promise<RecordedOne> {
  const invoices = promise.lines.map((line) => line.invoice);
  const [replaced] = await livePromisesOn(tx, invoices);
  const { insurerExtensionDays } = context.settings;
  const awaitsFinance =
    needsFinance(promise.due, context.today, await earlierInARow(tx, invoices)) ||
    isBeyondCover(promise.due, await earliestInsuredDue(tx, invoices), insurerExtensionDays);
  const id = await insertPromise(tx, {
    customer: promise.customer,
    currency: promise.currency,
    due: promise.due,
    givenOn: context.today,
    graceUntil: graceUntil(promise.due),
    recordedAt: context.now,
    givenBy: actor,
    contact: promise.contact,
    comment: promise.comment,
    awaitsFinanceUntil: awaitsFinance ? awaitsFinanceUntil(promise.due, context.today) : null,
    unallocatedWhenGiven: await unallocatedOf(tx, context, promise.payer, promise.currency, invoices),
    rescheduledFrom: replaced?.id ?? null,
    lines: promise.lines,
  });
  return { id, lines: promise.lines, awaitsFinance };
}

/**
 * Ties promises to their event and lets everything follow: what they replace is rescheduled, long ones go to finance, asks
 * with nothing left are withdrawn, cards are drawn again.
 */
export async function bindPromises(
  tx: Db,
  context: Context,
  payer: string,
  given: readonly RecordedOne[],
  actor: Actor,
  eventId: number,
): Promise<void> {
  const ids = given.map((promise) => promise.id);
  await setPromiseEvent(tx, ids, eventId);
  for (const promise of given) {
    await replaceOlder(tx, context, promise, eventId);
    if (promise.awaitsFinance) {
      await openAsk(tx, context, {
        kind: "approve-promise",
        customer: payer,
        about: promise.id,
        holder: { role: await staffedRole(tx, "finance") },
        lines: promise.lines.map((line) => ({ invoice: line.invoice, step: null })),
        openedBy: actor,
        when: "after-undo",
        causedBy: eventId,
      });
    }
  }
  await withdrawDoneAsks(tx, context, payer, eventId);
  await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
}

/** The customer's money that no invoice has taken yet, zero or below, at the sellers of these invoices. */
export async function unallocatedOf(
  tx: Db,
  context: Context,
  payer: string,
  currency: Currency,
  invoices: readonly number[],
): Promise<bigint> {
  const sellers = new Set((await invoiceHeads(tx, invoices)).map((invoice) => invoice.seller));
  return (await credits(tx, context.today, await paidBy(tx, payer)))
    .filter((credit) => credit.currency === currency && sellers.has(credit.seller))
    .reduce((total, credit) => total + credit.unallocated, 0n);
}

/** A new promise on the same invoices replaces the old one; one that keeps other invoices goes on with those. */
async function replaceOlder(tx: Db, context: Context, promise: RecordedOne, eventId: number): Promise<void> {
  const invoices = promise.lines.map((line) => line.invoice);
  for (const older of await livePromisesOn(tx, invoices)) {
    if (older.id === promise.id) continue;
    const isEmpty = await releaseLines(tx, older.id, invoices, context.today, eventId);
    if (isEmpty) await setPromiseState(tx, older.id, "rescheduled", context.today);
  }
}
