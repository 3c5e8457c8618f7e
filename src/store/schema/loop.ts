import { sql } from "drizzle-orm";
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from "drizzle-orm/pg-core";

import {
  ASK_KINDS,
  ASK_STATES,
  CALL_REASONS,
  OUTCOMES,
  WITHDRAWALS,
  type AskKind,
  type AskState,
  type CallReason,
  type Outcome,
  type Withdrawal,
} from "#domain/ask.ts";
import { DISPUTE_CATEGORIES, DISPUTE_OUTCOMES, type DisputeCategory, type DisputeOutcome } from "#domain/dispute.ts";
import { EVENT_KINDS, type Actor, type EventKind } from "#domain/event.ts";
import { HOLD_REASONS, type HoldReason } from "#domain/hold.ts";
import { ROLES, type Role } from "#domain/person.ts";
import { PROMISE_STATES, type PromiseState } from "#domain/promise-to-pay.ts";
import { STEP_NAMES, type StepName } from "#domain/scenario.ts";
import { day, id, instant, minor, oneOf } from "./columns.ts";
import { customers, invoices } from "./ledger.ts";
import { people } from "./people.ts";

/**
 * Everything that happened, append-only (a trigger refuses update and delete): timelines are read from here.
 * `undoes` points at the event that this one takes back; what was undone never existed for any figure.
 */
export const events = pgTable(
  "events",
  {
    id: id(),
    at: instant("at").notNull(),
    kind: text("kind").$type<EventKind>().notNull(),
    actor: jsonb("actor").$type<Actor>().notNull(),
    customerCode: text("customer_code").references(() => customers.code),
    invoiceIds: integer("invoice_ids")
      .array()
      .notNull()
      .default(sql`'{}'`),
    /** The ask, promise, dispute, hold, reminder or reply it is about, by table name and id. */
    subject: text("subject"),
    subjectId: integer("subject_id"),
    data: jsonb("data").$type<Readonly<Record<string, unknown>>>().notNull().default({}),
    undoes: integer("undoes"),
  },
  (t) => [
    index("events_customer").on(t.customerCode, t.at),
    index("events_invoices").using("gin", t.invoiceIds),
    index("events_subject").on(t.subject, t.subjectId),
    uniqueIndex("events_undone_once").on(t.undoes),
    check("events_kind", oneOf(t.kind, EVENT_KINDS)),
  ],
);

/**
 * What a person is asked to do. One open ask of a kind per customer (`about` tells apart the tasks that may stand side
 * by side, such as two long promises). The holder is a person, or a whole role where any member may answer.
 */
