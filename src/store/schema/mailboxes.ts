import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";

import { instant } from "./columns.ts";

/** How far a mailbox was read. All instants are wall time: they speak of a server outside. */
export const mailboxes = pgTable("mailboxes", {
  /** "compta@example.com at imap.example.com, INBOX": never a password. */
  name: text("name").primaryKey(),
  /** Numbers of another validity say nothing about the mails of this one (RFC 3501, 2.3.1.1). */
  uidValidity: bigint("uid_validity", { mode: "number" }).notNull().default(0),
  /** The last mail that was taken, or given up. */
  lastUid: bigint("last_uid", { mode: "number" }).notNull().default(0),
  readAt: instant("read_at"),
  /** Why the last attempt failed; null = it did not. */
  fault: text("fault"),
  /** How often the mail after the last one could not be taken, and how many were given up so far. */
  attempts: integer("attempts").notNull().default(0),
  givenUp: integer("given_up").notNull().default(0),
});
