import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text, unique, uniqueIndex } from "drizzle-orm/pg-core";

import { LOCALES, type ChatName, type Locale } from "#domain/person.ts";
import { RUN_OUTCOMES, STOP_REASONS, type RunOutcome, type StopReason } from "#domain/subscription.ts";
import { day, id, instant, oneOf } from "./columns.ts";
import { people } from "./people.ts";

/** Channels and groups that reports or a role's tasks were asked for, by a small number that fits in a button. */
export const channels = pgTable(
  "channels",
  {
    id: id(),
    chat: text().$type<ChatName>().notNull(),
    conversation: text().notNull(),
    /** As it was called when last heard of. */
    name: text().notNull(),
    /** Finance lets reports be posted there although guests read along; null = no. */
    guestsAllowedAt: instant("guests_allowed_at"),
    guestsAllowedBy: integer("guests_allowed_by").references(() => people.id),
  },
  (t) => [
    unique("channels_conversation").on(t.chat, t.conversation),
    check("channels_allowed", sql`(${t.guestsAllowedAt} is null) = (${t.guestsAllowedBy} is null)`),
  ],
);

/** A report that comes to a channel every week. */
export const subscriptions = pgTable(
  "subscriptions",
  {
    id: id(),
    channelId: integer("channel_id")
      .notNull()
      .references(() => channels.id),
    scope: text().notNull(),
    weekday: integer().notNull(),
    minutes: integer().notNull(),
    timeZone: text("time_zone").notNull(),
    locale: text().$type<Locale>().notNull(),
    /** Null = finance, since its owner left. */
    ownerId: integer("owner_id").references(() => people.id),
    /** Product time: when it was made or last changed. */
    since: instant("since").notNull(),
    stoppedAt: instant("stopped_at"),
    stopped: text().$type<StopReason>(),
  },
  (t) => [
    uniqueIndex("subscriptions_once")
      .on(t.channelId, t.scope)
      .where(sql`${t.stopped} is null`),
    index("subscriptions_owner").on(t.ownerId),
    check("subscriptions_locale", oneOf(t.locale, LOCALES)),
    check("subscriptions_weekday", sql`${t.weekday} between 1 and 5`),
    check("subscriptions_minutes", sql`${t.minutes} between 0 and 1439`),
    check("subscriptions_stopped", oneOf(t.stopped, STOP_REASONS)),
    check("subscriptions_stopped_at", sql`(${t.stopped} is null) = (${t.stoppedAt} is null)`),
  ],
);

/** One row per posting that was due: its key is what makes it happen once. */
export const subscriptionRuns = pgTable(
  "subscription_runs",
  {
    subscriptionId: integer("subscription_id")
      .notNull()
      .references(() => subscriptions.id),
    dueOn: day("due_on").notNull(),
    plannedAt: instant("planned_at").notNull(),
    /** Null = it waits in the outbox. */
    outcome: text().$type<RunOutcome>(),
  },
  (t) => [
    primaryKey({ columns: [t.subscriptionId, t.dueOn] }),
    check("subscription_runs_outcome", oneOf(t.outcome, RUN_OUTCOMES)),
  ],
);
