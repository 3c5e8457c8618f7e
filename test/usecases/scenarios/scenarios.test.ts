import { sql } from "drizzle-orm";
import { describe, expect } from "vitest";

import { addDays } from "#domain/calendar.ts";
import { DEFAULT_SCENARIO, type Scenario } from "#domain/scenario.ts";
import { compareScenarios } from "#usecases/scenarios/compare-scenarios.ts";
import { changeStepDay, changeWording } from "#usecases/scenarios/change-scenario.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { handInScenarios } from "#usecases/scenarios/hand-in-scenarios.ts";
import { listScenarios } from "#usecases/scenarios/list-scenarios.ts";
import { cancelScenarios, publishScenarios } from "#usecases/scenarios/publish-scenarios.ts";
import { rollBackScenario, rollBackWording } from "#usecases/scenarios/roll-back-scenario.ts";
import { aCustomer, aMailbox, passAndSend } from "../../support/dunning.ts";
import { published, stepsOf, SYSTEM, TODAY } from "../../support/scenarios.ts";
import { test } from "../../support/world.ts";

const movedTo = (offset: number): Scenario => ({
  ...DEFAULT_SCENARIO,
  steps: DEFAULT_SCENARIO.steps.map((step) => (step.name === "first" ? { ...step, offset } : step)),
});

describe("what finance hands in", () => {
  test("is a draft that changes nothing until it is published, and then at once", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -3) });
    const kept = await handInScenarios(world.context(), SYSTEM, {
      scenarios: [movedTo(3)],
      templates: [],
      source: "s.yaml",
    });
    expect(await stepsOf(world)).toEqual([]);
    expect(await compareScenarios(world.context(), [movedTo(3)])).toMatchObject({
      messages: { before: 0, after: 1 },
      differences: [{ customer: "GARNIER", before: null, after: "first" }],
    });
    await publishScenarios(world.context(), SYSTEM, { package: kept.ok ? (kept.value.package ?? 0) : 0 });
    expect(await stepsOf(world)).toEqual(["first"]);

    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(mailbox.mails).toHaveLength(1);
    const rows = await world.db.execute(
      sql`select s.name, s.version from reminders r join scenarios s on s.id = r.scenario_id`,
    );
    expect(rows[0]).toEqual({ name: "default", version: 2 });
  });

  test("an invoice whose step lay far ahead is looked at again once days are moved", async ({ world }) => {
    const { customer } = await aCustomer(world);
    await world.invoice({ customer, due: addDays(TODAY, -2) });
    await passAndSend(world, aMailbox());
    await published(world, [movedTo(1)]);
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    expect(mailbox.mails).toHaveLength(1);
  });

  test("can be given up, and is published once only", async ({ world }) => {
    const kept = await handInScenarios(world.context(), SYSTEM, {
      scenarios: [movedTo(4)],
      templates: [],
      source: null,
    });
    const input = { package: kept.ok ? (kept.value.package ?? 0) : 0 };
    await cancelScenarios(world.context(), SYSTEM, input);
    expect(await publishScenarios(world.context(), SYSTEM, input)).toMatchObject({ refusal: { why: "gone" } });
    const id = await published(world, [movedTo(6)]);
    expect(await publishScenarios(world.context(), SYSTEM, { package: id })).toMatchObject({
      refusal: { why: "already-done" },
    });
  });

  test("that is wrong is refused with its first error", async ({ world }) => {
    const steps = DEFAULT_SCENARIO.steps.map((step) =>
      step.name === "formal-notice" ? { ...step, offset: 39 } : step,
    );
    const early = steps.map((step) => ({ ...step, offset: Math.min(step.offset, step.offset - 20) }));
    const scenarios = [{ ...DEFAULT_SCENARIO, steps: early }];
    expect(await handInScenarios(world.context(), SYSTEM, { scenarios, templates: [], source: null })).toMatchObject({
      ok: false,
      refusal: { why: "scenario-wrong" },
    });
  });

  test("by somebody else than finance is refused", async ({ world }) => {
    const rep = await world.person();
    const actor = { is: "person", id: rep.id } as const;
    expect(
      await handInScenarios(world.context(), actor, { scenarios: [movedTo(3)], templates: [], source: null }),
    ).toMatchObject({ refusal: { why: "not-allowed" } });
    expect(await drawShowing(world.context(), { show: "scenarios" }, rep)).toBeNull();
  });

  test("comes back: the version before holds again, and what was sent keeps its own", async ({ world }) => {
    await published(world, [movedTo(3)]);
    const back = await rollBackScenario(world.context(), SYSTEM, { name: "default" });
    expect(back).toMatchObject({ ok: true, value: { from: 1 } });
    const [current] = (await listScenarios(world.context())).scenarios;
    expect(current).toMatchObject({ version: 3 });
    expect(current?.scenario).toEqual(DEFAULT_SCENARIO);
    expect(await rollBackScenario(world.context(), SYSTEM, { name: "nobody" })).toMatchObject({
      refusal: { why: "unknown-scenario" },
    });
  });
});

