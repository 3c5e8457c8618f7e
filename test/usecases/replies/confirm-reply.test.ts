import { describe, expect } from "vitest";

import type { Person } from "#domain/person.ts";
import { plainCard } from "#cards/plain.ts";
import { replies } from "#store/schema/dunning.ts";
import { asks, disputes, events, promises } from "#store/schema/loop.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { confirmReply } from "#usecases/replies/confirm-reply.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { showWholeReply } from "#usecases/replies/draw-reply.ts";
import { formFor } from "#usecases/delivery/form-for.ts";
import { takeReply } from "#usecases/replies/take-reply.ts";
import { undo } from "#usecases/undo.ts";
import { readIncomingMail } from "#email/incoming.ts";
import { company, openAsks } from "../../support/loop.ts";
import { replyMail } from "../../support/mails.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

/** Sonia, a contact of Garnier's, answers; two invoices are late. */
async function answered(world: World, text: string) {
  const { rep, finance, customer, stranger } = await people(world);
  await world.contact({ customer, name: "Sonia Perrin", email: "sonia@garnier.example" });
  const first = await world.invoice({ customer, due: "2026-10-20", amount: "8200.00", number: "F-1001" });
  await world.invoice({ customer, due: "2026-10-25", amount: "4200.00", number: "F-1002" });
  const mail = await readIncomingMail(Buffer.from(replyMail({ text })));
  if (mail === null) throw new Error("Not a mail.");
  await takeReply(world.context(), mail);
  const [reply] = await world.db.select().from(replies);
  return { rep, finance, stranger, customer, first, reply: reply?.id ?? 0 };
}

async function people(world: World) {
  const { rep, customer } = await company(world);
  const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
  const stranger = await world.person({ name: "Luc Autre" });
  return { rep, finance, stranger, customer };
}

const by = (person: Person) => ({ is: "person", id: person.id }) as const;
const as = (world: World, person: Person, reply: number, what: "promise" | "dispute" | "both") =>
  confirmReply(world.context(), by(person), { reply, as: what });
const stateOf = async (world: World) => (await world.db.select().from(replies)).map(({ state }) => state);

async function cardOf(world: World, reply: number, reader: Person) {
  const drawn = await drawShowing(world.context(), { show: "reply", reply }, reader);
  return drawn === null ? null : plainCard(drawn.card);
}

describe("a promise read in a mail", () => {
  test("is shown, and nothing is written before a person says yes", async ({ world }) => {
    const { rep, reply } = await answered(world, "Le virement de 8 200 € part vendredi.");
    const card = await cardOf(world, reply, rep);
    expect(card).toMatch(/On y lit une promesse\s: 8\s200\s€, pour le vendredi 27 novembre\./);
    expect(card).toContain("Rien n'est noté sans votre accord.");
    expect(await world.db.select().from(promises)).toHaveLength(0);
  });

  test("one click writes it, deals with the mail, and undo has the mail wait again", async ({ world }) => {
    const { rep, reply } = await answered(world, "Le virement de 8 200 € part vendredi.");
    const confirmed = await as(world, rep, reply, "promise");
    expect(confirmed).toMatchObject({ ok: true });
    expect(await world.db.select().from(promises)).toMatchObject([{ dueOn: "2026-11-27", amount: 820_000n }]);
    expect(await stateOf(world)).toEqual(["dealt-with"]);
    expect(await openAsks(world)).toEqual([]);

    const event = confirmed.ok ? confirmed.value.event : 0;
    expect(await undo(world.context(), by(rep), { event })).toMatchObject({ ok: true });
    expect(await stateOf(world)).toEqual(["waiting"]);
    expect((await world.db.select().from(asks)).map(({ kind, state }) => [kind, state])).toEqual([
      ["read-reply", "open"],
    ]);
  });

  test("two clicks are one promise, and the second learns who was first", async ({ world }) => {
    const { rep, finance, reply } = await answered(world, "Le virement part vendredi.");
    expect(await as(world, rep, reply, "promise")).toMatchObject({ ok: true });
    expect(await as(world, finance, reply, "promise")).toMatchObject({
      ok: false,
      refusal: { why: "already-done", by: rep.name },
    });
    expect(await world.db.select().from(promises)).toHaveLength(1);
  });

  test("another rep neither sees nor confirms it", async ({ world }) => {
    const { stranger, reply } = await answered(world, "Le virement part vendredi.");
    expect(await cardOf(world, reply, stranger)).toBeNull();
    expect(await as(world, stranger, reply, "promise")).toMatchObject({ ok: false, refusal: { why: "not-allowed" } });
    expect(await showWholeReply(world.context(), stranger, { reply })).toMatchObject({
      ok: false,
      refusal: { why: "not-allowed" },
    });
    expect(await world.db.select().from(promises)).toHaveLength(0);
  });

  test("without a clear day opens the form, filled with the amount", async ({ world }) => {
    const { rep, customer, reply } = await answered(world, "Nous payons 4 200 € la semaine prochaine.");
    expect(await cardOf(world, reply, rep)).toContain("un jour à préciser");
    const form = await formFor(world.context(), { do: "open-form", form: "promise", customer, reply }, rep);
    expect(form).toMatchObject({ ok: true });
    expect(form.ok && form.value.fields).toContainEqual(expect.objectContaining({ name: "amount", value: "4200" }));
    expect(await as(world, rep, reply, "promise")).toMatchObject({ ok: false });
    expect(await stateOf(world)).toEqual(["waiting"]);
  });

  test("is no longer offered once its day is past", async ({ world }) => {
    const { rep, reply } = await answered(world, "Le virement part vendredi.");
    world.clock.set("2026-11-30");
    expect(await cardOf(world, reply, rep)).toContain("un jour à préciser");
  });
});

