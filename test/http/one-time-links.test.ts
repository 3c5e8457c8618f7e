import { expect } from "vitest";

import { LINK_KINDS } from "#http/link-kinds.ts";
import { oneTimeLinkRoutes } from "#http/one-time-links.ts";
import type { Person } from "#domain/person.ts";
import { createLog } from "#log.ts";
import { createLink } from "#store/one-time-links.ts";
import { oneTimeLinks } from "#store/schema/one-time-links.ts";
import { people } from "#store/schema/people.ts";
import { showCaseFile, showLetter } from "#usecases/letters/show-document.ts";
import { tidy } from "#usecases/company/tidy.ts";
import { letterStory } from "../support/letters.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

function ask(world: World, token: string, method: "GET" | "POST" = "GET") {
  const log = createLog("silent");
  const routes = oneTimeLinkRoutes({ context: async () => world.context(), kinds: LINK_KINDS, log, locale: "fr" });
  return routes.request(`/links/${token}`, { method });
}

const byLink = (viewer: Person) => ({ viewer, takesFiles: false });

/** The token of the link that a card shows. */
function tokenIn(card: unknown): string {
  return /\/links\/([\w-]{43})/.exec(JSON.stringify(card))?.[1] ?? "";
}

test("a letter opens by its reader's link, a few times; looking at the page uses nothing up", async ({ world }) => {
  const story = await letterStory(world);
  const shown = await showLetter(world.context(), byLink(story.finance), { ask: story.ask, at: 0 });
  const token = tokenIn(shown);
  for (let looks = 0; looks < 5; looks += 1) expect((await ask(world, token)).status).toBe(200);

  const opened = await ask(world, token, "POST");
  expect(opened.headers.get("content-type")).toBe("application/pdf");
  expect(opened.headers.get("cache-control")).toBe("no-store");
  expect(
    Buffer.from(await opened.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
  await ask(world, token, "POST");
  await ask(world, token, "POST");
  expect((await ask(world, token, "POST")).status).toBe(410);
  expect(await (await ask(world, token)).text()).toContain("plus valable");
});

test("only the hash of a token is kept", async ({ world }) => {
  const story = await letterStory(world);
  const token = tokenIn(await showLetter(world.context(), byLink(story.finance), { ask: story.ask, at: 0 }));
  const [row] = await world.db.select().from(oneTimeLinks);
  expect(row?.tokenHash).toMatch(/^[0-9a-f]{64}$/);
  expect(JSON.stringify(row)).not.toContain(token);
});

test("a link that is over, of a leaver, or nobody's opens nothing", async ({ world }) => {
  const story = await letterStory(world);
  const link = { purpose: { for: "letter-draft", ask: story.ask, at: 0 }, person: story.finance.id, uses: 1 } as const;
  const over = await createLink(world.db, { ...link, lifetimeMs: -1 });
  expect((await ask(world, over, "POST")).status).toBe(410);
  expect((await ask(world, "x".repeat(43), "POST")).status).toBe(410);
  expect((await ask(world, "../../etc")).status).toBe(404);
  await tidy(world.store, new Date());
  expect(await world.db.select().from(oneTimeLinks)).toEqual([]);

  const good = await createLink(world.db, { ...link, lifetimeMs: 60_000 });
  await world.db.update(people).set({ active: false });
  expect((await ask(world, good, "POST")).status).toBe(410);
});

test("the last use goes to one of two at the same moment", async ({ world }) => {
  const story = await letterStory(world);
  const purpose = { for: "letter-draft", ask: story.ask, at: 0 } as const;
  const token = await createLink(world.db, { purpose, person: story.finance.id, uses: 1, lifetimeMs: 60_000 });
  const answers = await Promise.all([ask(world, token, "POST"), ask(world, token, "POST")]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 410]);
});

test("a case file is finance's: a rep is refused, and a link says no once its reader lost the right", async ({
  world,
}) => {
  const story = await letterStory(world);
  const refused = await showCaseFile(world.context(), byLink(story.rep), { customer: story.customer });
  expect(refused).toMatchObject({ ok: false, refusal: { why: "not-allowed" } });

  const token = tokenIn(await showCaseFile(world.context(), byLink(story.finance), { customer: story.customer }));
  const opened = await ask(world, token, "POST");
  expect(opened.headers.get("content-type")).toBe("application/zip");
  expect(
    Buffer.from(await opened.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");
  await world.db.update(people).set({ roles: ["rep"] });
  expect(await (await ask(world, token, "POST")).text()).toContain("plus, accessible");
});
