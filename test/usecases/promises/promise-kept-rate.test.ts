import { expect } from "vitest";

import type { Day } from "#domain/calendar.ts";
import type { Kpis } from "#domain/kpi.ts";
import { COMPANY } from "#domain/report-scope.ts";
import { cancelPromise } from "#usecases/promises/cancel-promise.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { kpisOf } from "#usecases/reports/kpis.ts";
import { promiseById } from "#store/promises.ts";
import { promises } from "#store/schema/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const CUSTOMERS = `customer_code,name
C1,Garnier
`;
const invoicesOf = (numbers: readonly string[]) =>
  `number,customer_code,issue_date,due_date,amount,currency
${numbers.map((number) => `${number},C1,2026-09-01,2026-10-01,100.00,EUR`).join("\n")}
`;
const paymentsOf = (rows: readonly (readonly [invoice: string, date: Day, amount: string])[]) =>
  `reference,customer_code,date,amount,currency,invoice_number
${rows.map(([invoice, date, amount], n) => `P${n},C1,${date},${amount},EUR,${invoice}`).join("\n")}
`;
const promisesOf = (rows: readonly (readonly [invoice: string, date: Day, given: Day])[]) =>
  `customer_code,invoice_number,amount,date,given_on
${rows.map(([invoice, date, given]) => `C1,${invoice},100.00,${date},${given}`).join("\n")}
`;

async function kpisOn(world: World, day: Day): Promise<Kpis> {
  const kpis = (await kpisOf(world.context(), COMPANY, day)).get("EUR");
  if (kpis === undefined) throw new Error(`Nothing is told of ${day}.`);
  return kpis;
}

test("of promises in the books: kept early, kept in time, kept in part, broken, and two that do not count", async ({
  world,
}) => {
  await world.import({
    "customers.csv": CUSTOMERS,
    "invoices.csv": invoicesOf(["F1", "F2", "F3", "F4", "F5"]),
    "promises.csv": promisesOf([
      ["F1", "2026-11-02", "2026-10-20"],
      ["F2", "2026-11-03", "2026-10-20"],
      ["F3", "2026-11-04", "2026-10-20"],
      ["F4", "2026-11-05", "2026-10-20"],
      // Put off before its day, to a day whose grace is not over yet.
      ["F5", "2026-11-06", "2026-10-20"],
      ["F5", "2026-11-23", "2026-11-05"],
    ]),
    "payments.csv": paymentsOf([
      ["F1", "2026-10-25", "100.00"],
      ["F2", "2026-11-05", "99.50"],
      ["F3", "2026-11-04", "40.00"],
    ]),
  });

  expect(await kpisOn(world, "2026-11-24")).toMatchObject({
    promiseKeptRate: { count: 50, amount: 60 },
    promisesJudged: 4,
    promisesRescheduled: 1,
  });
  // The grace of the first ended on 4 November, of the second on the 5th: that of the 2nd alone was over on the 5th.
  expect(await kpisOn(world, "2026-11-05")).toMatchObject({ promisesJudged: 1, promiseKeptRate: { count: 100 } });
  // The grace of the third was over on 7 November, 90 days before 5 February: it is in on the day before only.
  expect(await kpisOn(world, "2027-02-04")).toMatchObject({ promisesJudged: 2 });
  expect(await kpisOn(world, "2027-02-05")).toMatchObject({ promisesJudged: 1 });
});

test("a promise found broken stays broken, however late the money comes", async ({ world }) => {
  await world.import({ "customers.csv": CUSTOMERS, "invoices.csv": invoicesOf(["F1"]) });
  world.clock.set("2026-10-20");
  await world.import({ "promises.csv": promisesOf([["F1", "2026-11-02", "2026-10-20"]]) });
  world.clock.set("2026-11-06");
  await world.fresh();
  await judgePromises(world.context());
  world.clock.set("2026-11-24");
  await world.import({ "payments.csv": paymentsOf([["F1", "2026-11-20", "100.00"]]) });

  expect(await kpisOn(world, "2026-11-24")).toMatchObject({ promiseKeptRate: { count: 0, amount: 0 } });
});

test("money that comes after the grace does not keep a promise, whether somebody judged it or not", async ({
  world,
}) => {
  await world.import({
    "customers.csv": CUSTOMERS,
    "invoices.csv": invoicesOf(["F1", "F2"]),
    "promises.csv": promisesOf([
      ["F1", "2026-10-12", "2026-10-02"],
      ["F2", "2026-10-12", "2026-10-02"],
    ]),
    "payments.csv": paymentsOf([
      ["F1", "2026-10-14", "100.00"],
      ["F2", "2026-10-20", "100.00"],
    ]),
  });
  const rates = { promiseKeptRate: { count: 50, amount: 50 } };
  expect(await kpisOn(world, "2026-10-16")).toMatchObject(rates);
  expect(await kpisOn(world, "2026-11-24")).toMatchObject(rates);

  await judgePromises(world.context());
  expect(await kpisOn(world, "2026-11-24")).toMatchObject(rates);
});

test("nobody judges a promise before payments of a later day than its grace were heard of", async ({ world }) => {
  world.clock.set("2026-11-04");
  await world.import({
    "customers.csv": CUSTOMERS,
    "invoices.csv": invoicesOf(["F1", "F2"]),
    "promises.csv": promisesOf([["F1", "2026-11-05", "2026-11-04"]]),
    "payments.csv": paymentsOf([["F2", "2026-10-02", "10.00"]]),
  });
  world.clock.set("2026-11-24");
  expect(await kpisOn(world, "2026-11-24")).toMatchObject({ promiseKeptRate: { count: null, amount: null } });

  await world.fresh();
  expect(await kpisOn(world, "2026-11-24")).toMatchObject({ promiseKeptRate: { count: 0, amount: 0 } });
});

test("a cancelled promise is nobody's broken word", async ({ world }) => {
  const finance = await world.person({ name: "Nadia Benali", roles: ["finance"] });
  world.clock.set("2026-10-20");
  await world.import({
    "customers.csv": CUSTOMERS,
    "invoices.csv": invoicesOf(["F1"]),
    "promises.csv": promisesOf([["F1", "2026-11-02", "2026-10-20"]]),
  });
  const [row] = await world.db.select().from(promises);
  await cancelPromise(world.context(), { is: "person", id: finance.id }, { promise: row?.id ?? 0 });
  expect((await promiseById(world.db, row?.id ?? 0))?.state).toBe("cancelled");

  world.clock.set("2026-11-24");
  await world.fresh();
  expect(await kpisOn(world, "2026-11-24")).toMatchObject({ promiseKeptRate: { count: null, amount: null } });
});

test("money that nobody allocated keeps the same promises whether somebody judged them or not", async ({ world }) => {
  await world.import({
    "customers.csv": CUSTOMERS,
    "invoices.csv": invoicesOf(["F1", "F2"]),
    "promises.csv": promisesOf([
      ["F1", "2026-10-12", "2026-10-02"],
      ["F2", "2026-10-13", "2026-10-02"],
    ]),
    "payments.csv": paymentsOf([["", "2026-10-12", "250.00"]]),
  });
  const rates = { promiseKeptRate: { count: 100, amount: 100 } };
  expect(await kpisOn(world, "2026-11-24")).toMatchObject(rates);

  await judgePromises(world.context());
  expect(await kpisOn(world, "2026-11-24")).toMatchObject(rates);
});

test("what the customer has unused at another seller, or of its group, is no reason to miss what came in", async ({
  world,
}) => {
  await world.import({
    "sellers.csv": "seller_code,name\nFR,Relais France\nES,Relais Espagne\n",
    "customers.csv": "customer_code,name,payer_code\nC0,Siège,\nC1,Garnier,C0\n",
    "invoices.csv":
      "number,customer_code,issue_date,due_date,amount,currency,seller\n" +
      "F1,C1,2026-09-01,2026-10-01,100.00,EUR,FR\nF2,C1,2026-09-01,2026-10-01,100.00,EUR,ES\n",
    "payments.csv":
      "reference,customer_code,date,amount,currency,invoice_number,seller\n" +
      "P1,C1,2026-09-20,500.00,EUR,,ES\nP2,C0,2026-09-20,70.00,EUR,,FR\nP3,C1,2026-10-13,100.00,EUR,,FR\n",
    "promises.csv": promisesOf([["F1", "2026-10-12", "2026-10-02"]]),
  });
  expect(await kpisOn(world, "2026-11-24")).toMatchObject({ promiseKeptRate: { count: 100, amount: 100 } });

  const given = await world.db.select().from(promises);
  expect(given.map((promise) => promise.unallocatedWhenGiven)).toEqual([-70_00n]);
  await judgePromises(world.context());
  expect((await world.db.select().from(promises)).map((promise) => promise.state)).toEqual(["kept"]);
});
