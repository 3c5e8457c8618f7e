import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { scopeKey } from "#domain/report-scope.ts";
import { findScope } from "#usecases/reports/report-scope.ts";
import { showBalance, showDso } from "#usecases/reports/show-kpis.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function company(world: World) {
  const boss = await world.person({ name: "Anne Vidal", roles: ["direction"] });
  const manager = await world.person({ name: "Hugo Petit", roles: ["manager"] });
  const claire = await world.person({ managerId: manager.id });
  const marc = await world.person({ name: "Marc Leroy", managerId: manager.id });
  const outside = await world.person({ name: "Lou Blanc" });
  const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
  const adv = await world.person({ name: "Luc Adam", roles: ["adv"] });
  await world.seller({ code: "FR01", name: "Atelier Vasseur" });
  return { boss, manager, claire, marc, outside, finance, adv };
}

/** What a person gets when typing so: a scope by its key, or why not. */
async function found(world: World, viewer: Person, typed: string): Promise<string> {
  const scope = await findScope(world.context(), viewer, typed);
  return scope.ok ? scopeKey(scope.value) : scope.refusal.why;
}

test("without a word, a rep means their customers, a manager the team, finance and direction the company", async ({
  world,
}) => {
  const { boss, manager, claire, finance, adv } = await company(world);
  expect(await found(world, claire, "")).toBe(`person:${claire.id}`);
  expect(await found(world, manager, "")).toBe(`team:${manager.id}`);
  expect(await found(world, finance, "")).toBe("company");
  expect(await found(world, boss, "")).toBe("company");
  expect(await found(world, adv, "")).toBe(`person:${adv.id}`);
});

test("a person's figures are theirs, their manager's and finance's; a team's direction sees too", async ({ world }) => {
  const { boss, manager, claire, marc, outside, finance } = await company(world);
  const own = "commercial Claire Morel";
  for (const viewer of [claire, manager, finance]) expect(await found(world, viewer, own)).toBe(`person:${claire.id}`);
  for (const viewer of [marc, outside, boss]) expect(await found(world, viewer, own)).toBe("not-allowed");
  for (const viewer of [manager, finance, boss]) {
    expect(await found(world, viewer, "équipe Petit")).toBe(`team:${manager.id}`);
  }
  for (const viewer of [claire, outside]) expect(await found(world, viewer, "équipe Petit")).toBe("not-allowed");
});

test("the company and its sellers are for finance and direction", async ({ world }) => {
  const { boss, manager, claire, finance } = await company(world);
  for (const viewer of [finance, boss]) {
    expect(await found(world, viewer, "tout")).toBe("company");
    expect(await found(world, viewer, "société vasseur")).toBe("seller:FR01");
    expect(await found(world, viewer, "seller FR01")).toBe("seller:FR01");
  }
  for (const viewer of [manager, claire]) {
    expect(await found(world, viewer, "tout")).toBe("not-allowed");
    expect(await found(world, viewer, "société FR01")).toBe("not-allowed");
  }
  expect(await found(world, finance, "région ouest")).toBe("unknown-scope");
  expect(await found(world, finance, "commercial Zorro")).toBe("unknown-scope");
});

test("a forged button shows nothing of others", async ({ world }) => {
  const { manager, outside } = await company(world);
  for (const scope of ["company", `team:${manager.id}`, `person:${manager.id}`, "seller:FR01", "team:x", "nonsense"]) {
    expect(await showDso(world.context(), outside, { scope })).toEqual({ ok: false, refusal: { why: "not-allowed" } });
    expect(await showBalance(world.context(), outside, { scope })).toMatchObject({ ok: false });
  }
});

test("the delay is told with its period, and what it was thirty days before; currencies stand apart", async ({
  world,
}) => {
  const { manager, claire, marc } = await company(world);
  const garnier = await world.customer({ name: "Garnier", rep: claire });
  const lemoine = await world.customer({ name: "Lemoine", rep: marc });
  await world.invoice({ customer: garnier, issued: "2026-10-01", due: "2026-10-31", amount: "1000.00" });
  const paid = await world.invoice({ customer: garnier, issued: "2026-10-10", due: "2026-11-10", amount: "1000.00" });
  await world.payment({ invoice: paid, amount: "1000.00", date: "2026-11-10" });
  await world.invoice({ customer: lemoine, issued: "2026-10-01", due: "2026-12-31", amount: "50.00", currency: "USD" });

  const shown = await showDso(world.context(), manager, { scope: `team:${manager.id}` });
  const text = shown.ok ? plainCard(shown.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "";
  expect(text).toContain("45 jours de ventes restent à encaisser (EUR), 45 de moins qu'il y a 30 jours.");
  expect(text).toContain("90 jours de ventes restent à encaisser (USD), comme il y a 30 jours.");
  expect(text).toContain("Dû aux retards · 45 jours");
  expect(text).toContain("Sur 90 jours, du 27 août 2026 au 24 novembre 2026");

  const balance = await showBalance(world.context(), claire, {});
  const aged = balance.ok ? plainCard(balance.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "";
  expect(aged).toMatch(/Balance âgée, vos clients[^]*1 à 30 jours · 1 000 €[^]*En retard · 1 000 € \(100 %\)/);
  expect(aged).not.toContain("$US");
});
