import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";

import { CONTACT_ROLES, type ContactRole } from "#domain/customer.ts";
import type { Actor } from "#domain/event.ts";
import { id, instant, oneOf } from "./columns.ts";
import { contacts, customers } from "./ledger.ts";

/** How a customer takes invoices in: its portal, whether it wants its order number, the day of the month it stops. */
export const invoicingCircuits = pgTable(
  "invoicing_circuits",
  {
    customerCode: text("customer_code")
      .primaryKey()
      .references(() => customers.code),
    portal: text("portal"),
    wantsOrderNumber: boolean("wants_order_number").notNull(),
    cutOffDay: integer("cut_off_day"),
    note: text("note"),
    changedBy: jsonb("changed_by").$type<Actor>().notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (t) => [check("invoicing_circuits_day", sql`${t.cutOffDay} between 1 and 31`)],
);

/** A contact as a colleague would have it: a new one, or another's correction. It becomes true when adv agrees. */
export const contactProposals = pgTable(
  "contact_proposals",
  {
    id: id(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    /** Whom it corrects; null = somebody new. */
    contactId: integer("contact_id").references(() => contacts.id),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    role: text("role").$type<ContactRole>().notNull(),
    proposedBy: jsonb("proposed_by").$type<Actor>().notNull(),
    proposedAt: instant("proposed_at").notNull(),
  },
  (t) => [check("contact_proposals_role", oneOf(t.role, CONTACT_ROLES))],
);
