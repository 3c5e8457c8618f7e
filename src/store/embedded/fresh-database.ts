import { randomBytes } from "node:crypto";

import { postgres } from "#store/driver.ts";

/**
 * Makes an empty database of its own on a server and returns its address; those that earlier runs left are dropped, unless
 * somebody is still connected. A lost last second does not matter here, so commits do not wait for the disk.
 */
export async function makeFreshDatabase(serverUrl: string, purpose: string): Promise<string> {
  const sql = postgres(serverUrl, { max: 1, onnotice: () => undefined });
  try {
    const left = await sql<{ datname: string }[]>`
      select datname from pg_database d where starts_with(datname, ${`${purpose}_`})
      and not exists (select from pg_stat_activity a where a.datname = d.datname)`;
    for (const { datname } of left) await sql`drop database if exists ${sql(datname)}`;
    const name = `${purpose}_${randomBytes(6).toString("hex")}`;
    await sql`create database ${sql(name)}`;
    await sql`alter database ${sql(name)} set synchronous_commit to off`;
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  } finally {
    await sql.end();
  }
}
