import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";

import type { Actor } from "#domain/event.ts";
import { PAUSE_SCOPES, type PauseScope } from "#domain/pause.ts";
import type { Locale } from "#domain/person.ts";
import { THANK_YOU_STATES, type ThankYouState } from "#domain/thank-you.ts";
import { day, id, instant, minor, oneOf } from "./columns.ts";
import { reminders } from "./dunning.ts";
import { customers, sellers } from "./ledger.ts";
import { people } from "./people.ts";

/** Finance stopped the reminders of the company, a seller or a segment, up to and including `untilOn` (null = until lifted). */
export const dunningPauses = pgTable(
  "dunning_pauses",
  {
    id: id(),
    scope: text("scope").$type<PauseScope>().notNull(),
    /** The seller's code or the segment; null = the company. */
    key: text("key"),
    reason: text("reason").notNull(),
    fromOn: day("from_on").notNull(),
    untilOn: day("until_on"),
    placedAt: instant("placed_at").notNull(),
    placedBy: jsonb("placed_by").$type<Actor>().notNull(),
    /** The first day on which it stops nothing. */
    endedOn: day("ended_on"),
    /** When dunning took note that it is over, and set the pace of its invoices anew. */
    resumedOn: day("resumed_on"),
  },
  (t) => [
    index("dunning_pauses_from").on(t.fromOn),
    check("dunning_pauses_scope", oneOf(t.scope, PAUSE_SCOPES)),
    check("dunning_pauses_key", sql`(${t.scope} = 'company') = (${t.key} is null)`),
    check("dunning_pauses_until", sql`${t.untilOn} >= ${t.fromOn}`),
  ],
);

/** A colleague heard that a reminder was badly received (D13); once each. */
export const reminderFlags = pgTable(
  "reminder_flags",
  {
    reminderId: integer("reminder_id")
      .notNull()
      .references(() => reminders.id),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    comment: text("comment"),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reminderId, t.personId] })],
);

/** A word of thanks to a customer who paid after a reminder: at most one per seller, customer and day (D8). */
export const thankYouMails = pgTable(
  "thank_you_mails",
  {
    id: id(),
    sellerCode: text("seller_code")
      .notNull()
      .references(() => sellers.code),
    payerCode: text("payer_code")
      .notNull()
      .references(() => customers.code),
    currency: text("currency").notNull(),
    language: text("language").$type<Locale>().notNull(),
    plannedOn: day("planned_on").notNull(),
    /** The invoices that were paid, and their amounts together. */
    invoiceIds: integer("invoice_ids").array().notNull(),
    total: minor("total").notNull(),
    state: text("state").$type<ThankYouState>().notNull().default("planned"),
    droppedBecause: text("dropped_because"),
    messageId: text("message_id"),
    recipients: text("recipients")
      .array()
      .notNull()
      .default(sql`'{}'`),
    subject: text("subject"),
    bodyText: text("body_text"),
    bodyHtml: text("body_html"),
    sentAt: instant("sent_at"),
  },
  (t) => [
    unique("thank_you_mails_key").on(t.sellerCode, t.payerCode, t.currency, t.plannedOn),
    index("thank_you_mails_invoices").using("gin", t.invoiceIds),
    check("thank_you_mails_state", oneOf(t.state, THANK_YOU_STATES)),
  ],
);
