import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { askById } from "#store/asks.ts";
import { approveLetter } from "#usecases/letters/approve-letter.ts";
import { draftsOf } from "#usecases/letters/letter-drafts.ts";
import { drawingFor } from "#usecases/delivery/drawing.ts";
import { drawFinanceList } from "#usecases/reports/finance-list.ts";
import { letterStory, type LetterStory } from "../../support/letters.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function list(world: World, { finance }: LetterStory): Promise<string> {
  const drawn = await drawFinanceList(drawingFor(world.context(), finance));
  return drawn === null ? "nothing" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

test("a formal notice stands in finance's list with the amount of its letter, not with all that is late", async ({
  world,
}) => {
  const story = await letterStory(world);
  await world.invoice({ customer: story.customer, due: "2026-11-20", amount: "5000.00" });
  // Three of 1 000 for 65 days at 12.40 %: 22.08 each, and 40 each.
  expect(await list(world, story)).toContain("3 186,24 €");
  expect(await list(world, story)).not.toContain("8 000 €");

  const ask = await askById(world.db, story.ask);
  if (ask === null) throw new Error("There is no ask.");
  const { seen } = await draftsOf(world.db, world.context(), ask);
  const actor = { is: "person", id: story.finance.id } as const;
  expect((await approveLetter(world.context(), actor, { ask: ask.id, seen })).ok).toBe(true);
  world.clock.advance({ days: 3 });
  expect(await list(world, story)).toContain("3 186,24 €");
});

test("where no letter can be written, the list tells what is late", async ({ world }) => {
  const story = await letterStory(world, { debtor: { siren: null } });
  expect(await list(world, story)).toContain("3 000 €");
});
