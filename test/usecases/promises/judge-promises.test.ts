import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { openItems } from "#store/open-items.ts";
import { events, promises } from "#store/schema/loop.ts";
import { invoices } from "#store/schema/ledger.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { settleAfterImport } from "#usecases/dunning/settle-after-import.ts";
import { as, askRow, callCard, company, did, openAsks, promiseStates, waiting } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const FRIDAY = "2026-11-27";
/** The first day after Friday's grace (Tuesday) on which a payments import can be of a later day. */
const JUDGED = "2026-12-02";

/** A promise for Friday of everything overdue: two invoices of 600.00. */
async function promised(world: World, due: Day = FRIDAY) {
  const people = await company(world);
  const { customer, rep } = people;
  const first = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
  const second = await world.invoice({ customer, due: "2026-11-10", amount: "600.00" });
  await did(givePromise(world.context(), as(rep), { customer, due }));
  return { ...people, first, second };
}

async function judgeOn(world: World, day: Day) {
  world.clock.set(day);
  await world.fresh();
  await judgePromises(world.context());
}

test("paid early is kept at once", async ({ world }) => {
  const { customer, first, second } = await promised(world);
  await world.payment({ invoice: first, amount: "600.00" });
  await world.payment({ invoice: second, amount: "600.00" });
  await settleAfterImport(world.context(), [customer]);
  expect(await promiseStates(world)).toEqual(["kept"]);
});

test("a group payment 0.40 short is kept", async ({ world }) => {
  const { first, second } = await promised(world);
  await world.payment({ invoice: first, amount: "600.00" });
  await world.payment({ invoice: second, amount: "599.60" });
  await judgeOn(world, JUDGED);
  expect(await promiseStates(world)).toEqual(["kept"]);
});

test("a payment dated before the promise but recorded since counts", async ({ world }) => {
  const { first, second } = await promised(world);
  await world.payment({ invoice: first, amount: "600.00", date: "2026-11-20" });
  await world.payment({ invoice: second, amount: "600.00", date: "2026-11-20" });
  await judgePromises(world.context());
  expect(await promiseStates(world)).toEqual(["kept"]);
});

test("money that nobody allocated yet keeps it, and keeps no second promise", async ({ world }) => {
  const { rep, customer } = await promised(world);
  const later = await world.invoice({ customer, due: "2026-11-20", amount: "1200.00" });
  await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY, invoices: [later.id] }));
  await world.payment({ customer, amount: "1200.00" });
  await judgePromises(world.context());
  expect(await promiseStates(world)).toEqual(["live", "live"]);
  const open = await openItems(world.db, "2026-11-24");
  expect(open.map((item) => [item.promised, item.suspended])).toEqual([
    [60_000n, 60_000n],
    [60_000n, 60_000n],
    [120_000n, 120_000n],
  ]);
  await judgeOn(world, JUDGED);
  expect((await promiseStates(world)).toSorted()).toEqual(["broken", "kept"]);
});

test("a payment by another company of the group keeps it", async ({ world }) => {
  const { customer } = await promised(world);
  const sister = await world.customer({ payer: customer });
  await world.payment({ customer: sister, amount: "1200.00" });
  await judgeOn(world, JUDGED);
  expect(await promiseStates(world)).toEqual(["kept"]);
});

test("a credit note for the rest keeps it", async ({ world }) => {
  const { customer, first, second } = await promised(world);
  await world.payment({ invoice: first, amount: "600.00" });
  await world.invoice({
    customer,
    kind: "credit_note",
    due: "2026-11-24",
    issued: "2026-11-24",
    amount: "600.00",
    creditOf: second,
  });
  await judgePromises(world.context());
  expect(await promiseStates(world)).toEqual(["kept"]);
});

test("half of it is partly kept, and says how much", async ({ world }) => {
  const { first } = await promised(world);
  await world.payment({ invoice: first, amount: "600.00" });
  await judgeOn(world, JUDGED);
  expect(await promiseStates(world)).toEqual(["partly-kept"]);
  const [event] = await world.db.select().from(events).where(eq(events.kind, "promise-partly-kept"));
  expect(event?.data).toMatchObject({ amount: "120000", paid: "60000" });
});

