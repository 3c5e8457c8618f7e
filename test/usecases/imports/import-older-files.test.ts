import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { count, residuals, settledOn } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const INVOICE_COLUMNS = "number,customer_code,issue_date,due_date,amount,currency";
const PAYMENT_COLUMNS = "reference,customer_code,date,amount,currency,invoice_number";

const OLDER = {
  "customers.csv": "customer_code,name\nC1,A\n",
  "invoices.csv": `${INVOICE_COLUMNS}\nF1,C1,2026-09-01,2026-10-01,100.00,EUR\nF2,C1,2026-09-01,2026-10-01,80.00,EUR\n`,
  "payments.csv": `${PAYMENT_COLUMNS}\nP1,C1,2026-10-02,60.00,EUR,F1\nP2,C1,2026-10-02,80.00,EUR,F2\n`,
};
const NEWER = {
  "invoices.csv": `${INVOICE_COLUMNS}\nF1,C1,2026-09-01,2026-11-01,100.00,EUR\n`,
  "payments.csv": `${PAYMENT_COLUMNS}\nP3,C1,2026-11-03,40.00,EUR,F1\nP2-R,C1,2026-11-04,-80.00,EUR,F2\n`,
};

test("an older file after a newer one neither reopens what was paid nor pays what was returned", async ({ world }) => {
  await world.import(OLDER);
  await world.import(NEWER);
  expect(await residuals(world)).toEqual({ F2: 8_000n });

  for (const name of ["invoices.csv", "payments.csv"] as const) {
    await world.import({ [name]: OLDER[name] });
    expect(await residuals(world)).toEqual({ F2: 8_000n });
  }

  expect(await settledOn(world, "F1")).toBe("2026-11-03");
  expect(await count(world, "allocations")).toBe(4);
});

test("what an older file says otherwise about a known invoice is taken: the file imported last wins", async ({
  world,
}) => {
  await world.import(OLDER);
  await world.import(NEWER);
  expect(await dueDate(world, "F1")).toBe("2026-11-01");

  const [report] = await world.import({ "invoices.csv": OLDER["invoices.csv"] });

  expect(report).toMatchObject({ rows: 2, inserted: 0, updated: 1, unchanged: 1 });
  expect(await dueDate(world, "F1")).toBe("2026-10-01");
  expect(await settledOn(world, "F1")).toBe("2026-11-03");
});

async function dueDate(world: World, number: string): Promise<unknown> {
  const rows = await world.db.execute(sql`select due_date::text as due from invoices where number = ${number}`);
  return rows[0]?.["due"];
}
