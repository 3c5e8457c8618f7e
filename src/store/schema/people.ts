import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgTable, text, unique, uniqueIndex } from "drizzle-orm/pg-core";

import { LOCALES, ROLES, type ChatName, type Locale, type ReadingPlace, type Role } from "#domain/person.ts";
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
    chat: text().$type<ReadingPlace>(),
    /** Their own working hours; null = the company's. */
    workFromMinutes: integer("work_from_minutes"),
    workUntilMinutes: integer("work_until_minutes"),
    /** They keep the two more holidays of Alsace and Moselle. */
    alsaceMoselle: boolean("alsace_moselle").notNull().default(false),
    /** Absent now and for days, with nobody in their place: what is new is their manager's. Follows from their absences. */
    away: boolean("away").notNull().default(false),
    /** Who has their customers now, while they are absent. Follows from their absences. */
    standInId: integer("stand_in_id"),
    welcomedAt: instant("welcomed_at"),
    /** Wall time of the last time that no connected chat knew them, or would let Relais write to them. */
    soughtInVainAt: instant("sought_in_vain_at"),
  },
  (t) => [
    uniqueIndex("people_email").on(sql`lower(${t.email})`),
    index("people_manager").on(t.managerId),
    index("people_stand_in")
      .on(t.standInId)
      .where(sql`${t.standInId} is not null`),
    check("people_locale", oneOf(t.locale, LOCALES)),
    check("people_roles", sql`${t.roles} <@ array[${sql.raw(ROLES.map((r) => `'${r}'`).join(","))}]::text[]`),
    check("people_digest", sql`${t.digestMinutes} between 0 and 1439`),
    check(
      "people_hours",
      sql`${t.workFromMinutes} between 0 and 1439 and ${t.workUntilMinutes} between 1 and 1440
      and ${t.workFromMinutes} < ${t.workUntilMinutes}`,
    ),
    check("people_hours_both", sql`(${t.workFromMinutes} is null) = (${t.workUntilMinutes} is null)`),
    check("people_no_self_stand_in", sql`${t.standInId} <> ${t.id}`),
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
