import { sql } from "drizzle-orm";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";

import { drizzle, postgres } from "#store/driver.ts";
import { promptSocket } from "#store/prompt-socket.ts";

/** A connection pool or a transaction: every store function takes one first. */
export type Db = Pick<
  PostgresJsDatabase,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "execute" | "transaction" | "$count"
>;

export interface Store {
  readonly db: Db;
  /** For bulk work that drizzle has no word for (COPY). Its own connections: never mix both in one transaction. */
  readonly bulk: Sql<{ bigint: bigint }>;
  close(): Promise<void>;
}

const CONNECTIONS_MAX = 10;
const BULK_CONNECTIONS_MAX = 2;
const CLOSE_SECONDS_MAX = 5;

/**
 * Opens the pools. int8 comes back as bigint, days as "YYYY-MM-DD". Mind that `db.execute` gives instants as text (drizzle
 * switches the parsers off) and that its type parameter is an unchecked cast.
 */
export function openStore(databaseUrl: string): Store {
  const client = postgres(databaseUrl, {
    max: CONNECTIONS_MAX,
    types: { bigint: postgres.BigInt },
    onnotice: () => {},
  });
  // Named first, because the driver's types do not know its option `socket`.
  const forBulk = {
    max: BULK_CONNECTIONS_MAX,
    types: { bigint: postgres.BigInt },
    onnotice: () => {},
    socket: promptSocket,
  };
  const bulk = postgres(databaseUrl, forBulk);
  return {
    db: drizzle(client),
    bulk,
    async close() {
      await Promise.all([client.end({ timeout: CLOSE_SECONDS_MAX }), bulk.end({ timeout: CLOSE_SECONDS_MAX })]);
    },
  };
}

/** Whether the database answers. */
export async function isReachable(db: Db): Promise<boolean> {
  try {
    await db.execute(sql`select 1`);
    return true;
  } catch {
    return false;
  }
}
