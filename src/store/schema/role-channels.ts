import { sql } from "drizzle-orm";
import { check, integer, pgTable, text } from "drizzle-orm/pg-core";

import { LOCALES, type Locale } from "#domain/person.ts";
import { CHANNEL_ROLES, CHANNEL_TROUBLES, type ChannelRole, type ChannelTrouble } from "#domain/role-channel.ts";
import { instant, oneOf } from "./columns.ts";
import { people } from "./people.ts";
import { channels } from "./subscriptions.ts";

/** Where the tasks of a role go; without a row, to each of its members. */
export const roleChannels = pgTable(
  "role_channels",
  {
    role: text().$type<ChannelRole>().primaryKey(),
    channelId: integer("channel_id")
      .notNull()
      .references(() => channels.id),
    locale: text().$type<Locale>().notNull(),
    setBy: integer("set_by")
      .notNull()
      .references(() => people.id),
    setAt: instant("set_at").notNull(),
    /** What was wrong when it was last tried; null = nothing. */
    trouble: text().$type<ChannelTrouble>(),
    troubleSince: instant("trouble_since"),
  },
  (t) => [
    check("role_channels_role", oneOf(t.role, CHANNEL_ROLES)),
    check("role_channels_locale", oneOf(t.locale, LOCALES)),
    check("role_channels_trouble", oneOf(t.trouble, CHANNEL_TROUBLES)),
    check("role_channels_trouble_since", sql`(${t.trouble} is null) = (${t.troubleSince} is null)`),
  ],
);
