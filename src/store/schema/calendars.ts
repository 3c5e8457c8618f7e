import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, text, unique } from "drizzle-orm/pg-core";

import { FEED_FAULTS, type FeedFault } from "#domain/calendar-feed.ts";
import { id, instant, oneOf } from "./columns.ts";
import { customers } from "./ledger.ts";
import { people } from "./people.ts";

/** A person's calendar, as an address that opens it: a secret, never shown whole and never logged. */
export const calendarFeeds = pgTable(
  "calendar_feeds",
  {
    personId: integer("person_id")
      .primaryKey()
      .references(() => people.id),
    address: text().notNull(),
    linkedAt: instant("linked_at").notNull(),
    /** Product time of the last attempt, and of the last that succeeded. */
    triedAt: instant("tried_at"),
    readAt: instant("read_at"),
    failingSince: instant("failing_since"),
    fault: text().$type<FeedFault>(),
    /** What the server said last, to be asked only for what is new. */
    etag: text(),
    lastModified: text("last_modified"),
  },
  (t) => [
    check("calendar_feeds_fault", oneOf(t.fault, FEED_FAULTS)),
    check("calendar_feeds_failing", sql`(${t.failingSince} is null) = (${t.fault} is null)`),
  ],
);

/** Meetings with customers, and no others; nothing of what their titles say. Forgotten after 30 days. */
export const meetings = pgTable(
  "meetings",
  {
    id: id(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    /** Made from the calendar's own id, which may hold names. */
    uid: text().notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    /** The person says that money was not spoken of. */
    nothingSaidAt: instant("nothing_said_at"),
  },
  (t) => [
    unique("meetings_once").on(t.personId, t.uid, t.startsAt),
    index("meetings_day").on(t.personId, t.startsAt),
    index("meetings_end").on(t.endsAt),
  ],
);
