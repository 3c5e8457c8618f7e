import { expect } from "vitest";

import { absences } from "#store/schema/absences.ts";
import { promises } from "#store/schema/loop.ts";
import { people } from "#store/schema/people.ts";
import { byBot, deliver, FRIDAY, home, openCall, textOf } from "../../support/slack-call.ts";
import { BOT, CLAIRE, soon } from "../../support/slack.ts";
import { test } from "../../support/world.ts";

const PAUL = "U00PAUL000";
const CASH = "C00CASH000";

test("/encours answers in the acknowledgement, to the person alone, also in a channel", async ({ world }) => {
  const { slack } = await openCall(world);
  slack.workspace.setChannel({ id: CASH, name: "cash", members: [CLAIRE, BOT] });
  const mine = await slack.workspace.acts.command({ userId: CLAIRE, command: "/encours" });
  const garnier = await slack.workspace.acts.command({
    userId: CLAIRE,
    command: "/outstanding",
    text: "garnié",
    channelId: CASH,
  });

  expect(mine.ack.body).toMatchObject({ response_type: "ephemeral" });
  expect(JSON.stringify(mine.ack.body)).toContain("12\u202f400\u00a0€");
  expect(garnier.shown).toMatchObject({ ephemeralFor: CLAIRE, channelId: CASH });
  expect(JSON.stringify(garnier.ack.body)).toContain("Garnier");
  expect(slack.workspace.read.calls("chat.postMessage")).toHaveLength(1);
});

test("the refresh button of a command's answer changes that answer", async ({ world }) => {
  const { slack } = await openCall(world);
  const { shown: answer } = await slack.workspace.acts.command({ userId: CLAIRE, command: "/encours" });
  world.clock.advance({ minutes: 30 });
  await slack.workspace.acts.click({ userId: CLAIRE, ts: answer?.ts ?? "", actionId: "show-portfolio" });

  await soon(() => expect(textOf(slack, answer?.channelId ?? "", answer?.ts ?? "")).toContain("9\u00a0h\u00a030"));
});

test("a promise is typed in one line, in either language", async ({ world }) => {
  const { slack } = await openCall(world);
  await slack.workspace.acts.command({ userId: CLAIRE, command: "/promesse", text: "garnier vendredi 2 400,50" });
  await slack.workspace.acts.command({ userId: CLAIRE, command: "/promise", text: "garnier friday 1000€" });
  const absurd = await slack.workspace.acts.command({
    userId: CLAIRE,
    command: "/promesse",
    text: "garnier vendredi 1e9",
  });

  expect(await world.db.select().from(promises).orderBy(promises.id)).toMatchObject([
    { amount: 240_050n, dueOn: FRIDAY },
    { amount: 100_000n, dueOn: FRIDAY },
  ]);
  expect(absurd.ack.body).toMatchObject({ response_type: "ephemeral" });
});

test("words in the direct messages do what the commands do, and a form is a button there", async ({ world }) => {
  const { slack } = await openCall(world);
  await slack.workspace.acts.sendMessage({ userId: CLAIRE, text: "promesse garnier vendredi 1000" });
  await slack.workspace.acts.sendMessage({ userId: CLAIRE, text: "bonjour" });
  await slack.workspace.acts.sendMessage({ userId: CLAIRE, text: "litige garnier" });

  await soon(() => expect(byBot(slack)).toHaveLength(4));
  const [, promised, help, dispute] = byBot(slack);
  expect(JSON.stringify(promised?.blocks)).toContain("Garnier");
  expect(JSON.stringify(help?.blocks)).toContain("encours garnier");
  await slack.workspace.acts.click({ userId: CLAIRE, ts: dispute?.ts ?? "", actionId: "open-form.dispute" });
  await soon(() => expect(slack.workspace.read.views(CLAIRE)).toHaveLength(1));
});

test("what a message answered follows the truth like any other card", async ({ world }) => {
  const { slack, invoice } = await openCall(world);
  await slack.workspace.acts.sendMessage({ userId: CLAIRE, text: "encours garnier" });
  await soon(() => expect(byBot(slack)).toHaveLength(2));
  const before = JSON.stringify(byBot(slack)[1]?.blocks);
  await slack.workspace.acts.command({ userId: CLAIRE, command: "/promesse", text: "garnier vendredi" });
  await deliver(world, slack);

  expect(JSON.stringify(byBot(slack)[1]?.blocks)).not.toBe(before);
  expect(invoice.minor).toBe(1_240_000n);
});

