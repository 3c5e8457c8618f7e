import { describe, expect } from "vitest";

import { eq } from "drizzle-orm";

import { addDays, type Day } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { COMPANY } from "#domain/report-scope.ts";
import { plainCard } from "#cards/plain.ts";
import { forecasts } from "#store/schema/forecasts.ts";
import { promises } from "#store/schema/loop.ts";

import { forecastErrors, forecastOf } from "#usecases/reports/forecast.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { makeForecasts } from "#usecases/reports/make-forecasts.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { showForecast } from "#usecases/reports/show-forecast.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const TODAY: Day = "2026-11-24";

/** Three invoices settled so many days late each. */
async function paysLate(world: World, customer: string, days: number): Promise<void> {
  for (const due of ["2026-07-01", "2026-08-03", "2026-09-01"] as const) {
    const invoice = await world.invoice({ customer, due, amount: "10.00" });
    await world.payment({ invoice, amount: "10.00", date: addDays(due, days) });
  }
}

async function companyForecast(world: World, weeks = 4) {
  const [forecast] = await forecastOf(world.context(), COMPANY, TODAY, weeks);
  if (forecast === undefined) throw new Error("Nothing is forecast.");
  return forecast;
}

describe("what is expected, week by week", () => {
  test("what was paid on the day asked counts in the habit, though the money was taken back since", async ({
    world,
  }) => {
    const rows = ["2026-07-01", "2026-08-03", "2026-09-01"] as const;
    await world.import({
      "customers.csv": "customer_code,name\nC1,Garnier\nC2,Roux\n",
      "invoices.csv":
        "number,customer_code,issue_date,due_date,amount,currency\n" +
        rows.map((due, n) => `F${n},C1,2026-06-01,${due},10.00,EUR\nG${n},C2,2026-06-01,${due},10.00,EUR\n`).join("") +
        "F9,C1,2026-10-01,2026-10-31,100.00,EUR\n",
      "payments.csv":
        "reference,customer_code,date,amount,currency,invoice_number\n" +
        rows
          .map((due, n) => `P${n},C1,${addDays(due, 40)},10.00,EUR,F${n}\nQ${n},C2,${due},10.00,EUR,G${n}\n`)
          .join("") +
        "P9,C1,2026-11-20,-10.00,EUR,F2\n",
    });
    const forecastOn = async (day: Day) =>
      (await forecastOf(world.context(), COMPANY, day, 8))[0]?.weeks.find(({ expected }) => expected === 10_000n);

    // Paid 40 days late three times, until 20 November: 10 December.
    expect(await forecastOn("2026-11-13")).toMatchObject({ week: "2026-W50" });
    expect(await forecastOn("2026-10-20")).toMatchObject({ week: "2026-W50" });
  });

  test("by the customer's habit, from the due date, on a payment day", async ({ world }) => {
    const customer = await world.customer();
    await paysLate(world, customer, 12);
    await world.invoice({ customer, due: "2026-11-16", amount: "100.00" }); // Saturday 28 November: the Monday after
    await world.invoice({ customer, due: "2026-11-14", amount: "30.00" }); // Thursday 26 November
    await world.invoice({ customer, due: "2026-11-11", amount: "7.00" }); // yesterday
    await world.invoice({ customer, issued: "2026-11-01", due: "2027-01-10", amount: "4.00" });

    const { weeks, shouldHaveCome, later } = await companyForecast(world);
    expect(weeks.map(({ week, expected }) => [week, expected])).toEqual([
      ["2026-W48", 3_000n],
      ["2026-W49", 10_000n],
      ["2026-W50", 0n],
      ["2026-W51", 0n],
    ]);
    expect(weeks[0]?.byMethod["customer-habit"]).toBe(3_000n);
    expect(shouldHaveCome).toMatchObject({ expected: 700n, invoices: 1 });
    expect(later.expected).toBe(400n);
  });

  test("a customer without history pays as its segment does, else as everybody does", async ({ world }) => {
    const shop = await world.customer({ segment: "shop" });
    await paysLate(world, shop, 20);
    const farm = await world.customer({ segment: "farm" });
    await paysLate(world, farm, 0);
    const likeShops = await world.customer({ segment: "shop" });
    const likeAll = await world.customer();
    await world.invoice({ customer: likeShops, due: "2026-11-25", amount: "100.00" }); // + 20: 15 December
    await world.invoice({ customer: likeAll, due: "2026-11-25", amount: "50.00" }); // + 10: 5 December, a Saturday

    const { weeks } = await companyForecast(world);
    expect(weeks.map(({ byMethod }) => [byMethod["segment-habit"], byMethod["company-habit"]])).toEqual([
      [0n, 0n],
      [0n, 0n],
      [0n, 5_000n],
      [10_000n, 0n],
    ]);
  });

  test("a promise names the day of what it covers, a dispute has none, the rest goes by habit: each euro once", async ({
    world,
  }) => {
    await world.seller({ live: "2026-10-01" });
    const claire = await world.person();
    const customer = await world.customer({ rep: claire });
    const invoice = await world.invoice({ customer, due: "2026-11-20", amount: "1000.00" });
    await world.invoice({ customer, due: "2026-11-30", amount: "50.00" });
    const actor = { is: "person", id: claire.id } as const;
    const disputed = await openDispute(world.context(), actor, {
      customer,
      category: "price",
      lines: [{ invoice: invoice.id, amount: { minor: 20_000n, currency: "EUR" } }],
    });
    expect(disputed.ok).toBe(true);
    const given = await givePromise(world.context(), actor, {
      customer,
      due: "2026-12-05",
      amount: { minor: 60_000n, currency: "EUR" },
    });
    expect(given.ok).toBe(true);

    const forecast = await companyForecast(world);
    expect(forecast.disputed).toBe(20_000n);
    expect(forecast.shouldHaveCome.expected).toBe(20_000n);
    expect(forecast.weeks.map(({ expected, promised }) => [expected, promised])).toEqual([
      [0n, 0n],
      [5_000n, 0n],
      [60_000n, 60_000n],
      [0n, 0n],
    ]);
  });

  test("a promise whose day is past should have come, even while its grace runs", async ({ world }) => {
    await world.seller({ live: "2026-10-01" });
    const claire = await world.person();
    const customer = await world.customer({ rep: claire });
    await world.invoice({ customer, due: "2026-11-10", amount: "1000.00" });
    await givePromise(world.context(), { is: "person", id: claire.id }, { customer, due: "2026-11-25" });
    world.clock.set("2026-11-26");

    const [forecast] = await forecastOf(world.context(), COMPANY, "2026-11-26", 1);
    expect(forecast).toMatchObject({ shouldHaveCome: { promised: 100_000n }, weeks: [{ expected: 0n }] });
  });

  test("a promise that was taken back, and one broken, say nothing any more", async ({ world }) => {
    const claire = await world.person();
    const customer = await world.customer({ rep: claire });
    await world.invoice({ customer, due: "2026-11-27", amount: "1000.00" });
    await givePromise(world.context(), { is: "person", id: claire.id }, { customer, due: "2026-12-10" });
    await world.db.update(promises).set({ undoneAt: world.clock.now() });
    expect((await companyForecast(world)).weeks.map(({ promised }) => promised)).toEqual([0n, 0n, 0n, 0n]);

    await world.db.update(promises).set({ undoneAt: null, state: "broken", stateOn: TODAY });
    expect((await companyForecast(world)).weeks.map(({ expected }) => expected)).toEqual([100_000n, 0n, 0n, 0n]);
  });

  test("as it stood on a day: what was paid, promised or issued later did not exist", async ({ world }) => {
    const customer = await world.customer();
    const paid = await world.invoice({ customer, due: "2026-11-06", amount: "80.00" });
    await world.payment({ invoice: paid, amount: "80.00", date: "2026-11-12" });
    await world.invoice({ customer, issued: "2026-11-10", due: "2026-11-13", amount: "5.00" });

    const [forecast] = await forecastOf(world.context(), COMPANY, "2026-11-02", 2);
    expect(forecast?.weeks.map(({ expected, byMethod }) => [expected, byMethod["due-date"]])).toEqual([
      [8_000n, 8_000n],
      [0n, 0n],
    ]);
  });

  test("currencies are never summed, and a scope holds its own customers only", async ({ world }) => {
    const [claire, marc] = [await world.person(), await world.person({ name: "Marc Roy" })];
    const [hers, his] = [await world.customer({ rep: claire }), await world.customer({ rep: marc })];
    await world.invoice({ customer: hers, due: TODAY, amount: "10.00" });
    await world.invoice({ customer: hers, due: TODAY, amount: "20.00", currency: "USD" });
    await world.invoice({ customer: his, due: TODAY, amount: "500.00" });

    const found = await forecastOf(world.context(), { is: "person", person: claire.id }, TODAY, 1);
    expect(found.map(({ currency, weeks }) => [currency, weeks[0]?.expected])).toEqual([
      ["EUR", 1_000n],
      ["USD", 2_000n],
    ]);
  });
});

