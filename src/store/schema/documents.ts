import { sql } from "drizzle-orm";
import { check, customType, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";

import { DOCUMENT_KINDS, type DocumentKind } from "#domain/document.ts";
import { ENDINGS, type RoadEnding } from "#domain/end-of-road.ts";
import type { Actor } from "#domain/event.ts";
import { ROLES, type Role } from "#domain/person.ts";
import { day, id, instant, minor, oneOf } from "./columns.ts";
import { customers, sellers, invoices } from "./ledger.ts";
import { asks } from "./loop.ts";
import { people } from "./people.ts";

const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => "bytea",
  toDriver: (value) => Buffer.from(value),
  fromDriver: (value) => new Uint8Array(value),
});

/** What was approved or handed out, exactly as it was: never changed, found again by its hash. */
export const documents = pgTable(
  "documents",
  {
    id: id(),
    kind: text("kind").$type<DocumentKind>().notNull(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    /** The name of the file. */
    name: text("name").notNull(),
    /** A media type. */
    type: text("type").notNull(),
    bytes: bytes("bytes").notNull(),
    sha256: text("sha256").notNull(),
    /** Which wording and layout made it. */
    version: text("version").notNull(),
    madeAt: instant("made_at").notNull(),
    madeBy: jsonb("made_by").$type<Actor>().notNull(),
  },
  (t) => [index("documents_customer").on(t.customerCode), check("documents_kind", oneOf(t.kind, DOCUMENT_KINDS))],
);

/** A formal notice that a named person approved: for one seller, to one invoiced customer, in one currency. */
export const letters = pgTable(
  "letters",
  {
    id: id(),
    askId: integer("ask_id")
      .notNull()
      .references(() => asks.id),
    documentId: integer("document_id")
      .notNull()
      .references(() => documents.id),
    sellerCode: text("seller_code")
      .notNull()
      .references(() => sellers.code),
    /** Who was invoiced, and so owes; not always who pays. */
    debtorCode: text("debtor_code")
      .notNull()
      .references(() => customers.code),
    currency: text("currency").notNull(),
    computedOn: day("computed_on").notNull(),
    answerBy: day("answer_by").notNull(),
    total: minor("total").notNull(),
    approvedAt: instant("approved_at").notNull(),
    approvedBy: integer("approved_by")
      .notNull()
      .references(() => people.id),
    /** Taken back before it was posted. */
    voidedAt: instant("voided_at"),
    registeredNumber: text("registered_number"),
    postedOn: day("posted_on"),
    receivedOn: day("received_on"),
  },
  (t) => [
    uniqueIndex("letters_once")
      .on(t.askId, t.sellerCode, t.debtorCode, t.currency)
      .where(sql`${t.voidedAt} is null`),
    index("letters_debtor").on(t.debtorCode),
    check("letters_posted", sql`(${t.postedOn} is null) = (${t.registeredNumber} is null)`),
    check("letters_received", sql`${t.receivedOn} is null or ${t.receivedOn} >= ${t.postedOn}`),
    check("letters_voided", sql`${t.voidedAt} is null or ${t.postedOn} is null`),
  ],
);

export const letterLines = pgTable(
  "letter_lines",
  {
    letterId: integer("letter_id")
      .notNull()
      .references(() => letters.id),
    invoiceId: integer("invoice_id")
      .notNull()
      .references(() => invoices.id),
    residual: minor("residual").notNull(),
    interest: minor("interest").notNull(),
    indemnity: minor("indemnity").notNull(),
  },
  (t) => [primaryKey({ columns: [t.letterId, t.invoiceId] }), index("letter_lines_invoice").on(t.invoiceId)],
);

/** What was decided at the end of the road, and who sees to it. */
export const roadEndings = pgTable(
  "road_endings",
  {
    id: id(),
    askId: integer("ask_id")
      .notNull()
      .references(() => asks.id),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    ending: text("ending").$type<RoadEnding>().notNull(),
    ownerRole: text("owner_role").$type<Role>().notNull(),
    comment: text("comment"),
    decidedAt: instant("decided_at").notNull(),
    decidedBy: jsonb("decided_by").$type<Actor>().notNull(),
    eventId: integer("event_id"),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    index("road_endings_customer").on(t.customerCode),
    check("road_endings_ending", oneOf(t.ending, ENDINGS)),
    check("road_endings_role", oneOf(t.ownerRole, ROLES)),
  ],
);
