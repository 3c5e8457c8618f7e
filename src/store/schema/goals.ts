import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { GOAL_PERIODS, type GoalPeriod } from "#domain/cash-goal.ts";
import { day, instant, minor, oneOf } from "./columns.ts";
import { people } from "./people.ts";

/**
 * Cash to collect per week or month in a scope (domain/report-scope.ts), by currency. A goal holds from the first day of a
 * period until a later one; zero = no goal from then on, so that past reports keep theirs.
 */
export const cashGoals = pgTable(
  "cash_goals",
  {
    scope: text("scope").notNull(),
    period: text("period").$type<GoalPeriod>().notNull(),
    currency: text("currency").notNull(),
    fromOn: day("from_on").notNull(),
    amount: minor("amount").notNull(),
    setBy: integer("set_by")
      .notNull()
      .references(() => people.id),
    setAt: instant("set_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.period, t.currency, t.fromOn] }),
    check("cash_goals_period", oneOf(t.period, GOAL_PERIODS)),
    check("cash_goals_amount", sql`${t.amount} >= 0`),
  ],
);
