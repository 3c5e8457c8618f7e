import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";

import { LOCALES, ROLES, type ChatName, type Locale, type Role } from "#domain/person.ts";
import { id, instant, oneOf } from "./columns.ts";

/** The company's people; `active` false = a leaver, kept for history. */
export const people = pgTable(
  "people",
  {
    id: id(),
    email: text().notNull(),
    name: text().notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    managerId: integer("manager_id"),
    locale: text().$type<Locale>().notNull(),
    timeZone: text("time_zone").notNull(),
    active: boolean().notNull().default(true),
    digestMinutes: integer("digest_minutes").notNull().default(510),
    quietLine: boolean("quiet_line").notNull().default(false),
    /** Told, at most once a day, of payments that follow their calls (R5). */
    thanks: boolean("thanks").notNull().default(false),
    chat: text().$type<ChatName>(),
    welcomedAt: instant("welcomed_at"),
    /** Wall time of the last time that no connected chat knew them, or would let Relais write to them. */
    soughtInVainAt: instant("sought_in_vain_at"),
  },
  (t) => [
    uniqueIndex("people_email").on(sql`lower(${t.email})`),
    index("people_manager").on(t.managerId),
    check("people_locale", oneOf(t.locale, LOCALES)),
    check("people_roles", sql`${t.roles} <@ array[${sql.raw(ROLES.map((r) => `'${r}'`).join(","))}]::text[]`),
    check("people_digest", sql`${t.digestMinutes} between 0 and 1439`),
    check("people_no_self_manager", sql`${t.managerId} <> ${t.id}`),
  ],
);

/** Who a chat user is: matched once by e-mail, then by id for ever. `personId` null = looked up and refused. */
export const chatIdentities = pgTable(
  "chat_identities",
  {
    id: id(),
    chat: text().$type<ChatName>().notNull(),
    teamId: text("team_id").notNull(),
    userId: text("user_id").notNull(),
    personId: integer("person_id").references(() => people.id),
    conversation: text(),
    refusedBecause: text("refused_because"),
    checkedAt: instant("checked_at").notNull(),
  },
  (t) => [
    unique("chat_identities_user").on(t.chat, t.teamId, t.userId),
    uniqueIndex("chat_identities_person").on(t.chat, t.personId),
    check("chat_identities_known_or_refused", sql`(${t.personId} is null) = (${t.refusedBecause} is not null)`),
  ],
);
