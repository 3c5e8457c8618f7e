import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { eq } from "drizzle-orm";
import type { Person } from "#domain/person.ts";
import { absences } from "#store/schema/absences.ts";
import { people } from "#store/schema/people.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { bringBackAsks } from "#usecases/asks/bring-back-asks.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { followAbsences } from "#usecases/people/follow-absences.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openingFor } from "#usecases/people/opening-for.ts";
import { endAbsence, recordAbsence } from "#usecases/people/record-absence.ts";
import { sendDigests } from "#usecases/reports/send-digests.ts";
import { as, callCard, company, did, openAsks, waiting, whyNot } from "../../support/loop.ts";
import type { World } from "../../support/world-given.ts";
import { test } from "../../support/world.ts";

/** Claire has a call to Garnier; Karim is her colleague. */
async function colleagues(world: World) {
  const all = await company(world);
  const karim = await world.person({ name: "Karim Haddad", managerId: all.manager.id });
  const invoice = await world.invoice({ customer: all.customer, due: "2026-10-20", amount: "12400.00" });
  const ask = await callCard(world, all.rep, [invoice]);
  return { ...all, karim, invoice, ask };
}

const WEEK = { from: "2026-11-30", until: "2026-12-04" } as const;

async function day(world: World, on: string): Promise<void> {
  world.clock.set(on);
  await followAbsences(world.context());
}

