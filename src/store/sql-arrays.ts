import { sql, type SQL } from "drizzle-orm";

/** Texts as one parameter of type text[], whatever they hold; for `= any(...)` and for functions. */
export function textArray(values: readonly string[]): SQL {
  return sql`${`{${values.map(quoted).join(",")}}`}::text[]`;
}

/** Whole numbers as one parameter of type int[]. */
export function intArray(values: readonly number[]): SQL {
  return sql`${`{${values.join(",")}}`}::int[]`;
}

function quoted(value: string): string {
  return `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
