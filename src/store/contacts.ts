import { and, eq, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Contact, ContactRole, ContactStop } from "#domain/customer.ts";
import { contacts } from "#store/schema/ledger.ts";
import type { Db } from "#store/store.ts";

/** Everybody known at a customer, in the order in which they came. */
export async function contactsOf(db: Db, customer: string): Promise<readonly Contact[]> {
  return db
    .select({
      id: contacts.id,
      name: contacts.name,
      email: contacts.email,
      phone: contacts.phone,
      role: contacts.role,
      active: contacts.active,
      stopped: contacts.stopped,
    })
    .from(contacts)
    .where(eq(contacts.customerCode, customer))
    .orderBy(contacts.id);
}

/** Nothing is sent to this contact any more; one stopped already keeps its first reason. */
export async function stopContact(tx: Db, id: number, why: ContactStop, at: Date, eventId: number): Promise<void> {
  await tx
    .update(contacts)
    .set({ stopped: why, stoppedAt: at, stoppedByEvent: eventId })
    .where(and(eq(contacts.id, id), sql`${contacts.stopped} is null`));
}

/** The addresses that were stopped for a reason at that instant, by the mail that came then. */
export async function addressesStoppedAt(db: Db, why: ContactStop, at: Date): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ email: contacts.email })
    .from(contacts)
    .where(and(eq(contacts.stopped, why), eq(contacts.stoppedAt, at)))
    .orderBy(contacts.email);
  return rows.flatMap(({ email }) => email ?? []);
}

/** The day each contact of a customer was stopped, by id. */
export async function stopDays(db: Db, customer: string, timeZone: string): Promise<ReadonlyMap<number, Day>> {
  const rows = await db.execute<{ id: number; day: string }>(sql`
    select id, (stopped_at at time zone ${timeZone})::date::text as day from contacts
    where customer_code = ${customer} and stopped_at is not null`);
  return new Map([...rows].map(({ id, day }) => [id, day as Day]));
}

export interface NewContact {
  readonly customer: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly role: ContactRole;
}

/** Writes a contact; one known by the same address (or name) is taken back into use. */
export async function keepContact(
  tx: Db,
  contact: NewContact,
): Promise<{ readonly id: number; readonly isNew: boolean }> {
  // A row that was there already has been locked by this transaction: its xmax says so.
  const rows = await tx.execute<{ id: number; isNew: boolean }>(sql`
    insert into contacts (customer_code, name, email, phone, role)
    values (${contact.customer}, ${contact.name}, ${contact.email}, ${contact.phone}, ${contact.role})
    on conflict (customer_code, lower(coalesce(email, name))) do update
      set name = excluded.name, phone = coalesce(excluded.phone, contacts.phone), role = excluded.role,
        active = true, stopped = null, stopped_at = null, stopped_by_event = null
    returning id, xmax = 0 as "isNew"`);
  const kept = rows[0];
  if (kept === undefined) throw new Error("The new contact gave no id back.");
  return kept;
}
