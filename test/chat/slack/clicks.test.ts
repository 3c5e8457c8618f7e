import { expect } from "vitest";

import { disputes, promises } from "#store/schema/loop.ts";
import { askRow } from "../../support/loop.ts";
import { choiceOf, choose, fieldOptions, FRIDAY, home, openCall, shown } from "../../support/slack-call.ts";
import { BOT, CLAIRE, soon } from "../../support/slack.ts";
import { test } from "../../support/world.ts";

const PAUL = "U00PAUL000";

test("two taps on the card are a promise, and the same message becomes its outcome", async ({ world }) => {
  const { slack, ask, card } = await openCall(world);
  await choose(slack, card, "menu.give-promise", FRIDAY);

  await soon(() => expect(shown(slack, card)).toContain("C'est noté, merci Claire"));
  expect(await world.db.select().from(promises)).toMatchObject([{ dueOn: FRIDAY, amount: 1_240_000n, state: "live" }]);
  expect((await askRow(world, ask)).state).toBe("answered");
  expect(slack.workspace.read.directMessages(CLAIRE)).toHaveLength(1);
  expect(slack.workspace.read.refusals()).toEqual([]);
});

test("undo brings the card back as it was", async ({ world }) => {
  const { slack, ask, card } = await openCall(world);
  const before = shown(slack, card);
  await choose(slack, card, "menu.give-promise", FRIDAY);
  await soon(() => expect(shown(slack, card)).toContain("C'est noté"));
  await slack.workspace.acts.click({ userId: CLAIRE, ts: card.ts, actionId: "undo" });

  await soon(() => expect(shown(slack, card)).toBe(before));
  expect((await askRow(world, ask)).state).toBe("open");
});

test("a click that is sent again, and a second click, are one promise", async ({ world }) => {
  const { slack, card } = await openCall(world);
  const payload = slack.workspace.acts.prepareClick({
    userId: CLAIRE,
    ts: card.ts,
    actionId: "menu.give-promise",
    choice: choiceOf(card, "menu.give-promise", FRIDAY),
  });
  const send = () => slack.workspace.acts.deliver({ kind: "interactive", payload: payload ?? {} });
  await Promise.all([
    send(),
    send(),
    slack.workspace.acts.click({
      userId: CLAIRE,
      ts: card.ts,
      actionId: "menu.give-promise",
      choice: choiceOf(card, "menu.give-promise", FRIDAY),
    }),
  ]);
  await slack.workspace.acts.replayLast();

  await soon(() => expect(shown(slack, card)).toContain("C'est noté"));
  expect(await world.db.select().from(promises)).toHaveLength(1);
});

test("a dispute is a form: a mistake is shown under its field, then the card becomes the outcome", async ({
  world,
}) => {
  const { slack, card } = await openCall(world);
  await slack.workspace.acts.click({ userId: CLAIRE, ts: card.ts, actionId: "open-form.dispute.1" });
  await soon(() => expect(slack.workspace.read.views(CLAIRE)).toHaveLength(1));
  const invoices = fieldOptions(slack, "invoices");
  const wrong = await slack.workspace.acts.submitView({
    userId: CLAIRE,
    values: { category: "price", invoices: invoices.slice(0, 1), amount: "999999" },
  });
  const right = await slack.workspace.acts.submitView({
    userId: CLAIRE,
    values: { amount: "600", comment: "Transport <b>" },
  });

  expect(Object.keys(wrong.errors)).toEqual(["amount"]);
  expect(right).toMatchObject({ errors: {}, view: null });
  await soon(() => expect(shown(slack, card)).toContain("conteste 600"));
  expect(await world.db.select().from(disputes)).toMatchObject([{ amount: 60_000n, category: "price" }]);
});

