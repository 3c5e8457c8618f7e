import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { addDays } from "#domain/calendar.ts";
import { openItems } from "#store/open-items.ts";
import { promiseById } from "#store/promises.ts";
import { events, promises } from "#store/schema/loop.ts";
import { cancelPromise } from "#usecases/promises/cancel-promise.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { givePromise, type PromiseInput } from "#usecases/promises/give-promise.ts";
import { movePromise } from "#usecases/promises/move-promise.ts";
import { approvePromise } from "#usecases/promises/approve-promise.ts";
import { refusePromiseByFinance } from "#usecases/promises/refuse-promise.ts";
import { as, askRow, callCard, company, did, openAsks, promiseStates, waiting, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const FRIDAY = "2026-11-27";
const eur = (minor: bigint) => ({ minor, currency: "EUR" });

describe("a promise from the card", () => {
  test("covers all that is overdue and answers the card", async ({ world }) => {
    const { rep, customer } = await company(world);
    const first = await world.invoice({ customer, due: "2026-10-20", amount: "1200.00" });
    const second = await world.invoice({ customer, due: "2026-11-10", amount: "800.50" });
    await world.invoice({ customer, due: "2026-12-20", amount: "5000.00" });
    const ask = await callCard(world, rep, [first]);

    const { showing } = await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));

    expect(showing).toEqual({ show: "ask", ask });
    expect(await askRow(world, ask)).toMatchObject({ state: "answered", outcome: "promise" });
    const [promise] = await world.db.select().from(promises);
    expect(promise).toMatchObject({
      amount: 200_050n,
      dueOn: FRIDAY,
      graceUntil: "2026-12-01",
      awaitsFinanceUntil: null,
    });
    const suspended = (await openItems(world.db, "2026-12-01")).filter((item) => item.suspended === item.residual);
    expect(suspended.map((item) => item.id)).toEqual([first.id, second.id]);
  });

  test("covers what the card asks for, even before it is late, and says what that is", async ({ world }) => {
    const { rep, customer } = await company(world);
    const upcoming = await world.invoice({ customer, due: "2026-12-04", amount: "18000.00" });
    await world.invoice({ customer, due: "2026-12-20", amount: "5000.00" });
    const ask = await callCard(world, rep, [upcoming]);
    const drawn = await drawShowing(world.context(), { show: "ask", ask }, rep);
    expect(drawn === null ? "" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ")).toContain(
      "18 000 € sur 1 facture, attendus vendredi 4 décembre. Rien n'est en retard.",
    );

    await did(givePromise(world.context(), as(rep), { customer, ask, due: "2026-12-04" }));

    expect((await promiseById(world.db, 1))?.lines).toMatchObject([{ invoice: upcoming.id, covered: 1_800_000n }]);
  });

  test("two clicks at once are one promise, and the second hears who was first", async ({ world }) => {
    const { rep, manager, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    const ask = await callCard(world, rep, [invoice]);
    const click = (who: typeof rep) => givePromise(world.context(), as(who), { customer, ask, due: FRIDAY });

    const results = await Promise.all([click(rep), click(manager), click(rep)]);

    expect(await world.db.select().from(promises)).toHaveLength(1);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    const second = results.find((result) => !result.ok);
    expect(second).toMatchObject({ refusal: { why: "already-done", at: world.clock.now() } });
  });

  test("one promise per currency, never a sum of both", async ({ world }) => {
    const { rep, customer } = await company(world);
    const euros = await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    await world.invoice({ customer, due: "2026-10-20", amount: "70.00", currency: "USD" });
    const ask = await callCard(world, rep, [euros]);

    await did(givePromise(world.context(), as(rep), { customer, ask, due: FRIDAY }));

    const given = await world.db.select().from(promises).orderBy(promises.currency);
    expect(given.map(({ currency, amount }) => [currency, amount])).toEqual([
      ["EUR", 10_000n],
      ["USD", 7_000n],
    ]);
  });
});