describe("wordings", () => {
  test("finance's own leaves in the place of the shipped one, and the mail says by which version", async ({
    world,
  }) => {
    const { customer } = await aCustomer(world, { language: "fr" });
    await world.invoice({ customer, number: "F-77", due: addDays(TODAY, -5) });
    const texts = {
      subject: "Petit mot sur {{facture}}",
      body: "Il reste {{montant}} < à voir.\n\n{{tableau}}\n\nMerci !",
    };
    const kept = await changeWording(world.context(), SYSTEM, {
      scenario: "default",
      step: "first",
      locale: "fr",
      ...texts,
    });
    await publishScenarios(world.context(), SYSTEM, { package: kept.ok ? (kept.value.package ?? 0) : 0 });
    const mailbox = aMailbox();
    await passAndSend(world, mailbox);
    const [mail] = mailbox.mails;
    expect(mail?.subject).toBe("Petit mot sur F-77");
    expect(mail?.text).toMatch(/^Bonjour Sonia Perrin,\n\nIl reste 1\s200\s€ < à voir\.\n\nFacture /u);
    expect(mail?.html).toContain("&lt; à voir.");
    const rows = await world.db.execute(
      sql`select t.name, t.version from reminders r join mail_templates t on t.id = r.template_id`,
    );
    expect(rows[0]).toEqual({ name: "first", version: 1 });
  });

  test("comes back to the one before; a shipped one has none", async ({ world }) => {
    const put = async (subject: string) => {
      const text = { scenario: "default", step: "first", locale: "fr", subject, body: "{{tableau}}" } as const;
      const kept = await changeWording(world.context(), SYSTEM, text);
      await publishScenarios(world.context(), SYSTEM, { package: kept.ok ? (kept.value.package ?? 0) : 0 });
    };
    await put("Un");
    await put("Deux");
    const first = { name: "first", locale: "fr", sender: null } as const;
    expect(await rollBackWording(world.context(), SYSTEM, first)).toMatchObject({ ok: true, value: { version: 1 } });
    expect((await listScenarios(world.context())).templates).toMatchObject([{ subject: "Un", version: 3 }]);
    const last = { ...first, name: "last" };
    expect(await rollBackWording(world.context(), SYSTEM, last)).toMatchObject({
      refusal: { why: "no-earlier-version" },
    });
  });

  test("with an unknown or a missing placeholder is refused, and so is a day that is no number", async ({ world }) => {
    const text = { scenario: "default", step: "first", locale: "fr", subject: "Rappel" } as const;
    const wrong = (body: string) => changeWording(world.context(), SYSTEM, { ...text, body });
    expect(await wrong("{{tableau}} {{iban}}")).toMatchObject({
      refusal: { why: "scenario-wrong", finding: { fault: "unknown-placeholder", typed: "iban" } },
    });
    expect(await wrong("Bonjour")).toMatchObject({ refusal: { finding: { fault: "no-number" } } });
    const day = { scenario: "default", step: "first", typed: "bientôt" };
    expect(await changeStepDay(world.context(), SYSTEM, day)).toMatchObject({ refusal: { why: "not-a-number" } });
  });
});
