import { sql, type SQL } from "drizzle-orm";
import { bigint, date, integer, timestamp, type AnyPgColumn } from "drizzle-orm/pg-core";

import type { Day } from "#domain/calendar.ts";

/** A surrogate key: small enough to be a plain number everywhere. */
export const id = () => integer("id").primaryKey().generatedAlwaysAsIdentity();

/** An amount in minor units; never a float, never an int4 (trap 10). */
export const minor = (name: string) => bigint(name, { mode: "bigint" });

/** A day without a time of day or a zone. */
export const day = (name: string) => date(name, { mode: "string" }).$type<Day>();

/** An instant, kept in UTC. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** A closed list as a check: the list itself lives in the domain. */
export function oneOf(column: AnyPgColumn, values: readonly string[]): SQL {
  return sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`;
}