describe("a promise typed, or from the customer card", () => {
  test("twice within a second is one promise, from two people too", async ({ world }) => {
    const { rep, manager, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    const type = (who: typeof rep) => givePromise(world.context(), as(who), { customer, due: FRIDAY });

    const results = await Promise.all([type(rep), type(manager)]);

    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await promiseStates(world)).toEqual(["live"]);
  });

  test("an amount covers the oldest due first, then what is not due yet", async ({ world }) => {
    const { rep, customer } = await company(world);
    const old = await world.invoice({ customer, due: "2026-09-01", amount: "300.00" });
    const recent = await world.invoice({ customer, due: "2026-11-01", amount: "500.00" });
    const coming = await world.invoice({ customer, due: "2026-12-31", issued: "2026-11-20", amount: "900.00" });

    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY, amount: eur(85_000n) }));

    const lines = (await promiseById(world.db, 1))?.lines.map(({ invoice, covered }) => [invoice, covered]);
    expect(lines).toEqual([
      [old.id, 30_000n],
      [recent.id, 50_000n],
      [coming.id, 5_000n],
    ]);
    const left = (await openItems(world.db, "2026-11-24")).map((item) => item.residual - item.suspended);
    expect(left).toEqual([0n, 0n, 85_000n]);
  });

  test("withdraws the open card, which says why", async ({ world }) => {
    const { rep, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    const ask = await callCard(world, rep, [invoice]);

    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));

    expect(await askRow(world, ask)).toMatchObject({ state: "withdrawn", withdrawn: "promised" });
  });

  test("of a payer covers the invoices of its subsidiaries", async ({ world }) => {
    const { rep, customer } = await company(world);
    const subsidiary = await world.customer({ payer: customer });
    await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    await world.invoice({ customer: subsidiary, due: "2026-10-20", amount: "50.00" });

    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));

    expect(await world.db.select({ amount: promises.amount }).from(promises)).toEqual([{ amount: 15_000n }]);
  });

  test("leaves out what must be paid to a factor", async ({ world }) => {
    const { rep, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-20", factoring: "notified" });
    expect(await whyNot(givePromise(world.context(), as(rep), { customer, due: FRIDAY }))).toBe("nothing-owed");
  });
});

