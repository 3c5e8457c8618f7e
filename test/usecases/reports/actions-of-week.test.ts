import { describe, expect } from "vitest";

import { actionsOfWeek } from "#usecases/reports/actions-of-week.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { movePromise } from "#usecases/promises/move-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { undo } from "#usecases/undo.ts";
import { as, callCard, company, did } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const MONDAY = "2026-11-23";
const SUNDAY = "2026-11-29";
const COMPANY = { is: "company" } as const;

async function late(world: World) {
  const people = await company(world);
  const invoice = await world.invoice({ customer: people.customer, due: "2026-10-20", amount: "1000.00" });
  return { ...people, invoice };
}

describe("the actions of a week", () => {
  test("counts calls, promises and disputes solved, and the cash that came in after", async ({ world }) => {
    const { rep, finance, customer, invoice } = await late(world);
    const other = await world.invoice({ customer, due: "2026-10-25", amount: "200.00" });
    await did(openDispute(world.context(), as(rep), { customer, category: "price", lines: [{ invoice: other.id }] }));
    const ask = await callCard(world, rep, [invoice]);
    await did(answerNoAnswer(world.context(), as(rep), { ask }));
    await did(givePromise(world.context(), as(rep), { customer, due: "2026-11-27" }));
    await did(closeDispute(world.context(), as(finance), { dispute: 1, outcome: "ours" }));
    await world.payment({ invoice, amount: "400.00", date: "2026-11-26" });

    expect(await actionsOfWeek(world.context(), COMPANY, MONDAY, SUNDAY)).toEqual({
      calls: 1,
      promises: 1,
      disputesSolved: 1,
      cashThatFollowed: new Map([["EUR", 40_000n]]),
    });
  });

  test("a call that gave a promise is one call and one promise; moving it is no new one", async ({ world }) => {
    const { rep, customer, invoice } = await late(world);
    const ask = await callCard(world, rep, [invoice]);
    await did(givePromise(world.context(), as(rep), { customer, ask, due: "2026-11-27" }));
    world.clock.advance({ days: 1 });
    await did(movePromise(world.context(), as(rep), { promise: 1, due: "2026-12-04" }));

    expect(await actionsOfWeek(world.context(), COMPANY, MONDAY, SUNDAY)).toMatchObject({ calls: 1, promises: 1 });
  });

  test("what was undone never existed, nor did the cash follow it", async ({ world }) => {
    const { rep, customer, invoice } = await late(world);
    const { event } = await did(givePromise(world.context(), as(rep), { customer, due: "2026-11-27" }));
    await did(undo(world.context(), as(rep), { event }));
    await world.payment({ invoice, amount: "400.00", date: "2026-11-26" });

    expect(await actionsOfWeek(world.context(), COMPANY, MONDAY, SUNDAY)).toEqual({
      calls: 0,
      promises: 0,
      disputesSolved: 0,
      cashThatFollowed: new Map(),
    });
  });

  test("cash counts in the week it came, after an action of an earlier one, and a return in its own", async ({
    world,
  }) => {
    const { rep, customer, invoice } = await late(world);
    await did(givePromise(world.context(), as(rep), { customer, due: "2026-12-01" }));
    await world.payment({ invoice, amount: "400.00", date: "2026-12-02" });
    await world.payment({ invoice, amount: "-400.00", date: "2026-12-09" });
    world.clock.set("2026-12-14");
    const cash = async (
      from: "2026-11-23" | "2026-11-30" | "2026-12-07",
      to: "2026-11-29" | "2026-12-06" | "2026-12-13",
    ) => (await actionsOfWeek(world.context(), COMPANY, from, to)).cashThatFollowed.get("EUR");

    expect(await cash(MONDAY, SUNDAY)).toBeUndefined();
    expect(await cash("2026-11-30", "2026-12-06")).toBe(40_000n);
    expect(await cash("2026-12-07", "2026-12-13")).toBe(-40_000n);
  });

  test("a person's are theirs, a team's those below its manager, a seller's those about its invoices", async ({
    world,
  }) => {
    const { rep, manager, director, finance, customer, invoice } = await late(world);
    await world.seller({ code: "NORD", live: "2026-01-05" });
    const north = await world.invoice({ customer, seller: "NORD", due: "2026-10-20", amount: "50.00" });
    await did(
      givePromise(world.context(), as(rep), {
        customer,
        due: "2026-11-27",
        amount: { minor: 100_000n, currency: "EUR" },
      }),
    );
    await world.payment({ invoice, amount: "1000.00", date: "2026-11-26" });
    await world.payment({ invoice: north, amount: "50.00", date: "2026-11-26" });
    const of = async (scope: Parameters<typeof actionsOfWeek>[1]) => {
      const { promises, cashThatFollowed } = await actionsOfWeek(world.context(), scope, MONDAY, SUNDAY);
      return [promises, cashThatFollowed.get("EUR") ?? 0n];
    };

    expect(await of({ is: "person", person: rep.id })).toEqual([1, 105_000n]);
    expect(await of({ is: "person", person: finance.id })).toEqual([0, 0n]);
    expect(await of({ is: "team", manager: manager.id })).toEqual([1, 105_000n]);
    expect(await of({ is: "team", manager: director.id })).toEqual([1, 105_000n]);
    expect(await of({ is: "seller", code: "default" })).toEqual([1, 100_000n]);
    expect(await of({ is: "seller", code: "NORD" })).toEqual([0, 5_000n]);
  });
});