describe("what the last forecasts got wrong", () => {
  test("a forecast is kept once a week, whatever the number of runs, and never changed", async ({ world }) => {
    const customer = await world.customer();
    await world.invoice({ customer, due: "2026-11-26", amount: "100.00" });
    await world.invoice({ customer, due: "2026-12-03", amount: "40.00" });
    await makeForecasts(world.context());
    await world.invoice({ customer, due: "2026-12-04", amount: "999.00" });
    await Promise.all([makeForecasts(world.context()), makeForecasts(world.context())]);

    expect(await world.db.select().from(forecasts).orderBy(forecasts.weekFrom)).toMatchObject([
      { madeOn: TODAY, weekFrom: "2026-11-23", expected: 10_000n, promised: 0n },
      { madeOn: TODAY, weekFrom: "2026-11-30", expected: 4_000n },
    ]);
  });

  test("what was said is compared with what came, newest week first, in percent", async ({ world }) => {
    const customer = await world.customer();
    const invoice = await world.invoice({ customer, due: "2026-12-03", amount: "200.00" });
    await makeForecasts(world.context()); // on Tuesday 24 November, of the week of 30 November
    await world.payment({ invoice, amount: "184.00", date: "2026-12-06" });
    await world.payment({ customer, amount: "50.00", date: "2026-12-07" });
    world.clock.set("2026-12-09");

    const [last, ...older] = await forecastErrors(world.context(), COMPANY);
    expect(last).toEqual({
      currency: "EUR",
      week: "2026-W49",
      from: "2026-11-30",
      until: "2026-12-06",
      expected: 20_000n,
      collected: 18_400n,
      percent: -8,
      madeOn: TODAY,
    });
    expect(older).toEqual([]);
  });

  test("a week that nobody forecast is worked out as of its Monday, and says so", async ({ world }) => {
    const customer = await world.customer();
    const invoice = await world.invoice({ customer, due: "2026-11-18", amount: "200.00" });
    await world.payment({ invoice, amount: "200.00", date: "2026-11-19" });

    expect(await forecastErrors(world.context(), COMPANY)).toMatchObject([
      { week: "2026-W47", expected: 20_000n, collected: 20_000n, percent: 0, madeOn: null },
    ]);
  });

  test("forecasts older than a year are forgotten", async ({ world }) => {
    const customer = await world.customer();
    await world.invoice({ customer, due: "2026-11-26", amount: "100.00" });
    await makeForecasts(world.context());
    world.clock.set("2028-02-01");
    await makeForecasts(world.context());

    expect(await world.db.select().from(forecasts).where(eq(forecasts.madeOn, TODAY))).toEqual([]);
  });
});