test("the home tab is drawn when it is opened, and its buttons work in it", async ({ world }) => {
  const { slack } = await openCall(world);
  await slack.workspace.acts.openHome({ userId: CLAIRE });
  await soon(() => expect(home(slack)).toContain("12\u202f400\u00a0€"));
  await slack.workspace.acts.click({ userId: CLAIRE, isHome: true, actionId: "show-calls" });
  await soon(() => expect(home(slack)).toContain("Revenir à l'accueil"));
  expect(home(slack)).toContain("Garnier");
});

test("settings: another language speaks at once, and the digest moves", async ({ world }) => {
  const { slack } = await openCall(world);
  await slack.workspace.acts.command({ userId: CLAIRE, command: "/reglages" });
  await soon(() => expect(slack.workspace.read.views(CLAIRE)).toHaveLength(1));
  const saved = await slack.workspace.acts.submitView({
    userId: CLAIRE,
    values: { locale: "en", digest: "420", quiet: "yes" },
  });
  const help = await slack.workspace.acts.command({ userId: CLAIRE, command: "/aide" });

  expect(JSON.stringify(saved.view)).toContain("Saved, thank you!");
  expect(await world.db.select().from(people)).toContainEqual(
    expect.objectContaining({ name: "Claire Morel", locale: "en", digestMinutes: 420, quietLine: true }),
  );
  expect(JSON.stringify(help.ack.body)).toMatch(/What you can do|customers/);
});

test("a colleague is mentioned to stand in, one whom Relais never met included; a guest may not", async ({ world }) => {
  const { slack } = await openCall(world);
  const paul = await world.person({ name: "Paul Roy", roles: ["rep"] });
  slack.member({ id: PAUL, email: paul.email });
  slack.member({ id: "U00GUEST00", email: "guest@nowhere.example", isRestricted: true });
  const guest = await slack.workspace.acts.command({
    userId: CLAIRE,
    command: "/absence",
    text: "25-27 novembre <@U00GUEST00|guest>",
  });
  await slack.workspace.acts.command({
    userId: CLAIRE,
    command: "/absence",
    text: `25-27 novembre <@${PAUL}|paul.roy>`,
  });

  expect(JSON.stringify(guest.ack.body)).toContain("ne correspond à personne");
  expect(await world.db.select().from(absences)).toMatchObject([{ fromOn: "2026-11-25", delegateId: paul.id }]);
});

test("settings: one's own hours and holidays are kept", async ({ world }) => {
  const { slack } = await openCall(world);
  await slack.workspace.acts.command({ userId: CLAIRE, command: "/reglages" });
  await soon(() => expect(slack.workspace.read.views(CLAIRE)).toHaveLength(1));
  const values = { locale: "fr", digest: "510", from: "600", until: "company", region: "alsace-moselle" };
  await slack.workspace.acts.submitView({ userId: CLAIRE, values });

  expect((await world.db.select().from(people)).find(({ name }) => name === "Claire Morel")).toMatchObject({
    workFromMinutes: 600,
    workUntilMinutes: 1140,
    alsaceMoselle: true,
  });
});

test.for([
  ["a guest", { isRestricted: true }, "comptes invités"],
  ["a user of another company", { teamId: "T0ANOTHER0" }, "réservé aux personnes de l'entreprise"],
  ["somebody nobody knows", { email: "else@nowhere.example" }, "ne vous connaît pas encore"],
] as const)("%s reads a polite refusal and no data, wherever they ask", async ([, flags, sentence], { world }) => {
  const { slack } = await openCall(world);
  slack.member({ id: PAUL, email: (await world.person({ name: "Paul Roy", roles: ["finance"] })).email, ...flags });
  const typed = await slack.workspace.acts.command({ userId: PAUL, command: "/encours", text: "garnier" });
  await slack.workspace.acts.openHome({ userId: PAUL });
  await slack.workspace.acts.sendMessage({ userId: PAUL, text: "encours" });

  expect(JSON.stringify(typed.ack.body)).toContain(sentence);
  await soon(() => expect(JSON.stringify(slack.workspace.read.home(PAUL))).toContain(sentence));
  await soon(() => expect(JSON.stringify(slack.workspace.read.directMessages(PAUL))).toContain(sentence));
  const all = JSON.stringify([
    typed.ack.body,
    slack.workspace.read.home(PAUL),
    slack.workspace.read.directMessages(PAUL),
  ]);
  expect(all).not.toContain("Garnier");
  expect(all).not.toContain("€");
});
