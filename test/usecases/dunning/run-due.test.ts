import { expect } from "vitest";

import { runDue } from "#usecases/company/run-due.ts";
import { aCustomer, remindersOf } from "../../support/dunning.ts";
import { test } from "../../support/world.ts";

test("a run before the last one is refused, says when that was, and changes nothing", async ({ world }) => {
  const { customer } = await aCustomer(world);
  await runDue(world.context());
  await world.invoice({ customer, due: "2026-11-10" });

  world.clock.advance({ minutes: -1 });
  const refused = await runDue(world.context());

  expect(refused).toEqual({ ok: false, lastRun: new Date("2026-11-24T08:00:00Z") });
  expect(await remindersOf(world)).toEqual([]);
});

test("the same instant again does nothing twice, and missed days are not replayed one by one", async ({ world }) => {
  const { customer } = await aCustomer(world);
  await world.invoice({ customer, due: "2026-11-10" });
  expect(await runDue(world.context())).toEqual({ ok: true, mailPlanned: 1 });
  await runDue(world.context());
  expect(await remindersOf(world)).toHaveLength(1);

  world.clock.set("2026-12-15");
  await world.fresh();
  await runDue(world.context());

  expect((await remindersOf(world)).map(({ day, state }) => [day, state])).toEqual([
    ["2026-11-24", "dropped"],
    ["2026-12-15", "planned"],
  ]);
});
