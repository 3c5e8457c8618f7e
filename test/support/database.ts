import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { inject } from "vitest";

import { postgres } from "#store/driver.ts";

/** A migrated, empty database of its own, with the real server behind it. */
export type TestDatabase = {
  readonly url: string;
  /** Drops it, whoever is still connected. */
  close(): Promise<void>;
};

/**
 * Copies the run's migrated template, which takes some tens of milliseconds: once per test file is the custom. `from` =
 * another database that nobody is connected to.
 */
export async function openTestDatabase(from: string | null = null): Promise<TestDatabase> {
  const runs = new URL(inject("templateUrl"));
  const template = new URL(from ?? runs);
  const templateName = template.pathname.slice(1);
  const name = `${runs.pathname.slice(1)}_${randomBytes(4).toString("hex")}`;
  const url = new URL(template);
  url.pathname = `/${name}`;

  await onServer(template, (sql) => sql`create database ${sql(name)} template ${sql(templateName)} strategy file_copy`);
  return {
    url: url.href,
    close: async () => {
      await onServer(template, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
    },
  };
}

/** Not through the template itself: a database that somebody is connected to cannot be copied. */
async function onServer(template: URL, command: (sql: Sql) => Promise<unknown>): Promise<void> {
  const admin = new URL(template);
  admin.pathname = "/postgres";
  const sql = postgres(admin.href, { max: 1, onnotice: () => undefined });
  try {
    await command(sql);
  } finally {
    await sql.end();
  }
}
