import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { addDays } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import type { Settings } from "#domain/settings.ts";
import { showCustomer } from "#usecases/customers/show-customer.ts";
import { showScore } from "#usecases/customers/show-score.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function lateGarnier(world: World, rep: Person, settled = 3): Promise<string> {
  const customer = await world.customer({ rep, name: "Garnier", creditLimit: "1000.00" });
  for (let nth = 0; nth < settled; nth += 1) {
    const due = addDays("2026-07-01", 30 * nth);
    const invoice = await world.invoice({ customer, due, amount: "10.00" });
    await world.payment({ invoice, amount: "10.00", date: addDays(due, 12) });
  }
  await world.invoice({ customer, due: "2026-11-04", amount: "900.00" });
  return customer;
}

async function why(world: World, viewer: Person, customer: string, settings: Partial<Settings> = {}) {
  const shown = await showScore(world.context(settings), viewer, { customer });
  return shown.ok ? plainCard(shown.value.card).replaceAll(/[\u202f\u00a0]/g, " ") : shown.refusal.why;
}

test("every ingredient is told with what it counts, in words, and what is clean is told too", async ({ world }) => {
  const claire = await world.person();
  const customer = await lateGarnier(world, claire);

  const read = await why(world, claire, customer);
  expect(read).toContain("Pourquoi ce score : Garnier");
  expect(read).toContain("Paiements difficiles, avec 8 points.");
  expect(read).toContain("Retard moyen : paie en moyenne avec 12 jours de retard. Compte (2 points sur 4).");
  expect(read).toContain("Part en retard : 3 factures sur 3 payées en retard. Compte beaucoup (3 points sur 3).");
  expect(read).toContain("En retard aujourd'hui : 1 facture, jusqu'à 20 jours");
  expect(read).toContain("Limite de crédit : utilisée à 90 %. Compte (1 point sur 2).");
  expect(read).toContain("Promesses : aucune promesse non tenue. Ne compte pas (0 sur 4).");
  expect(read).toContain("il ne décide de rien à lui seul");
});

test("under three settled invoices it says that there is not enough history", async ({ world }) => {
  const claire = await world.person({ locale: "en" });
  expect(await why(world, claire, await lateGarnier(world, claire, 2))).toContain(
    "Not enough history yet: 2 settled invoices, and a score needs at least 3.",
  );
});

test("what finance hid from a role is absent from the explanation, and from the button", async ({ world }) => {
  const claire = await world.person();
  const customer = await lateGarnier(world, claire);

  const seen = await why(world, claire, customer, { hidden: { rep: ["credit-limit", "payment-habits"] } });
  expect(seen).not.toMatch(/limite|12 jours|Part en retard|90/i);
  expect(seen).toContain("En retard aujourd'hui");
  expect(await why(world, claire, customer, { hidden: { rep: ["score"] } })).toBe("not-allowed");

  const cardFor = async (settings: Partial<Settings>) => {
    const shown = await showCustomer(world.context(settings), claire, { customer });
    return shown.ok ? plainCard(shown.value.card) : "";
  };
  expect(await cardFor({})).toContain("Pourquoi ce score");
  expect(await cardFor({ hidden: { rep: ["score"] } })).not.toContain("Pourquoi ce score");
});

test("a stranger to the customer learns nothing", async ({ world }) => {
  const customer = await lateGarnier(world, await world.person());
  expect(await why(world, await world.person({ name: "Marc Roy" }), customer)).toBe("not-allowed");
  expect(await why(world, await world.person({ name: "Léa Roy" }), "NOBODY")).toBe("not-allowed");
});
