import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { checkSlackPayload } from "#chat/slack/limits.ts";
import { renderCard as renderForSlack } from "#chat/slack/render.ts";
import { checkTeamsCard } from "#chat/teams/limits.ts";
import { renderCard as renderForTeams } from "#chat/teams/render.ts";
import type { Day } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { COMPANY, type ReportScope } from "#domain/report-scope.ts";
import { goalsOf } from "#store/cash-goals.ts";
import { approvePromise } from "#usecases/promises/approve-promise.ts";
import { drawDecisions } from "#usecases/asks/decisions.ts";
import { drawCashReport, type CashReportAsked } from "#usecases/reports/draw-cash-report.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { drawCashGoals, setCashGoal } from "#usecases/reports/set-cash-goal.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

/** Week 48 is talked about on the Monday after. */
const MONDAY: Day = "2026-11-30";

const as = (person: Person) => ({ is: "person", id: person.id }) as const;

function read(drawn: Drawn | null): string {
  return drawn === null ? "nothing" : plainCard(drawn.card).replaceAll(/[\u00a0\u202f]/g, " ");
}

async function report(
  world: World,
  scope: ReportScope,
  audience: CashReportAsked["audience"],
  on: Day = world.context().today,
): Promise<string> {
  return read(await drawCashReport(world.context(), { scope, on, locale: "fr", timeZone: "Europe/Paris", audience }));
}

const to = (viewer: Person) => ({ is: "person", viewer }) as const;
const CHANNEL = { is: "channel" } as const;

/** Claire and Marc sell under Hugo, Paul is finance, Nadia settles disputes; week 47 and 48 brought money. */
async function company(world: World) {
  await world.seller({ live: "2026-01-01" });
  const hugo = await world.person({ name: "Hugo Petit", roles: ["manager"] });
  const claire = await world.person({ managerId: hugo.id });
  const marc = await world.person({ name: "Marc Leroy", managerId: hugo.id });
  const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
  const nadia = await world.person({ name: "Nadia Benali", roles: ["adv"] });
  await world.customer({ code: "C1", name: "Garnier", rep: claire });
  await world.customer({ code: "C2", name: "Lemoine", rep: marc });
  const late = await world.invoice({ customer: "C1", number: "F1", due: "2026-10-25", amount: "12400.00" });
  await world.invoice({ customer: "C1", number: "F2", due: "2026-12-15", amount: "6000.00" });
  const dollars = await world.invoice({
    customer: "C2",
    number: "F3",
    due: "2026-11-10",
    amount: "300.00",
    currency: "USD",
  });
  const paid = await world.invoice({ customer: "C1", number: "F4", due: "2026-11-20", amount: "5000.00" });
  await world.payment({ invoice: paid, amount: "2000.00", date: "2026-11-19" });
  await world.payment({ invoice: paid, amount: "3000.00", date: "2026-11-27" });
  return { hugo, claire, marc, paul, nadia, late, dollars };
}

