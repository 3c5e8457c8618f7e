import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Day } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { COMPANY } from "#domain/report-scope.ts";
import { drawCashReport } from "#usecases/reports/draw-cash-report.ts";
import { keepFigures } from "#usecases/reports/keep-figures.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** Week 48 is talked about on the Monday after. */
const MONDAY: Day = "2026-11-30";

async function report(world: World, viewer: Person, on: Day = world.context().today): Promise<string> {
  const drawn = await drawCashReport(world.context(), {
    scope: COMPANY,
    on,
    locale: "fr",
    timeZone: "Europe/Paris",
    audience: { is: "person", viewer },
  });
  return drawn === null ? "nothing" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

/** Something stays late, and something was paid in week 48. */
async function company(world: World) {
  await world.seller({ live: "2026-01-01" });
  const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
  await world.customer({ code: "C1", name: "Garnier" });
  const late = await world.invoice({ customer: "C1", number: "F1", due: "2026-10-25", amount: "12400.00" });
  const paid = await world.invoice({ customer: "C1", number: "F4", due: "2026-11-19", amount: "3000.00" });
  await world.payment({ invoice: paid, amount: "3000.00", date: "2026-11-27" });
  return { paul, late };
}

test("what was read on a Monday is what Tuesday reads, and what the next Monday compares with", async ({ world }) => {
  const { paul, late } = await company(world);
  world.clock.set(MONDAY);
  await keepFigures(world.context());
  expect(await report(world, paul)).toContain("En retard : 12 400 €, 3 000 € de moins.");

  world.clock.set("2026-12-01");
  await keepFigures(world.context());
  await world.payment({ invoice: late, amount: "400.00", date: MONDAY });
  expect(await report(world, paul)).toContain("En retard : 12 400 €, 3 000 € de moins.");
  expect(await report(world, paul, MONDAY)).toContain("En retard : 12 400 €, 3 000 € de moins.");

  for (const day of ["2026-12-02", "2026-12-07"] as const) {
    world.clock.set(day);
    await keepFigures(world.context());
  }
  expect(await report(world, paul)).toContain("En retard : 12 000 €, 400 € de moins.");
});

test("what was booked on the last day of the week and imported after the weekend is in both reports", async ({
  world,
}) => {
  const { paul, late } = await company(world);
  world.clock.set(MONDAY);
  await keepFigures(world.context());
  await world.payment({ invoice: late, amount: "400.00", date: "2026-11-29" });
  expect(await report(world, paul)).toContain("En retard : 12 000 €, 3 400 € de moins.");

  world.clock.set("2026-12-07");
  await keepFigures(world.context());
  expect(await report(world, paul)).toContain("En retard : 12 000 €, comme la semaine d'avant.");
});
