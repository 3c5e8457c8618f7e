import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { migrate as applyMigrations } from "drizzle-orm/postgres-js/migrator";

import { drizzle, postgres } from "#store/driver.ts";

const MIGRATIONS_FOLDER = fileURLToPath(new URL("../../migrations/", import.meta.url));
/** Any number does, as long as every release keeps it: two replicas that start together must ask for the same lock. */
const MIGRATION_LOCK = 7_251_904;

/**
 * Brings the database up to the newest schema; does nothing when it is there already. Replicas that start together wait
 * for each other. Throws what PostgreSQL says when a migration cannot be applied; nothing of that migration remains then.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    if (existsSync(`${MIGRATIONS_FOLDER}meta/_journal.json`)) {
      await applyMigrations(drizzle(sql), { migrationsFolder: MIGRATIONS_FOLDER });
    }
  } finally {
    // Ending the session gives the lock back.
    await sql.end();
  }
}