describe("an absurd promise is refused with its reason and writes nothing", () => {
  test.for([
    ["in the past", { due: "2026-11-23" }, "date-in-past"],
    ["in two years", { due: "2028-11-24" }, "date-too-far"],
    ["of more than the residual", { due: FRIDAY, amount: eur(120_001n) }, "more-than-owed"],
    ["of zero", { due: FRIDAY, amount: eur(0n) }, "amount-not-positive"],
    ["in dollars", { due: FRIDAY, amount: { minor: 100n, currency: "USD" } }, "other-currency"],
    ["of an unknown customer", { due: FRIDAY, customer: "NOBODY" }, "unknown-customer"],
    ["of an ask that does not exist", { due: FRIDAY, ask: 999 }, "gone"],
  ] as const)("%s", async ([, given, why], { world }) => {
    const { rep, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-20", amount: "1200.00" });
    const input: PromiseInput = { customer, ...given };
    expect(await whyNot(givePromise(world.context(), as(rep), input))).toBe(why);
    expect(await world.db.select().from(events)).toEqual([]);
    expect(await world.db.select().from(promises)).toEqual([]);
  });

  test("of a customer who owes nothing", async ({ world }) => {
    const { rep, customer } = await company(world);
    expect(await whyNot(givePromise(world.context(), as(rep), { customer, due: FRIDAY }))).toBe("nothing-owed");
  });
});

test("a Sunday is a day like another, and grace ends on the Tuesday", async ({ world }) => {
  const { rep, customer } = await company(world);
  await world.invoice({ customer, due: "2026-10-20" });
  await did(givePromise(world.context(), as(rep), { customer, due: "2026-11-29" }));
  expect(await world.db.select({ due: promises.dueOn, grace: promises.graceUntil }).from(promises)).toEqual([
    { due: "2026-11-29", grace: "2026-12-01" },
  ]);
});

describe("a long promise", () => {
  const LONG = addDays("2026-11-24", 31);

  async function longPromise(world: World) {
    const people = await company(world);
    await world.invoice({ customer: people.customer, due: "2026-10-20", amount: "100.00" });
    const given = await did(givePromise(world.context(), as(people.rep), { customer: people.customer, due: LONG }));
    const [ask] = (await waiting(world)).flatMap(({ showing }) => (showing.show === "ask" ? [showing.ask] : []));
    return { ...people, given, ask: ask ?? 0 };
  }

  test("awaits finance, ten minutes later, and suspends five working days at most", async ({ world }) => {
    const { finance, ask } = await longPromise(world);

    expect(await openAsks(world)).toEqual(["approve-promise for finance"]);
    expect(await waiting(world)).toMatchObject([
      { personId: finance.id, showing: { show: "ask", ask }, notBefore: new Date("2026-11-24T08:10:00Z") },
    ]);
    const suspendedOn = async (day: typeof LONG) => (await openItems(world.db, day))[0]?.suspended;
    expect(await suspendedOn("2026-12-01")).toBe(10_000n);
    expect(await suspendedOn("2026-12-02")).toBe(0n);
  });

  test("approved by finance suspends until its day; nobody approves their own", async ({ world }) => {
    const { rep, manager, finance, ask } = await longPromise(world);
    for (const person of [rep, manager]) {
      expect(await whyNot(approvePromise(world.context(), as(person), { ask }))).toBe("not-allowed");
    }
    await did(approvePromise(world.context(), as(finance), { ask }));
    expect((await openItems(world.db, LONG))[0]?.suspended).toBe(10_000n);
    expect(await whyNot(refusePromiseByFinance(world.context(), as(finance), { ask }))).toBe("already-done");
  });

  test("refused by finance suspends nothing, and whoever took it hears of it", async ({ world }) => {
    const { rep, finance, ask, given } = await longPromise(world);
    await did(refusePromiseByFinance(world.context(), as(finance), { ask }));
    expect(await promiseStates(world)).toEqual(["refused"]);
    expect((await openItems(world.db, "2026-11-24"))[0]?.suspended).toBe(0n);
    expect((await waiting(world)).at(-1)).toMatchObject({ personId: rep.id, showing: given.showing });
  });

  test("cancelled by the rep, it needs nobody's approval any more", async ({ world }) => {
    const { rep, ask } = await longPromise(world);
    await did(cancelPromise(world.context(), as(rep), { promise: 1 }));
    expect(await askRow(world, ask)).toMatchObject({ state: "withdrawn", withdrawn: "stopped" });
  });
});

describe("a new day for the same money", () => {
  test("moving counts apart as rescheduled, and a second click changes nothing", async ({ world }) => {
    const { rep, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));

    const move = () => movePromise(world.context(), as(rep), { promise: 1, due: "2026-12-04" });
    const moved = await did(move());

    expect(moved.showing).toEqual({ show: "promise", promise: 2 });
    expect(await promiseStates(world)).toEqual(["rescheduled", "live"]);
    expect(await whyNot(move())).toBe("already-done");
    expect(await promiseStates(world)).toEqual(["rescheduled", "live"]);
  });

  test("what was paid since is not promised again", async ({ world }) => {
    const { rep, customer } = await company(world);
    const invoice = await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));
    await world.payment({ invoice, amount: "40.00" });
    await did(movePromise(world.context(), as(rep), { promise: 1, due: "2026-12-04" }));
    expect((await promiseById(world.db, 2))?.amount).toBe(6_000n);
  });

  test("the third in a row on the same invoice awaits finance", async ({ world }) => {
    const { rep, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    for (const due of [FRIDAY, "2026-11-30", "2026-12-01"] as const) {
      world.clock.advance({ minutes: 15 });
      await did(givePromise(world.context(), as(rep), { customer, due }));
    }
    expect(await promiseStates(world)).toEqual(["rescheduled", "rescheduled", "live"]);
    expect(await openAsks(world)).toEqual(["approve-promise for finance"]);
  });

  test("a promise on one invoice leaves the rest of the older one alone", async ({ world }) => {
    const { rep, customer } = await company(world);
    const first = await world.invoice({ customer, due: "2026-10-20", amount: "100.00" });
    const second = await world.invoice({ customer, due: "2026-10-21", amount: "100.00" });
    await did(givePromise(world.context(), as(rep), { customer, due: FRIDAY }));
    await did(givePromise(world.context(), as(rep), { customer, due: "2026-12-04", invoices: [first.id] }));

    expect(await promiseStates(world)).toEqual(["live", "live"]);
    const items = await openItems(world.db, "2026-11-24");
    expect(items.map((item) => [item.id, item.promised, item.suspendedUntil])).toEqual([
      [first.id, 10_000n, "2026-12-08"],
      [second.id, 10_000n, "2026-12-01"],
    ]);
  });
});
