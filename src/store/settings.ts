import { and, eq, sql } from "drizzle-orm";

import { DEFAULT_SETTINGS, type Settings } from "#domain/settings.ts";
import { settings } from "#store/schema/dunning.ts";
import type { Db } from "#store/store.ts";

/** The company's choices: what is kept, over the defaults. */
export async function loadSettings(db: Db): Promise<Settings> {
  const rows = await db.select({ name: settings.name, value: settings.value }).from(settings);
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(rows.map((row) => [row.name, row.value])) };
}

/** Keeps one choice; the type ties the value to its name. */
export async function saveSetting<Name extends keyof Settings>(
  tx: Db,
  name: Name,
  value: Settings[Name],
  now: Date,
): Promise<void> {
  // Written as text: a JSON null is a value of its own, not a missing one.
  const json = sql`${JSON.stringify(value)}::jsonb`;
  await tx
    .insert(settings)
    .values({ name, value: json, changedAt: now })
    .onConflictDoUpdate({ target: settings.name, set: { value: json, changedAt: now } });
}

/** Since when a choice is true; null while it is not. */
export async function settingTrueSince(db: Db, name: keyof Settings): Promise<Date | null> {
  const [row] = await db
    .select({ at: settings.changedAt })
    .from(settings)
    .where(and(eq(settings.name, name), sql`${settings.value} = 'true'::jsonb`));
  return row?.at ?? null;
}