export const asks = pgTable(
  "asks",
  {
    id: id(),
    kind: text("kind").$type<AskKind>().notNull(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    about: integer("about").notNull().default(0),
    holderId: integer("holder_id").references(() => people.id),
    holderRole: text("holder_role").$type<Role>(),
    reason: text("reason").$type<CallReason>(),
    /** One line of why, when a person asked by hand (E11). */
    why: text("why"),
    state: text("state").$type<AskState>().notNull().default("open"),
    openedAt: instant("opened_at").notNull(),
    openedBy: jsonb("opened_by").$type<Actor>().notNull(),
    /** Restarts on reassigning and "no answer"; not on a comment. */
    clockFrom: day("clock_from").notNull(),
    /** A manager left it until this day: nobody is told of it before. */
    leftUntil: day("left_until"),
    closedAt: instant("closed_at"),
    outcome: text("outcome").$type<Outcome>(),
    withdrawn: text("withdrawn").$type<Withdrawal>(),
    closedByEvent: integer("closed_by_event").references(() => events.id),
    /** The day on which the card comes back: retry after no answer, "later", the day after a visit. */
    comesBackOn: day("comes_back_on"),
    comesBackAs: text("comes_back_as").$type<CallReason>(),
    comeBackAskId: integer("come_back_ask_id"),
    /** "Later" is possible once. */
    postponed: boolean("postponed").notNull().default(false),
  },
  (t) => [
    uniqueIndex("asks_one_open")
      .on(t.customerCode, t.kind, t.about)
      .where(sql`${t.state} = 'open'`),
    index("asks_holder")
      .on(t.holderId)
      .where(sql`${t.state} = 'open'`),
    index("asks_come_back")
      .on(t.comesBackOn)
      .where(sql`${t.comesBackOn} is not null and ${t.comeBackAskId} is null`),
    check("asks_kind", oneOf(t.kind, ASK_KINDS)),
    check("asks_state", oneOf(t.state, ASK_STATES)),
    check("asks_outcome", oneOf(t.outcome, OUTCOMES)),
    check("asks_withdrawn", oneOf(t.withdrawn, WITHDRAWALS)),
    check("asks_reason", oneOf(t.reason, CALL_REASONS)),
    check("asks_role", oneOf(t.holderRole, ROLES)),
    check("asks_one_holder", sql`(${t.holderId} is null) <> (${t.holderRole} is null)`),
    check("asks_closed", sql`(${t.state} = 'open') = (${t.closedAt} is null)`),
    check("asks_answered", sql`(${t.state} = 'answered') = (${t.outcome} is not null)`),
    check("asks_withdrawn_why", sql`(${t.state} = 'withdrawn') = (${t.withdrawn} is not null)`),
  ],
);

export const askLines = pgTable(
  "ask_lines",
  {
    askId: integer("ask_id")
      .notNull()
      .references(() => asks.id),
    invoiceId: integer("invoice_id")
      .notNull()
      .references(() => invoices.id),
    step: text("step").$type<StepName>(),
  },
  (t) => [
    primaryKey({ columns: [t.askId, t.invoiceId] }),
    index("ask_lines_invoice").on(t.invoiceId),
    check("ask_lines_step", oneOf(t.step, STEP_NAMES)),
  ],
);

/** Money announced by a customer for a day; `amount` is the sum of its lines when given. */
export const promises = pgTable(
  "promises",
  {
    id: id(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    currency: text("currency").notNull(),
    amount: minor("amount").notNull(),
    dueOn: day("due_on").notNull(),
    givenOn: day("given_on").notNull(),
    /** Its day plus two working days: dunning waits up to and including this day. */
    graceUntil: day("grace_until").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    givenBy: jsonb("given_by").$type<Actor>().notNull(),
    contactId: integer("contact_id"),
    comment: text("comment"),
    state: text("state").$type<PromiseState>().notNull().default("live"),
    stateOn: day("state_on").notNull(),
    /** Set while a long promise waits for finance: dunning waits until this day at most. */
    awaitsFinanceUntil: day("awaits_finance_until"),
    /** What the customer had unallocated when promising: only more than that counts as paid since. */
    unallocatedWhenGiven: minor("unallocated_when_given")
      .notNull()
      .default(sql`0`),
    /** Of what came unallocated since, what kept other promises: it keeps this one no more. */
    unallocatedTaken: minor("unallocated_taken")
      .notNull()
      .default(sql`0`),
    rescheduledFromId: integer("rescheduled_from_id"),
    /** The answer that made it: undo takes back everything of one event. */
    eventId: integer("event_id").references(() => events.id),
    undoneAt: instant("undone_at"),
    importKey: text("import_key"),
  },
  (t) => [
    index("promises_customer").on(t.customerCode, t.givenOn),
    index("promises_live")
      .on(t.dueOn)
      .where(sql`${t.state} = 'live' and ${t.undoneAt} is null`),
    uniqueIndex("promises_import").on(t.importKey),
    check("promises_amount", sql`${t.amount} > 0`),
    check("promises_state", oneOf(t.state, PROMISE_STATES)),
    check("promises_grace", sql`${t.graceUntil} > ${t.dueOn}`),
    check("promises_not_past", sql`${t.dueOn} >= ${t.givenOn}`),
  ],
);

/** What a promise covers, with the residual it was given on: "kept" compares residuals. */
export const promiseLines = pgTable(
  "promise_lines",
  {
    promiseId: integer("promise_id")
      .notNull()
      .references(() => promises.id),
    invoiceId: integer("invoice_id")
      .notNull()
      .references(() => invoices.id),
    covered: minor("covered").notNull(),
    residualWhenGiven: minor("residual_when_given").notNull(),
    /** A later promise on the same invoice took this line over. */
    releasedOn: day("released_on"),
    releasedByEvent: integer("released_by_event"),
  },
  (t) => [
    primaryKey({ columns: [t.promiseId, t.invoiceId] }),
    index("promise_lines_invoice").on(t.invoiceId),
    check("promise_lines_covered", sql`${t.covered} > 0 and ${t.covered} <= ${t.residualWhenGiven}`),
  ],
);

export const disputes = pgTable(
  "disputes",
  {
    id: id(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    invoiceId: integer("invoice_id")
      .notNull()
      .references(() => invoices.id),
    category: text("category").$type<DisputeCategory>().notNull(),
    amount: minor("amount").notNull(),
    /** What the invoice had been credited when the dispute was recorded: only credit notes that came since settle it. */
    creditedWhenRecorded: minor("credited_when_recorded")
      .notNull()
      .default(sql`0`),
    comment: text("comment"),
    openedOn: day("opened_on").notNull(),
    openedBy: jsonb("opened_by").$type<Actor>().notNull(),
    ownerId: integer("owner_id").references(() => people.id),
    ownerRole: text("owner_role").$type<Role>(),
    answerBy: day("answer_by").notNull(),
    closedOn: day("closed_on"),
    outcome: text("outcome").$type<DisputeOutcome>(),
    closedBy: jsonb("closed_by").$type<Actor>(),
    closingComment: text("closing_comment"),
    /** When dunning took note that it is closed, and set the invoice's pace anew. */
    resumedOn: day("resumed_on"),
    eventId: integer("event_id").references(() => events.id),
    undoneAt: instant("undone_at"),
    importKey: text("import_key"),
  },
  (t) => [
    index("disputes_invoice").on(t.invoiceId),
    index("disputes_open")
      .on(t.customerCode)
      .where(sql`${t.closedOn} is null and ${t.undoneAt} is null`),
    uniqueIndex("disputes_import").on(t.importKey),
    check("disputes_amount", sql`${t.amount} > 0`),
    check("disputes_category", oneOf(t.category, DISPUTE_CATEGORIES)),
    check("disputes_outcome", oneOf(t.outcome, DISPUTE_OUTCOMES)),
    check("disputes_dates", sql`${t.closedOn} >= ${t.openedOn}`),
    check("disputes_closed", sql`${t.outcome} is null or ${t.closedOn} is not null`),
    check("disputes_owner", sql`${t.ownerId} is not null or ${t.ownerRole} is not null`),
  ],
);

/** Dunning waits, for a customer (all or one seller) or one invoice, up to and including `untilOn` (null = until lifted). */
export const holds = pgTable(
  "holds",
  {
    id: id(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    invoiceId: integer("invoice_id").references(() => invoices.id),
    reason: text("reason").$type<HoldReason>().notNull(),
    comment: text("comment"),
    fromOn: day("from_on").notNull(),
    untilOn: day("until_on"),
    placedBy: jsonb("placed_by").$type<Actor>().notNull(),
    endedOn: day("ended_on"),
    /** When dunning took note that it is over, and set the pace of its invoices anew. */
    resumedOn: day("resumed_on"),
    eventId: integer("event_id").references(() => events.id),
    undoneAt: instant("undone_at"),
  },
  (t) => [
    index("holds_customer")
      .on(t.customerCode)
      .where(sql`${t.endedOn} is null and ${t.undoneAt} is null`),
    uniqueIndex("holds_imported")
      .on(t.customerCode)
      .where(sql`${t.reason} = 'imported' and ${t.endedOn} is null`),
    check("holds_reason", oneOf(t.reason, HOLD_REASONS)),
    check("holds_until", sql`${t.untilOn} >= ${t.fromOn}`),
  ],
);
