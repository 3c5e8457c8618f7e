import { setDisputeClosed, settledDisputesOf } from "#store/disputes.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy, payersInTheLoop } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** Closes the disputes (of these customers, or all) whose invoice was paid, or credited for what was contested. */
export async function closeSettledDisputes(
  context: Context,
  customers: readonly string[] | null = null,
): Promise<void> {
  for (const payer of await payersInTheLoop(context.store.db, customers)) {
    await context.store.db.transaction(async (tx) => {
      await lockFamily(tx, payer);
      const closed = await closeSettledOf(tx, context, payer);
      if (closed > 0) await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    });
  }
}

/** The same for one paying customer, in the caller's transaction; gives how many were closed. */
export async function closeSettledOf(tx: Db, context: Context, payer: string): Promise<number> {
  const settled = await settledDisputesOf(tx, await paidBy(tx, payer), context.today);
  for (const dispute of settled) {
    // A credit note for the contested amount says the customer was right; a payment, that we were.
    const outcome = dispute.credited >= dispute.amount ? "theirs" : "ours";
    await appendEvent(tx, {
      at: context.now,
      kind: "dispute-closed",
      actor: { is: "system" },
      customer: dispute.customer,
      invoices: [dispute.invoice],
      subject: "disputes",
      subjectId: dispute.id,
      data: { outcome, because: outcome === "theirs" ? "credited" : "paid" },
    });
    await setDisputeClosed(tx, dispute.id, { on: dispute.settledOn, outcome, by: { is: "system" }, comment: null });
  }
  return settled.length;
}
