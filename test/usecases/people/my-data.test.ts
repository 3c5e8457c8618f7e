import { expect } from "vitest";

import { plainCard } from "#cards/plain.ts";
import { oneTimeLinks } from "#store/schema/one-time-links.ts";
import { events } from "#store/schema/loop.ts";
import { addComment } from "#usecases/customers/add-comment.ts";
import { givePromise } from "#usecases/promises/give-promise.ts";
import { myDataByLink, offerMyData, showMyData } from "#usecases/people/my-data.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

async function company(world: World) {
  const karim = await world.person({ name: "Karim Benali", roles: ["manager"] });
  await world.person({ name: "Nadia Costa", roles: ["finance"] });
  const claire = await world.person({ managerId: karim.id });
  const marc = await world.person({ name: "Marc Roy" });
  const [garnier, other] = [
    await world.customer({ rep: claire, name: "Garnier" }),
    await world.customer({ rep: marc, name: "Lemoine" }),
  ];
  await world.contact({ customer: garnier, name: "Sonia Perrin", email: "sonia@garnier.example" });
  await world.invoice({ customer: garnier, due: "2026-11-10", amount: "100.00" });
  await world.invoice({ customer: other, due: "2026-11-10", amount: "100.00" });
  await givePromise(world.context(), { is: "person", id: claire.id }, { customer: garnier, due: "2026-12-01" });
  await givePromise(world.context(), { is: "person", id: marc.id }, { customer: other, due: "2026-12-02" });
  await addComment(world.context(), { is: "person", id: claire.id }, { customer: garnier, text: "Vu sur place" });
  return { claire, marc, karim };
}

test("it says what is kept, since when, who sees it, for how long, and who corrects it", async ({ world }) => {
  const { claire } = await company(world);
  world.clock.set("2026-12-15");

  const shown = await showMyData(world.context(), claire);
  const read = shown.ok ? plainCard(shown.value.card).replaceAll(/[\u202f\u00a0]/g, " ") : "";
  expect(read).toContain("Claire Morel");
  expect(read).toContain("Karim Benali");
  expect(read).toContain("1 client suivi");
  expect(read).toContain("1 promesse notée, 0 litige noté, 1 commentaire");
  expect(read).toContain("La première trace date du 24 novembre 2026.");
  expect(read).toContain("vous, Karim Benali, et la comptabilité");
  expect(read).toContain("la comptabilité (Nadia Costa) corrige à la source");
  expect(read).toContain("Aucun agenda relié");
});

test("somebody who just came has their account, and nothing else yet", async ({ world }) => {
  const emma = await world.person({ name: "Emma Clarke", locale: "en" });
  const shown = await showMyData(world.context(), emma);
  expect(shown.ok && plainCard(shown.value.card)).toContain("Only your account, nothing else yet.");
});

test("the file holds all of one's own, nothing of a colleague's and no customer's contact, and is logged", async ({
  world,
}) => {
  const { claire } = await company(world);
  const offered = await offerMyData(world.context(), claire, { takesFiles: true });
  if (offered.is !== "file") throw new Error("A link was offered where files are taken.");
  const file = await offered.make();
  expect(file.name).toBe("mes-donnees-relais.json");

  const text = new TextDecoder().decode(file.bytes);
  expect(JSON.parse(text)).toMatchObject({
    account: { email: claire.email, name: "Claire Morel", roles: ["rep"] },
    customers: [{ name: "Garnier", rep: true }],
    promises: [{ minor: "10000", due_on: "2026-12-01" }],
    disputes: [],
    calendars: [],
  });
  expect(text).toContain("Vu sur place");
  expect(text).not.toMatch(/Lemoine|Marc|sonia|2026-12-02/);
  const viewed = (await world.db.select().from(events)).filter(({ kind }) => kind === "viewed");
  expect(viewed).toMatchObject([{ actor: { is: "person", id: claire.id }, data: { export: "my-data" } }]);
});

test("where a chat takes no files, a link for this person alone is offered, good once", async ({ world }) => {
  const { claire, marc } = await company(world);
  const offered = await offerMyData(world.context(), claire, { takesFiles: false });
  expect(JSON.stringify(offered)).toContain("https://relais.example/links/");
  expect(await world.db.select().from(oneTimeLinks)).toMatchObject([
    { personId: claire.id, purpose: { for: "my-data" }, usesLeft: 1 },
  ]);
  expect(new TextDecoder().decode((await myDataByLink(world.context(), marc.id)).bytes)).toContain("Lemoine");
});
