import { index, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { day, instant, minor } from "./columns.ts";

/**
 * The figures of a scope on a day as they were known when they were kept, one row per currency: what trends are drawn from.
 * A day may be kept anew (`figures --recompute`), and is the same then but for what was imported since. Days and percentages
 * in hundredths, which have no limit where next to nothing was sold; null where a figure has no meaning.
 */
export const dailyFigures = pgTable(
  "daily_figures",
  {
    day: day("day").notNull(),
    /** "company", "team:12", "person:7", "seller:FR01". */
    scope: text("scope").notNull(),
    currency: text("currency").notNull(),
    keptAt: instant("kept_at").notNull(),
    outstanding: minor("outstanding").notNull(),
    overdue: minor("overdue").notNull(),
    disputed: minor("disputed").notNull(),
    promised: minor("promised").notNull(),
    chaseable: minor("chaseable").notNull(),
    unallocated: minor("unallocated").notNull(),
    /** Of the 90 days up to the day, as the delays are. */
    collected: minor("collected").notNull(),
    dsoSimple: minor("dso_simple"),
    dsoBestPossible: minor("dso_best_possible"),
    dsoCountback: minor("dso_countback"),
    cei: minor("cei"),
    overdueRate: minor("overdue_rate"),
    promiseKeptRate: minor("promise_kept_rate"),
    disputeDays: minor("dispute_days"),
  },
  (t) => [primaryKey({ columns: [t.scope, t.day, t.currency] }), index("daily_figures_day").on(t.day)],
);
