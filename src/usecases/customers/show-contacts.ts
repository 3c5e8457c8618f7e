import { contactsCard } from "#cards/contacts.ts";
import { dayIn } from "#domain/calendar.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { customerName } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { circuitOf } from "#store/customer-notes.ts";
import { lastNoteOn } from "#store/events.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { type Drawing, drawingFor, type Drawn, nameOf, undoable } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Whom to call and write to at a customer, and how it takes invoices in (E7). */
export async function showContacts(
  context: Context,
  viewer: Person,
  input: { readonly customer: string },
): Promise<Result<Drawn>> {
  const drawn = await drawContacts(drawingFor(context, viewer), input.customer);
  return drawn === null ? refused({ why: "not-allowed" }) : done(drawn);
}

/** Null = no such customer, or none of the reader's business. */
export async function drawContacts(drawing: Drawing, code: string): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const { db } = context.store;
  const customer = await customerName(db, code);
  const owner = customer === null ? null : await ownershipOfCustomer(db, code);
  if (customer === null || owner === null || !mayTouch(viewer, owner, "see-customer")) return null;
  const contacts = await contactsOf(db, code);
  const circuit = await circuitOf(db, code);
  const by = circuit === null ? null : await nameOf(drawing, circuit.changedBy);
  const card = contactsCard(
    {
      customer,
      contacts: contacts.filter(({ active }) => active),
      circuit,
      noted: circuit === null || by === null ? null : { by, on: dayIn(circuit.changedAt, context.timeZone) },
      mayNote: mayTouch(viewer, owner, "note-customer"),
      undoEvent: await undoable(drawing, (await lastNoteOn(db, code))?.id ?? null),
      asOf: drawing.asOf,
    },
    words,
  );
  return { card, customers: [code] };
}
