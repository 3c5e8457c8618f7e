import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";

import {
  CONTACT_ROLES,
  CONTACT_STOPS,
  CUSTOMER_KINDS,
  type ContactRole,
  type ContactStop,
  type CustomerKind,
} from "#domain/customer.ts";
import {
  FACTORING,
  INVOICE_KINDS,
  PAYMENT_MEANS,
  type Factoring,
  type InvoiceKind,
  type PaymentMeans,
} from "#domain/invoice.ts";
import { LOCALES, type Locale } from "#domain/person.ts";
import { STEP_NAMES, type StepName } from "#domain/scenario.ts";
import { day, id, instant, minor, oneOf } from "./columns.ts";
import { people } from "./people.ts";

/** The company's legal entities. Before `wentLiveOn` nothing leaves for a seller's customers. */
export const sellers = pgTable("sellers", {
  code: text("code").primaryKey(),
  name: text("name").notNull(),
  country: text("country"),
  siren: text("siren"),
  /** What a letter needs of its sender: the name in the register, the postal address, the mentions in its foot. */
  legalName: text("legal_name"),
  address: text("address"),
  postalCode: text("postal_code"),
  city: text("city"),
  legalMentions: text("legal_mentions"),
  /** The late rate of its terms, in hundredths of a percent; null = the legal default. */
  lateRate: integer("late_rate"),
  currency: text("currency").notNull().default("EUR"),
  wentLiveOn: day("went_live_on"),
});

export const customers = pgTable(
  "customers",
  {
    code: text("code").primaryKey(),
    name: text("name").notNull(),
    /** The name without accents, case and legal form: what a typed name is compared with. */
    foldedName: text("folded_name").notNull(),
    repId: integer("rep_id").references(() => people.id),
    collectorId: integer("collector_id").references(() => people.id),
    projectManagerId: integer("project_manager_id").references(() => people.id),
    payerCode: text("payer_code"),
    segment: text("segment"),
    language: text("language").$type<Locale>(),
    creditLimit: minor("credit_limit"),
    insurerLimit: minor("insurer_limit"),
    factorLimit: minor("factor_limit"),
    currency: text("currency").notNull().default("EUR"),
    country: text("country"),
    postalCode: text("postal_code"),
    /** The street as a letter writes it, and the name in the register where it is not the usual one. */
    address: text("address"),
    city: text("city"),
    legalName: text("legal_name"),
    siren: text("siren"),
    kind: text("kind").$type<CustomerKind>().notNull().default("business"),
    since: day("since"),
    terms: text("terms"),
    keyAccount: boolean("key_account").notNull().default(false),
    /** Its rep asked for, and finance agreed to, what a key account has: no e-mail without a person. Files do not know it. */
    vip: boolean("vip").notNull().default(false),
    insolvencyDate: day("insolvency_date"),
  },
  (t) => [
    foreignKey({ columns: [t.payerCode], foreignColumns: [t.code], name: "customers_payer" }),
    index("customers_rep").on(t.repId),
    index("customers_payer_code").on(t.payerCode),
    check("customers_kind", oneOf(t.kind, CUSTOMER_KINDS)),
    check("customers_language", oneOf(t.language, LOCALES)),
    check("customers_limits", sql`least(${t.creditLimit}, ${t.insurerLimit}, ${t.factorLimit}) >= 0`),
    check("customers_payer_other", sql`${t.payerCode} <> ${t.code}`),
  ],
);

