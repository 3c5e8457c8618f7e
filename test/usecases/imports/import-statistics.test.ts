import { expect } from "vitest";

import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const ROWS = 1_000;

test("after a large file the database knows its tables, so that no query is planned for empty ones", async ({
  world,
}) => {
  const rows = Array.from({ length: ROWS }, (_, n) => n);
  expect(await known(world)).toEqual([]);

  await world.import({
    "customers.csv": "customer_code,name\nC1,A\n",
    "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency\n${rows
      .map((n) => `F${n},C1,2026-09-01,2026-10-01,100.00,EUR\n`)
      .join("")}`,
  });
  expect(await known(world)).toEqual(["events", "invoices"]);

  await world.import({
    "payments.csv": `reference,customer_code,date,amount,currency,invoice_number\n${rows
      .map((n) => `P${n},C1,2026-10-01,100.00,EUR,F${n}\n`)
      .join("")}`,
  });
  expect(await known(world)).toEqual(["allocations", "events", "invoices", "payments"]);
});

async function known(world: World): Promise<readonly unknown[]> {
  const rows = await world.store.bulk`
    select distinct tablename as name from pg_stats
    where tablename in ('customers', 'invoices', 'events', 'payments', 'allocations') order by 1`;
  return rows.map((row) => row["name"]);
}
