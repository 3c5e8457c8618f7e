import type { Sql } from "postgres";
import { expect, test } from "vitest";

import { postgres } from "#store/driver.ts";
import { migrate } from "#store/migrate.ts";
import { openTestDatabase } from "../support/database.ts";

test("replicas that start together migrate once, and a later start changes nothing", async () => {
  const database = await openTestDatabase();
  const sql = postgres(database.url, { max: 1, onnotice: () => undefined });
  await sql`drop schema public cascade`;
  await sql`create schema public`;
  await sql`drop schema if exists drizzle cascade`;

  await Promise.all([migrate(database.url), migrate(database.url), migrate(database.url)]);
  const applied = await appliedMigrations(sql);
  await migrate(database.url);

  expect(await appliedMigrations(sql)).toEqual(applied);
  expect(applied.length).toBeGreaterThan(0);
  expect(new Set(applied).size).toBe(applied.length);
  await sql.end();
  await database.close();
});

async function appliedMigrations(sql: Sql): Promise<readonly string[]> {
  const [exists] = await sql`select to_regclass('drizzle.__drizzle_migrations') as found`;
  if (exists?.["found"] === null) return [];
  const rows = await sql<{ hash: string }[]>`select hash from drizzle.__drizzle_migrations order by id`;
  return rows.map((row) => row.hash);
}
