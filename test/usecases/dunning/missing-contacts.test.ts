import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { addDays } from "#domain/calendar.ts";
import { DEFAULT_SCENARIO, type Scenario } from "#domain/scenario.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import { contactsToFind } from "#usecases/dunning/missing-contacts.ts";
import { aCustomer, aMailbox, asksOf, passAndSend } from "../../support/dunning.ts";
import { published, TODAY } from "../../support/scenarios.ts";
import { test } from "../../support/world.ts";

const WITH_SIGNATORY: Scenario = {
  ...DEFAULT_SCENARIO,
  steps: DEFAULT_SCENARIO.steps.map((step) =>
    step.name === "second" ? { ...step, recipients: { to: ["billing"], cc: ["signatory", "rep"], bcc: [] } } : step,
  ),
};

test("a step for somebody nobody named leaves, and stands once in finance's list until a contact is there", async ({
  world,
}) => {
  const { customer } = await aCustomer(world);
  const finance = await world.person({ name: "Camille Roux", roles: ["finance"] });
  await world.invoice({ customer, number: "F-1", due: addDays(TODAY, -15) });
  expect(await contactsToFind(world.context())).toEqual([]);
  await published(world, [WITH_SIGNATORY]);
  const list = async () => {
    const drawn = await drawShowing(world.context(), { show: "finance-list" }, finance);
    return drawn === null
      ? []
      : plainCard(drawn.card)
          .split("\n")
          .filter((line) => line.includes("contact à trouver"));
  };

  const mailbox = aMailbox();
  for (let pass = 0; pass < 3; pass += 1) {
    await passAndSend(world, mailbox);
    world.clock.advance({ days: 1 });
    await world.fresh();
  }
  expect(mailbox.mails).toHaveLength(1);
  expect(await list()).toHaveLength(1);
  expect((await list())[0]).toContain("contact à trouver (signataire)");
  expect(await asksOf(world)).toEqual([]);

  await world.contact({ customer, role: "signatory", email: "pdg@garnier.example" });
  expect(await list()).toEqual([]);
});
