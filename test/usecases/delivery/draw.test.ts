import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { openAskOf } from "#store/asks.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { formFor } from "#usecases/delivery/form-for.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { undo } from "#usecases/undo.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** A rep, finance, a stranger, and Garnier with two late invoices and one to come. */
async function garnier(world: World) {
  await world.seller({ live: "2026-01-01" });
  const manager = await world.person({ name: "Hugo Petit", roles: ["manager"] });
  const rep = await world.person({ managerId: manager.id });
  const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
  const stranger = await world.person({ name: "Lou Blanc" });
  const customer = await world.customer({ code: "C0012", name: "Garnier", rep });
  await world.contact({ customer, phone: "01 99 00 12 34" });
  const invoices = [
    await world.invoice({ customer, number: "F1", due: "2026-10-25", amount: "8200.00" }),
    await world.invoice({ customer, number: "F2", due: "2026-11-10", amount: "4200.00" }),
    await world.invoice({ customer, number: "F3", due: "2026-12-15", amount: "6000.00" }),
  ];
  return { manager, rep, finance, stranger, customer, invoices };
}

async function drawn(world: World, showing: Showing, viewer: Person): Promise<string | null> {
  const found = await drawShowing(world.context(), showing, viewer);
  return found === null ? null : plainCard(found.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

async function openCall(world: World, customer: string, by: Person): Promise<number> {
  await askByHand(world.context(), { is: "person", id: by.id }, { customer, why: "grosse commande en attente" });
  return (await openAskOf(world.db, customer, "call", 0))?.id ?? 0;
}

const as = (person: Person) => ({ is: "person", id: person.id }) as const;

describe("a call card", () => {
  test("asks the rep with the facts, the contact and what to promise", async ({ world }) => {
    const { customer, rep, finance } = await garnier(world);
    const ask = await openCall(world, customer, finance);

    const text = await drawn(world, { show: "ask", ask }, rep);

    expect(text).toContain("Un coup de fil à Garnier, quand vous pourrez d'ici jeudi ?");
    expect(text).toContain("12 400 € sur 2 factures, la plus ancienne a 30 jours de retard.");
    expect(text).toContain("Paul Roy vous le demande : « grosse commande en attente »");
    expect(text).toContain("Sonia Perrin, comptabilité : 01 99 00 12 34");
    expect(text).toContain("Situation à 9 h");
  });

  test("is nothing to somebody whose customer it is not", async ({ world }) => {
    const { customer, finance, stranger } = await garnier(world);
    const ask = await openCall(world, customer, finance);

    expect(await drawn(world, { show: "ask", ask }, stranger)).toBeNull();
    expect(await drawn(world, { show: "customer", customer }, stranger)).toBeNull();
    expect(await drawn(world, { show: "ask", ask }, { ...finance, active: false })).toBeNull();
  });

  test("turns into the promise, with undo for ten minutes and for its author alone", async ({ world }) => {
    const { customer, rep, manager, finance } = await garnier(world);
    const ask = await openCall(world, customer, finance);
    await givePromise(world.context(), as(rep), { customer, ask, due: "2026-12-04" });

    const mine = await drawn(world, { show: "ask", ask }, rep);
    expect(mine).toContain("C'est noté, merci Claire : Garnier règle 12 400 € le vendredi 4 décembre.");
    expect(mine).toContain("Aucun rappel sur ces 2 factures avant le 9.");
    expect(mine).toContain("[Annuler (10 min)]");
    const theirs = await drawn(world, { show: "ask", ask }, manager);
    expect(theirs).toContain("Noté par Claire Morel :");
    expect(theirs).not.toContain("[Annuler (10 min)]");

    world.clock.advance({ minutes: 11 });
    const later = await drawn(world, { show: "ask", ask }, rep);
    expect(later).not.toContain("[Annuler (10 min)]");
    expect(later).toContain("[Annuler la promesse]");
  });

  test("is open again once the answer is undone", async ({ world }) => {
    const { customer, rep, finance } = await garnier(world);
    const ask = await openCall(world, customer, finance);
    const given = await answerNoAnswer(world.context(), as(rep), { ask });
    expect(await drawn(world, { show: "ask", ask }, rep)).toContain(
      "pas de réponse chez Garnier. La carte revient jeudi.",
    );

    await undo(world.context(), as(rep), { event: given.ok ? given.value.event : 0 });

    expect(await drawn(world, { show: "ask", ask }, rep)).toContain("Un coup de fil à Garnier");
  });

  test("says what is disputed, who looks into it and what goes on", async ({ world }) => {
    const { customer, rep, finance, invoices } = await garnier(world);
    const nadia = await world.person({ name: "Nadia Benali", roles: ["adv"] });
    const ask = await openCall(world, customer, finance);
    const lines = [{ invoice: invoices[0]?.id ?? 0, amount: { minor: 60_000n, currency: "EUR" } }];
    await openDispute(world.context(), as(rep), {
      ask,
      category: "price",
      lines,
      comment: "transport facturé en trop",
    });

    const text = await drawn(world, { show: "ask", ask }, rep);
    expect(text).toContain("Garnier conteste 600 € (transport facturé en trop).");
    expect(text).toContain("L'administration des ventes regarde et vous répond ici d'ici mardi 1er décembre.");
    expect(text).toContain("Pas de rappel sur ces 600 € ; les 11 800 € restants suivent leur cours.");

    const toOwner = await drawn(world, { show: "dispute", dispute: 1 }, nadia);
    expect(toOwner).toContain("[Le montant est dû] [Le client a raison] [C'est partagé]");
  });

  test("speaks the reader's language", async ({ world }) => {
    const { customer, rep, finance } = await garnier(world);
    const ask = await openCall(world, customer, finance);

    const text = await drawn(world, { show: "ask", ask }, { ...rep, locale: "en" });

    expect(text).toContain("A quick call to Garnier, whenever suits you before Thursday evening?");
  });
});

describe("a promise that did not come in", () => {
  test("is shown to the rep with the next moves, and gives way to the new date", async ({ world }) => {
    const { customer, rep } = await garnier(world);
    await givePromise(world.context(), as(rep), { customer, due: "2026-11-26" });
    world.clock.set("2026-12-01");
    await world.fresh();
    await judgePromises(world.context());

    const text = await drawn(world, { show: "promise", promise: 1 }, rep);
    expect(text).toContain("Le paiement de Garnier n'est pas encore là : 12 400 €, prévus jeudi 26 novembre.");
    expect(text).toContain("« On s'était dit jeudi, qu'est-ce qui coince de votre côté ? »");
    expect(text).toContain("la comptabilité est informée demain");
    expect(text).toContain("[Nouvelle date… ▾");

    await givePromise(world.context(), as(rep), { customer, due: "2026-12-11" });
    expect(await drawn(world, { show: "promise", promise: 1 }, rep)).toContain(
      "règle 12 400 € le vendredi 11 décembre",
    );
  });

  test("says what comes next: a formal notice is no firmer reminder, and a key account gets none at all", async ({
    world,
  }) => {
    await world.seller({ live: "2026-01-01" });
    const rep = await world.person();
    for (const [customer, keyAccount] of [
      ["C1", false],
      ["C2", true],
    ] as const) {
      await world.customer({ code: customer, name: customer, rep, keyAccount });
      await world.invoice({ customer, number: customer, due: "2026-10-05", amount: "900.00" });
      await givePromise(world.context(), as(rep), { customer, due: "2026-11-26" });
    }
    await world.db.execute(sql`update invoices set step = 'last'`);
    world.clock.set("2026-12-01");
    await world.fresh();
    await judgePromises(world.context());

    const usual = await drawn(world, { show: "promise", promise: 1 }, rep);
    expect(usual).toContain("Sans nouvelle, une mise en demeure sera étudiée aujourd'hui");
    const keyAccount = await drawn(world, { show: "promise", promise: 2 }, rep);
    expect(keyAccount).toContain("Sans nouvelle, un appel sera proposé aujourd'hui");
    expect(keyAccount).not.toContain("un peu plus ferme");
  });
});

test("nothing comes next for debts that insolvency froze: the card announces no reminder", async ({ world }) => {
  await world.seller({ live: "2026-01-01" });
  const rep = await world.person();
  for (const insolvencyDate of [null, "2026-11-16"] as const) {
    const customer = await world.customer({ code: insolvencyDate ?? "free", rep, insolvencyDate });
    await world.invoice({ customer, number: customer, issued: "2026-09-01", due: "2026-10-01", amount: "900.00" });
  }

  const free = await drawn(world, { show: "customer", customer: "free" }, rep);
  expect(free).toContain("Prochaine étape");
  expect(free).not.toContain("rien de prévu");
  const frozen = await drawn(world, { show: "customer", customer: "2026-11-16" }, rep);
  expect(frozen).toContain("Procédure collective");
  expect(frozen).toContain("Prochaine étape · rien de prévu");
});

describe("forms", () => {
  test("are filled with what is known, and refused to strangers", async ({ world }) => {
    const { customer, rep, stranger } = await garnier(world);
    const action = { do: "open-form", form: "promise", customer } as const;

    const form = await formFor(world.context(), action, rep);
    const refused = await formFor(world.context(), action, stranger);

    expect(form.ok && form.value.fields.map((field) => [field.name, "value" in field ? field.value : null])).toEqual([
      ["due", "2026-11-27"],
      ["amount", "12400"],
      ["comment", null],
    ]);
    expect(refused).toEqual({ ok: false, refusal: { why: "not-allowed" } });
  });

  test("a rep holds for a rep's reasons until ten working days; finance for more", async ({ world }) => {
    const { customer, rep, finance } = await garnier(world);
    const action = { do: "open-form", form: "hold", customer } as const;

    const reps = await formFor(world.context(), action, rep);
    const finances = await formFor(world.context(), action, finance);

    const reasons = (form: typeof reps) => {
      const field = form.ok ? form.value.fields[0] : undefined;
      return field?.is === "choice" ? field.options.map(({ value }) => value) : [];
    };
    expect(reasons(reps)).toEqual(["rep-knows", "order-in-progress", "new-contact", "validation-circuit"]);
    expect(reasons(finances)).toContain("finance");
  });
});
