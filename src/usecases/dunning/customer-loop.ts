import type { CustomerDispute, CustomerHold, CustomerPromise } from "#cards/customer.ts";
import { mayTouch } from "#domain/permission.ts";
import { openDisputeIds } from "#store/customer-facts.ts";
import { disputeById } from "#store/disputes.ts";
import { holdsOf } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { ownershipOf } from "#store/people.ts";
import { livePromisesOf } from "#store/promises.ts";
import type { Context } from "#usecases/context.ts";
import { type Drawing, nameOf } from "#usecases/delivery/drawing.ts";

/** The promises that still run for some customers, first due first. */
export async function runningPromises(
  context: Context,
  customers: readonly string[],
): Promise<readonly CustomerPromise[]> {
  const live = await livePromisesOf(context.store.db, customers);
  return live.map((promise) => ({
    id: promise.id,
    amount: { minor: promise.amount, currency: promise.currency },
    due: promise.due,
    state: promise.due < context.today ? "late" : promise.awaitsFinanceUntil === null ? "waiting" : "awaits-finance",
  }));
}

/** Their open disputes, and whether the reader may close each. */
export async function openDisputes(
  drawing: Drawing,
  customers: readonly string[],
): Promise<readonly CustomerDispute[]> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const owners = await ownershipOf(db, customers);
  const found: CustomerDispute[] = [];
  for (const id of await openDisputeIds(db, customers)) {
    const dispute = await disputeById(db, id);
    if (dispute === null) continue;
    const [invoice] = await invoiceHeads(db, [dispute.invoice]);
    const owner = owners.get(dispute.customer);
    const { ownerId, ownerRole } = dispute;
    found.push({
      id,
      amount: { minor: dispute.amount, currency: invoice?.currency ?? "EUR" },
      invoice: invoice?.number ?? "",
      category: dispute.category,
      answerBy: dispute.answerBy,
      mayClose: owner !== undefined && mayTouch(viewer, owner, { do: "close-dispute", ownerId, ownerRole }),
    });
  }
  return found;
}

/** The holds that stop dunning today, with who placed them. */
export async function standingHolds(drawing: Drawing, customers: readonly string[]): Promise<readonly CustomerHold[]> {
  const { context } = drawing;
  const { db } = context.store;
  const holds = await holdsOf(db, [...new Set(customers)], context.today);
  const found: CustomerHold[] = [];
  for (const { id, reason, until, invoice, placedBy } of holds) {
    const [head] = invoice === null ? [] : await invoiceHeads(db, [invoice]);
    found.push({ id, reason, until, invoice: head?.number ?? null, by: await nameOf(drawing, placedBy) });
  }
  return found;
}
