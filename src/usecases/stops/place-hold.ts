import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { refuseHold, type HoldReason } from "#domain/hold.ts";
import { appendEvent, eventById } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { holdsOf, insertHolds, setHoldEvent, type RecordedHold } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import { actsAsFinance, refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

export interface HoldInput {
  readonly customer: string;
  /** One invoice only; left out: the whole customer. */
  readonly invoice?: number | undefined;
  readonly reason: HoldReason;
  /** The last day on which dunning waits; null = until lifted, which only finance may say. */
  readonly until: Day | null;
  readonly comment?: string | undefined;
}

/** Has dunning wait for a customer or one invoice, for a reason and up to a day that everybody sees (D16). */
export async function placeHold(context: Context, actor: Actor, input: HoldInput): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const family = await paidBy(tx, input.customer);
    const [invoice] = input.invoice === undefined ? [] : await invoiceHeads(tx, [input.invoice]);
    if (input.invoice !== undefined && (invoice === undefined || !family.includes(invoice.customer))) {
      return refused({ why: "gone" });
    }
    const before = await standing(tx, context, family, input);
    const refusal = await refuse(tx, context, actor, input, before);
    if (refusal !== null) return refused(refusal);
    const same = before.find((hold) => hold.reason === input.reason && hold.until === input.until);
    if (same !== undefined) return alreadyDone(tx, await eventById(tx, same.eventId ?? 0), context.now);

    const comment = input.comment?.trim().slice(0, COMMENT_LENGTH_MAX) ?? "";
    const customer = invoice?.customer ?? input.customer;
    const [hold = 0] = await insertHolds(tx, [
      {
        customer,
        invoice: invoice?.id ?? null,
        reason: input.reason,
        comment: comment === "" ? null : comment,
        from: context.today,
        until: input.until,
        placedBy: actor,
      },
    ]);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "hold-placed",
      actor,
      customer,
      invoices: invoice === undefined ? [] : [invoice.id],
      subject: "holds",
      subjectId: hold,
      data: { reason: input.reason, until: input.until },
    });
    await setHoldEvent(tx, [hold], event);
    await withdrawDoneAsks(tx, context, payer, event);
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "customer", customer: input.customer }, event });
  });
}

/** The holds that this one would prolong: a rep's ten working days count from the first of them. */
async function standing(
  tx: Db,
  context: Context,
  family: readonly string[],
  input: HoldInput,
): Promise<readonly RecordedHold[]> {
  const all = await holdsOf(tx, family, context.today);
  return all.filter((hold) =>
    input.invoice === undefined
      ? hold.invoice === null && hold.customer === input.customer
      : hold.invoice === input.invoice,
  );
}

async function refuse(tx: Db, context: Context, actor: Actor, input: HoldInput, before: readonly RecordedHold[]) {
  const isFinance = await actsAsFinance(tx, actor);
  const refusal = await refuseAct(tx, actor, input.customer, isFinance ? "long-hold" : "hold");
  if (refusal !== null) return refusal;
  const from = before.map((hold) => hold.from).toSorted()[0] ?? context.today;
  return refuseHold(input, from, context.today, isFinance);
}
