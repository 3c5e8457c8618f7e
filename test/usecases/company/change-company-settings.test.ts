import { expect } from "vitest";

import { dunningPauses } from "#store/schema/control.ts";
import { loadSettings } from "#store/settings.ts";
import { changeCompanySettings } from "#usecases/company/change-company-settings.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { aCustomer, aMailbox, passAndSend } from "../../support/dunning.ts";
import { test } from "../../support/world.ts";

test("finance pauses every message, and the preview says so", async ({ world }) => {
  await world.seller({ live: "2026-01-01" });
  const finance = await world.person({ roles: ["finance"] });
  const customer = await world.customer();
  await world.contact({ customer });
  await world.invoice({ customer, due: "2026-11-10" });
  const day = world.context().today;
  expect((await previewDunning(world.context(), day)).messages).toHaveLength(1);

  await changeCompanySettings(world.context(), { is: "person", id: finance.id }, { name: "paused", value: true });

  const context = { ...world.context(), settings: await loadSettings(world.db) };
  const preview = await previewDunning(context, day);
  expect(preview.messages).toEqual([]);
  expect(preview.heldBack).toMatchObject([{ reason: "company-paused" }]);
});

test("after a pause of everything each invoice goes on with its next step, however late it is by then", async ({
  world,
}) => {
  const { customer } = await aCustomer(world);
  await world.invoice({ customer, due: "2026-11-19" });
  await passAndSend(world, aMailbox());
  const paused = (value: boolean) =>
    changeCompanySettings(world.context(), { is: "system" }, { name: "paused", value });
  await paused(true);
  world.clock.set("2026-12-10");
  await paused(true);
  world.clock.set("2027-01-04");
  await paused(false);
  await world.fresh();

  const preview = await previewDunning(world.context(), "2027-01-04");

  expect(preview.messages).toMatchObject([{ step: "second" }]);
  expect(preview.asks).toEqual([]);
  const kept = await world.db.select({ reason: dunningPauses.reason }).from(dunningPauses);
  expect(kept).toEqual([{ reason: "suspension dans les réglages de l'entreprise" }]);
});

test("a rep may not change the company's choices", async ({ world }) => {
  const rep = await world.person();

  const changed = await changeCompanySettings(
    world.context(),
    { is: "person", id: rep.id },
    { name: "paused", value: true },
  );

  expect(changed).toMatchObject({ ok: false, refusal: { why: "not-allowed" } });
  expect((await loadSettings(world.db)).paused).toBe(false);
});

test("a cap that was set can be taken away again", async ({ world }) => {
  await changeCompanySettings(world.context(), { is: "system" }, { name: "dailyCap", value: 2 });
  await changeCompanySettings(world.context(), { is: "system" }, { name: "dailyCap", value: null });

  expect((await loadSettings(world.db)).dailyCap).toBeNull();
});
