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
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";

import type { Showing } from "#domain/showing.ts";
import { day, id, instant, oneOf } from "./columns.ts";
import { people } from "./people.ts";

export const OUTBOX_STATES = ["waiting", "sending", "sent", "dropped", "dead", "unknown"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/**
 * What to show or send, written in the transaction of its cause and drawn only when it is delivered. `key` makes it
 * happen once. Product time: `notBefore`, `validUntil`. Wall time: `leaseUntil`, `nextTryAt`.
 */
export const outbox = pgTable(
  "outbox",
  {
    id: id(),
    key: text("key").notNull(),
    showing: jsonb("showing").$type<Showing>().notNull(),
    personId: integer("person_id").references(() => people.id),
    /** One at a time per gate, and not before the gate opens: a person's DM, a channel, the mail server. */
    gate: text("gate").notNull(),
    notBefore: instant("not_before").notNull(),
    validUntil: instant("valid_until"),
    /** The event that caused it: undo cancels what it did not send yet. */
    eventId: integer("event_id"),
    state: text("state").$type<OutboxState>().notNull().default("waiting"),
    /** Fences a late worker out: only the latest attempt may say how it went. */
    attempt: integer("attempt").notNull().default(0),
    faults: integer("faults").notNull().default(0),
    /** Wall time of the first attempt: where to look for a message that may have arrived. */
    firstTriedAt: instant("first_tried_at"),
    /** The last attempt may or may not have arrived: look it up before trying again. */
    ambiguous: boolean("ambiguous").notNull().default(false),
    leaseUntil: instant("lease_until"),
    nextTryAt: instant("next_try_at"),
    lastFault: text("last_fault"),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    unique("outbox_key").on(t.key),
    index("outbox_waiting")
      .on(t.notBefore)
      .where(sql`${t.state} in ('waiting', 'sending')`),
    uniqueIndex("outbox_one_at_a_time")
      .on(t.gate)
      .where(sql`${t.state} = 'sending'`),
    index("outbox_event")
      .on(t.eventId)
      .where(sql`${t.eventId} is not null`),
    index("outbox_trouble")
      .on(t.state)
      .where(sql`${t.state} in ('dead', 'unknown')`),
    check("outbox_state", oneOf(t.state, OUTBOX_STATES)),
    check("outbox_lease", sql`(${t.state} = 'sending') = (${t.leaseUntil} is not null)`),
  ],
);

/** When a gate opens again (wall time): pacing and Retry-After. */
export const gates = pgTable("gates", {
  gate: text("gate").primaryKey(),
  opensAt: instant("opens_at").notNull(),
});

/** Where a card stands in a chat, so that it changes in place when the truth does. */
export const shownCards = pgTable(
  "shown_cards",
  {
    id: id(),
    chat: text("chat").$type<"slack" | "teams">().notNull(),
    personId: integer("person_id").references(() => people.id),
    conversation: text("conversation").notNull(),
    /** Slack's ts, Teams' activity id. */
    message: text("message").notNull(),
    showing: jsonb("showing").$type<Showing>().notNull(),
    /** The customers it speaks of: when one of them changes, the card is drawn again. */
    customers: text("customers")
      .array()
      .notNull()
      .default(sql`'{}'`),
    shownAt: instant("shown_at").notNull(),
    drawnHash: text("drawn_hash").notNull(),
    gone: boolean("gone").notNull().default(false),
  },
  (t) => [
    unique("shown_cards_message").on(t.chat, t.conversation, t.message),
    index("shown_cards_customers").using("gin", t.customers),
    index("shown_cards_person").on(t.personId, t.shownAt),
  ],
);

/** Requests already taken, so that a retry or a replay changes nothing (wall time). */
export const seenRequests = pgTable(
  "seen_requests",
  { key: text("key").primaryKey(), at: instant("at").notNull() },
  (t) => [index("seen_requests_at").on(t.at)],
);

/** One claim per job and tick; a tick whose process died is made up by the next. */
export const jobTicks = pgTable(
  "job_ticks",
  {
    job: text("job").notNull(),
    tick: instant("tick").notNull(),
    claimedAt: instant("claimed_at").notNull(),
    doneAt: instant("done_at"),
    fault: text("fault"),
  },
  (t) => [primaryKey({ columns: [t.job, t.tick] })],
);

/** Digests and other once-a-day duties: the row is the proof that it was decided. */
export const dailyDuties = pgTable(
  "daily_duties",
  {
    duty: text("duty").notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    day: day("day").notNull(),
    outcome: text("outcome").$type<"sent" | "quiet" | "too-late">().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.duty, t.personId, t.day] }),
    check("daily_duties_outcome", oneOf(t.outcome, ["sent", "quiet", "too-late"])),
  ],
);

/** The simulator's and the tests' product clock; empty in production, where time is time. */
export const runs = pgTable("runs", { id: id(), at: instant("at").notNull(), by: text("by").notNull() }, (t) => [
  uniqueIndex("runs_at").on(t.at, t.by),
]);
