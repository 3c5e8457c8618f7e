import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import type { TestProject } from "vitest/node";

import { postgres } from "#store/driver.ts";
import { startEmbeddedPostgres } from "#store/embedded/embedded-postgres.ts";
import { migrate } from "#store/migrate.ts";

const DATA_DIR = fileURLToPath(new URL("../../.relais/test/", import.meta.url));
const ABANDONED_AFTER = "1 hour";

declare module "vitest" {
  export interface ProvidedContext {
    /** The migrated database that every test database is copied from. */
    readonly templateUrl: string;
  }
}

/** Once per run: a server (TEST_DATABASE_URL names another), and on it one migrated template of this run's own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env["TEST_DATABASE_URL"];
  const server = given === undefined ? await startEmbeddedPostgres({ dataDir: DATA_DIR, purpose: "tests" }) : null;
  const serverUrl = server?.url ?? given ?? "";
  const template = `relais_test_${Math.floor(Date.now() / 1000)}_${randomBytes(3).toString("hex")}`;

  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  await dropAbandoned(sql);
  await sql`create database ${sql(template)}`;
  const templateUrl = new URL(serverUrl);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href);
  project.provide("templateUrl", templateUrl.href);

  return async () => {
    await dropAll(sql, await namesLike(sql, `${template}%`));
    await sql.end();
    await server?.stop();
  };
}

/** A run that was killed leaves its databases: their names tell when it began. */
async function dropAbandoned(sql: Sql): Promise<void> {
  const old = await sql<{ datname: string }[]>`
    select datname from pg_database where datname ~ '^relais_test_[0-9]+_'
    and to_timestamp(split_part(datname, '_', 3)::bigint) < now() - ${ABANDONED_AFTER}::interval`;
  await dropAll(
    sql,
    old.map((row) => row.datname),
  );
}

async function namesLike(sql: Sql, pattern: string): Promise<readonly string[]> {
  const rows = await sql<{ datname: string }[]>`select datname from pg_database where datname like ${pattern}`;
  return rows.map((row) => row.datname);
}

async function dropAll(sql: Sql, names: readonly string[]): Promise<void> {
  for (const name of names) await sql`drop database if exists ${sql(name)} with (force)`;
}