describe("nothing came", () => {
  test("within its grace nothing is said", async ({ world }) => {
    await promised(world);
    await judgeOn(world, "2026-12-01");
    expect(await promiseStates(world)).toEqual(["live"]);
  });

  test("nothing is broken before a payments import of a later day", async ({ world }) => {
    await promised(world);
    world.clock.set("2026-12-01");
    await world.fresh();
    world.clock.set("2026-12-04");
    await judgePromises(world.context());
    expect(await promiseStates(world)).toEqual(["live"]);
  });

  test("broken: the rep hears that day, finance the next working day", async ({ world }) => {
    const { rep, finance } = await promised(world);
    await judgeOn(world, JUDGED);

    expect(await promiseStates(world)).toEqual(["broken"]);
    expect(await openAsks(world)).toEqual(["broken-promise for finance"]);
    expect(await waiting(world)).toMatchObject([
      { personId: rep.id, showing: { show: "promise", promise: 1 }, notBefore: new Date("2026-12-02T08:00:00Z") },
      { personId: finance.id, showing: { show: "ask" }, notBefore: new Date("2026-12-03T07:30:00Z") },
    ]);
  });

  test("it is judged once, however often one looks", async ({ world }) => {
    await promised(world);
    await judgeOn(world, JUDGED);
    await judgePromises(world.context());
    await judgeOn(world, "2026-12-03");
    const broken = await world.db.select().from(events).where(eq(events.kind, "promise-broken"));
    expect(broken).toHaveLength(1);
  });

  test("its invoices come back one step further on that day", async ({ world }) => {
    const { first, second } = await promised(world);
    await world.db.update(invoices).set({ step: "second" }).where(eq(invoices.id, first.id));
    await world.db.update(invoices).set({ step: "decision" }).where(eq(invoices.id, second.id));
    await judgeOn(world, JUDGED);
    const rows = await world.db.select().from(invoices).orderBy(invoices.id);
    // The call comes next, on the day itself; the last step stays the last.
    expect(rows.map(({ step, shift, reentered, nextStepOn }) => ({ step, shift, reentered, nextStepOn }))).toEqual([
      { step: "second", shift: 43 - 30, reentered: true, nextStepOn: JUDGED },
      { step: "formal-notice", shift: 22 - 60, reentered: true, nextStepOn: JUDGED },
    ]);
  });

  test("a new promise before finance reads of it takes the task back", async ({ world }) => {
    const { rep, customer } = await promised(world);
    await judgeOn(world, JUDGED);
    await did(givePromise(world.context(), as(rep), { customer, due: "2026-12-04" }));
    expect(await openAsks(world)).toEqual([]);
  });
});

describe("after an import", () => {
  test("a card whose invoices were paid is withdrawn and says so", async ({ world }) => {
    const { rep, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
    const ask = await callCard(world, rep, [invoice]);
    await world.payment({ invoice, amount: "600.00" });
    await settleAfterImport(world.context(), [customer]);
    expect(await askRow(world, ask)).toMatchObject({ state: "withdrawn", withdrawn: "paid" });
  });

  test("one unpaid invoice keeps it open", async ({ world }) => {
    const { rep, customer } = await company(world);
    const paid = await world.invoice({ customer, due: "2026-10-20", amount: "600.00" });
    const unpaid = await world.invoice({ customer, due: "2026-10-21", amount: "600.00" });
    const ask = await callCard(world, rep, [paid, unpaid]);
    await world.payment({ invoice: paid, amount: "600.00" });
    await settleAfterImport(world.context(), [customer]);
    expect((await askRow(world, ask)).state).toBe("open");
  });

  test("a returned payment after a kept promise rewrites no history", async ({ world }) => {
    const { customer, first, second } = await promised(world);
    await world.payment({ invoice: first, amount: "600.00", reference: "VIR1" });
    await world.payment({ invoice: second, amount: "600.00", reference: "VIR2" });
    await settleAfterImport(world.context(), [customer]);
    await world.payment({ invoice: second, amount: "-600.00", reference: "REJET" });
    await judgeOn(world, JUDGED);
    expect(await world.db.select({ state: promises.state, on: promises.stateOn }).from(promises)).toEqual([
      { state: "kept", on: "2026-11-24" },
    ]);
  });
});
