import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { openAskOf } from "#store/asks.ts";
import { contactsOf } from "#store/contacts.ts";
import { customers } from "#store/schema/ledger.ts";
import { blockUrgently } from "#usecases/stops/block-urgently.ts";
import { decideNote, keepBlocked } from "#usecases/customers/decide-note.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { endHolds } from "#usecases/stops/end-holds.ts";
import { finishTask } from "#usecases/asks/finish-task.ts";
import { noteCircuit } from "#usecases/customers/note-circuit.ts";
import { noteCustomer } from "#usecases/customers/note-customer.ts";
import { previewDunning } from "#usecases/dunning/preview-dunning.ts";
import { proposeContact } from "#usecases/customers/propose-contact.ts";
import { runDunning } from "#usecases/dunning/run-dunning.ts";
import { undo } from "#usecases/undo.ts";
import { aMailbox, passAndSend, remindersOf, sendPlanned } from "../../support/dunning.ts";
import { as, company, did, openAsks, standingHolds, waiting, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function drawn(world: World, showing: Showing, viewer: Person): Promise<string> {
  const found = await drawShowing(world.context(), showing, viewer);
  return found === null ? "nothing" : plainCard(found.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

/** Garnier is six days late, with Sonia to write to. */
async function late(world: World) {
  const people = await company(world);
  const { customer } = people;
  const sonia = await world.contact({ customer, email: "sonia@garnier.example", phone: "01 99 00 12 34" });
  const invoice = await world.invoice({ customer, number: "F1", due: "2026-11-18" });
  return { ...people, sonia, invoice };
}

const askOf = async (world: World, customer: string, kind: Parameters<typeof openAskOf>[2], about = 0) =>
  (await openAskOf(world.db, customer, kind, about))?.id ?? 0;

describe("an urgent stop", () => {
  test("keeps back even what was prepared this morning, and finance is asked once nobody can take it back", async ({
    world,
  }) => {
    const { rep, finance, customer } = await late(world);
    await runDunning(world.context());

    const { showing } = await did(blockUrgently(world.context(), as(rep), { customer, why: "Visite demain" }));

    const mailbox = aMailbox();
    await sendPlanned(world, mailbox);
    expect(mailbox.mails).toEqual([]);
    expect(await remindersOf(world)).toMatchObject([{ state: "dropped", because: "hold" }]);
    expect(await standingHolds(world)).toMatchObject([{ reason: "urgent", untilOn: "2026-11-25" }]);
    const [told] = (await waiting(world)).filter(({ personId }) => personId === finance.id);
    expect(told).toMatchObject({ showing, notBefore: new Date("2026-11-24T08:10:00Z") });
    expect(await drawn(world, showing, finance)).toContain(
      "Claire Morel demande que rien ne parte à ce client. Les e-mails sont arrêtés jusqu'au mercredi 25 novembre compris.",
    );
    expect(await drawn(world, showing, rep)).toContain("La comptabilité vous répond sur cette carte.");
    expect(await drawn(world, showing, rep)).not.toContain("[On reprend]");
  });

  test("a second one while the first is open says who asked", async ({ world }) => {
    const { rep, manager, customer } = await late(world);
    await did(blockUrgently(world.context(), as(rep), { customer }));
    expect(await blockUrgently(world.context(), as(manager), { customer })).toMatchObject({
      ok: false,
      refusal: { why: "already-done", by: "Claire Morel" },
    });
  });

  test("finance carries on: reminders leave again, and the rep reads it on the same card", async ({ world }) => {
    const { rep, finance, customer } = await late(world);
    const { showing } = await did(blockUrgently(world.context(), as(rep), { customer }));
    const ask = await askOf(world, customer, "urgent-block");
    expect(await whyNot(decideNote(world.context(), as(rep), { ask, agreed: false }))).toBe("not-allowed");

    const { event } = await did(decideNote(world.context(), as(finance), { ask, agreed: false }));

    expect(await standingHolds(world)).toEqual([]);
    expect(await drawn(world, showing, rep)).toContain("Les rappels à Garnier reprennent leur cours (Nadia Benali).");
    await undo(world.context(), as(finance), { event });
    expect(await standingHolds(world)).toMatchObject([{ reason: "urgent" }]);
    expect(await openAsks(world)).toEqual(["urgent-block for finance"]);
  });

  test("finance keeps it stopped until a day that the rep reads", async ({ world }) => {
    const { rep, finance, customer } = await late(world);
    const { showing } = await did(blockUrgently(world.context(), as(rep), { customer }));
    const ask = await askOf(world, customer, "urgent-block");
    expect(await whyNot(finishTask(world.context(), as(finance), { ask }))).toBe("gone");
    expect(await whyNot(keepBlocked(world.context(), as(finance), { ask, until: "2026-11-20" }))).toBe("date-in-past");

    await did(keepBlocked(world.context(), as(finance), { ask, until: "2026-12-04" }));

    expect(await drawn(world, showing, rep)).toContain("Garnier reste en pause jusqu'au vendredi 4 décembre compris");
    world.clock.set("2026-12-03");
    await world.fresh();
    await endHolds(world.context());
    expect(await previewDunning(world.context(), "2026-12-03")).toMatchObject({
      messages: [],
      heldBack: [{ reason: "hold", until: "2026-12-04" }],
    });
  });

  test("nobody answers: it ends by itself after the next working day", async ({ world }) => {
    const { rep, customer } = await late(world);
    await did(blockUrgently(world.context(), as(rep), { customer }));
    world.clock.set("2026-11-26");
    await world.fresh();
    await endHolds(world.context());
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(mailbox.mails).toHaveLength(1);
  });

  test("taken back by its author, nobody hears of it", async ({ world }) => {
    const { rep, customer } = await late(world);
    const { event } = await did(blockUrgently(world.context(), as(rep), { customer }));
    await did(undo(world.context(), as(rep), { event }));
    expect(await standingHolds(world)).toEqual([]);
    expect(await openAsks(world)).toEqual([]);
    expect((await waiting(world)).filter(({ showing }) => showing.show === "ask")).toEqual([]);
  });
});

describe("a contact", () => {
  const right = { name: "Léa Roche", email: "lea@garnier.example", role: "billing" } as const;

  test("that a rep corrects is written to once adv agrees", async ({ world }) => {
    const { rep, adv, customer, sonia } = await late(world);

    const { showing } = await did(proposeContact(world.context(), as(rep), { customer, contact: sonia, ...right }));

    expect(await openAsks(world)).toEqual(["contact-proposed for adv"]);
    expect((await contactsOf(world.db, customer)).map(({ email }) => email)).toEqual(["sonia@garnier.example"]);
    const asked = await drawn(world, showing, adv);
    expect(asked).toContain("Aujourd'hui : Sonia Perrin, comptabilité : 01 99 00 12 34, sonia@garnier.example");
    expect(asked).toContain("Proposé : Léa Roche, comptabilité : lea@garnier.example");
    const ask = showing.show === "ask" ? showing.ask : 0;
    expect(await whyNot(decideNote(world.context(), as(rep), { ask, agreed: true }))).toBe("not-allowed");

    const { event } = await did(decideNote(world.context(), as(adv), { ask, agreed: true }));

    expect(await contactsOf(world.db, customer)).toMatchObject([{ id: sonia, email: "lea@garnier.example" }]);
    expect(await drawn(world, showing, rep)).toContain("Le contact de Garnier est à jour (Luc Petit).");
    await did(undo(world.context(), as(adv), { event }));
    expect(await contactsOf(world.db, customer)).toMatchObject([
      { email: "sonia@garnier.example", name: "Sonia Perrin" },
    ]);
  });

  test("that adv does not agree to stays as it was", async ({ world }) => {
    const { rep, adv, customer, sonia } = await late(world);
    const { showing } = await did(proposeContact(world.context(), as(rep), { customer, contact: sonia, ...right }));
    await did(decideNote(world.context(), as(adv), { ask: showing.show === "ask" ? showing.ask : 0, agreed: false }));
    expect(await contactsOf(world.db, customer)).toMatchObject([{ email: "sonia@garnier.example" }]);
  });

  test("that adv writes counts at once; who has the right address already is not there twice", async ({ world }) => {
    const { adv, customer, sonia } = await late(world);
    await did(proposeContact(world.context(), as(adv), { customer, ...right }));
    await did(proposeContact(world.context(), as(adv), { customer, contact: sonia, ...right, name: "Léa Martin" }));
    expect(await openAsks(world)).toEqual([]);
    expect((await contactsOf(world.db, customer)).map(({ name, active }) => [name, active])).toEqual([
      ["Sonia Perrin", false],
      ["Léa Martin", true],
    ]);
  });

  test("without an address that is one, or of nobody, is refused", async ({ world }) => {
    const { rep, customer } = await late(world);
    const propose = (given: { readonly name?: string; readonly email?: string; readonly contact?: number }) =>
      whyNot(proposeContact(world.context(), as(rep), { customer, role: "billing", ...given }));
    expect(await propose({ name: "Léa", email: "pas une adresse" })).toBe("email-not-understood");
    expect(await propose({ name: "Léa" })).toBe("text-missing");
    expect(await propose({ name: "Léa", email: "lea@garnier.example", contact: 999 })).toBe("gone");
  });
});

describe("the invoicing circuit", () => {
  test("that a rep notes becomes a task for adv, and stands on the contact card", async ({ world }) => {
    const { rep, adv, customer } = await late(world);
    const circuit = { customer, portal: "portail.garnier.example", wantsOrderNumber: true, cutOff: "25" } as const;

    const { showing } = await did(noteCircuit(world.context(), as(rep), circuit));

    expect(await openAsks(world)).toEqual(["circuit-changed for adv"]);
    const ask = await askOf(world, customer, "circuit-changed");
    const asked = await drawn(world, { show: "ask", ask }, adv);
    for (const text of [asked, await drawn(world, showing, rep)]) {
      expect(text).toContain("Portail : portail.garnier.example");
      expect(text).toContain("Le numéro de commande est demandé.");
      expect(text).toContain("À déposer au plus tard le 25 du mois.");
    }
    await did(finishTask(world.context(), as(adv), { ask }));
    expect(await openAsks(world)).toEqual([]);
    expect(await whyNot(noteCircuit(world.context(), as(rep), circuit))).toBe("nothing-changed");
  });

  test("with a day that is none is refused, and adv's own note asks nobody", async ({ world }) => {
    const { adv, customer } = await late(world);
    const note = (cutOff: string) =>
      whyNot(noteCircuit(world.context(), as(adv), { customer, wantsOrderNumber: false, cutOff }));
    expect(await note("32")).toBe("not-a-number");
    expect(await note("fin de mois")).toBe("not-a-number");
    expect(await note("5")).toBe("done");
    expect(await openAsks(world)).toEqual([]);
  });
});

describe("what only the rep knows", () => {
  test("an approval under way has dunning wait, ten working days at most", async ({ world }) => {
    const { rep, customer } = await late(world);
    const note = { customer, kind: "validation-circuit" } as const;
    expect(await whyNot(noteCustomer(world.context(), as(rep), { ...note, until: "2027-03-01" }))).toBe(
      "hold-too-long",
    );
    await did(noteCustomer(world.context(), as(rep), { ...note, until: "2026-12-04", text: "Signature au siège" }));
    expect(await previewDunning(world.context(), "2026-11-24")).toMatchObject({
      messages: [],
      heldBack: [{ reason: "hold", until: "2026-12-04" }],
    });
  });

  test("a VIP gets no e-mail without a person once finance agrees, whatever a later file says", async ({ world }) => {
    const { rep, finance, customer } = await late(world);
    const { showing } = await did(
      noteCustomer(world.context(), as(rep), { customer, kind: "vip", text: "Compte n° 1" }),
    );
    expect((await previewDunning(world.context(), "2026-11-24")).messages).toHaveLength(1);
    expect(await drawn(world, showing, finance)).toContain("« Compte n° 1 »");
    const ask = await askOf(world, customer, "vip-proposed");

    const { event } = await did(decideNote(world.context(), as(finance), { ask, agreed: true }));

    await world.import({ "customers.csv": `customer_code,name,key_account\n${customer},Garnier,false\n` });
    const preview = await previewDunning(world.context(), "2026-11-24");
    expect(preview).toMatchObject({ messages: [], asks: [{ step: "first", holder: rep.email }] });
    expect(await whyNot(noteCustomer(world.context(), as(rep), { customer, kind: "vip" }))).toBe("nothing-changed");
    await did(undo(world.context(), as(finance), { event }));
    const [row] = await world.db.select().from(customers).where(eq(customers.code, customer));
    expect(row?.vip).toBe(false);
  });

  test("is nobody else's to say", async ({ world }) => {
    const { customer, adv } = await late(world);
    const stranger = await world.person({ name: "Lou Blanc" });
    for (const who of [stranger, adv]) {
      expect(await whyNot(noteCustomer(world.context(), as(who), { customer, kind: "vip" }))).toBe("not-allowed");
      expect(await whyNot(blockUrgently(world.context(), as(who), { customer }))).toBe("not-allowed");
    }
    expect(await drawn(world, { show: "contacts", customer }, stranger)).toBe("nothing");
  });
});