test("a form sent twice is one dispute", async ({ world }) => {
  const { slack, card } = await openCall(world);
  await slack.workspace.acts.click({ userId: CLAIRE, ts: card.ts, actionId: "open-form.dispute.1" });
  await soon(() => expect(slack.workspace.read.views(CLAIRE)).toHaveLength(1));
  const values = { category: "price", invoices: fieldOptions(slack, "invoices").slice(0, 1) };
  await slack.workspace.acts.submitView({ userId: CLAIRE, values });
  await slack.workspace.acts.replayLast();

  expect(await world.db.select().from(disputes)).toHaveLength(1);
});

test("a colleague's click on a card forwarded to them changes nothing and tells nothing", async ({ world }) => {
  const { slack, ask, card } = await openCall(world);
  const other = await world.person({ name: "Paul Roy" });
  slack.member({ id: PAUL, email: other.email });
  const channel = slack.workspace.read.channels().find((one) => one.isIm);
  slack.workspace.setChannel({ ...channel, id: channel?.id ?? "", name: "", isIm: true, members: [CLAIRE, PAUL, BOT] });
  await slack.workspace.acts.click({
    userId: PAUL,
    channelId: channel?.id,
    ts: card.ts,
    actionId: "menu.give-promise",
    choice: choiceOf(card, "menu.give-promise", FRIDAY),
  });

  await soon(() => expect(slack.workspace.read.messages(channel?.id ?? "", PAUL).at(-1)?.ephemeralFor).toBe(PAUL));
  expect(await world.db.select().from(promises)).toEqual([]);
  expect((await askRow(world, ask)).state).toBe("open");
});

test("a button of an older version is answered with a way on", async ({ world }) => {
  const { slack, card } = await openCall(world);
  const payload = slack.workspace.acts.prepareClick({ userId: CLAIRE, ts: card.ts, actionId: "no-answer.2" });
  const actions = [{ type: "button", action_id: "x", block_id: "b", value: '{"do":"send-money"}', action_ts: "1.1" }];
  await slack.workspace.acts.deliver({ kind: "interactive", payload: { ...payload, actions } });

  await soon(() => expect(JSON.stringify(slack.workspace.read.directMessages(CLAIRE))).toContain("ancienne version"));
});

test("when Slack will not change the message, its response_url does", async ({ world }) => {
  const { slack, card } = await openCall(world);
  slack.workspace.addFault({ method: "chat.update", kind: "500" });
  await choose(slack, card, "menu.give-promise", FRIDAY);

  await soon(() => expect(shown(slack, card)).toContain("C'est noté, merci Claire"));
});

test("Socket Mode: a socket that goes away while a command is slow costs its acknowledgement, and nothing else", async ({
  world,
}) => {
  const { slack } = await openCall(world, { socketMode: true, slowMs: 2_300 });
  void slack.workspace.acts.command({ userId: CLAIRE, command: "/encours" });
  slack.workspace.sockets.disconnectAll("refresh_requested");

  await soon(() => expect(slack.logged.join("\n")).toContain("could not be acknowledged"));
  await soon(() => expect(JSON.stringify(slack.workspace.read.directMessages(CLAIRE))).toContain("12\u202f400"));
});

test("Socket Mode: commands, clicks, events and forms go round without a port", async ({ world }) => {
  const { slack, card } = await openCall(world, { socketMode: true });
  const typed = await slack.workspace.acts.command({ userId: CLAIRE, command: "/encours" });
  await choose(slack, card, "menu.give-promise", FRIDAY);
  await slack.workspace.acts.openHome({ userId: CLAIRE });
  await slack.workspace.acts.command({ userId: CLAIRE, command: "/reglages" });
  await soon(() => expect(slack.workspace.read.views(CLAIRE)).toHaveLength(1));
  const saved = await slack.workspace.acts.submitView({ userId: CLAIRE, values: { locale: "en" } });

  expect(slack.slack.routes).toBeNull();
  expect(typed.ack.body).toMatchObject({ response_type: "ephemeral" });
  expect(JSON.stringify(saved.view)).toContain("Saved");
  await soon(() => expect(shown(slack, card)).toContain("C'est noté, merci Claire"));
  await soon(() => expect(home(slack)).toContain("Claire"));
});
