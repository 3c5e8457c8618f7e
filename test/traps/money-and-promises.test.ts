import { expect } from "vitest";

import { openItems } from "#store/open-items.ts";
import { personByEmail } from "#store/people.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { aMailbox, remindersOf, sendPlanned } from "../support/dunning.ts";
import { eurosOn, heldToday, importedCompany, invoicesCsv, paymentsCsv } from "../support/imported.ts";
import { as, callCard, did, promiseStates, whyNot } from "../support/loop.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

const PROMISE_HEADER = "customer_code,invoice_number,amount,date,given_on";

async function person(world: World, name: string) {
  const found = await personByEmail(world.db, `${name}@exemple.example`);
  if (found === null) throw new Error(`${name} was not imported.`);
  return found;
}

test("trap 12: what is paid between preparing and sending is not asked for any more", async ({ world }) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-18,1000.00,EUR") });
  await runDunning(world.context());
  expect(await remindersOf(world)).toMatchObject([{ step: "first", state: "planned" }]);

  await world.import({ "payments.csv": paymentsCsv("P1,GARNIER,2026-11-24,1000.00,EUR,F1") });
  const mailbox = aMailbox();
  await sendPlanned(world, mailbox);

  expect(mailbox.mails).toEqual([]);
  expect(await remindersOf(world)).toMatchObject([{ state: "dropped", because: "nothing-due" }]);
});

test("trap 13: one transfer for twelve invoices of three subsidiaries, 0.40 short, keeps the promise", async ({
  world,
}) => {
  const numbers = Array.from({ length: 12 }, (_, nth) => ({ number: `F${nth}`, customer: `SUB${nth % 3}` }));
  await importedCompany(world, {
    "customers.csv": `customer_code,name,rep_email,payer_code
GARNIER,Garnier,claire@exemple.example,
SUB0,Garnier Nord,,GARNIER
SUB1,Garnier Sud,,GARNIER
SUB2,Garnier Est,,GARNIER
`,
    "invoices.csv": invoicesCsv(
      ...numbers.map(({ number, customer }) => `${number},${customer},2026-10-01,2026-11-01,100.00,EUR`),
    ),
  });
  await did(
    givePromise(world.context(), as(await person(world, "claire")), { customer: "GARNIER", due: "2026-11-27" }),
  );

  world.clock.set("2026-12-02");
  const paid = numbers.map(
    ({ number }, nth) => `VIR1,GARNIER,2026-11-27,${nth === 11 ? "99.60" : "100.00"},EUR,${number}`,
  );
  const [report] = await world.import({ "payments.csv": paymentsCsv(...paid) });
  expect(report).toMatchObject({ inserted: 12, rejected: [] });
  await world.fresh();
  await judgePromises(world.context());

  expect(await promiseStates(world)).toEqual(["kept"]);
});

test("trap 14: what is paid too much is the customer's, and a sister's payment keeps the promise", async ({
  world,
}) => {
  await importedCompany(world, {
    "customers.csv": `customer_code,name,rep_email,payer_code
GARNIER,Garnier,claire@exemple.example,
SISTER,Garnier Sud,,GARNIER
`,
    "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-01,1000.00,EUR"),
  });
  await did(
    givePromise(world.context(), as(await person(world, "claire")), { customer: "GARNIER", due: "2026-11-27" }),
  );

  world.clock.set("2026-12-02");
  await world.import({ "payments.csv": paymentsCsv("P1,SISTER,2026-11-27,1000.00,EUR,") });
  await world.fresh();
  await judgePromises(world.context());
  expect(await promiseStates(world)).toEqual(["kept"]);

  await world.import({ "payments.csv": paymentsCsv("P2,GARNIER,2026-12-01,1250.00,EUR,F1") });
  expect(await eurosOn(world, "2026-12-02")).toMatchObject({
    openInvoices: 0,
    outstanding: "0.00",
    unallocated: "-1250.00",
  });
});

test("trap 15: a promise for a Sunday waits until Tuesday evening, and is broken on no earlier day", async ({
  world,
}) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-01,1000.00,EUR") });
  await did(
    givePromise(world.context(), as(await person(world, "claire")), { customer: "GARNIER", due: "2026-11-29" }),
  );

  for (const [day, state, held] of [
    ["2026-11-30", "live", "F1 promise"],
    ["2026-12-01", "live", "F1 promise"],
  ] as const) {
    world.clock.set(day);
    await world.fresh();
    await judgePromises(world.context());
    expect([...(await promiseStates(world)), ...(await heldToday(world))]).toEqual([state, held]);
  }
  world.clock.set("2026-12-02");
  await judgePromises(world.context());
  expect([...(await promiseStates(world)), ...(await heldToday(world))]).toEqual(["live", "F1 awaiting-payments"]);
  await world.fresh();
  await judgePromises(world.context());
  expect(await promiseStates(world)).toEqual(["broken"]);
});

test("trap 16: an absurd promise is refused with its reason, in chat and in a file", async ({ world }) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-01,1000.00,EUR") });
  const claire = as(await person(world, "claire"));
  const eur = (minor: bigint) => ({ minor, currency: "EUR" });
  const give = (due: "2026-11-23" | "2036-11-27" | "2026-11-27", amount = eur(1_000n)) =>
    whyNot(givePromise(world.context(), claire, { customer: "GARNIER", due, amount }));

  expect(await give("2026-11-23")).toBe("date-in-past");
  expect(await give("2036-11-27")).toBe("date-too-far");
  expect(await give("2026-11-27", eur(100_001n))).toBe("more-than-owed");
  expect(await give("2026-11-27", eur(0n))).toBe("amount-not-positive");
  expect(await give("2026-11-27", { minor: 100n, currency: "USD" })).not.toBe("done");

  const [report] = await world.import({
    "promises.csv": `${PROMISE_HEADER}
GARNIER,F1,1000.01,2026-11-27,2026-11-20
GARNIER,F1,100.00,2036-11-27,2026-11-20
GARNIER,F1,100.00,2026-11-19,2026-11-20
`,
  });
  expect(report?.rejected.map(({ line, field }) => `${line} ${field}`)).toEqual(["2 amount", "3 date", "4 date"]);
  expect(await promiseStates(world)).toEqual([]);
});

test("trap 17: two clicks within a second are one promise, and the second person sees who was first", async ({
  world,
}) => {
  await importedCompany(world, { "invoices.csv": invoicesCsv("F1,GARNIER,2026-10-01,2026-11-01,1000.00,EUR") });
  const [invoice] = await openItems(world.db, "2026-11-24");
  const claire = await person(world, "claire");
  const paul = await person(world, "paul");
  const ask = await callCard(world, claire, [
    { id: invoice?.id ?? 0, number: "F1", customer: "GARNIER", seller: "default", currency: "EUR", minor: 100_000n },
  ]);
  const click = (who: typeof claire) =>
    givePromise(world.context(), as(who), { customer: "GARNIER", ask, due: "2026-11-27" });

  expect(await whyNot(click(claire))).toBe("done");
  const again = await click(paul);
  const replayed = await click(claire);

  expect(again).toMatchObject({ ok: false, refusal: { why: "already-done", by: "Claire Morel" } });
  expect(replayed.ok).toBe(false);
  expect(await promiseStates(world)).toEqual(["live"]);
});
