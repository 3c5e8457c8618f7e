import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";

import type { Locale } from "#domain/person.ts";
import {
  REMINDER_STATES,
  REPLY_KINDS,
  REPLY_STATES,
  type ReminderState,
  type ReplyKind,
  type ReplyState,
} from "#domain/reminder.ts";
import type { PayerProfile } from "#domain/payer-profile.ts";
import {
  STEP_CHANNELS,
  STEP_NAMES,
  TONES,
  type Audience,
  type Step,
  type StepChannel,
  type StepCondition,
  type StepName,
  type StepRecipients,
  type Tone,
} from "#domain/scenario.ts";
import { day, id, instant, minor, oneOf } from "./columns.ts";
import { customers, invoices, sellers } from "./ledger.ts";
import { mailTemplates, scenarioPackages } from "./scenarios.ts";

/** Versions are never changed: what was sent says by which one. `publishedAt` null = a draft. */
export const scenarios = pgTable(
  "scenarios",
  {
    id: id(),
    name: text("name").notNull(),
    version: integer("version").notNull(),
    publishedAt: instant("published_at"),
    preDue: jsonb("pre_due").notNull(),
    /** Null = everybody. */
    audience: jsonb("audience").$type<Audience>(),
    profiles: text("profiles")
      .array()
      .$type<PayerProfile[]>()
      .notNull()
      .default(sql`'{}'`),
    /** What it was handed in with; null = shipped. */
    packageId: integer("package_id").references(() => scenarioPackages.id),
  },
  (t) => [unique("scenarios_version").on(t.name, t.version)],
);

export const scenarioSteps = pgTable(
  "scenario_steps",
  {
    scenarioId: integer("scenario_id")
      .notNull()
      .references(() => scenarios.id),
    position: integer("position").notNull(),
    name: text("name").$type<StepName>().notNull(),
    offsetDays: integer("offset_days").notNull(),
    channel: text("channel").$type<StepChannel>().notNull(),
    actor: text("actor").$type<Step["actor"]>().notNull(),
    /** Null in this and the next three = what is usual for the step. */
    template: text("template"),
    tone: text("tone").$type<Tone>(),
    recipients: jsonb("recipients").$type<StepRecipients>(),
    conditions: jsonb("conditions").$type<StepCondition>(),
  },
  (t) => [
    primaryKey({ columns: [t.scenarioId, t.position] }),
    unique("scenario_steps_name").on(t.scenarioId, t.name),
    check("scenario_steps_name_known", oneOf(t.name, STEP_NAMES)),
    check("scenario_steps_channel", oneOf(t.channel, STEP_CHANNELS)),
    check("scenario_steps_tone", oneOf(t.tone, TONES)),
  ],
);

/** One message to one group (seller, paying customer, currency, language) on one day: at most one by its key. */
export const reminders = pgTable(
  "reminders",
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
    /** The highest tone among its new steps. */
    step: text("step").$type<StepName>().notNull(),
    scenarioId: integer("scenario_id").references(() => scenarios.id),
    state: text("state").$type<ReminderState>().notNull().default("planned"),
    droppedBecause: text("dropped_because"),
    messageId: text("message_id"),
    /** In the reply address (name+token@): finds the reminder when a mail client lost the message id. */
    replyToken: text("reply_token").notNull(),
    recipients: text("recipients")
      .array()
      .notNull()
      .default(sql`'{}'`),
    cc: text("cc")
      .array()
      .notNull()
      .default(sql`'{}'`),
    bcc: text("bcc")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The version of the wording; null = the shipped one. */
    templateId: integer("template_id").references(() => mailTemplates.id),
    subject: text("subject"),
    bodyText: text("body_text"),
    bodyHtml: text("body_html"),
    total: minor("total"),
    sentAt: instant("sent_at"),
  },
  (t) => [
    unique("reminders_key").on(t.sellerCode, t.payerCode, t.currency, t.language, t.plannedOn),
    unique("reminders_message").on(t.messageId),
    unique("reminders_token").on(t.replyToken),
    index("reminders_payer").on(t.payerCode, t.sentAt),
    check("reminders_state", oneOf(t.state, REMINDER_STATES)),
    check("reminders_step", oneOf(t.step, STEP_NAMES)),
    check(
      "reminders_sent",
      sql`${t.state} not in ('sent', 'bounced') or (${t.sentAt} is not null and ${t.messageId} is not null)`,
    ),
  ],
);

/** The invoices a message listed; `advanced` = it brought this invoice to `step`, the others were only listed. */
export const reminderLines = pgTable(
  "reminder_lines",
  {
    reminderId: integer("reminder_id")
      .notNull()
      .references(() => reminders.id),
    invoiceId: integer("invoice_id")
      .notNull()
      .references(() => invoices.id),
    step: text("step").$type<StepName>(),
    advanced: boolean("advanced").notNull(),
    residual: minor("residual").notNull(),
  },
  (t) => [primaryKey({ columns: [t.reminderId, t.invoiceId] }), index("reminder_lines_invoice").on(t.invoiceId)],
);

/** What came back by mail. A waiting human reply stops dunning for the payer with that seller and currency. */
export const replies = pgTable(
  "replies",
  {
    id: id(),
    receivedAt: instant("received_at").notNull(),
    messageId: text("message_id").notNull(),
    reminderId: integer("reminder_id").references(() => reminders.id),
    customerCode: text("customer_code").references(() => customers.code),
    fromEmail: text("from_email").notNull(),
    subject: text("subject").notNull(),
    kind: text("kind").$type<ReplyKind>().notNull(),
    newText: text("new_text").notNull(),
    /** All of it as text, what it quotes included. */
    fullText: text("full_text").notNull().default(""),
    /** The names of the files that came with it. */
    attachments: text("attachments")
      .array()
      .notNull()
      .default(sql`'{}'`),
    state: text("state").$type<ReplyState>().notNull().default("waiting"),
    closedAt: instant("closed_at"),
    closedBy: integer("closed_by"),
  },
  (t) => [
    uniqueIndex("replies_message").on(t.messageId),
    index("replies_waiting")
      .on(t.customerCode)
      .where(sql`${t.kind} = 'human' and ${t.state} = 'waiting'`),
    check("replies_kind", oneOf(t.kind, REPLY_KINDS)),
    check("replies_state", oneOf(t.state, REPLY_STATES)),
  ],
);

/** The company's settings, one row each; a missing one has the default of domain/settings.ts. */
export const settings = pgTable("settings", {
  name: text("name").primaryKey(),
  value: jsonb("value").notNull(),
  changedAt: timestamp("changed_at", { withTimezone: true, mode: "date" }).notNull(),
});
