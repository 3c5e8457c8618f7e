import { expect, test } from "vitest";

import { postgres } from "#store/driver.ts";
import { openTestDatabase } from "../support/database.ts";

test("a query in a transaction whose connection died is rejected, and the next transaction works", async () => {
  const database = await openTestDatabase();
  const closed = Promise.withResolvers<void>();
  const pool = postgres(database.url, { max: 1, onnotice: () => undefined, onclose: () => closed.resolve() });
  const killer = postgres(database.url, { max: 1, onnotice: () => undefined });
  const answers: unknown[] = [];

  const transaction = pool.begin(async (tx) => {
    const [me] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
    await killer`select pg_terminate_backend(${me?.pid ?? 0}, 5000)`;
    await closed.promise;
    answers.push(await tx`select 1`.catch((error: unknown) => error));
    answers.push(await tx`select 2`.catch((error: unknown) => error));
  });

  await expect(transaction).rejects.toThrow("CONNECTION_CLOSED");
  await expect.poll(() => answers).toMatchObject([{ code: "CONNECTION_CLOSED" }, { code: "CONNECTION_CLOSED" }]);
  await expect(pool.begin((tx) => tx`select 3 as three`)).resolves.toMatchObject([{ three: 3 }]);
  await Promise.all([pool.end(), killer.end()]);
  await database.close();
});
