import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import type { Person } from "#domain/person.ts";
import { claimNext, settle } from "#store/deliveries.ts";
import { dailyDuties, outbox } from "#store/schema/delivery.ts";
import { rememberShown } from "#store/shown-cards.ts";
import { askByHand } from "#usecases/asks/ask-by-hand.ts";
import { answerNoAnswer } from "#usecases/asks/answer-no-answer.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { sendDigests } from "#usecases/reports/send-digests.ts";
import { welcomePeople } from "#usecases/people/welcome-people.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const as = (person: Person) => ({ is: "person", id: person.id }) as const;

async function digestOf(world: World, person: Person, day: string): Promise<string> {
  const drawn = await drawShowing(world.context(), { show: "digest", day }, person);
  return drawn === null ? "" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

async function sentKeys(world: World): Promise<readonly string[]> {
  const rows = await world.db.select({ key: outbox.key }).from(outbox).orderBy(outbox.id);
  return rows.map(({ key }) => key).filter((key) => key.startsWith("digest") || key.startsWith("welcome"));
}

/** A rep with one invoice late since yesterday. */
async function newlyLate(world: World, rep: Partial<Person> = {}) {
  await world.seller({ live: "2026-01-01" });
  const claire = await world.person(rep);
  const lemoine = await world.customer({ code: "C1", name: "Lemoine", rep: claire });
  await world.contact({ customer: lemoine });
  await world.invoice({ customer: lemoine, due: "2026-11-23", amount: "4200.00" });
  return { claire, lemoine };
}

describe("when a digest is sent", () => {
  test("once, at the person's hour on a working day", async ({ world }) => {
    const { claire } = await newlyLate(world);

    world.clock.set("2026-11-24T07:20:00Z");
    await sendDigests(world.context());
    expect(await sentKeys(world)).toEqual([]);
    world.clock.set("2026-11-24T07:31:00Z");
    await Promise.all([sendDigests(world.context()), sendDigests(world.context())]);
    await sendDigests(world.context());

    expect(await sentKeys(world)).toEqual([`digest:${claire.id}:2026-11-24`]);
  });

  test("is in line a minute ahead, so that the call cards of the morning follow it", async ({ world }) => {
    const { claire, lemoine } = await newlyLate(world);
    const finance = await world.person({ name: "Paul Roy", roles: ["finance"], digestMinutes: 540 });
    world.clock.set("2026-11-24T06:10:00Z");
    await askByHand(world.context(), as(finance), { customer: lemoine, why: "à voir" });

    world.clock.set("2026-11-24T07:29:00Z");
    await sendDigests(world.context());

    const wall = new Date();
    const claim = async () => {
      const now = { product: new Date("2026-11-24T07:30:00Z"), wall };
      const claimed = await claimNext(world.db, now, { leaseMs: 60_000, notThrough: [] });
      if (claimed !== null) await settle(world.db, claimed, { state: "sent" });
      return claimed?.showing.show ?? null;
    };
    expect(await sentKeys(world)).toEqual([`digest:${claire.id}:2026-11-24`]);
    expect([await claim(), await claim(), await claim()]).toEqual(["digest", "ask", null]);
  });

  test("in the person's own time zone", async ({ world }) => {
    await newlyLate(world, { timeZone: "America/Martinique" });

    await sendDigests(world.context());
    expect(await sentKeys(world)).toEqual([]);
    world.clock.set("2026-11-24T12:31:00Z");
    await sendDigests(world.context());

    expect(await sentKeys(world)).toHaveLength(1);
  });

  test("not on a weekend", async ({ world }) => {
    await newlyLate(world);
    world.clock.set("2026-11-28T08:00:00Z");

    await sendDigests(world.context());

    expect(await sentKeys(world)).toEqual([]);
  });

  test("made up until 14:00, then dropped", async ({ world }) => {
    await newlyLate(world);
    world.clock.set("2026-11-24T13:30:00Z");

    await sendDigests(world.context());

    expect(await sentKeys(world)).toEqual([]);
    expect(await world.db.select({ outcome: dailyDuties.outcome }).from(dailyDuties)).toEqual([
      { outcome: "too-late" },
    ]);
  });

  test("nothing to say is nothing sent, or the quiet line for who wants it", async ({ world }) => {
    await world.seller({ live: "2026-01-01" });
    await world.person();
    const quiet = await world.person({ quietLine: true });

    await sendDigests(world.context());

    expect(await sentKeys(world)).toEqual([`digest:${quiet.id}:2026-11-24`]);
    expect(await digestOf(world, quiet, "2026-11-24")).toContain(
      "Rien de neuf chez vos clients ce matin. Bonne journée !",
    );
  });

  test("before go-live reps hear nothing", async ({ world }) => {
    await newlyLate(world);
    await world.seller({ live: null });

    await sendDigests(world.context());
    await welcomePeople(world.context());

    expect(await sentKeys(world)).toEqual([]);
  });
});

test("open asks of earlier days are drawn again once each working morning, for the dates they offer", async ({
  world,
}) => {
  const { claire, lemoine } = await newlyLate(world);
  const finance = await world.person({ name: "Paul Roy", roles: ["finance"], digestMinutes: 1200 });
  await askByHand(world.context(), as(finance), { customer: lemoine, why: "à voir" });
  await rememberShown(world.db, {
    chat: "slack",
    personId: claire.id,
    conversation: "D1",
    message: "1.1",
    showing: { show: "ask", ask: 1 },
    drawnHash: "",
    customers: [lemoine],
    shownAt: world.clock.now(),
  });
  const redraws = async () =>
    (await world.db.select().from(outbox)).filter(({ showing }) => showing.show === "redraw").length;
  await sendDigests(world.context());
  expect(await redraws()).toBe(0);

  world.clock.set("2026-11-25T07:30:00Z");
  await sendDigests(world.context());
  await sendDigests(world.context());
  expect(await redraws()).toBe(1);

  world.clock.set("2026-11-26T07:30:00Z");
  await answerNoAnswer(world.context(), as(claire), { ask: 1 });
  await world.db.delete(outbox);
  await sendDigests(world.context());
  expect(await redraws()).toBe(0);
});

describe("what a digest says", () => {
  test("what is newly late, with the reminder about to leave and a way to wait", async ({ world }) => {
    const { claire } = await newlyLate(world);
    world.clock.set("2026-11-30T07:31:00Z");
    const texto = await world.customer({ name: "Texto", rep: claire });
    await world.contact({ customer: texto });
    await world.invoice({ customer: texto, due: "2026-11-27", amount: "900.00" });
    await world.fresh();

    world.clock.set("2026-11-24T07:31:00Z");
    expect(await digestOf(world, claire, "2026-11-24")).toContain(
      "- Nouveau : Lemoine, 4 200 €, attendus hier. Un premier rappel courtois part lundi 30. [Attendre]",
    );
    world.clock.set("2026-11-30T07:31:00Z");
    const text = await digestOf(world, claire, "2026-11-30");

    expect(text).toContain("Bonjour Claire, voici le point du lundi 30 novembre.");
    expect(text).toContain("5 100 € à recevoir chez vos clients, dont 5 100 € en retard (2 clients).");
    expect(text).toContain(
      "- Nouveau : Texto, 900 €, attendus vendredi 27 novembre. Un premier rappel courtois part mercredi 2. [Attendre]",
    );
    expect(text).toContain("- Lemoine, 4 200 €. Un premier rappel courtois part aujourd'hui. [Attendre]");
  });

  test("promises due and not come in, calls, and the cash that followed one; each customer once", async ({ world }) => {
    const { claire, lemoine } = await newlyLate(world);
    const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
    const sodial = await world.customer({ code: "C2", name: "Sodial", rep: claire });
    const garnier = await world.customer({ code: "C3", name: "Garnier", rep: claire });
    const invoice = await world.invoice({ customer: sodial, due: "2026-10-20", amount: "8150.00" });
    await world.invoice({ customer: garnier, due: "2026-10-25", amount: "12400.00" });
    await askByHand(world.context(), as(finance), { customer: sodial, why: "à voir" });
    await answerNoAnswer(world.context(), as(claire), { ask: 1 });
    await givePromise(world.context(), as(claire), { customer: lemoine, due: "2026-11-30" });
    world.clock.set("2026-11-30T05:00:00Z");
    await world.payment({ invoice, amount: "8150.00", date: "2026-11-30" });
    await askByHand(world.context(), as(finance), { customer: garnier, why: "à voir" });
    world.clock.set("2026-11-30T07:31:00Z");
    await world.fresh();

    const text = await digestOf(world, claire, "2026-11-30");

    expect(text).toContain("- Promis pour aujourd'hui : Lemoine, 4 200 €.");
    expect(text).toContain("- Un petit appel vous est proposé : Garnier, 12 400 €, jusqu'à 36 jours de retard.");
    expect(text).toContain("- Bonne nouvelle : Sodial a réglé 8 150 €, six jours après votre appel. Merci !");
    expect(text.match(/Garnier/g)).toHaveLength(1);
    expect(text).toContain("[Mes appels (1)]");

    world.clock.set("2026-12-01T07:31:00Z");
    expect(await digestOf(world, claire, "2026-12-01")).toContain(
      "- Promis, pas encore arrivé : Lemoine, 4 200 €, prévus hier.",
    );
  });

  test("a manager reads one line of the team, finance what waits this morning", async ({ world }) => {
    await world.seller({ live: "2026-01-01" });
    const manager = await world.person({ name: "Hugo Petit", roles: ["manager"] });
    const claire = await world.person({ managerId: manager.id });
    const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
    const garnier = await world.customer({ name: "Garnier", rep: claire });
    await world.invoice({ customer: garnier, due: "2026-10-25", amount: "12400.00" });
    const texto = await world.customer({ name: "Texto", rep: claire });
    await world.invoice({ customer: texto, due: "2026-10-25", amount: "600.00" });
    await givePromise(world.context(), as(claire), { customer: garnier, due: "2027-02-15" });
    await askByHand(world.context(), as(finance), { customer: texto, why: "à voir" });

    expect(await digestOf(world, manager, "2026-11-24")).toContain(
      "Votre équipe : 13 000 € à recevoir, dont 13 000 € en retard. 1 appel proposé dans l'équipe.",
    );
    const morning = await digestOf(world, finance, "2026-11-24");
    expect(morning).toContain("À voir ce matin : 1 tâche.");
    expect(morning).toContain("- Garnier : une promesse à valider");
  });

  test("finance reads a call that came to it once, and the counts are those of the lines below", async ({ world }) => {
    await world.seller({ live: "2026-01-01" });
    const finance = await world.person({ name: "Paul Roy", roles: ["finance"] });
    const garnier = await world.customer({ name: "Garnier", rep: await world.person() });
    await world.invoice({ customer: garnier, due: "2026-10-25", amount: "12400.00" });
    await askByHand(world.context(), as(finance), { customer: garnier, why: "à voir" });
    await world.db.execute(sql`update asks set holder_id = null, holder_role = 'finance'`);
    const texto = await world.customer({ name: "Texto" });
    await world.payment({ customer: texto, amount: "50.00" });

    const morning = await digestOf(world, finance, "2026-11-24");

    expect(morning.match(/Garnier/g)).toHaveLength(1);
    expect(morning).toContain("À voir ce matin : 1 tâche.");
    expect(morning.match(/\[Ouvrir\]/g)).toHaveLength(1);
  });
});

test("a digest of an earlier day says that it is over, and tells nothing new as if it were old", async ({ world }) => {
  const { claire } = await newlyLate(world);
  expect(await digestOf(world, claire, "2026-11-24")).toContain("Lemoine");

  world.clock.set("2026-11-25");

  const past = await digestOf(world, claire, "2026-11-24");
  expect(past).toContain("Le point du mardi 24 novembre n'est plus à jour");
  expect(past).not.toContain("Lemoine");
});

test("three first messages, once, queued before the first digest", async ({ world }) => {
  const { claire } = await newlyLate(world);

  await welcomePeople(world.context());
  await sendDigests(world.context());
  await welcomePeople(world.context());
  world.clock.advance({ days: 1 });
  await welcomePeople(world.context());

  expect(await sentKeys(world)).toEqual([
    `welcome:1:${claire.id}:2026-11-24`,
    `welcome:2:${claire.id}:2026-11-24`,
    `welcome:3:${claire.id}:2026-11-24`,
    `digest:${claire.id}:2026-11-24`,
  ]);
});