export const contacts = pgTable(
  "contacts",
  {
    id: id(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    role: text("role").$type<ContactRole>().notNull().default("billing"),
    active: boolean("active").notNull().default(true),
    stopped: text("stopped").$type<ContactStop>(),
    stoppedAt: instant("stopped_at"),
    stoppedByEvent: integer("stopped_by_event"),
  },
  (t) => [
    uniqueIndex("contacts_key").on(t.customerCode, sql`lower(coalesce(${t.email}, ${t.name}))`),
    index("contacts_email").on(sql`lower(${t.email})`),
    check("contacts_role", oneOf(t.role, CONTACT_ROLES)),
    check("contacts_stopped", oneOf(t.stopped, CONTACT_STOPS)),
    check("contacts_stopped_when", sql`(${t.stopped} is null) = (${t.stoppedAt} is null)`),
  ],
);

/**
 * Invoices and credit notes; `kind` gives the sign of `amount`. `settledOn` is derived from payments and linked credit
 * notes by the import: the day from which nothing is left to pay, null while open. Dunning keeps its state here:
 * `step` (the last one done), `shift` (days by which later steps moved), `nextStepOn` (no step can be due before it).
 */
export const invoices = pgTable(
  "invoices",
  {
    id: id(),
    sellerCode: text("seller_code")
      .notNull()
      .references(() => sellers.code),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    number: text("number").notNull(),
    issueDate: day("issue_date").notNull(),
    dueDate: day("due_date").notNull(),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    kind: text("kind").$type<InvoiceKind>().notNull().default("invoice"),
    paymentMeans: text("payment_means").$type<PaymentMeans>(),
    factoring: text("factoring").$type<Factoring>().notNull().default("none"),
    /** The number a credit note names, and the invoice it was found to mean (null: an unused credit). */
    creditOf: text("credit_of"),
    creditOfId: integer("credit_of_id"),
    purchaseOrder: text("purchase_order"),
    documentUrl: text("document_url"),
    importedAt: instant("imported_at").notNull(),
    settledOn: day("settled_on"),
    step: text("step").$type<StepName>(),
    shift: integer("shift").notNull().default(0),
    /** True once a promise, dispute, pause or go-live set the pace anew: such an invoice never jumps to its age. */
    reentered: boolean("reentered").notNull().default(false),
    nextStepOn: day("next_step_on"),
  },
  (t) => [
    unique("invoices_key").on(t.sellerCode, t.customerCode, t.number, t.issueDate),
    foreignKey({ columns: [t.creditOfId], foreignColumns: [t.id], name: "invoices_credit_of" }),
    index("invoices_number").on(t.number),
    index("invoices_customer").on(t.customerCode, t.dueDate),
    index("invoices_settled").on(t.settledOn),
    index("invoices_credit_of_id")
      .on(t.creditOfId)
      .where(sql`${t.creditOfId} is not null`),
    index("invoices_next_step")
      .on(t.nextStepOn)
      .where(sql`${t.settledOn} is null and ${t.kind} <> 'credit_note' and ${t.nextStepOn} is not null`),
    check("invoices_amount", sql`${t.amount} > 0`),
    check("invoices_kind", oneOf(t.kind, INVOICE_KINDS)),
    check("invoices_means", oneOf(t.paymentMeans, PAYMENT_MEANS)),
    check("invoices_factoring", oneOf(t.factoring, FACTORING)),
    check("invoices_step", oneOf(t.step, STEP_NAMES)),
    check("invoices_credit_only", sql`${t.creditOfId} is null or ${t.kind} = 'credit_note'`),
    check(
      "invoices_credit_never_dunned",
      sql`${t.kind} <> 'credit_note' or (${t.step} is null and ${t.nextStepOn} is null)`,
    ),
  ],
);

/** One transfer, cheque or debit as accounting booked it; its parts are `allocations`. */
export const payments = pgTable(
  "payments",
  {
    id: id(),
    sellerCode: text("seller_code")
      .notNull()
      .references(() => sellers.code),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    reference: text("reference").notNull(),
  },
  (t) => [unique("payments_key").on(t.sellerCode, t.customerCode, t.reference)],
);

/** The part of a payment that settles one invoice; without invoice, money not yet allocated. Negative = returned. */
export const allocations = pgTable(
  "allocations",
  {
    id: id(),
    paymentId: integer("payment_id")
      .notNull()
      .references(() => payments.id),
    invoiceId: integer("invoice_id").references(() => invoices.id),
    date: day("date").notNull(),
    amount: minor("amount").notNull(),
    currency: text("currency").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    unique("allocations_key").on(t.paymentId, t.invoiceId).nullsNotDistinct(),
    index("allocations_invoice").on(t.invoiceId, t.date),
    check("allocations_amount", sql`${t.amount} <> 0`),
  ],
);

/** Every file that came in, and what became of its rows. */
export const imports = pgTable(
  "imports",
  {
    id: id(),
    at: instant("at").notNull(),
    file: text("file").notNull(),
    kind: text("kind").notNull(),
    hash: text("hash").notNull(),
    by: text("by").notNull(),
    rows: integer("rows").notNull(),
    inserted: integer("inserted").notNull(),
    updated: integer("updated").notNull(),
    unchanged: integer("unchanged").notNull(),
    rejected: jsonb("rejected").$type<readonly { line: number; field: string; reason: string }[]>().notNull(),
  },
  (t) => [index("imports_at").on(t.at)],
);

/** When each seller's invoices and payments were last heard of; an unchanged file counts. */
export const feeds = pgTable(
  "feeds",
  {
    sellerCode: text("seller_code")
      .notNull()
      .references(() => sellers.code),
    kind: text("kind").$type<"invoices" | "payments">().notNull(),
    importedAt: instant("imported_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.sellerCode, t.kind] }),
    check("feeds_kind", oneOf(t.kind, ["invoices", "payments"])),
  ],
);
