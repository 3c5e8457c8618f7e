import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { showPreview } from "#usecases/dunning/show-preview.ts";
import { aCustomer, aMailbox, passAndSend, remindersOf } from "../../support/dunning.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const FRIDAY = "2026-11-27";
const MONDAY = "2026-11-30";

async function read(world: World, on?: string): Promise<string> {
  const nadia = await world.person({ name: "Nadia Benali", roles: ["finance"] });
  const shown = await showPreview(world.context(), nadia, { on });
  return shown.ok ? plainCard(shown.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "refused";
}

/** Garnier reaches the first reminder on the Friday, Lemoine on the Monday. */
async function twoCustomers(world: World) {
  const { customer, rep } = await aCustomer(world);
  await world.customer({ code: "LEMOINE", name: "Lemoine", rep });
  await world.contact({ customer: "LEMOINE", email: "compta@lemoine.example" });
  await world.invoice({ customer, number: "F1", due: "2026-11-22", amount: "1000.00" });
  await world.invoice({ customer: "LEMOINE", number: "F2", due: "2026-11-25", amount: "500.00" });
  world.clock.set(FRIDAY);
  await world.fresh();
}

test("a Monday seen from the Friday is what is left once the Friday's mail has gone, and it changes nothing", async ({
  world,
}) => {
  await twoCustomers(world);

  const monday = await read(world, MONDAY);

  expect(monday).toContain("1 rappel part, pour 500 €");
  expect(monday).not.toContain("Parce que : F1");
  expect(await read(world)).toBe(monday);
  expect(await read(world, FRIDAY)).toContain("1 rappel part, pour 1 000 €");
  expect(await remindersOf(world)).toEqual([]);

  await passAndSend(world, aMailbox());
  expect(await read(world, MONDAY)).toContain("1 rappel part, pour 500 €");
});

test("once the mail's hours are over nothing more leaves today: it is for the next working day", async ({ world }) => {
  await twoCustomers(world);
  world.clock.set(`${FRIDAY}T17:00:00Z`);
  await world.fresh();
  expect(await read(world, MONDAY)).toContain("2 rappels partent, pour 1 500 €");
});

test("the command line tells the day from what is known, as if nothing was planned", async ({ world }) => {
  await twoCustomers(world);
  const { messages } = await previewDunning(world.context(), MONDAY);
  expect(messages.map(({ customer }) => customer)).toEqual(["GARNIER", "LEMOINE"]);
});

test("before go-live nothing is supposed to have left", async ({ world }) => {
  await twoCustomers(world);
  await world.seller({ live: null });
  expect(await read(world, MONDAY)).toContain("2 rappels");
});
