import { expect } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { showFigures } from "#usecases/reports/show-figures.ts";
import { LEDGER } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

test("figures of a day: open, overdue, aged, unused credit, most overdue first", async ({ world }) => {
  await world.import(LEDGER);
  await world.import({
    "promises.csv": `customer_code,invoice_number,amount,date,given_on
00012,F2,150.00,2026-11-27,2026-11-16
`,
    "disputes.csv": `customer_code,invoice_number,amount,category,opened_on
00012,F1,120.00,price,2026-11-10
`,
  });

  expect(await figures(world, "2026-11-24")).toEqual({
    asOf: "2026-11-24",
    currencies: {
      EUR: {
        openInvoices: 3,
        outstanding: "1200.00",
        overdueInvoices: 2,
        overdue: "900.00",
        notDue: "300.00",
        disputed: "120.00",
        promised: "150.00",
        // F1: 500.00 less 120.00 disputed; F2: 400.00 less 150.00 promised.
        chaseable: "630.00",
        unallocated: "-90.00",
        aged: { notDue: "300.00", "1-30": "400.00", "31-60": "500.00", "61-90": "0.00", "90+": "0.00" },
        // Sold since 26 August: 1 000 + 500 + 300 - 200 - 50 = 1 550.00.
        dsoSimple: 69.68,
        dsoBestPossible: 17.42,
        averageDaysDelinquent: 52.26,
        // 24 days of November and all of October (550.00), then 650 of September's 1 000.
        dsoCountback: 74.5,
        dsoCountbackBeyond: null,
        cei: 0,
        overdueRate: 75,
        promiseKeptRate: { count: null, amount: null },
        disputeDays: { median: null, mean: null },
        collected: "440.00",
        window: { from: "2026-08-26", to: "2026-11-24" },
        top: [{ customer: "00012", overdue: "900.00" }],
      },
    },
  });
});

test("a day in the past is a replay: what came later did not exist", async ({ world }) => {
  await world.import(LEDGER);

  // F1 is due that day, F2 and F3 were issued that day, the credit notes and payments came later.
  expect((await figures(world, "2026-10-01")).currencies).toEqual({
    EUR: expect.objectContaining({
      openInvoices: 3,
      outstanding: "1800.00",
      overdueInvoices: 0,
      overdue: "0.00",
      unallocated: "0.00",
    }),
  });
  expect((await figures(world, "2026-10-15")).currencies["EUR"]).toMatchObject({
    outstanding: "1600.00",
    overdue: "800.00",
    unallocated: "-50.00",
  });
  expect((await figures(world, "2026-08-31")).currencies).toEqual({});
});

test("a currency is never added to another, and has its own digits", async ({ world }) => {
  const customer = await world.customer();
  await world.invoice({ customer, due: "2026-11-01", amount: "10.50" });
  await world.invoice({ customer, due: "2026-11-01", amount: "1000", currency: "JPY" });
  await world.payment({ customer, amount: "5.000", currency: "TND" });

  const { currencies } = await figures(world, "2026-11-24");
  expect(Object.entries(currencies).map(([code, { overdue, unallocated }]) => [code, overdue, unallocated])).toEqual([
    ["EUR", "10.50", "0.00"],
    ["JPY", "1000", "0"],
    ["TND", "0.000", "-5.000"],
  ]);
});

test("outstanding and unallocated make the balance of the accounts, credit balances included", async ({ world }) => {
  const customer = await world.customer();
  const invoice = await world.invoice({ customer, due: "2026-11-01", amount: "100.00" });
  await world.payment({ invoice, amount: "130.00" });
  await world.invoice({ customer, due: "2026-11-01", amount: "40.00", kind: "credit_note" });
  await world.invoice({ customer, due: "2026-12-01", amount: "25.00" });

  expect((await figures(world, "2026-11-24")).currencies["EUR"]).toMatchObject({
    openInvoices: 1,
    outstanding: "25.00",
    unallocated: "-70.00",
  });
});

test("the most overdue are named first, ties by code, as many as asked", async ({ world }) => {
  for (const [code, amount] of [
    ["C3", "10.00"],
    ["C1", "10.00"],
    ["C2", "30.00"],
    ["C4", "5.00"],
  ] as const) {
    await world.invoice({ customer: await world.customer({ code }), due: "2026-11-01", amount });
  }
  const top = (await figures(world, "2026-11-24", null, 3)).currencies["EUR"]?.top;
  expect(top?.map(({ customer }) => customer)).toEqual(["C2", "C1", "C3"]);
});

test("a scope is a person's customers, a manager's team with a leaver's, or a seller's", async ({ world }) => {
  const manager = await world.person({ name: "Paul Roy", roles: ["manager"] });
  const rep = await world.person({ name: "Claire Morel", managerId: manager.id });
  const leaver = await world.person({ name: "Luc Petit", managerId: manager.id, active: false });
  await world.seller({ code: "S1" });
  await world.seller({ code: "S2" });
  const owed = async (owner: typeof rep | null, seller: string, amount: string) =>
    world.invoice({ customer: await world.customer({ rep: owner }), seller, due: "2026-11-01", amount });
  await owed(rep, "S1", "1.00");
  await owed(rep, "S2", "2.00");
  await owed(leaver, "S1", "4.00");
  await owed(manager, "S1", "8.00");
  await owed(null, "S2", "16.00");

  const outstanding = async (scope: string | null) =>
    (await figures(world, "2026-11-24", scope)).currencies["EUR"]?.outstanding;
  expect(await outstanding(null)).toBe("31.00");
  expect(await outstanding(`person:${rep.email}`)).toBe("3.00");
  expect(await outstanding(`person:${manager.email}`)).toBe("12.00");
  expect(await outstanding(`team:${manager.email}`)).toBe("15.00");
  expect(await outstanding("seller:S2")).toBe("18.00");
});

test.for(["person:nobody@x.fr", "seller:S9", "team:", "customer:C1"])("%s is no scope", async (scope, { world }) => {
  expect(await showFigures(world.context(), { asOf: "2026-11-24", scope, top: 10 })).toBe("unknown-scope");
});

async function figures(world: World, asOf: Day, scope: string | null = null, top = 10) {
  const shown = await showFigures(world.context(), { asOf, scope, top });
  if (shown === "unknown-scope") throw new Error(`${scope} is no scope.`);
  return shown;
}
