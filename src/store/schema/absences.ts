import { sql } from "drizzle-orm";
import { check, index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

import { CLOCK_STAGES, type ClockStage } from "#domain/ask-clock.ts";
import { day, id, instant, oneOf } from "./columns.ts";
import { asks } from "./loop.ts";
import { people } from "./people.ts";

/** When a person is not there, both days included, and who stands in; one that was cut short or taken back ends earlier. */
export const absences = pgTable(
  "absences",
  {
    id: id(),
    personId: integer("person_id")
      .notNull()
      .references(() => people.id),
    fromOn: day("from_on").notNull(),
    untilOn: day("until_on").notNull(),
    delegateId: integer("delegate_id").references(() => people.id),
    recordedAt: instant("recorded_at").notNull(),
    /** Taken back before it began. */
    cancelledAt: instant("cancelled_at"),
  },
  (t) => [
    index("absences_person").on(t.personId, t.untilOn),
    check("absences_days", sql`${t.untilOn} >= ${t.fromOn}`),
    check("absences_no_self", sql`${t.delegateId} <> ${t.personId}`),
  ],
);

/** What the clock on people told of an ask, so that each stage is told once; `since` = the day its clock began. */
export const clockTellings = pgTable(
  "clock_tellings",
  {
    askId: integer("ask_id")
      .notNull()
      .references(() => asks.id),
    stage: text("stage").$type<ClockStage>().notNull(),
    since: day("since").notNull(),
    toldOn: day("told_on").notNull(),
    /** The manager who was told; null = everybody of a role, or whoever holds it. */
    toldId: integer("told_id").references(() => people.id),
  },
  (t) => [
    primaryKey({ columns: [t.askId, t.stage, t.since] }),
    index("clock_tellings_day").on(t.toldOn),
    check("clock_tellings_stage", oneOf(t.stage, CLOCK_STAGES)),
  ],
);
