import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { bringBackAsks } from "#usecases/asks/bring-back-asks.ts";
import { drawFinanceList } from "#usecases/reports/finance-list.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { drawingFor } from "#usecases/delivery/drawing.ts";
import { giveBackAsk, leaveAskUntil, takeOverAsk } from "#usecases/asks/help-with-ask.ts";
import { reassignAsk } from "#usecases/asks/reassign-ask.ts";
import { recordAbsence } from "#usecases/people/record-absence.ts";
import { runAskClock } from "#usecases/asks/run-ask-clock.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { as, askRow, callCard, company, did, openAsks, waiting, whyNot } from "../../support/loop.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

/** A call in Claire's hands since Tuesday 24 November. */
async function called(world: World) {
  const people = await company(world);
  const invoice = await world.invoice({ customer: people.customer, due: "2026-10-20", amount: "12400.00" });
  const ask = await callCard(world, people.rep, [invoice]);
  return { ...people, invoice, ask };
}

async function clockOn(world: World, day: string): Promise<void> {
  world.clock.set(day);
  await runAskClock(world.context());
}

/** What was told since, as "showing for person". */
async function told(world: World): Promise<readonly string[]> {
  return (await waiting(world))
    .filter(({ key }) => !/^ask:\d+:\d+$/.test(key))
    .map(({ showing, personId }) => `${showing.show} for ${personId}`);
}

