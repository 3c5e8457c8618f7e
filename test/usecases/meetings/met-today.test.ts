import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Locale, Person } from "#domain/person.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { as, did } from "../../support/loop.ts";
import { companyWithMeetings } from "../../support/meetings.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function digestOf(world: World, reader: Person, locale: Locale = "fr"): Promise<string> {
  const showing = { show: "digest", day: "2026-11-24" } as const;
  const drawn = await drawShowing(world.context(), showing, { ...reader, locale });
  return drawn === null ? "" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

async function meetsGarnierAt14(world: World) {
  const people = await companyWithMeetings(world);
  await world.db.execute(sql`
    insert into meetings (person_id, uid, starts_at, ends_at, customer_code)
    values (${people.claire.id}, 'garnier', '2026-11-24T13:00:00Z', '2026-11-24T14:00:00Z', ${people.garnier})`);
  expect(await digestOf(world, people.claire)).toContain("Vous voyez aujourd'hui Garnier à 14 h : 12 400 €, jusqu'à");
  return people;
}

test("a customer met today is still named once its money is promised, with the day it is promised for", async ({
  world,
}) => {
  const { claire, garnier } = await meetsGarnierAt14(world);
  await did(givePromise(world.context(), as(claire), { customer: garnier, due: "2026-12-04" }));

  const digest = await digestOf(world, claire);
  expect(digest).toContain("Vous voyez aujourd'hui Garnier à 14 h : 12 400 €, promis pour le vendredi 4 décembre.");
  expect(digest.match(/Garnier/g)).toHaveLength(1);
  expect(await digestOf(world, claire, "en")).toContain(": €12,400, promised for Friday 4 December.");
});

test("met while all of it is contested, they are named too; once it is paid, no more", async ({ world }) => {
  const { claire, garnier, invoice } = await meetsGarnierAt14(world);
  const lines = [{ invoice: invoice.id }];
  await did(openDispute(world.context(), as(claire), { customer: garnier, category: "price", lines }));
  expect(await digestOf(world, claire)).toContain("Vous voyez aujourd'hui Garnier à 14 h : 12 400 € en litige.");
  await world.payment({ invoice, amount: "12400.00", date: "2026-11-24" });
  expect(await digestOf(world, claire)).not.toContain("Vous voyez aujourd'hui");
});
