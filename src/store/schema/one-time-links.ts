import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";

import type { LinkPurpose } from "#domain/one-time-link.ts";
import { id, instant } from "./columns.ts";
import { people } from "./people.ts";

/** Links for one person, good for a few uses and a short time (wall time, by the database's clock). */
export const oneTimeLinks = pgTable(
  "one_time_links",
  {
    id: id(),
    /** SHA-256 of the token: who reads the table cannot open the link. */
    tokenHash: text("token_hash").notNull(),
    purpose: jsonb("purpose").$type<LinkPurpose>().notNull(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    usesLeft: integer("uses_left").notNull(),
    createdAt: instant("created_at")
      .notNull()
      .default(sql`now()`),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    unique("one_time_links_token").on(t.tokenHash),
    index("one_time_links_expiry").on(t.expiresAt),
    check("one_time_links_uses", sql`${t.usesLeft} >= 0`),
  ],
);
