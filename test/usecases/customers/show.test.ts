import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { proposeContact } from "#usecases/customers/propose-contact.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { placeHold } from "#usecases/stops/place-hold.ts";
import type { Result } from "#usecases/result.ts";
import { showCalls, showScript, showWhyMe } from "#usecases/asks/show-calls.ts";
import { showCustomer } from "#usecases/customers/show-customer.ts";
import { showPortfolio } from "#usecases/customers/show-portfolio.ts";
import { showReminder } from "#usecases/dunning/show-reminder.ts";
import { showTimeline } from "#usecases/customers/show-timeline.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

function text(found: Result<Drawn>): string {
  return found.ok ? plainCard(found.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : `refused: ${found.refusal.why}`;
}

const as = (person: Person) => ({ is: "person", id: person.id }) as const;

/** Two reps under a manager, a colleague outside, finance; one customer each. */
async function company(world: World) {
  await world.seller({ live: "2026-01-01" });
  const manager = await world.person({ name: "Hugo Petit", roles: ["manager"] });
  const claire = await world.person({ managerId: manager.id });
  const marc = await world.person({ name: "Marc Leroy", managerId: manager.id });
  const outside = await world.person({ name: "Lou Blanc" });
  const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
  const garnier = await world.customer({ code: "C1", name: "Garnier", rep: claire });
  const lemoine = await world.customer({ code: "C2", name: "Lemoine", rep: marc });
  await world.invoice({ customer: garnier, number: "F1", due: "2026-10-25", amount: "8200.00" });
  await world.invoice({ customer: garnier, number: "F2", due: "2026-12-15", amount: "6000.00" });
  await world.invoice({ customer: lemoine, number: "F3", due: "2026-11-10", amount: "300.00", currency: "USD" });
  return { manager, claire, marc, outside, finance, garnier, lemoine };
}

describe("/encours", () => {
  test("a rep sees their own, aged, and never a sum of two currencies", async ({ world }) => {
    const { claire, marc } = await company(world);

    const mine = text(await showPortfolio(world.context(), claire, {}));

    expect(mine).toContain("À recevoir · 14 200 €\nEn retard · 8 200 €\nPas encore attendu · 6 000 €");
    expect(mine).toContain("8 200 € (1 à 30 jours)");
    expect(mine).toContain("- Garnier, 8 200 €, 30 jours de retard");
    expect(mine).not.toContain("Lemoine");
    expect(text(await showPortfolio(world.context(), marc, { scope: `rep:${claire.id}` }))).toBe(
      "refused: not-allowed",
    );
    expect(text(await showPortfolio(world.context(), marc, { scope: "all" }))).toBe("refused: not-allowed");
  });

  test("a manager sees the team and each in it, finance everything, by seller too", async ({ world }) => {
    const { manager, claire, outside, finance } = await company(world);

    const team = text(await showPortfolio(world.context(), manager, {}));
    expect(team).toContain("Garnier, 8 200 €");
    expect(team).toContain("Lemoine, 300 $US");
    expect(text(await showPortfolio(world.context(), manager, { scope: `rep:${claire.id}` }))).toContain("Garnier");
    expect(text(await showPortfolio(world.context(), manager, { scope: `rep:${outside.id}` }))).toBe(
      "refused: not-allowed",
    );
    expect(text(await showPortfolio(world.context(), finance, { scope: "seller:default" }))).toContain(
      "Les clients d'Exemple SA",
    );
    expect(text(await showPortfolio(world.context(), finance, { scope: "seller:none" }))).toBe("refused: not-allowed");
  });

  test("a leaver's customers are the manager's, and nobody's are finance's to see", async ({ world }) => {
    const { manager, finance } = await company(world);
    const leaver = await world.person({ name: "Anne Parti", active: false, managerId: manager.id });
    const texto = await world.customer({ name: "Texto", rep: leaver });
    const orphan = await world.customer({ name: "Orphelin" });
    for (const customer of [texto, orphan]) await world.invoice({ customer, due: "2026-11-01" });

    expect(text(await showPortfolio(world.context(), manager, { scope: "mine" }))).toContain("Texto");
    expect(text(await showPortfolio(world.context(), finance, { scope: "unowned" }))).toContain("Orphelin");
  });

  test("whoever has no customers reads what waits for them, oldest first, each with its button; so does their home", async ({
    world,
  }) => {
    const { claire, garnier } = await company(world);
    const adv = await world.person({ name: "Luc Petit", roles: ["adv"] });
    const admin = await world.person({ name: "Ines Faure", roles: ["admin"], locale: "en" });
    expect(text(await showPortfolio(world.context(), adv, {}))).toContain("Rien ne vous attend pour l'instant.");
    const lines = [{ invoice: 1, amount: { minor: 60_000n, currency: "EUR" } }];
    await openDispute(world.context(), as(claire), { customer: garnier, category: "price", lines });
    world.clock.set("2026-11-25");
    await proposeContact(world.context(), as(claire), {
      customer: garnier,
      name: "Léa Roche",
      email: "lea@garnier.example",
      role: "billing",
    });

    const waits = [
      "2 points vous attendent",
      "- Garnier conteste 600 €, depuis hier [Ouvrir]",
      "- Garnier : un contact à vérifier, depuis aujourd'hui [Ouvrir]",
      "Votre rôle n'a pas de clients attitrés. Pour la fiche d'un client, son nom suffit : « /encours garnier ».",
    ].join("\n");
    expect(text(await showPortfolio(world.context(), adv, {}))).toContain(waits);
    const home = await drawShowing(world.context(), { show: "home" }, adv);
    const read = home === null ? "nothing" : plainCard(home.card).replaceAll(/[\u00a0\u202f]/g, " ");
    expect(read).toContain("# Bonjour Luc, voici ce qui vous attend");
    expect(read).toContain(waits);
    const forAdmin = text(await showPortfolio(world.context(), admin, {}));
    expect(forAdmin).toContain("Nothing is waiting for you for now.\nCustomers' accounts are not part of your role.");
    expect(forAdmin).not.toContain("Garnier");
  });

  test("shows ten late customers, and how many are left", async ({ world }) => {
    const { outside } = await company(world);
    for (let n = 1; n <= 12; n += 1) {
      const customer = await world.customer({ name: `Client ${n}`, rep: outside });
      await world.invoice({ customer, due: "2026-11-20", amount: `${n}00.00` });
    }

    const first = text(await showPortfolio(world.context(), outside, {}));
    const second = text(await showPortfolio(world.context(), outside, { page: 1 }));

    expect(first).toContain("En retard : 12 clients");
    expect(first).toContain("et 2 autres clients pour 300 €");
    expect(first).toContain("[Voir 2 autres]");
    expect(second).toContain("- Client 1, 100 €");
    expect(second).not.toContain("Client 12");
  });
});

describe("the customer card", () => {
  test("has what is due, promised, on hold, how they pay, and what comes next", async ({ world }) => {
    const { claire, garnier } = await company(world);
    for (const [due, paid] of [
      ["2026-06-01", "2026-06-13"],
      ["2026-07-01", "2026-07-13"],
      ["2026-08-03", "2026-08-03"],
    ] as const) {
      const invoice = await world.invoice({ customer: garnier, due, amount: "100.00" });
      await world.payment({ invoice, amount: "100.00", date: paid });
    }
    await givePromise(world.context(), as(claire), {
      customer: garnier,
      due: "2026-12-04",
      amount: { minor: 400_000n, currency: "EUR" },
    });
    await placeHold(world.context(), as(claire), {
      customer: garnier,
      reason: "order-in-progress",
      until: "2026-12-02",
    });
    await addComment(world.context(), as(claire), { customer: garnier, text: "Validation par le siège" });

    const card = text(await showCustomer(world.context(), claire, { customer: garnier }));

    expect(card).toContain("En retard · 8 200 €, jusqu'à 30 jours");
    expect(card).toContain("Prochaine date · 6 000 €, mardi 15 décembre");
    expect(card).toContain("Promis · 4 000 € pour le vendredi 4 décembre");
    expect(card).toContain("En pause · commande en cours, jusqu'au mercredi 2 décembre (Claire Morel)");
    expect(card).toContain("En deux mots · À suivre : ");
    expect(card).toContain("Habitudes · paie en moyenne 8 jours après la date (3 factures réglées)");
    expect(card).toContain("Dernier commentaire · « Validation par le siège », Claire Morel, le 24 novembre");
    expect(card).toContain("Prochaine étape · ");
    expect(card).toContain("- F1 : 8 200 €, 30 jours de retard (4 000 € promis)");
  });

  test("with nothing late, a promise is asked for in its form: no day to tap that would be refused", async ({
    world,
  }) => {
    const { claire } = await company(world);
    const customer = await world.customer({ name: "Texto", rep: claire });
    await world.invoice({ customer, number: "F9", due: "2026-12-15" });

    const shown = text(await showCustomer(world.context(), claire, { customer }));

    expect(shown).toContain("[Paiement promis le…] ");
    expect(shown).not.toContain("Paiement promis le… ▾");
  });

  test("what a role may not see is absent", async ({ world }) => {
    const { claire, finance, garnier } = await company(world);
    const context = world.context({ hidden: { rep: ["score", "dunning"] } });

    const rep = text(await showCustomer(context, claire, { customer: garnier }));

    expect(rep).not.toContain("En deux mots");
    expect(rep).not.toContain("Prochaine étape");
    expect(text(await showCustomer(context, finance, { customer: garnier }))).toContain("En deux mots");
  });

  test("tells a stranger nothing, not even that the customer exists", async ({ world }) => {
    const { outside, garnier } = await company(world);

    expect(text(await showCustomer(world.context(), outside, { customer: garnier }))).toBe("refused: not-allowed");
    expect(text(await showCustomer(world.context(), outside, { customer: "NONE" }))).toBe("refused: not-allowed");
    expect(text(await showTimeline(world.context(), outside, { customer: garnier }))).toBe("refused: not-allowed");
    expect(text(await showReminder(world.context(), outside, { customer: garnier }))).toBe("refused: not-allowed");
  });
});

test("the timeline tells what happened, the latest first, and what comes next", async ({ world }) => {
  const { claire, garnier } = await company(world);
  await addComment(world.context(), as(claire), { customer: garnier, text: "Nouveau comptable" });
  world.clock.advance({ minutes: 5 });
  await givePromise(world.context(), as(claire), { customer: garnier, due: "2026-12-04" });

  const told = text(await showTimeline(world.context(), claire, { customer: garnier }));

  expect(told).toContain("- Vendredi 4 décembre : 8 200 € promis");
  const past = told.split("Jusqu'ici\n")[1]?.split("\n") ?? [];
  expect(past.slice(0, 4)).toEqual([
    "- 24 novembre 2026 : promesse : 8 200 € pour le 4 décembre (Claire Morel)",
    "- 24 novembre 2026 : « Nouveau comptable » (Claire Morel)",
    "- 15 novembre 2026 : facture F2 : 6 000 €, attendue le 15 décembre",
    "- 25 septembre 2026 : facture F1 : 8 200 €, attendue le 25 octobre",
  ]);
});

test("my calls open one by one, with their script and why they came", async ({ world }) => {
  const { claire, finance, garnier } = await company(world);
  await askByHand(world.context(), as(finance), { customer: garnier, why: "à voir" });

  expect(text(await showCalls(world.context(), claire, {}))).toContain(
    "- Garnier, 8 200 €, jusqu'à 30 jours de retard",
  );
  expect(text(await showScript(world.context(), claire, { ask: 1 }))).toContain("Trois questions");
  expect(text(await showWhyMe(world.context(), claire, { ask: 1 }))).toContain("Garnier fait partie de vos clients");
});

test("the next e-mail can be read before it leaves, with its day and level", async ({ world }) => {
  const { marc, lemoine } = await company(world);
  await world.contact({ customer: lemoine, email: "compta@lemoine.example" });

  const preview = text(await showReminder(world.context(), marc, { customer: lemoine }));

  expect(preview).toContain("Premier rappel, aujourd'hui : 300 $US sur 1 facture.");
  expect(preview).toContain("À compta@lemoine.example");
  expect(preview).toContain("[Attendre]");
});
