import { disputeCard, type DisputeView } from "#cards/dispute.ts";
import { DISPUTE_ROUTES } from "#domain/dispute.ts";
import { mayTouch } from "#domain/permission.ts";
import { firstName } from "#domain/person.ts";
import { closingOfDispute, customerName } from "#store/card-facts.ts";
import { disputeById, type RecordedDispute } from "#store/disputes.ts";
import { lastEventAbout } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { earliestInsuredDue } from "#store/insured.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { openItems } from "#store/open-items.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { restOf } from "#usecases/promises/draw-promise.ts";
import { authorOf, type Drawing, type Drawn, nameOf, shownOn, undoable } from "#usecases/delivery/drawing.ts";

/** The card of a dispute, for its owner with the buttons that close it. */
export async function drawDispute(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { db } = drawing.context.store;
  const dispute = await disputeById(db, id);
  const view = dispute === null ? null : await disputeView(drawing, dispute);
  if (view === null) return null;
  const head = await customerName(db, view.customer.code);
  return { card: disputeCard(view, drawing.words), customers: [view.customer.code, head?.payer ?? view.customer.code] };
}

/** A dispute as the reader may see it; null = it is none of their business. */
export async function disputeView(drawing: Drawing, dispute: RecordedDispute): Promise<DisputeView | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const { ownerId, ownerRole } = dispute;
  const owner = await ownershipOfCustomer(db, dispute.customer);
  const customer = await customerName(db, dispute.customer);
  if (owner === null || customer === null) return null;
  const mayClose = mayTouch(viewer, owner, { do: "close-dispute", ownerId, ownerRole });
  if (!mayClose && !mayTouch(viewer, owner, "see-customer")) return null;

  const [invoice] = await invoiceHeads(db, [dispute.invoice]);
  const currency = invoice?.currency ?? "EUR";
  const holder = ownerId === null ? null : await personById(db, ownerId);
  const items = await openItems(db, context.today, await paidBy(db, customer.payer));
  return {
    id: dispute.id,
    customer,
    invoice: invoice?.number ?? "",
    amount: { minor: dispute.amount, currency },
    category: dispute.category,
    comment: dispute.comment,
    openedOn: dispute.openedOn,
    author: await authorOf(drawing, dispute.openedBy),
    owner: {
      name: holder === null ? null : firstName(holder),
      role: ownerRole ?? holder?.roles[0] ?? DISPUTE_ROUTES[dispute.category].role,
      you: ownerId === viewer.id,
    },
    answerBy: dispute.answerBy,
    undone: dispute.undoneAt !== null,
    closing: await closingOf(drawing, dispute),
    mayClose,
    undoEvent: await undoable(drawing, await eventToUndo(drawing, dispute)),
    insured: (await earliestInsuredDue(db, [dispute.invoice])) !== null,
    rest: await restOf(drawing, customer.payer, currency, items),
    asOf: shownOn(drawing, dispute.openedOn).asOf,
  };
}

async function closingOf(drawing: Drawing, dispute: RecordedDispute): Promise<DisputeView["closing"]> {
  if (dispute.closedOn === null) return null;
  return {
    on: dispute.closedOn,
    outcome: dispute.outcome,
    by: await nameOf(drawing, dispute.closedBy),
    comment: await closingOfDispute(drawing.context.store.db, dispute.id),
  };
}

/** Once closed, what can be taken back is the closing. */
async function eventToUndo({ context }: Drawing, dispute: RecordedDispute): Promise<number | null> {
  if (dispute.closedOn === null) return dispute.eventId;
  const closing = await lastEventAbout(context.store.db, "disputes", dispute.id, ["dispute-closed"]);
  return closing?.id ?? null;
}
