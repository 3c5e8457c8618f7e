import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";

import { contactsOf } from "#store/contacts.ts";
import { customers } from "#store/schema/ledger.ts";
import { asks, disputes, events } from "#store/schema/loop.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { answerAlreadyPaid } from "#usecases/asks/answer-already-paid.ts";
import { answerLater } from "#usecases/asks/answer-later.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { answerNotMine } from "#usecases/asks/answer-not-mine.ts";
import { answerNotReceived } from "#usecases/asks/answer-not-received.ts";
import { answerOtherContact } from "#usecases/asks/answer-other-contact.ts";
import { answerVisitPlanned } from "#usecases/asks/answer-visit-planned.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import { bringBackAsks } from "#usecases/asks/bring-back-asks.ts";
import { finishTask } from "#usecases/asks/finish-task.ts";
import { runAskClock } from "#usecases/asks/run-ask-clock.ts";
import { reassignAsk } from "#usecases/asks/reassign-ask.ts";
import { withdrawAsks } from "#usecases/asks/withdraw-asks.ts";
import { as, askRow, callCard, company, did, openAsks, standingHolds, waiting, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const IN_TEN_MINUTES = new Date("2026-11-24T08:10:00Z");

async function card(world: World) {
  const people = await company(world);
  const invoice = await world.invoice({ customer: people.customer, due: "2026-10-20", amount: "600.00" });
  return { ...people, invoice, ask: await callCard(world, people.rep, [invoice]) };
}

async function lastAsk(world: World) {
  return (await world.db.select().from(asks).orderBy(asks.id)).at(-1);
}

describe("no answer", () => {
  test("brings a new card two working days later, with a clock of its own", async ({ world }) => {
    const { rep, ask } = await card(world);
    await did(answerNoAnswer(world.context(), as(rep), { ask }));
    expect(await askRow(world, ask)).toMatchObject({ outcome: "no-answer", comesBackOn: "2026-11-26" });

    world.clock.set("2026-11-25");
    await bringBackAsks(world.context());
    expect(await openAsks(world)).toEqual([]);
    world.clock.set("2026-11-26");
    await bringBackAsks(world.context());
    await bringBackAsks(world.context());

    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
    expect(await lastAsk(world)).toMatchObject({
      reason: "no-answer-again",
      clockFrom: "2026-11-26",
      postponed: false,
    });
  });

  test("brings nothing back when it was paid meanwhile", async ({ world }) => {
    const { rep, ask, invoice } = await card(world);
    await did(answerNoAnswer(world.context(), as(rep), { ask }));
    await world.payment({ invoice, amount: "600.00" });
    world.clock.set("2026-11-26");
    await bringBackAsks(world.context());
    expect(await openAsks(world)).toEqual([]);
    expect((await askRow(world, ask)).comesBackOn).toBeNull();
  });

  test("comes back to the manager when the rep has left", async ({ world }) => {
    const { rep, manager, ask } = await card(world);
    await did(answerNoAnswer(world.context(), as(rep), { ask }));
    await world.db.execute(`update people set active = false where id = ${rep.id}`);
    world.clock.set("2026-11-26");
    await bringBackAsks(world.context());
    expect(await openAsks(world)).toEqual([`call for ${manager.id}`]);
  });
});

test("later is possible once, also after the card came back", async ({ world }) => {
  const { rep, ask } = await card(world);
  expect(await whyNot(answerLater(world.context(), as(rep), { ask, on: "2026-12-02" }))).toBe("later-too-far");
  await did(answerLater(world.context(), as(rep), { ask, on: "2026-11-26" }));
  world.clock.set("2026-11-26");
  await bringBackAsks(world.context());
  const again = (await lastAsk(world))?.id ?? 0;
  expect(await whyNot(answerLater(world.context(), as(rep), { ask: again, on: "2026-11-27" }))).toBe("later-only-once");
});

test("not received is a dispute for adv in five working days, and the copy leaves after ten minutes", async ({
  world,
}) => {
  const { rep, adv, ask, invoice } = await card(world);
  await did(answerNotReceived(world.context(), as(rep), { ask }));

  expect(await world.db.select().from(disputes)).toMatchObject([
    { invoiceId: invoice.id, category: "not_received", amount: 60_000n, ownerRole: "adv", answerBy: "2026-12-01" },
  ]);
  expect((await waiting(world)).slice(1)).toMatchObject([
    { personId: adv.id, showing: { show: "dispute", dispute: 1 }, notBefore: IN_TEN_MINUTES },
    { gate: "mail", showing: { show: "invoice-copy", dispute: 1 }, notBefore: IN_TEN_MINUTES },
  ]);
  expect(await askRow(world, ask)).toMatchObject({ state: "answered", outcome: "not-received" });
});

test("already paid holds five working days and has finance look for the money", async ({ world }) => {
  const { rep, finance, ask, invoice } = await card(world);
  await did(answerAlreadyPaid(world.context(), as(rep), { ask }));

  expect(await standingHolds(world)).toMatchObject([
    { invoiceId: invoice.id, reason: "already-paid", untilOn: "2026-12-01" },
  ]);
  expect(await openAsks(world)).toEqual(["check-payment for finance"]);
  const task = (await lastAsk(world))?.id ?? 0;
  expect(await whyNot(finishTask(world.context(), as(rep), { ask: task }))).toBe("not-allowed");
  expect(await whyNot(finishTask(world.context(), as(finance), { ask: task }))).toBe("done");
  const other = await world.person({ name: "Omar Saidi", roles: ["finance"] });
  expect(await whyNot(finishTask(world.context(), as(other), { ask: task }))).toBe("already-done");
});

test("a visit holds until the day after, on which the card asks what came of it", async ({ world }) => {
  const { rep, ask } = await card(world);
  expect(await whyNot(answerVisitPlanned(world.context(), as(rep), { ask, on: "2026-12-20" }))).toBe("hold-too-long");
  await did(answerVisitPlanned(world.context(), as(rep), { ask, on: "2026-11-27" }));
  expect(await standingHolds(world)).toMatchObject([{ reason: "visit-planned", untilOn: "2026-11-30" }]);

  world.clock.set("2026-11-30");
  await bringBackAsks(world.context());
  await withdrawAsks(world.context());

  expect(await lastAsk(world)).toMatchObject({ state: "open", reason: "after-visit", holderId: rep.id });
});

describe("another contact", () => {
  test("stops the wrong one; without the right one the card asks, then finance", async ({ world }) => {
    const { rep, ask, customer } = await card(world);
    const wrong = await world.contact({ customer });
    await did(answerOtherContact(world.context(), as(rep), { ask }));

    expect(await contactsOf(world.db, customer)).toMatchObject([{ id: wrong, stopped: "wrong-contact" }]);
    expect(await openAsks(world)).toEqual([`who-to-write-to for ${rep.id}`]);

    world.clock.set("2026-11-26");
    await runAskClock(world.context());
    expect(await openAsks(world)).toEqual([`who-to-write-to for ${rep.id}`]);
    world.clock.set("2026-11-27");
    await runAskClock(world.context());
    expect(await openAsks(world)).toEqual(["who-to-write-to for finance"]);
  });

  test("given at once is written to from now on", async ({ world }) => {
    const { rep, ask, customer } = await card(world);
    await world.contact({ customer });
    const right = { name: "Marc Duval", email: "compta@garnier.example" };
    await did(answerOtherContact(world.context(), as(rep), { ask, ...right }));
    expect((await contactsOf(world.db, customer)).at(-1)).toMatchObject({ ...right, role: "billing", active: true });
    expect(await openAsks(world)).toEqual([]);
  });

  test("a bad address is refused and stops nobody", async ({ world }) => {
    const { rep, ask, customer } = await card(world);
    await world.contact({ customer });
    expect(await whyNot(answerOtherContact(world.context(), as(rep), { ask, email: "compta(at)garnier" }))).toBe(
      "email-not-understood",
    );
    expect(await contactsOf(world.db, customer)).toMatchObject([{ stopped: null }]);
  });

  test("another customer's contact is not stopped by a forged form", async ({ world }) => {
    const { rep, ask } = await card(world);
    const stranger = await world.customer();
    const contact = await world.contact({ customer: stranger });
    await did(answerOtherContact(world.context(), as(rep), { ask, contact }));
    expect(await contactsOf(world.db, stranger)).toMatchObject([{ stopped: null }]);
  });
});

test("not my customer goes to the manager, who says whose; that person has the customer and the call", async ({
  world,
}) => {
  const { rep, manager, ask, customer } = await card(world);
  const newcomer = await world.person({ name: "Hugo Blanc", managerId: manager.id });
  await did(answerNotMine(world.context(), as(rep), { ask }));
  expect(await openAsks(world)).toEqual([`assign-owner for ${manager.id}`]);

  const question = (await lastAsk(world))?.id ?? 0;
  await did(reassignAsk(world.context(), as(manager), { ask: question, person: newcomer.id }));

  const [row] = await world.db.select().from(customers).where(eq(customers.code, customer));
  expect(row?.repId).toBe(newcomer.id);
  expect(await openAsks(world)).toEqual([`call for ${newcomer.id}`]);
});

test("a comment is no answer: the card stays open and its clock runs on", async ({ world }) => {
  const { rep, ask } = await card(world);
  world.clock.advance({ days: 1 });
  await did(addComment(world.context(), as(rep), { ask, text: " En commande, rappeler Sonia " }));
  expect(await askRow(world, ask)).toMatchObject({ state: "open", clockFrom: "2026-11-24" });
  const [comment] = await world.db.select().from(events).where(eq(events.kind, "comment"));
  expect(comment?.data).toEqual({ text: "En commande, rappeler Sonia" });
  expect(await whyNot(addComment(world.context(), as(rep), { ask, text: "   " }))).toBe("text-missing");
});

describe("calls asked for by hand", () => {
  test("come from finance or the manager, with one line of why, to the owner", async ({ world }) => {
    const { rep, manager, finance, customer } = await company(world);
    await world.invoice({ customer, due: "2026-10-20" });
    const call = (who: typeof rep, why = "Commande en cours") => askByHand(world.context(), as(who), { customer, why });

    expect(await whyNot(call(rep))).toBe("not-allowed");
    expect(await whyNot(call(finance, "  "))).toBe("text-missing");
    await did(call(manager));
    expect(await whyNot(call(finance))).toBe("call-already-open");
    expect(await lastAsk(world)).toMatchObject({ holderId: rep.id, reason: "by-hand", why: "Commande en cours" });
    expect(await waiting(world)).toMatchObject([{ personId: rep.id, notBefore: world.clock.now() }]);
  });

  test("stay inside the cap of three a day", async ({ world }) => {
    const { rep, finance } = await company(world);
    const results = [];
    for (let nth = 0; nth < 4; nth += 1) {
      const customer = await world.customer({ rep });
      await world.invoice({ customer, due: "2026-10-20" });
      results.push(await whyNot(askByHand(world.context(), as(finance), { customer, why: "Gros montant" })));
    }
    expect(results).toEqual(["done", "done", "done", "call-cap-reached"]);
    world.clock.advance({ days: 1 });
    const customer = await world.customer({ rep });
    await world.invoice({ customer, due: "2026-10-20" });
    expect(await whyNot(askByHand(world.context(), as(finance), { customer, why: "Gros montant" }))).toBe("done");
  });

  test("are about something that is due", async ({ world }) => {
    const { finance, customer } = await company(world);
    await world.invoice({ customer, due: "2026-12-20" });
    expect(await whyNot(askByHand(world.context(), as(finance), { customer, why: "Quand ?" }))).toBe("nothing-owed");
  });
});

describe("a card given to a colleague", () => {
  test("restarts the clock, reaches the colleague, and the colleague may answer", async ({ world }) => {
    const { rep, manager, ask } = await card(world);
    const colleague = await world.person({ name: "Hugo Blanc" });
    expect(await whyNot(answerNoAnswer(world.context(), as(colleague), { ask }))).toBe("not-allowed");
    expect(await whyNot(reassignAsk(world.context(), as(rep), { ask, person: colleague.id }))).toBe("not-allowed");

    world.clock.advance({ days: 1 });
    await did(reassignAsk(world.context(), as(manager), { ask, person: colleague.id }));

    expect(await askRow(world, ask)).toMatchObject({ holderId: colleague.id, clockFrom: "2026-11-25" });
    expect((await waiting(world)).at(-1)).toMatchObject({ personId: colleague.id, showing: { show: "ask", ask } });
    expect(await whyNot(reassignAsk(world.context(), as(manager), { ask, person: colleague.id }))).toBe("already-done");
    expect(await whyNot(answerNoAnswer(world.context(), as(colleague), { ask }))).toBe("done");
  });

  test("is never given to somebody who left", async ({ world }) => {
    const { manager, ask } = await card(world);
    const gone = await world.person({ name: "Leo Parti", active: false });
    expect(await whyNot(reassignAsk(world.context(), as(manager), { ask, person: gone.id }))).toBe("gone");
  });
});

test("two different answers at once: the first wins, the second hears of it", async ({ world }) => {
  const { rep, manager, ask } = await card(world);
  const results = await Promise.all([
    answerNoAnswer(world.context(), as(rep), { ask }),
    answerAlreadyPaid(world.context(), as(manager), { ask }),
  ]);
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { why: "already-done" } });
  const answered = await world.db.select().from(events).where(eq(events.kind, "ask-answered"));
  expect(answered).toHaveLength(1);
});