describe("a dispute read in a mail", () => {
  test("on the invoice it names, for the amount it names, with the customer's words", async ({ world }) => {
    const { rep, first, reply } = await answered(world, "Sur la F-1001, 600 € de transport sont facturés en trop.");
    expect(await cardOf(world, reply, rep)).toMatch(/On y lit un litige\s: prix, 600\s€, facture F-1001\./);
    expect(await as(world, rep, reply, "dispute")).toMatchObject({ ok: true });
    expect(await world.db.select().from(disputes)).toMatchObject([
      {
        invoiceId: first.id,
        category: "price",
        amount: 60_000n,
        comment: "Sur la F-1001, 600 € de transport sont facturés en trop",
      },
    ]);
    expect(await stateOf(world)).toEqual(["dealt-with"]);
  });

  test("on one of several that nobody names: the form asks which", async ({ world }) => {
    const { rep, customer, reply } = await answered(world, "Il manque 2 colis.");
    expect(await cardOf(world, reply, rep)).toContain("[Préciser le litige…]");
    expect(await as(world, rep, reply, "dispute")).toMatchObject({ ok: false });
    const form = await formFor(world.context(), { do: "open-form", form: "dispute", customer, reply }, rep);
    expect(form.ok && form.value.fields).toContainEqual(
      expect.objectContaining({ name: "category", value: "quantity" }),
    );
    expect(form.ok && form.value.fields).toContainEqual(
      expect.objectContaining({ name: "comment", value: "Il manque 2 colis" }),
    );
  });
});

test("part contested and the rest promised: one click writes both", async ({ world }) => {
  const { rep, reply } = await answered(
    world,
    "Sur la F-1001, 600 € sont facturés en trop. Le reste, 11 800 €, sera viré le 4 décembre.",
  );
  expect(await cardOf(world, reply, rep)).toContain("[Oui, noter les deux]");
  expect(await as(world, rep, reply, "both")).toMatchObject({ ok: true });
  expect(await world.db.select().from(disputes)).toMatchObject([{ amount: 60_000n }]);
  expect(await world.db.select().from(promises)).toMatchObject([{ dueOn: "2026-12-04", amount: 1_180_000n }]);
  expect(await stateOf(world)).toEqual(["dealt-with"]);
});

describe("of both, written by one click", () => {
  const PARTLY = "Sur la F-1001, 600 € sont facturés en trop. Le reste, 11 800 €, sera viré le 4 décembre.";

  test("undo takes back both, and the mail waits again", async ({ world }) => {
    const { rep, reply } = await answered(world, PARTLY);
    const confirmed = await as(world, rep, reply, "both");
    const { event, showing } = confirmed.ok ? confirmed.value : { event: 0, showing: null };
    expect(showing).toEqual({ show: "promise", promise: 1 });
    const drawn = await drawShowing(world.context(), { show: "promise", promise: 1 }, rep);
    expect(drawn === null ? "" : plainCard(drawn.card)).toMatch(/\[Annuler/);

    expect(await undo(world.context(), by(rep), { event })).toMatchObject({ ok: true });

    expect(await world.db.select().from(promises)).toMatchObject([{ undoneAt: expect.any(Date) as Date }]);
    expect(await world.db.select().from(disputes)).toMatchObject([{ undoneAt: expect.any(Date) as Date }]);
    expect(await stateOf(world)).toEqual(["waiting"]);
    expect(await openAsks(world)).toEqual([expect.stringMatching("read-reply")]);
    expect((await world.db.select().from(events)).filter(({ kind }) => kind === "undone")).toHaveLength(2);
    expect(await as(world, rep, reply, "both")).toMatchObject({ ok: true });
  });

  test("what happened since to the contested part keeps both", async ({ world }) => {
    const { rep, finance, reply } = await answered(world, PARTLY);
    const confirmed = await as(world, rep, reply, "both");
    const event = confirmed.ok ? confirmed.value.event : 0;
    await closeDispute(world.context(), by(finance), { dispute: 1, outcome: "ours" });
    expect(await undo(world.context(), by(rep), { event })).toMatchObject({ refusal: { why: "undo-overtaken" } });
    expect(await world.db.select().from(promises)).toMatchObject([{ undoneAt: null }]);
  });

  test("a promise that cannot be written leaves no dispute behind", async ({ world }) => {
    const { rep, reply } = await answered(world, "Sur la F-1001, 600 € sont facturés en trop.");
    expect(await as(world, rep, reply, "both")).toMatchObject({ refusal: { why: "gone" } });
    expect(await world.db.select().from(disputes)).toEqual([]);
    expect(await stateOf(world)).toEqual(["waiting"]);
  });
});

test("the whole mail, what it quotes included, opens for those who may, and that is logged", async ({ world }) => {
  const { rep, reply } = await answered(world, "Le virement part vendredi.");
  expect(await cardOf(world, reply, rep)).not.toContain("a écrit");
  const whole = await showWholeReply(world.context(), rep, { reply });
  expect(whole.ok ? plainCard(whole.value.card) : "").toContain("a écrit");
  expect((await world.db.select().from(events)).filter(({ kind }) => kind === "viewed")).toMatchObject([
    { data: { reply } },
  ]);
});

test("of a long mail the card shows the beginning and counts the rest", async ({ world }) => {
  const text = Array.from({ length: 40 }, (_, line) => `Ligne ${line + 1}.`).join("\r\n");
  const { rep, reply } = await answered(world, text);
  const card = await cardOf(world, reply, rep);
  expect(card).toContain("Ligne 12.");
  expect(card).not.toContain("Ligne 13.");
  expect(card).toContain("28 lignes de plus");
});
