import { expect } from "vitest";

import { disputes, promises } from "#store/schema/loop.ts";
import { askRow } from "../../support/loop.ts";
import { deliver, FRIDAY, ON_FRIDAY, openCall, shown } from "../../support/teams-call.ts";
import { CLAIRE, soon } from "../../support/teams.ts";
import { test } from "../../support/world.ts";

test("two taps on the card are a promise, and the same message becomes its outcome", async ({ world }) => {
  const { teams, tenant, ask, card } = await openCall(world);
  const outcome = await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });

  expect(outcome).toMatchObject({ taps: 2, shows: "card", ack: { status: 200 } });
  expect(shown(teams, card)).toContain("C'est noté, merci Claire");
  expect(await world.db.select().from(promises)).toMatchObject([{ dueOn: FRIDAY, amount: 1_240_000n, state: "live" }]);
  expect((await askRow(world, ask)).state).toBe("answered");
  expect(tenant.read.refusals()).toEqual([]);
});

test("the message itself follows, so that the person's other devices show the outcome too", async ({ world }) => {
  const { tenant, card } = await openCall(world);
  await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });

  await soon(() => expect(tenant.read.message(CLAIRE, card.id)?.isEdited).toBe(true));
  expect(tenant.read.calls("PUT")).toHaveLength(1);
});

test("undo brings the card back as it was", async ({ world }) => {
  const { teams, tenant, ask, card } = await openCall(world);
  const before = shown(teams, card);
  await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });
  await tenant.acts.click({ userId: CLAIRE, messageId: card.id, verb: "undo" });

  await soon(() => expect(shown(teams, card)).toBe(before));
  expect((await askRow(world, ask)).state).toBe("open");
});

test("a click that is sent again, and a second click, are one promise", async ({ world }) => {
  const { teams, tenant, card } = await openCall(world);
  const click = { userId: CLAIRE, messageId: card.id, title: ON_FRIDAY };
  const activity = tenant.acts.prepareClick(click);
  await Promise.all([tenant.acts.deliver(activity), tenant.acts.deliver(activity), tenant.acts.click(click)]);
  const replayed = await tenant.acts.replayLast();

  expect(replayed).toMatchObject({ status: 200, body: { statusCode: 200 } });
  await soon(() => expect(shown(teams, card)).toContain("C'est noté"));
  expect(await world.db.select().from(promises)).toHaveLength(1);
});

test("a dispute is a dialog: a mistake is shown under its field with what was typed, then the card is the outcome", async ({
  world,
}) => {
  const { teams, tenant, card, invoice } = await openCall(world);
  const opened = await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: "Il y a un litige" });
  const wrong = await tenant.acts.submitDialog({
    userId: CLAIRE,
    values: { category: "price", invoices: [String(invoice.id)], amount: "999999", comment: "Transport <b>" },
  });
  const dialog = tenant.read.dialog(CLAIRE);
  const right = await tenant.acts.submitDialog({ userId: CLAIRE, values: { amount: "600" } });

  expect(opened).toMatchObject({ taps: 1, shows: "dialog" });
  expect(wrong.shows).toBe("dialog");
  expect(JSON.stringify(dialog?.card)).toContain('"color":"attention"');
  expect(JSON.stringify(dialog?.card)).toContain("Transport <b>");
  expect(right).toMatchObject({ shows: "nothing", ack: { body: {} } });
  expect(tenant.read.dialog(CLAIRE)).toBeNull();
  expect(shown(teams, card)).toContain("conteste 600");
  expect(await world.db.select().from(disputes)).toMatchObject([
    { amount: 60_000n, category: "price", comment: "Transport <b>" },
  ]);
});

test("where no dialog opens, the form takes the card's place, and gives it back when it is given up", async ({
  world,
}) => {
  const { teams, tenant, card, invoice } = await openCall(world, { opensDialogs: false });
  const before = shown(teams, card);
  const form = { userId: CLAIRE, messageId: card.id, title: "Il y a un litige" };
  await tenant.acts.click(form);
  expect(shown(teams, card)).toContain("De quoi s'agit-il");
  await tenant.acts.click({ userId: CLAIRE, messageId: card.id, verb: "cancel" });
  expect(shown(teams, card)).toBe(before);

  await tenant.acts.click(form);
  const values = { category: "price", invoices: [String(invoice.id)], amount: "999999" };
  const submit = { userId: CLAIRE, messageId: card.id, verb: "submit.dispute" };
  const wrong = await tenant.acts.click({ ...submit, values });
  expect(shown(teams, card)).toContain("De quoi s'agit-il");
  const right = await tenant.acts.click({ ...submit, values: { amount: "600" } });

  expect([wrong.shows, right.shows]).toEqual(["card", "card"]);
  expect(shown(teams, card)).toContain("conteste 600");
  expect(await world.db.select().from(disputes)).toMatchObject([{ amount: 60_000n }]);
});

