import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { addDays } from "#domain/calendar.ts";
import { DEFAULT_SCENARIO, type Scenario } from "#domain/scenario.ts";
import { writeScenarioFile } from "#imports/scenario-file.ts";
import { chooseScenario } from "#usecases/scenarios/choose-scenario.ts";
import { listScenarios } from "#usecases/scenarios/list-scenarios.ts";
import { decideProfile, proposeProfile } from "#usecases/scenarios/propose-profile.ts";
import { showTimeline } from "#usecases/customers/show-timeline.ts";
import { aCustomer, aMailbox, passAndSend } from "../../support/dunning.ts";
import { published, stepsOf, TODAY } from "../../support/scenarios.ts";
import { test } from "../../support/world.ts";

describe("whose scenario", () => {
  test("a deposit goes by its own, which is in force as shipped and in the file that finance pulls", async ({
    world,
  }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, number: "A-1", kind: "deposit", due: addDays(TODAY, -5) });
    await world.invoice({ customer, number: "F-1", due: addDays(TODAY, -2) });
    await passAndSend(world, aMailbox());
    const sent = await world.db.execute(sql`
      select s.name as scenario, i.number, l.advanced from reminders r join scenarios s on s.id = r.scenario_id
      join reminder_lines l on l.reminder_id = r.id join invoices i on i.id = l.invoice_id order by i.number`);
    expect([...sent]).toEqual([
      { scenario: "acomptes", number: "A-1", advanced: true },
      { scenario: "acomptes", number: "F-1", advanced: false },
    ]);
    const { scenarios } = await listScenarios(world.context());
    const pulled = writeScenarioFile({ scenarios: scenarios.map(({ scenario }) => scenario), templates: [] });
    expect(pulled).toMatch(/name: acomptes\n {4}for: deposits/);
    const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
    const actor = { is: "person", id: finance.id } as const;
    expect(await chooseScenario(world.context(), actor, { customer, scenario: "acomptes" })).toMatchObject({
      refusal: { why: "unknown-scenario" },
    });
  });

  test("finance switches a customer, and back", async ({ world }) => {
    const { customer } = await aCustomer(world);
    const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
    const actor = { is: "person", id: finance.id } as const;
    await world.invoice({ customer, due: addDays(TODAY, -5) });
    expect(await stepsOf(world)).toEqual(["first"]);
    expect(await chooseScenario(world.context(), actor, { customer, scenario: "prudent" })).toMatchObject({ ok: true });
    expect(await stepsOf(world)).toEqual([]);
    expect(await stepsOf(world, addDays(TODAY, 3))).toEqual(["first"]);
    await chooseScenario(world.context(), actor, { customer, scenario: null });
    expect(await stepsOf(world)).toEqual(["first"]);
    expect(await chooseScenario(world.context(), actor, { customer, scenario: "gentil" })).toMatchObject({
      refusal: { why: "unknown-scenario" },
    });
  });

  test("a segment's own, with copies by role that are sent and kept", async ({ world }) => {
    const { rep, customer } = await aCustomer(world, { segment: "retail" });
    await world.contact({ customer, role: "signatory", email: "pdg@garnier.example" });
    const first = { ...DEFAULT_SCENARIO.steps[1], recipients: { to: ["billing"], cc: ["signatory"], bcc: ["rep"] } };
    const retail = {
      ...DEFAULT_SCENARIO,
      name: "retail",
      audience: { ...DEFAULT_SCENARIO.audience, segments: ["retail"] },
      steps: [first],
    } as Scenario;
    await published(world, [retail]);
    await world.invoice({ customer, due: addDays(TODAY, -5) });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(mailbox.mails).toMatchObject([
      { to: ["sonia@garnier.example"], cc: ["pdg@garnier.example"], bcc: [rep.email] },
    ]);
  });

  test("the timeline says the next step by the customer's own scenario and its conditions", async ({ world }) => {
    const { rep, customer } = await aCustomer(world, { segment: "retail" });
    const cheque = { ...DEFAULT_SCENARIO.steps[1], offset: 3, when: { means: ["cheque"] } };
    const audience = { ...DEFAULT_SCENARIO.audience, segments: ["retail"] };
    const steps = [cheque, DEFAULT_SCENARIO.steps[2]];
    await published(world, [{ ...DEFAULT_SCENARIO, name: "retail", audience, steps } as Scenario]);
    await world.invoice({ customer, due: addDays(TODAY, -1), means: "transfer" });
    const shown = await showTimeline(world.context(), rep, { customer });
    expect(shown.ok ? plainCard(shown.value.card) : shown.refusal.why).toContain("deuxième rappel");
  });

  test("a rep says how a customer pays, finance confirms in a click, the second click learns who was first", async ({
    world,
  }) => {
    const { rep, customer } = await aCustomer(world);
    const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
    const proposed = await proposeProfile(
      world.context(),
      { is: "person", id: rep.id },
      { customer, profile: "passing-difficulty" },
    );
    expect(proposed).toMatchObject({ ok: true, value: { showing: { show: "scenario-proposal", proposal: 1 } } });
    const waiting = await world.db.execute(
      sql`select person_id as person from outbox where showing->>'show' = 'scenario-proposal'`,
    );
    expect([...waiting]).toEqual([{ person: finance.id }]);

    const actor = { is: "person", id: finance.id } as const;
    const decide = () => decideProfile(world.context(), actor, { proposal: 1, decision: "confirmed" });
    expect(
      await decideProfile(world.context(), { is: "person", id: rep.id }, { proposal: 1, decision: "confirmed" }),
    ).toMatchObject({
      refusal: { why: "not-allowed" },
    });
    const both = await Promise.all([decide(), decide()]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const kept = await world.db.execute(sql`select customer_code as customer, scenario from customer_scenarios`);
    expect([...kept]).toEqual([{ customer, scenario: "prudent" }]);
  });
});

test.for([
  [
    "fr",
    [
      "retour au scénario habituel (Camille Roux)",
      "scénario choisi : « ferme » (Camille Roux)",
      "profil de paiement confirmé : difficulté passagère, scénario « prudent » (Camille Roux)",
      "profil de paiement suggéré : difficulté passagère, scénario « prudent » (Claire Morel)",
    ],
  ],
  [
    "en",
    [
      "back to the usual scenario (Camille Roux)",
      'scenario chosen: "firm" (Camille Roux)',
      'payer profile confirmed: passing difficulty, scenario "prudent" (Camille Roux)',
      'payer profile suggested: passing difficulty, scenario "prudent" (Claire Morel)',
    ],
  ],
] as const)("the customer's timeline tells of its scenario (%s)", async ([locale, lines], { world }) => {
  const { rep, customer } = await aCustomer(world);
  const camille = await world.person({ name: "Camille Roux", roles: ["finance"], locale });
  const [claire, finance] = [rep, camille].map(({ id }) => ({ is: "person", id }) as const);
  if (claire === undefined || finance === undefined) throw new Error("two people act");
  await proposeProfile(world.context(), claire, { customer, profile: "passing-difficulty" });
  await decideProfile(world.context(), finance, { proposal: 1, decision: "confirmed" });
  await chooseScenario(world.context(), finance, { customer, scenario: "ferme" });
  await chooseScenario(world.context(), finance, { customer, scenario: null });
  const shown = await showTimeline(world.context(), camille, { customer });
  const text = shown.ok ? plainCard(shown.value.card).replaceAll(/[\u00a0\u202f]/g, " ") : shown.refusal.why;
  expect(text.split("\n").flatMap((line) => lines.filter((said) => line.endsWith(said)))).toEqual(lines);
});
