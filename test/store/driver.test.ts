import type { Sql, TransactionSql } from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";

import { postgres } from "#store/driver.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";

let database: TestDatabase;
let pool: Sql;
let closed: PromiseWithResolvers<void>;

beforeEach(async () => {
  database = await openTestDatabase();
  closed = Promise.withResolvers();
  pool = postgres(database.url, { max: 1, onnotice: () => undefined, onclose: () => closed.resolve() });
});

afterEach(async () => {
  await pool.end();
  await database.close();
});

test("a query in a transaction whose connection died is rejected, and the next transaction works", async () => {
  const answers: unknown[] = [];
  const end = Promise.withResolvers<void>();

  const transaction = pool.begin(async (tx) => {
    await killConnectionOf(tx);
    answers.push(await tx`select 1`.catch((error: unknown) => error));
    answers.push(await tx`select 2`.catch((error: unknown) => error));
    end.resolve();
  });

  await expect(transaction).rejects.toThrow("CONNECTION_CLOSED");
  // Started at every moment of the other's end: none of them may pull it down.
  const next = pool.begin((tx) => tx`select 3 as three`);
  await end.promise;
  const last = pool.begin((tx) => tx`select 4 as four`);
  expect(answers).toMatchObject([{ code: "CONNECTION_CLOSED" }, { code: "CONNECTION_CLOSED" }]);
  await expect(next).resolves.toMatchObject([{ three: 3 }]);
  await expect(last).resolves.toMatchObject([{ four: 4 }]);
});

test("what a dead transaction still writes does not end up in the one that follows on its connection", async () => {
  await pool`create table ledger (line text)`;
  const died = Promise.withResolvers<void>();
  const followed = Promise.withResolvers<void>();
  const late = Promise.withResolvers<unknown>();

  const dead = pool.begin(async (tx) => {
    await killConnectionOf(tx);
    died.resolve();
    await followed.promise;
    late.resolve(await tx`insert into ledger values ('of the dead')`.catch((error: unknown) => error));
  });
  const deadAnswer = dead.catch((error: unknown) => error);
  await died.promise;
  await pool.begin(async (tx) => {
    await tx`insert into ledger values ('of the living')`;
    followed.resolve();
    expect(await late.promise).toMatchObject({ code: "CONNECTION_CLOSED" });
  });

  expect(await deadAnswer).toMatchObject({ code: "CONNECTION_CLOSED" });
  expect(await pool`select line from ledger`).toMatchObject([{ line: "of the living" }]);
});

async function killConnectionOf(tx: TransactionSql): Promise<void> {
  const [me] = await tx<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const killer = postgres(database.url, { max: 1, onnotice: () => undefined });
  await killer`select pg_terminate_backend(${me?.pid ?? 0}, 5000)`;
  await Promise.all([killer.end(), closed.promise]);
}
