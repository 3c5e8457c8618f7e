import { expect } from "vitest";

import { openItems } from "#store/open-items.ts";
import { test } from "./support/world.ts";

test("what a world is given is what the ledger holds", async ({ world }) => {
  const rep = await world.person();
  const customer = await world.customer({ name: "Garnier et Fils", rep });
  const invoice = await world.invoice({ customer, amount: "1200.00", due: "2026-10-20" });
  await world.payment({ invoice, amount: "200.00", date: "2026-11-02" });

  const items = await openItems(world.db, world.context().today);

  expect(items).toMatchObject([{ id: invoice.id, customer, residual: 100_000n }]);
});

test("the next test begins with an empty ledger, at the same time", async ({ world }) => {
  expect(await openItems(world.db, world.context().today)).toEqual([]);
  expect(world.context().today).toBe("2026-11-24");
});