test("a required field that is empty is told by the client, and nothing is sent", async ({ world }) => {
  const { tenant, card } = await openCall(world);
  await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: "Il y a un litige" });
  const empty = await tenant.acts.submitDialog({ userId: CLAIRE, values: { category: "" } });

  expect(empty).toMatchObject({ ack: null, errors: { category: "Ce champ est à compléter." } });
});

test("a form sent twice is one dispute", async ({ world }) => {
  const { tenant, card, invoice } = await openCall(world);
  await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: "Il y a un litige" });
  await tenant.acts.submitDialog({ userId: CLAIRE, values: { category: "price", invoices: [String(invoice.id)] } });
  await tenant.acts.replayLast();

  expect(await world.db.select().from(disputes)).toHaveLength(1);
});

test("what a card opens on the side is a message of its own, and one line says where it is", async ({ world }) => {
  const { teams, tenant, card } = await openCall(world);
  const before = shown(teams, card);
  const outcome = await tenant.acts.click({ userId: CLAIRE, messageId: card.id, verb: "why-me" });

  expect(outcome).toMatchObject({ taps: 2, shows: "message" });
  expect(tenant.read.notices(CLAIRE)).toEqual(["C'est dans la conversation, juste en dessous."]);
  expect(shown(teams, card)).toBe(before);
  expect(tenant.read.byBot(CLAIRE).at(-1)?.shownText).toMatch(/Garnier|vous/);
});

test("a card somebody else has dealt with says so when it is clicked, and is drawn again", async ({ world }) => {
  const { teams, tenant, card, customer } = await openCall(world);
  await tenant.acts.sendMessage({ userId: CLAIRE, text: `promesse ${customer} vendredi` });
  const late = await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });

  expect(late.shows).toBe("message");
  expect(tenant.read.notices(CLAIRE)).toHaveLength(1);
  await soon(() => expect(shown(teams, card)).not.toContain(ON_FRIDAY));
  expect(await world.db.select().from(promises)).toHaveLength(1);
});

test("a button of an older version is answered with a way on", async ({ world }) => {
  const { tenant, card } = await openCall(world);
  const activity = tenant.acts.prepareClick({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });
  const action = { type: "Action.Execute", verb: "send-money", data: { action: '{"do":"send-money"}' } };
  const ack = await tenant.acts.deliver({ ...activity, value: { action } });

  expect(JSON.stringify(ack.body)).toContain("ancienne version");
});

test("when Teams will not change the message, the person who clicked sees the outcome all the same", async ({
  world,
}) => {
  const { teams, tenant, card } = await openCall(world);
  tenant.addFault({ call: "update", kind: "500" });
  const outcome = await tenant.acts.click({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });

  expect(outcome.shows).toBe("card");
  expect(shown(teams, card)).toContain("C'est noté, merci Claire");
  await soon(() => expect(teams.logged.join()).toContain("could not be shown in Teams"));
  await deliver(world, teams);
  await soon(() => expect(tenant.read.message(CLAIRE, card.id)?.isEdited).toBe(true));
});

test("a card forwarded to a colleague changes nothing and tells nothing", async ({ world }) => {
  const { tenant, ask, card } = await openCall(world);
  const paul = "29:paul";
  tenant.setPerson({
    id: paul,
    aadObjectId: "aad-paul",
    name: "Paul Roy",
    email: (await world.person({ name: "Paul Roy" })).email,
  });
  await tenant.acts.install(paul);
  const stolen = tenant.acts.prepareClick({ userId: CLAIRE, messageId: card.id, title: ON_FRIDAY });
  const ack = await tenant.acts.deliver({
    ...tenant.acts.activityOf(paul, {}),
    type: "invoke",
    name: stolen["name"],
    value: stolen["value"],
    replyToId: card.id,
  });

  expect(ack.status).toBe(200);
  expect(JSON.stringify(ack.body)).not.toContain("€");
  expect(await world.db.select().from(promises)).toEqual([]);
  expect((await askRow(world, ask)).state).toBe("open");
});
