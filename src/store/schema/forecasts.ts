import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { day, minor } from "./columns.ts";
import { customers, sellers } from "./ledger.ts";

/**
 * What was expected of each customer in the weeks ahead, as it was said at the time: once a week, never changed, so that
 * what came can be compared with it. By customer, so that every scope adds up, whoever owns the customer by then.
 */
export const forecasts = pgTable(
  "forecasts",
  {
    madeOn: day("made_on").notNull(),
    customerCode: text("customer_code")
      .notNull()
      .references(() => customers.code),
    sellerCode: text("seller_code")
      .notNull()
      .references(() => sellers.code),
    currency: text("currency").notNull(),
    /** The Monday of the week it speaks of. */
    weekFrom: day("week_from").notNull(),
    expected: minor("expected").notNull(),
    promised: minor("promised").notNull(),
    invoices: integer("invoices").notNull(),
  },
  (t) => [
    primaryKey({ name: "forecasts_key", columns: [t.madeOn, t.weekFrom, t.customerCode, t.sellerCode, t.currency] }),
    index("forecasts_week").on(t.weekFrom, t.madeOn),
    check("forecasts_expected", sql`${t.expected} > 0 and ${t.promised} between 0 and ${t.expected}`),
    check("forecasts_monday", sql`extract(isodow from ${t.weekFrom}) = 1`),
  ],
);
