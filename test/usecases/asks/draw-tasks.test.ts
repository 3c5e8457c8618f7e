import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { openAskOf } from "#store/asks.ts";
import { insertReply } from "#store/replies.ts";
import { answerAlreadyPaid } from "#usecases/asks/answer-already-paid.ts";
import { answerNotMine } from "#usecases/asks/answer-not-mine.ts";
import { approvePromise } from "#usecases/promises/approve-promise.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import { cancelPromise } from "#usecases/promises/cancel-promise.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { closeReply } from "#usecases/replies/close-reply.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { showCustomer } from "#usecases/customers/show-customer.ts";
import { undo } from "#usecases/undo.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const as = (person: Person) => ({ is: "person", id: person.id }) as const;

async function late(world: World) {
  await world.seller({ live: "2026-01-01" });
  const manager = await world.person({ name: "Hugo Petit", roles: ["manager"] });
  const rep = await world.person({ managerId: manager.id });
  const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
  const customer = await world.customer({ code: "C1", name: "Garnier", rep });
  const invoice = await world.invoice({ customer, number: "F1", due: "2026-10-25", amount: "12400.00" });
  await askByHand(world.context(), as(finance), { customer, why: "à voir" });
  return { manager, rep, finance, customer, invoice };
}

async function drawn(world: World, showing: Showing, viewer: Person): Promise<string> {
  const found = await drawShowing(world.context(), showing, viewer);
  return found === null ? "nothing" : plainCard(found.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

async function askOf(world: World, kind: Parameters<typeof openAskOf>[2], about = 0): Promise<number> {
  return (await openAskOf(world.db, "C1", kind, about))?.id ?? 0;
}

describe("tasks", () => {
  test("a long promise: finance agrees, a colleague sees who did", async ({ world }) => {
    const { rep, finance } = await late(world);
    const other = await world.person({ name: "Zoé Martin", roles: ["finance"] });
    await givePromise(world.context(), as(rep), { customer: "C1", ask: 1, due: "2027-02-15" });
    const ask = await askOf(world, "approve-promise", 1);

    const open = await drawn(world, { show: "ask", ask }, finance);
    expect(open).toContain("12 400 € pour le 15 février 2027, noté par Claire Morel.");
    expect(open).toContain("En attendant votre avis, aucun rappel jusqu'au mardi 1er décembre.");
    expect(open).toContain("[D'accord] [Pas d'accord] [La fiche du client]");
    expect(await drawn(world, { show: "ask", ask }, rep)).not.toContain("[D'accord]");

    await approvePromise(world.context(), as(finance), { ask });
    expect(await drawn(world, { show: "ask", ask }, other)).toContain(
      "Accord donné pour Garnier, par Paul Roy : on attend le lundi 15 février.",
    );
  });

  test("gone by itself, a task says why: its promise was taken back, or cancelled later", async ({ world }) => {
    const { rep, finance } = await late(world);
    const given = await givePromise(world.context(), as(rep), { customer: "C1", ask: 1, due: "2027-02-15" });
    const first = await askOf(world, "approve-promise", 1);
    await undo(world.context(), as(rep), { event: given.ok ? given.value.event : 0 });
    expect(await drawn(world, { show: "ask", ask: first }, finance)).toContain(
      "Garnier : la demande a été annulée par Claire Morel, plus rien à faire ici.",
    );

    await givePromise(world.context(), as(rep), { customer: "C1", ask: 1, due: "2027-02-15" });
    const second = await askOf(world, "approve-promise", 2);
    await cancelPromise(world.context(), as(rep), { promise: 2 });
    expect(await drawn(world, { show: "ask", ask: second }, finance)).toContain(
      "Garnier : la promesse n'a plus cours, plus rien à faire ici.",
    );
  });

  test("said to be paid: finance looks for it, knowing who said so and until when nothing leaves", async ({
    world,
  }) => {
    const { rep, finance } = await late(world);
    await answerAlreadyPaid(world.context(), as(rep), { ask: 1 });

    expect(await drawn(world, { show: "ask", ask: 1 }, rep)).toContain(
      "C'est noté, merci Claire : Garnier indique avoir payé. La comptabilité cherche le paiement ; aucun rappel jusqu'au mardi 1er décembre compris.",
    );
    expect(await drawn(world, { show: "ask", ask: await askOf(world, "check-payment") }, finance)).toContain(
      "Claire Morel signale un paiement déjà fait. Aucun rappel jusqu'au mardi 1er décembre : le temps de le retrouver.",
    );
  });

  test("not my customer: the manager gives it to somebody", async ({ world }) => {
    const { rep, manager } = await late(world);
    await answerNotMine(world.context(), as(rep), { ask: 1 });

    const card = await drawn(world, { show: "ask", ask: await askOf(world, "assign-owner") }, manager);

    expect(card).toContain("# Qui suit Garnier ?\nClaire Morel indique que ce n'est pas son client.");
    expect(card).toContain("[Confier à… ▾ Claire Morel]");
  });
});

test("a reply is read with what it says, and closed once", async ({ world }) => {
  const { rep, finance } = await late(world);
  const reply =
    (await insertReply(world.db, {
      receivedAt: world.clock.now(),
      messageId: "<1@client.example>",
      reminder: null,
      customer: "C1",
      fromEmail: "sonia@client.example",
      subject: "Re: rappel",
      kind: "human",
      newText: "Le virement part vendredi.",
      fullText: "Le virement part vendredi.",
      attachments: [],
      state: "waiting",
    })) ?? 0;

  const open = await drawn(world, { show: "reply", reply }, rep);
  expect(open).toContain(
    "# Garnier a répondu\nsonia@client.example, le mardi 24 novembre à 9 h\n> Le virement part vendredi.",
  );
  expect(open).toContain("On y lit une promesse : tout ce qui est en retard, pour le vendredi 27 novembre.");
  expect(open).toContain("[Oui, noter la promesse]");
  expect(open).toContain("[C'est traité] [On continue]");

  await closeReply(world.context(), as(finance), { reply, how: "carry-on" });
  expect(await drawn(world, { show: "reply", reply }, rep)).toContain(
    "lue par Paul Roy, les rappels suivent leur cours.",
  );
});

test("a closed dispute says what came of it, and no longer shows the buttons", async ({ world }) => {
  const { rep, customer, invoice } = await late(world);
  const nadia = await world.person({ name: "Nadia Benali", roles: ["adv"] });
  await openDispute(world.context(), as(rep), { customer, category: "price", lines: [{ invoice: invoice.id }] });

  await closeDispute(world.context(), as(nadia), { dispute: 1, outcome: "theirs", comment: "Avoir émis hier" });

  const card = await drawn(world, { show: "dispute", dispute: 1 }, rep);
  expect(card).toContain("Garnier, facture F1 : le client a raison pour 12 400 €.");
  expect(card).toContain("> Avoir émis hier\nRépondu par Nadia Benali le 24 novembre.");
});

test("twenty-five open invoices are ten lines, a total and the way to the others", async ({ world }) => {
  const { rep, customer } = await late(world);
  for (let n = 0; n < 24; n += 1) await world.invoice({ customer, due: "2026-12-15", amount: "10.00" });
  const page = async (nth: number) => {
    const found = await showCustomer(world.context(), rep, { customer, page: nth });
    return found.ok ? plainCard(found.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : "";
  };

  expect(await page(0)).toContain("25 factures ouvertes");
  expect(await page(0)).toContain("- et 15 autres factures pour 150 € [Voir 15 autres]");
  expect(await page(2)).not.toContain("autres factures");
});
