import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { showBrief } from "#usecases/meetings/draw-brief.ts";
import { letterStory } from "../../support/letters.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function brief(world: World, viewer: Person, customer: string): Promise<string> {
  const shown = await showBrief(world.context(), viewer, { customer });
  return shown.ok ? plainCard(shown.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "refused";
}

test("while a formal notice waits for finance it is the next step, not the decision after it", async ({ world }) => {
  const { rep, customer } = await letterStory(world);
  // The step is taken when finance is asked.
  await world.db.execute(sql`update invoices set step = 'formal-notice'`);

  const read = await brief(world, rep, customer);
  expect(read).toContain("Prochaine étape · mise en demeure, entre les mains de la comptabilité");
  expect(read).not.toContain("décision");
  expect(await brief(world, { ...rep, locale: "en" }, customer)).toContain("formal notice, in finance's hands");

  await world.db.execute(sql`update asks set state = 'answered', outcome = 'done', closed_at = opened_at`);
  expect(await brief(world, rep, customer)).toContain("Prochaine étape · décision");
});