describe("/previsionnel", () => {
  const read = async (world: World, viewer: Person, asked = {}) => {
    const shown = await showForecast(world.context(), viewer, asked);
    return shown.ok ? plainCard(shown.value.card) : shown.refusal.why;
  };

  test("shows the weeks, their invoices with the method of each, page by page, and all of it adds up", async ({
    world,
  }) => {
    const claire = await world.person();
    const customer = await world.customer({ rep: claire, name: "Garnier" });
    await paysLate(world, customer, 2);
    for (let n = 1; n <= 12; n += 1) {
      await world.invoice({ customer, number: `N${n}`, due: "2026-11-24", amount: `${n}00.00` });
    }
    const whole = await read(world, claire);
    expect(whole).toContain("Prévisionnel\u202f: vos clients");
    expect(whole).toContain("Semaine 48, en cours, jusqu'au 29 novembre\u202f: 7\u202f800\u00a0€ (12 factures)");

    const first = await read(world, claire, { in: "2026-W48", currency: "EUR" });
    expect(first).toContain(
      "Garnier, N12\u202f: 1\u202f200\u00a0€, jeudi 26 novembre (selon l'habitude du client\u202f: 2 jours après le 24 novembre, date prévue)",
    );
    expect(first).not.toContain("N2\u202f:");
    expect(await read(world, claire, { in: "2026-W48", currency: "EUR", page: 1 })).toContain("N2\u202f: 200\u00a0€");
  });

  test("is each one's own: a rep sees neither the company's nor a colleague's, and a forged week is refused", async ({
    world,
  }) => {
    const claire = await world.person();
    const marc = await world.person({ name: "Marc Roy" });
    const nadia = await world.person({ name: "Nadia Finance", roles: ["finance"], locale: "en" });
    await world.invoice({ customer: await world.customer({ rep: marc }), due: TODAY, amount: "700.00" });

    expect(await read(world, claire, { scope: "company" })).toBe("not-allowed");
    expect(await read(world, claire, { scope: `person:${marc.id}`, in: "2026-W48" })).toBe("not-allowed");
    expect(await read(world, claire, { scope: "seller:none" })).toBe("not-allowed");
    expect(await read(world, nadia, { scope: `person:${marc.id}` })).toContain("€700");
    expect(await read(world, nadia, { scope: "company", in: "1999-W01" })).toBe("gone");
    expect(await read(world, claire)).toContain("rien à prévoir");
  });
});