describe("the report", () => {
  test("tells cash by payment day, what is late, and compares with the week before; currencies side by side", async ({
    world,
  }) => {
    const { hugo, paul } = await company(world);
    world.clock.set(MONDAY);

    const team = await report(world, { is: "team", manager: hugo.id }, to(hugo));

    expect(team).toContain("# Le point de la semaine 48, votre équipe\nDu 23 au 27 novembre");
    expect(team).toContain("3 000 € encaissés (semaine 47 : 2 000 €).");
    expect(team).toContain("En retard : 12 400 €, 3 000 € de moins.");
    expect(team).toContain("En retard : 300 $US, comme la semaine d'avant.");
    expect(team).toContain("pas en retard · 6 000 €");
    expect(team).toContain("S48 · 12 400 €");
    expect(await report(world, COMPANY, to(paul))).toContain("toute l'entreprise");
  });

  test("on a Friday it is about the week that ends", async ({ world }) => {
    const { paul } = await company(world);
    world.clock.set("2026-11-27");
    expect(await report(world, COMPANY, to(paul))).toContain("Le point de la semaine 48, toute l'entreprise");
  });

  test("read again in the week, it keeps the figures of its day", async ({ world }) => {
    const { paul, late } = await company(world);
    world.clock.set("2026-12-02");
    await world.payment({ invoice: late, amount: "12400.00", date: "2026-12-01" });

    const again = await report(world, COMPANY, to(paul), MONDAY);

    expect(again).toContain("En retard : 12 400 €");
    expect(again).toContain("Chiffres du dimanche 29 novembre. Situation à 9 h, mercredi 2 décembre");
    expect(again).not.toContain("Garnier");
  });

  test("names colleagues to a person, and roles in a channel, where a person has no report", async ({ world }) => {
    const { hugo, claire, late } = await company(world);
    await openDispute(world.context(), as(claire), {
      customer: "C1",
      category: "price",
      lines: [{ invoice: late.id }],
    });
    world.clock.set(MONDAY);
    const scope = { is: "team", manager: hugo.id } as const;

    const inChannel = await report(world, scope, CHANNEL);

    expect(inChannel).toContain("À débloquer ensemble : 1 client, 12 400 €");
    expect(inChannel).toMatch(
      /Garnier : 12 400 €, litige à trancher \(l'administration des ventes, depuis le 24 novembre\)/,
    );
    expect(inChannel).not.toMatch(/Claire|Nadia/);
    expect(inChannel).toContain("l'équipe de Hugo Petit");
    expect(inChannel).not.toContain("[Actualiser]");
    expect(await report(world, { is: "person", person: claire.id }, CHANNEL)).toBe("nothing");
  });

  test("a rep sees their own, not a colleague's nor the team's; a scope that is gone draws nothing", async ({
    world,
  }) => {
    const { hugo, claire, marc, paul } = await company(world);
    world.clock.set(MONDAY);

    expect(await report(world, { is: "person", person: claire.id }, to(claire))).toContain("12 400 €");
    expect(await report(world, { is: "person", person: claire.id }, to(marc))).toBe("nothing");
    expect(await report(world, { is: "team", manager: hugo.id }, to(claire))).toBe("nothing");
    expect(await report(world, { is: "seller", code: "GONE" }, to(paul))).toBe("nothing");
  });

  test("an empty company has a kind line and no chart", async ({ world }) => {
    const paul = await world.person({ name: "Paul Roy", roles: ["finance"] });
    const drawn = await report(world, COMPANY, to(paul));
    expect(drawn).toContain("Rien à recevoir et rien d'encaissé ici pour l'instant.");
    expect(drawn).not.toContain("▇");
  });

  test("promises still to come this week are named, and those whose day has come without the money", async ({
    world,
  }) => {
    const { paul, claire } = await company(world);
    world.clock.set(MONDAY);
    await givePromise(world.context(), as(claire), { customer: "C1", due: "2026-12-02" });

    expect(await report(world, COMPANY, to(paul))).toContain(
      "Promis pour la semaine 49, 12 400 € (1 paiement) : Garnier, 12 400 € mercredi 2.",
    );
    world.clock.set("2026-12-03");
    const after = await report(world, COMPANY, to(paul));
    expect(after).toContain(
      "Promis, pas encore arrivé, 12 400 € (1 paiement) : Garnier, 12 400 € prévus mercredi 2 décembre.",
    );
    expect(after).not.toContain("Promis pour la semaine");
  });

  test("one customer with 2 600 open invoices still fits both chats", async ({ world }) => {
    const { paul } = await company(world);
    const invoices = Array.from(
      { length: 2_600 },
      (_, n) => `B${n},C1,2026-09-01,2026-10-${String((n % 28) + 1).padStart(2, "0")},100.00,EUR`,
    );
    await world.import({
      "invoices.csv": `number,customer_code,issue_date,due_date,amount,currency\n${invoices.join("\n")}\n`,
    });
    world.clock.set(MONDAY);

    const drawn = await drawCashReport(world.context(), {
      scope: COMPANY,
      on: MONDAY,
      locale: "fr",
      timeZone: "Europe/Paris",
      audience: to(paul),
    });

    expect(read(drawn)).toContain("En retard : 272 400 €");
    for (const look of ["picture", "text"] as const) {
      const message = drawn === null ? null : renderForSlack(drawn.card, look);
      expect(checkSlackPayload("chat.postMessage", message)).toEqual([]);
    }
    const card = drawn === null ? null : renderForTeams(drawn.card, { opensDialogs: true }).card;
    expect(checkTeamsCard(card)).toEqual([]);
  });
});

describe("a goal", () => {
  const eur = (minor: bigint) => ({ minor, currency: "EUR" });

  test("is finance's to set, and a manager's for the team; the report says it, and is silent without one", async ({
    world,
  }) => {
    const { hugo, claire, paul } = await company(world);
    world.clock.set(MONDAY);
    const team = { is: "team", manager: hugo.id } as const;
    const set = async (by: Person, scope: ReportScope) =>
      (await setCashGoal(world.context(), by, { scope, period: "week", amount: eur(250_000n) })).ok;

    expect(await report(world, team, to(hugo))).not.toContain("visés");
    expect(await set(hugo, team)).toBe(true);
    expect(await set(hugo, { is: "person", person: claire.id })).toBe(true);
    expect(await set(paul, COMPANY)).toBe(true);
    expect(await set(hugo, COMPANY)).toBe(false);
    expect(await set(claire, { is: "person", person: claire.id })).toBe(false);
    expect(await set(claire, { is: "team", manager: claire.id })).toBe(false);

    expect(await report(world, team, to(hugo))).toContain(
      "3 000 € encaissés pour 2 500 € visés (semaine 47 : 2 000 €).",
    );
  });

  test("of a month counts up to the end of the reported week", async ({ world }) => {
    const { paul } = await company(world);
    world.clock.set(MONDAY);
    await setCashGoal(world.context(), paul, { scope: COMPANY, period: "month", amount: eur(1_000_000n) });

    expect(await report(world, COMPANY, to(paul))).toContain(
      "Novembre, à ce jour : 5 000 € encaissés pour 10 000 € visés (50 %).",
    );
  });

  test("can be changed and taken away, and past reports keep theirs", async ({ world }) => {
    const { paul } = await company(world);
    world.clock.set(MONDAY);
    const set = (minor: bigint) =>
      setCashGoal(world.context(), paul, { scope: COMPANY, period: "week", amount: eur(minor) });
    await set(250_000n);
    world.clock.set("2026-12-01");
    await set(0n);

    expect(await goalsOf(world.db, "company")).toMatchObject([{ from: "2026-11-23" }, { from: "2026-11-30" }]);
    expect(await report(world, COMPANY, to(paul), MONDAY)).toContain("pour 2 500 € visés");
    expect(await report(world, COMPANY, to(paul), "2026-12-07")).not.toContain("visés");
    expect(read(await drawCashGoals(world.context(), paul, COMPANY, null))).toContain("Aucun objectif n'est fixé");
  });
});

describe("decisions", () => {
  test("each person finds those they may take, and no others", async ({ world }) => {
    const { hugo, claire, paul, nadia, late } = await company(world);
    const half = late.minor / 2n;
    await openDispute(world.context(), as(claire), {
      customer: "C1",
      category: "price",
      lines: [{ invoice: late.id, amount: { minor: half, currency: "EUR" } }],
    });
    // Beyond what a rep may promise alone: finance is asked.
    const long = await givePromise(world.context(), as(claire), { customer: "C1", due: "2027-01-15" });
    expect(long.ok).toBe(true);
    world.clock.advance({ days: 1 });
    const of = async (viewer: Person) => read(await drawDecisions(world.context(), viewer, COMPANY));

    expect(await of(nadia)).toMatch(/1 décision attend votre avis[^]*Garnier conteste 6 200 €[^]*Le client a raison/);
    expect(await of(paul)).toMatch(
      /2 décisions attendent[^]*Garnier : une promesse à valider, depuis hier \[Répondre… ▾ D'accord/,
    );
    expect(await of(claire)).toContain("Aucune décision n'attend votre avis");
    expect(await report(world, { is: "team", manager: hugo.id }, CHANNEL)).toContain("[Décisions (2)]");
    expect(await report(world, COMPANY, to(paul))).toContain("[Décisions (2)]");
  });

  test("one that was taken is in no list any more", async ({ world }) => {
    const { claire, paul } = await company(world);
    await givePromise(world.context(), as(claire), { customer: "C1", due: "2027-01-15" });
    const before = await drawDecisions(world.context(), paul, COMPANY);
    const [option] =
      before?.card.parts.flatMap((part) =>
        part.is === "item" && part.control?.is === "menu" ? part.control.options : [],
      ) ?? [];
    expect(option?.action).toMatchObject({ do: "approve-promise" });
    const ask = option?.action.do === "approve-promise" ? option.action.ask : 0;

    expect((await approvePromise(world.context(), as(paul), { ask })).ok).toBe(true);
    expect(read(await drawDecisions(world.context(), paul, COMPANY))).toContain("Aucune décision");
  });
});
