import { eq, sql } from "drizzle-orm";

import type { Contact, ContactRole } from "#domain/customer.ts";
import type { Actor } from "#domain/event.ts";
import { contactsOf, keepContact } from "#store/contacts.ts";
import { contactProposals, invoicingCircuits } from "#store/schema/customer-notes.ts";
import { contacts, customers } from "#store/schema/ledger.ts";
import type { Db } from "#store/store.ts";

/** How a customer takes invoices in (E7). */
export interface InvoicingCircuit {
  readonly portal: string | null;
  readonly wantsOrderNumber: boolean;
  /** Day of the month, 1 to 31. */
  readonly cutOffDay: number | null;
  readonly note: string | null;
}

export type RecordedCircuit = InvoicingCircuit & { readonly changedBy: Actor; readonly changedAt: Date };

/** How a customer takes invoices in; null = nothing was noted. */
export async function circuitOf(db: Db, customer: string): Promise<RecordedCircuit | null> {
  const [row] = await db.select().from(invoicingCircuits).where(eq(invoicingCircuits.customerCode, customer));
  if (row === undefined) return null;
  const { customerCode: _, ...circuit } = row;
  return circuit;
}

/** Replaces what was noted of how a customer takes invoices in. */
export async function saveCircuit(tx: Db, customer: string, circuit: RecordedCircuit): Promise<void> {
  await tx
    .insert(invoicingCircuits)
    .values({ customerCode: customer, ...circuit })
    .onConflictDoUpdate({ target: invoicingCircuits.customerCode, set: circuit });
}

/** As it was before somebody changed it; null = nothing was known of it. */
export async function putCircuitBack(tx: Db, customer: string, before: InvoicingCircuit | null): Promise<void> {
  if (before === null) {
    await tx.delete(invoicingCircuits).where(eq(invoicingCircuits.customerCode, customer));
    return;
  }
  // The event log keeps an instant as text.
  const { changedBy, changedAt, ...circuit } = before as RecordedCircuit;
  await saveCircuit(tx, customer, { ...circuit, changedBy, changedAt: new Date(changedAt) });
}

/** Whom to write to or call, as somebody would have it. */
export interface ContactDetails {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: ContactRole;
}

export interface ContactProposal extends ContactDetails {
  readonly id: number;
  readonly customer: string;
  /** Whom it corrects; null = somebody new. */
  readonly contact: number | null;
  readonly proposedBy: Actor;
}

/** Keeps a contact that a rep proposes, for finance to decide; gives its id. */
export async function insertContactProposal(
  tx: Db,
  { customer, contact, ...rest }: Omit<ContactProposal, "id">,
  at: Date,
): Promise<number> {
  const [row] = await tx
    .insert(contactProposals)
    .values({ ...rest, customerCode: customer, contactId: contact, proposedAt: at })
    .returning({ id: contactProposals.id });
  if (row === undefined) throw new Error("The proposed contact gave no id back.");
  return row.id;
}

/** Null when there is none. */
export async function contactProposalById(db: Db, id: number): Promise<ContactProposal | null> {
  const [row] = await db.select().from(contactProposals).where(eq(contactProposals.id, id));
  if (row === undefined) return null;
  const { customerCode: customer, contactId: contact, name, email, phone, role, proposedBy } = row;
  return { id: row.id, customer, contact, name, email, phone, role, proposedBy };
}

/** What a change did to a contact: enough to take it back. */
export interface ChangedContact {
  readonly id: number;
  /** As it was; null = it was not there. */
  readonly before: (ContactDetails & Pick<Contact, "active" | "stopped">) | null;
}

/**
 * Writes a contact as given: a new one, or another's correction. Where the right address is already somebody's, that row
 * counts and the corrected one rests. A correction of the address lets mail leave again.
 */
export async function changeContact(
  tx: Db,
  customer: string,
  id: number | null,
  details: ContactDetails,
): Promise<readonly ChangedContact[]> {
  const known = await contactsOf(tx, customer);
  const key = (contact: Pick<Contact, "name" | "email">) => (contact.email ?? contact.name).toLowerCase();
  const old = known.find((contact) => contact.id === id) ?? null;
  const same = known.find((contact) => key(contact) === key(details)) ?? null;
  if (old === null || (same !== null && same.id !== old.id)) {
    if (old !== null) await tx.update(contacts).set({ active: false }).where(eq(contacts.id, old.id));
    const kept = await keepContact(tx, { ...details, customer });
    return [{ id: kept.id, before: same }, ...(old === null ? [] : [{ id: old.id, before: old }])];
  }
  const stopLifted = old.email === details.email ? {} : { stopped: null, stoppedAt: null, stoppedByEvent: null };
  await tx
    .update(contacts)
    .set({ ...details, active: true, ...stopLifted })
    .where(eq(contacts.id, old.id));
  return [{ id: old.id, before: old }];
}

/** Puts contacts back as they were, a refused address too; one that was not there is written to no more. */
export async function putContactsBack(tx: Db, changed: readonly ChangedContact[], at: Date): Promise<void> {
  for (const { id, before } of changed) {
    const was = before === null ? { active: false } : contactColumns(before, at);
    await tx.update(contacts).set(was).where(eq(contacts.id, id));
  }
}

function contactColumns(
  { stopped, name, email, phone, role, active }: NonNullable<ChangedContact["before"]>,
  at: Date,
) {
  return { name, email, phone, role, active, stopped, stoppedAt: stopped === null ? null : at };
}

/** Whether no e-mail leaves for a customer without a person, because its rep asked so and finance agreed. */
export async function setVip(tx: Db, customer: string, vip: boolean): Promise<void> {
  await tx.update(customers).set({ vip }).where(eq(customers.code, customer));
}

/** Whether a customer is treated as a key account: by the ledger, or because it was noted. */
export async function isVip(db: Db, customer: string): Promise<boolean> {
  const rows = await db.execute(sql`select 1 from customers where code = ${customer} and (vip or key_account)`);
  return rows.length > 0;
}
