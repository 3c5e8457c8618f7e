import { parse } from "csv-parse/sync";
import { desc } from "drizzle-orm";
import { describe, expect } from "vitest";

import type { Actor } from "#domain/event.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import { events } from "#store/schema/loop.ts";
import { closeDispute } from "#usecases/disputes/close-dispute.ts";
import { exportReps } from "#usecases/reports/export-reps.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { judgePromises } from "#usecases/promises/judge-promises.ts";
import { openDispute } from "#usecases/disputes/open-dispute.ts";
import { as, company, did, whyNot } from "../../support/loop.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const COMPANY: ReportScope = { is: "company" };
const PERIOD = { from: "2026-11-01", to: "2026-11-30", format: "csv", locale: "fr" } as const;

async function lines(world: World, actor: Actor, scope: ReportScope): Promise<readonly Record<string, string>[]> {
  const { bytes } = await did(exportReps(world.context(), actor, { scope, ...PERIOD }));
  return parse(new TextDecoder().decode(bytes), { bom: true, delimiter: ";", columns: true });
}

/** Claire and Karim, each with a customer, in the team of Paul. */
async function team(world: World) {
  const people = await company(world);
  const karim = await world.person({ name: "Karim Haddad" });
  const other = await world.customer({ name: "Lemoine", rep: karim });
  await world.invoice({ customer: other, due: "2026-10-01", amount: "300.00" });
  return { ...people, karim, other };
}

describe("the export per rep", () => {
  test("has what came in, what is late, and what became of disputes and promises", async ({ world }) => {
    const { rep, finance, customer } = await company(world);
    const paid = await world.invoice({ customer, issued: "2026-10-01", due: "2026-10-31", amount: "1000.00" });
    const disputed = await world.invoice({ customer, issued: "2026-10-01", due: "2026-10-31", amount: "500.00" });
    await world.invoice({ customer, issued: "2026-11-20", due: "2026-12-20", amount: "500.00" });
    const about = { customer, category: "price", lines: [{ invoice: disputed.id }] } as const;
    await did(openDispute(world.context(), as(rep), about));
    await did(closeDispute(world.context(), as(finance), { dispute: 1, outcome: "ours" }));
    await did(openDispute(world.context(), as(rep), about));
    await did(givePromise(world.context(), as(rep), { customer, due: "2026-11-25" }));
    world.clock.set("2026-11-30");
    await world.payment({ invoice: paid, amount: "1000.00", date: "2026-11-25" });
    await world.fresh();
    await judgePromises(world.context());

    expect(await lines(world, as(rep), { is: "person", person: rep.id })).toEqual([
      {
        Nom: "Claire Morel",
        "E-mail": rep.email,
        "Équipe de": "Paul Henry",
        Du: "2026-11-01",
        Au: "2026-11-30",
        Devise: "EUR",
        Encaissé: "1000,00",
        "DSO à la fin (jours, sur 90 jours)": "45,00",
        "Part en retard à la fin (%)": "50,00",
        "Litiges en cours dans la période": "2",
        "dont résolus": "1",
        "Litiges résolus (%)": "50,00",
        "Promesses arrivées à terme": "1",
        "dont tenues": "1",
        "Promesses tenues (%)": "100,00",
      },
    ]);
  });

  test("two currencies are two lines, never one sum; a rep without customers has one, empty", async ({ world }) => {
    const { rep, customer } = await company(world);
    await world.person({ name: "Zoé Brun" });
    const dollars = await world.invoice({ customer, currency: "USD", due: "2026-11-05", amount: "200.00" });
    await world.payment({ invoice: dollars, currency: "USD", amount: "200.00", date: "2026-11-10" });
    await world.invoice({ customer, due: "2026-11-05", amount: "100.00" });

    const all = await lines(world, { is: "system" }, COMPANY);
    expect(all.map((line) => [line["Nom"], line["Devise"], line["Encaissé"]])).toEqual([
      [rep.name, "EUR", "0,00"],
      [rep.name, "USD", "200,00"],
      ["Zoé Brun", "", ""],
    ]);
  });

  test("a rep takes their own line, a manager the team's, finance and direction all", async ({ world }) => {
    const { rep, manager, finance, karim } = await team(world);
    const direction = await world.person({ name: "Odile Roy", roles: ["direction"] });
    await world.invoice({ customer: await world.customer({ rep }), due: "2026-10-01" });
    const names = async (actor: Actor, scope: ReportScope) =>
      (await lines(world, actor, scope)).map((line) => line["Nom"]);

    expect(await names(as(rep), COMPANY)).toEqual([rep.name]);
    expect(await names(as(manager), COMPANY)).toEqual([rep.name]);
    expect(await names(as(manager), { is: "team", manager: manager.id })).toEqual([rep.name]);
    expect(await names(as(finance), COMPANY)).toEqual([rep.name, karim.name]);
    expect(await names(as(direction), COMPANY)).toEqual([rep.name, karim.name]);
  });

  test("a colleague's line is refused, to reps and to managers of others, and to a stranger", async ({ world }) => {
    const { rep, manager, adv, karim } = await team(world);
    const asked = { scope: { is: "person", person: karim.id }, ...PERIOD } as const;

    for (const person of [rep, manager, adv]) {
      expect(await whyNot(exportReps(world.context(), as(person), asked))).toBe("not-allowed");
    }
    expect(await whyNot(exportReps(world.context(), { is: "customer", email: "x@y.example" }, asked))).toBe(
      "not-allowed",
    );
    expect(await world.db.select().from(events)).toEqual([]);
  });

  test("is written down: who took what", async ({ world }) => {
    const { manager } = await team(world);
    await did(exportReps(world.context(), as(manager), { scope: COMPANY, ...PERIOD }));

    const [last] = await world.db.select().from(events).orderBy(desc(events.id)).limit(1);
    expect(last).toMatchObject({
      kind: "viewed",
      actor: as(manager),
      data: { export: "reps", scope: "company", from: "2026-11-01", to: "2026-11-30", format: "csv" },
    });
  });
});