async function digestOf(world: World, person: Person, on: `${number}-${number}-${number}`): Promise<string> {
  const drawn = await drawShowing(world.context(), { show: "digest", day: on }, person);
  return drawn === null ? "nothing" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

describe("whoever stands in", () => {
  test("has the calls and the customers during the absence, and not a day longer", async ({ world }) => {
    const { rep, karim, customer } = await colleagues(world);
    const promise = () => givePromise(world.context(), as(karim), { customer, due: "2026-12-11" });
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: "karim" }));
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
    expect(await whyNot(promise())).toBe("not-allowed");

    await day(world, "2026-11-30");
    expect(await openAsks(world)).toEqual([`call for ${karim.id}`]);
    expect((await ownershipOfCustomer(world.db, customer))?.repId).toBe(karim.id);
    expect(await digestOf(world, karim, "2026-11-30")).toContain("Vous avez aussi les clients de Claire Morel");
    expect(await digestOf(world, karim, "2026-11-30")).toContain("Garnier");
    expect(await whyNot(promise())).toBe("done");

    await day(world, "2026-12-05");
    expect((await ownershipOfCustomer(world.db, customer))?.repId).toBe(rep.id);
    expect(await whyNot(promise())).toBe("not-allowed");
  });

  test("gives the calls back on the return", async ({ world }) => {
    const { rep, karim } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await day(world, "2026-11-30");
    await day(world, "2026-11-30");
    expect(await openAsks(world)).toEqual([`call for ${karim.id}`]);
    await day(world, "2026-12-07");
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
    await day(world, "2026-12-08");
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
  });

  test("gives back what was opened for them meanwhile, and gets what comes back meanwhile", async ({ world }) => {
    const { rep, karim, ask } = await colleagues(world);
    await did(answerNoAnswer(world.context(), as(rep), { ask, on: "2026-12-01" }));
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await day(world, "2026-12-01");
    await bringBackAsks(world.context());
    const lemoine = await world.customer({ name: "Lemoine", rep });
    await callCard(world, karim, [await world.invoice({ customer: lemoine, due: "2026-10-20" })]);
    expect(await openAsks(world)).toEqual([`call for ${karim.id}`, `call for ${karim.id}`]);
    await day(world, "2026-12-07");
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`, `call for ${rep.id}`]);
  });

  test("keeps what was given to them for another reason", async ({ world }) => {
    const { rep, karim, customer } = await colleagues(world);
    const lemoine = await world.customer({ name: "Lemoine", rep: karim });
    await callCard(world, karim, [await world.invoice({ customer: lemoine, due: "2026-10-20" })]);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await day(world, "2026-11-30");
    await day(world, "2026-12-07");
    expect((await openAsks(world)).toSorted()).toEqual([`call for ${rep.id}`, `call for ${karim.id}`].toSorted());
    expect(customer).not.toBe(lemoine);
  });

  test("is told at once, in one message", async ({ world }) => {
    const { rep, karim } = await colleagues(world);
    const { showing } = await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    const told = (await waiting(world)).filter(({ personId }) => personId === karim.id);
    expect(told.map((row) => row.showing)).toEqual([showing]);
    const drawn = await drawShowing(world.context(), showing, karim);
    expect(drawn === null ? "" : plainCard(drawn.card)).toContain("Le relais de Claire Morel est pour vous");
    const stranger = await world.person({ name: "Hugo Blanc" });
    expect(await drawShowing(world.context(), showing, stranger)).toBeNull();
  });

  test("falls away themselves: what is new is the manager's, and whose it is still sees it", async ({ world }) => {
    const { rep, manager, karim, customer } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await did(recordAbsence(world.context(), karim, { from: "2026-12-01", until: "2026-12-02", delegate: null }));
    await day(world, "2026-12-01");
    const owner = await ownershipOfCustomer(world.db, customer);
    expect(owner).toMatchObject({ repId: manager.id });
    expect(owner?.standIns).toContain(rep.id);
  });
});

describe("an absence", () => {
  test.for([
    ["over already", { from: "2026-11-16", until: "2026-11-20", delegate: null }, "date-in-past"],
    ["too long", { from: "2026-11-30", until: "2027-03-01", delegate: null }, "absence-too-long"],
    ["with nobody of that name", { ...WEEK, delegate: "Zoé Inconnue" }, "colleague-unknown"],
    ["with oneself", { ...WEEK, delegate: "Claire Morel" }, "delegate-is-self"],
    ["with somebody who is no rep", { ...WEEK, delegate: "Luc Petit" }, "colleague-unknown"],
    ["ending before it begins", { from: "2026-12-04", until: "2026-11-30", delegate: null }, "absence-not-understood"],
  ] as const)("%s is refused with a sentence", async ([, absence, why], { world }) => {
    const { rep } = await colleagues(world);
    expect(await whyNot(recordAbsence(world.context(), rep, absence))).toBe(why);
  });

  test("is refused while the delegate is absent too", async ({ world }) => {
    const { rep, karim } = await colleagues(world);
    await did(recordAbsence(world.context(), karim, { from: "2026-12-03", until: "2026-12-10", delegate: null }));
    expect(await whyNot(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }))).toBe("colleague-away");
  });

  test("takes the place of the one it overlaps", async ({ world }) => {
    const { rep, karim } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await did(recordAbsence(world.context(), rep, { from: "2026-12-01", until: "2026-12-02", delegate: null }));
    await day(world, "2026-11-30");
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
  });

  test("ends earlier: everything is as before, on the same day", async ({ world }) => {
    const { rep, karim, customer } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await day(world, "2026-12-02");
    await did(endAbsence(world.context(), rep, {}));
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
    expect((await ownershipOfCustomer(world.db, customer))?.repId).toBe(rep.id);
    expect(await whyNot(endAbsence(world.context(), rep, {}))).toBe("no-absence");
  });

  test("is forgotten after thirteen months", async ({ world }) => {
    const { rep } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: null }));
    await day(world, "2027-12-01");
    expect(await world.db.$count(absences)).toBe(1);
    await day(world, "2028-01-15");
    expect(await world.db.$count(absences)).toBe(0);
  });

  test("is nobody's to end but one's own", async ({ world }) => {
    const { rep, karim } = await colleagues(world);
    const { showing } = await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    const absence = showing.show === "absence" ? showing.absence : 0;
    expect(await whyNot(endAbsence(world.context(), karim, { absence }))).toBe("no-absence");
  });

  test("no digest meanwhile; on the return, one line says what happened", async ({ world }) => {
    const { rep, karim, customer, ask } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: karim.id }));
    await day(world, "2026-12-01");
    await did(givePromise(world.context(), as(karim), { customer, ask, due: "2026-12-11" }));
    await sendDigests(world.context());
    const digests = async () =>
      (await waiting(world)).filter(({ showing }) => showing.show === "digest").map(({ personId }) => personId);
    expect(await digests()).not.toContain(rep.id);

    await day(world, "2026-12-07");
    await sendDigests(world.context());
    expect(await digests()).toContain(rep.id);
    expect(await digestOf(world, rep, "2026-12-07")).toContain(
      "Pendant votre absence, avec l'aide de Karim Haddad : un appel passé et un paiement promis chez vos clients.",
    );
    await day(world, "2026-12-08");
    expect(await digestOf(world, rep, "2026-12-08")).not.toContain("Pendant votre absence");
  });

  test("messages wait for the return, and for the hours one works", async ({ world }) => {
    const { rep } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { ...WEEK, delegate: null }));
    world.clock.set("2026-12-02");
    const opening = () => openingFor(world.context(), rep, { show: "ask", ask: 1 });
    expect((await opening()).toISOString()).toBe("2026-12-07T07:00:00.000Z");
    world.clock.set("2026-12-07T19:30:00Z");
    expect((await opening()).toISOString()).toBe("2026-12-08T07:00:00.000Z");
  });

  test("without anybody in one's place, a short one waits and a long one's new calls are the manager's", async ({
    world,
  }) => {
    const { rep, manager, customer } = await colleagues(world);
    await did(recordAbsence(world.context(), rep, { from: "2026-11-25", until: "2026-11-26", delegate: null }));
    await day(world, "2026-11-25");
    expect((await ownershipOfCustomer(world.db, customer))?.repId).toBe(rep.id);
    await did(recordAbsence(world.context(), rep, { from: "2026-11-30", until: "2026-12-11", delegate: null }));
    await day(world, "2026-11-30");
    expect((await ownershipOfCustomer(world.db, customer))?.repId).toBe(manager.id);
    expect(await openAsks(world)).toEqual([`call for ${rep.id}`]);
  });
});

test("a leaver's calls are the manager's at once, and shown", async ({ world }) => {
  const { rep, manager } = await colleagues(world);
  await world.db.update(people).set({ active: false }).where(eq(people.id, rep.id));
  await followAbsences(world.context());
  expect(await openAsks(world)).toEqual([`call for ${manager.id}`]);
  expect(
    (await waiting(world)).some(({ personId, showing }) => personId === manager.id && showing.show === "ask"),
  ).toBe(true);
});
