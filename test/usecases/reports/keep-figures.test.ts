import { expect } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { COMPANY, scopeKey } from "#domain/report-scope.ts";
import { keptFigures, scopesWithFigures } from "#store/daily-figures.ts";
import { figuresTrend } from "#usecases/reports/figures-trend.ts";
import { keepFigures, recomputeFigures } from "#usecases/reports/keep-figures.ts";
import { count } from "../../support/small-ledger.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** Sunday: what was booked on it is imported by the Tuesday, which it is. */
const LAST_WHOLE: Day = "2026-11-22";

async function outstandingKept(world: World, day: Day) {
  return (await keptFigures(world.db, COMPANY, [day])).get(day)?.get("EUR")?.outstanding;
}

test("each morning the figures of the last day that is over and imported are kept, once", async ({ world }) => {
  await world.invoice({ due: "2026-11-01", amount: "100.00" });
  await keepFigures(world.context());
  expect(await outstandingKept(world, LAST_WHOLE)).toBe(100_00n);

  await world.invoice({ due: "2026-11-01", amount: "50.00" });
  await keepFigures(world.context());
  expect(await outstandingKept(world, LAST_WHOLE)).toBe(100_00n);
  expect(await count(world, "daily_figures where scope = 'company'")).toBe(1);
});

test("days that were missed are made up, a week of them at most", async ({ world }) => {
  await world.invoice({ due: "2026-11-01", amount: "100.00" });
  await keepFigures(world.context());
  world.clock.advance({ days: 3 });
  await keepFigures(world.context());
  expect(await count(world, "daily_figures where scope = 'company'")).toBe(4);

  world.clock.advance({ days: 20 });
  await keepFigures(world.context());
  expect(await count(world, "daily_figures where scope = 'company'")).toBe(11);
});

test("kept anew, a day knows what was imported about it since", async ({ world }) => {
  const invoice = await world.invoice({ due: "2026-11-01", amount: "100.00" });
  await keepFigures(world.context());
  await world.payment({ invoice, amount: "100.00", date: LAST_WHOLE });

  await recomputeFigures(world.context(), LAST_WHOLE, LAST_WHOLE);
  expect(await outstandingKept(world, LAST_WHOLE)).toBe(0n);
});

test("the company, its sellers, owners of customers and the teams above them have figures of their own", async ({
  world,
}) => {
  const top = await world.person({ name: "Anne Roy", roles: ["manager"] });
  const manager = await world.person({ name: "Paul Roy", roles: ["manager"], managerId: top.id });
  const rep = await world.person({ name: "Claire Morel", managerId: manager.id });
  const leaver = await world.person({ name: "Luc Petit", managerId: manager.id, active: false });
  await world.person({ name: "Nadia Petit", roles: ["adv"] });
  await world.seller({ code: "FR01" });
  await world.customer({ rep });
  await world.customer({ rep: leaver });

  expect((await scopesWithFigures(world.db)).map((scope) => scopeKey(scope))).toEqual([
    "company",
    `person:${manager.id}`,
    `person:${rep.id}`,
    "seller:FR01",
    `team:${top.id}`,
    `team:${manager.id}`,
  ]);
});

test("a trend takes what was kept, and works out the days that nobody kept", async ({ world }) => {
  const invoice = await world.invoice({ issued: "2026-11-01", due: "2026-11-10", amount: "100.00" });
  await keepFigures(world.context());
  await world.payment({ invoice, amount: "40.00", date: "2026-11-15" });

  const trend = await figuresTrend(world.context(), COMPANY, ["2026-10-31", "2026-11-20", LAST_WHOLE]);
  expect(
    trend.map(({ day, figures }) => [day, figures.get("EUR")?.outstanding, figures.get("EUR")?.dsoSimple]),
  ).toEqual([
    ["2026-10-31", undefined, undefined],
    ["2026-11-20", 60_00n, 54],
    [LAST_WHOLE, 100_00n, 90],
  ]);
});