async function reads(world: World, showing: Showing, viewer: Person): Promise<string> {
  const drawn = await drawShowing(world.context(), showing, viewer);
  return drawn === null ? "nothing" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

/** What waits for somebody of finance. */
async function listOf(world: World, viewer: Person): Promise<string> {
  const drawn = await drawFinanceList(drawingFor(world.context(), viewer));
  return drawn === null ? "nothing" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

describe("the clock on people", () => {
  test("a word after two working days, the manager after three with the rep told first, finance after five", async ({
    world,
  }) => {
    const { rep, manager, finance, ask } = await called(world);
    await clockOn(world, "2026-11-25");
    expect(await told(world)).toEqual([]);

    await clockOn(world, "2026-11-26");
    expect(await told(world)).toEqual([`nudge for ${rep.id}`]);
    expect(await reads(world, { show: "nudge", day: "2026-11-26" }, rep)).toContain(
      "L'appel à Garnier (12 400 €) vous attend depuis mardi.",
    );

    await clockOn(world, "2026-11-27");
    expect((await told(world)).slice(1)).toEqual([`ask-told for ${rep.id}`, `ask-help for ${manager.id}`]);
    expect(await reads(world, { show: "ask-help", ask }, manager)).toContain("Claire a sans doute une semaine chargée");
    expect(await reads(world, { show: "ask-told", ask }, rep)).toContain("Paul Henry est au courant");
    expect(await reads(world, { show: "ask", ask }, rep)).toContain("Paul Henry est au courant");

    await clockOn(world, "2026-11-30");
    expect(await told(world)).toHaveLength(3);
    await clockOn(world, "2026-12-01");
    expect((await told(world)).slice(3)).toEqual([`ask for ${finance.id}`]);
    expect(await openAsks(world)).toEqual(["call for finance"]);
    expect(await reads(world, { show: "ask", ask }, finance)).toContain("Claire Morel n'a pas encore pu appeler");
    expect(await reads(world, { show: "ask", ask }, rep)).toContain("La comptabilité s'en occupe maintenant.");
    expect(await reads(world, { show: "ask-help", ask }, manager)).toContain("la comptabilité prend le relais");
    expect(await listOf(world, finance)).toContain("Garnier : un appel repris par la comptabilité");
  });

  test("each stage once, whoever looks and however often", async ({ world }) => {
    await called(world);
    world.clock.set("2026-11-27");
    await Promise.all([runAskClock(world.context()), runAskClock(world.context()), runAskClock(world.context())]);
    await runAskClock(world.context());
    expect(await told(world)).toHaveLength(2);
  });

  test("a machine that was off says the highest only", async ({ world }) => {
    const { finance } = await called(world);
    await clockOn(world, "2026-12-15");
    expect(await told(world)).toEqual([`ask for ${finance.id}`]);
  });

  test("a comment does not restart it, giving it to somebody does", async ({ world }) => {
    const { rep, manager, ask, customer } = await called(world);
    const karim = await world.person({ name: "Karim Haddad", managerId: manager.id });
    world.clock.set("2026-11-26");
    await did(addComment(world.context(), as(rep), { customer, ask, text: "injoignable ce matin" }));
    await clockOn(world, "2026-11-27");
    expect(await told(world)).toHaveLength(2);
    await did(reassignAsk(world.context(), as(manager), { ask, person: karim.id }));
    await clockOn(world, "2026-11-30");
    expect((await told(world)).slice(2)).toEqual([`ask for ${karim.id}`]);
    await clockOn(world, "2026-12-01");
    expect((await told(world)).slice(3)).toEqual([`nudge for ${karim.id}`]);
  });

  test('"no answer" ends it, and the card that comes back has a clock of its own', async ({ world }) => {
    const { rep, ask } = await called(world);
    world.clock.set("2026-11-26");
    await did(answerNoAnswer(world.context(), as(rep), { ask }));
    await clockOn(world, "2026-11-30");
    expect(await told(world)).toEqual([]);
    await bringBackAsks(world.context());
    await clockOn(world, "2026-12-01");
    expect(await told(world)).toEqual([]);
    await clockOn(world, "2026-12-02");
    expect(await told(world)).toEqual([`nudge for ${rep.id}`]);
  });

  test("it stands still while the holder is absent and nobody stands in", async ({ world }) => {
    const { rep } = await called(world);
    await did(recordAbsence(world.context(), rep, { from: "2026-11-25", until: "2026-12-04", delegate: null }));
    await clockOn(world, "2026-12-04");
    expect(await told(world)).toEqual([]);
    await clockOn(world, "2026-12-08");
    expect(await told(world)).toEqual([`nudge for ${rep.id}`]);
  });

  test("an absent manager is passed over for the one above", async ({ world }) => {
    const { rep, manager, director } = await called(world);
    await did(recordAbsence(world.context(), manager, { from: "2026-11-27", until: "2026-11-27", delegate: null }));
    await clockOn(world, "2026-11-27");
    expect(await told(world)).toEqual([`ask-told for ${rep.id}`, `ask-help for ${director.id}`]);
  });

  test("before go-live nobody is told anything", async ({ world }) => {
    await called(world);
    await world.seller({ live: null });
    await clockOn(world, "2026-12-15");
    expect(await told(world)).toEqual([]);
  });

  test("a task of finance's: one word to its members, and direction hears of it after five days", async ({ world }) => {
    const { finance, customer } = await company(world);
    const anne = await world.person({ name: "Yves Loup", roles: ["direction"] });
    const invoice = await world.invoice({ customer, due: "2026-10-20" });
    await world.db.transaction((tx) =>
      openAsk(tx, world.context(), {
        kind: "in-credit",
        customer,
        holder: { role: "finance" },
        lines: [{ invoice: invoice.id, step: null }],
        openedBy: { is: "system" },
        when: "now",
      }),
    );
    await clockOn(world, "2026-11-26");
    await clockOn(world, "2026-12-01");
    expect(await told(world)).toEqual([`nudge for ${finance.id}`, `nudge for ${anne.id}`]);
    expect(await reads(world, { show: "nudge", day: "2026-12-01" }, anne)).toContain("la comptabilité");
  });

  test("one message for several calls, whatever their number", async ({ world }) => {
    const { rep } = await called(world);
    const other = await world.customer({ name: "Lemoine", rep });
    await callCard(world, rep, [await world.invoice({ customer: other, due: "2026-10-20", amount: "300.00" })]);
    await clockOn(world, "2026-11-26");
    expect(await told(world)).toEqual([`nudge for ${rep.id}`]);
    const text = await reads(world, { show: "nudge", day: "2026-11-26" }, rep);
    expect(text).toContain("Garnier (12 400 €)");
    expect(text).toContain("Lemoine (300 €)");
  });
});

describe("a manager's help", () => {
  test("takes it over: it is theirs, the rep's card says so, and the first click wins", async ({ world }) => {
    const { rep, manager, director, ask } = await called(world);
    await clockOn(world, "2026-11-27");
    await did(takeOverAsk(world.context(), as(manager), { ask }));
    expect(await openAsks(world)).toEqual([`call for ${manager.id}`]);
    expect(await reads(world, { show: "ask", ask }, rep)).toContain("Paul Henry");
    expect(await reads(world, { show: "ask-help", ask }, manager)).toContain("Garnier est dans vos appels");
    expect(await reads(world, { show: "ask-help", ask }, director)).toContain("Paul Henry s'en charge");
    expect(await whyNot(takeOverAsk(world.context(), as(manager), { ask }))).toBe("already-done");
  });

  test("gives it back: finance has the card, with the name", async ({ world }) => {
    const { manager, finance, ask } = await called(world);
    await clockOn(world, "2026-11-27");
    await did(giveBackAsk(world.context(), as(manager), { ask }));
    expect(await openAsks(world)).toEqual(["call for finance"]);
    expect(await reads(world, { show: "ask", ask }, finance)).toContain("Rendu à la comptabilité par Paul Henry.");
    expect(await listOf(world, finance)).toContain("Garnier : un appel rendu à la comptabilité");
    expect(await whyNot(giveBackAsk(world.context(), as(manager), { ask }))).not.toBe("done");
  });

  test("leaves it until Tuesday: nothing is told before, the manager is asked again then", async ({ world }) => {
    const { manager, ask } = await called(world);
    await clockOn(world, "2026-11-27");
    await did(leaveAskUntil(world.context(), as(manager), { ask, on: "2026-12-01" }));
    expect(await reads(world, { show: "ask-help", ask }, manager)).toContain("on laisse jusqu'à mardi.");
    const before = (await told(world)).length;
    await clockOn(world, "2026-11-30");
    expect(await told(world)).toHaveLength(before);
    await clockOn(world, "2026-12-01");
    expect((await told(world)).slice(before)).toContain(`ask-help for ${manager.id}`);
    expect(await askRow(world, ask)).toMatchObject({ clockFrom: "2026-11-24" });
  });

  test.for(["2026-11-27", "2026-12-20"] as const)("cannot leave it until %s", async (on, { world }) => {
    const { manager, ask } = await called(world);
    await clockOn(world, "2026-11-27");
    expect(await whyNot(leaveAskUntil(world.context(), as(manager), { ask, on }))).not.toBe("done");
  });

  test("is the manager's and finance's to give, and nobody else's", async ({ world }) => {
    const { rep, adv, ask } = await called(world);
    const stranger = await world.person({ name: "Hugo Blanc" });
    for (const person of [rep, adv, stranger]) {
      expect(await whyNot(takeOverAsk(world.context(), as(person), { ask }))).toBe("not-allowed");
      expect(await whyNot(giveBackAsk(world.context(), as(person), { ask }))).toBe("not-allowed");
      expect(await whyNot(leaveAskUntil(world.context(), as(person), { ask, on: "2026-12-01" }))).toBe("not-allowed");
    }
    expect(await reads(world, { show: "ask-help", ask }, stranger)).toBe("nothing");
  });

  test("offers who is there, and refuses who is not", async ({ world }) => {
    const { manager, director, ask } = await called(world);
    const karim = await world.person({ name: "Karim Haddad", managerId: manager.id });
    const emma = await world.person({ name: "Emma Noir", managerId: manager.id });
    await did(recordAbsence(world.context(), emma, { from: "2026-11-24", until: "2026-12-04", delegate: null }));
    await clockOn(world, "2026-11-27");
    const card = await reads(world, { show: "ask-help", ask }, manager);
    expect(card).toContain("Karim Haddad");
    expect(card).not.toContain("Emma Noir");
    expect(await whyNot(reassignAsk(world.context(), as(manager), { ask, person: emma.id }))).toBe("colleague-away");
    expect(await whyNot(reassignAsk(world.context(), as(manager), { ask, person: karim.id }))).toBe("done");
    expect(await reads(world, { show: "ask-help", ask }, manager)).toContain("vous l'avez confié à Karim Haddad.");
    expect(await reads(world, { show: "ask-help", ask }, director)).toContain("Paul Henry l'a confié à Karim Haddad.");
  });
});
