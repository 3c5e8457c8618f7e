import { expect, test } from "vitest";

import type { App } from "@slack/bolt";
import type { SlackLookalike } from "#simulator/slack/lookalike.ts";

import { button, CLAIRE, openWorkspace, plain, section, startBolt } from "./workspace.ts";

const input = (block: string, element: object, own: object = {}): object => ({
  type: "input",
  block_id: block,
  label: plain(block),
  element,
  ...own,
});
const form = {
  type: "modal",
  callback_id: "promise",
  private_metadata: "invoice 7",
  title: plain("Promesse"),
  submit: plain("Noter"),
  blocks: [
    input("day", { type: "datepicker", action_id: "day" }),
    input("amount", {
      type: "number_input",
      action_id: "amount",
      is_decimal_allowed: true,
      initial_value: "12400",
      min_value: "1",
    }),
    input("note", { type: "plain_text_input", action_id: "note", max_length: 5 }, { optional: true }),
    input("who", { type: "external_select", action_id: "who", min_query_length: 0 }, { optional: true }),
    { type: "actions", block_id: "more", elements: [button("add")] },
  ],
};

/** A workspace whose app opens the form on /promesse. */
async function openForm(own: object = {}): Promise<{ slack: SlackLookalike; app: App }> {
  const { slack, url } = await openWorkspace();
  const app = await startBolt(slack, url);
  app.command("/promesse", async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: { ...form, ...own } as never });
  });
  await slack.acts.command({ userId: "claire", command: "/promesse" });
  await expect.poll(() => slack.read.views("claire")).toHaveLength(1);
  return { slack, app };
}

test("a form leaves with every field, those that were not touched too, and closes", async () => {
  const { slack, app } = await openForm();
  const seen: unknown[] = [];
  app.view("promise", async ({ ack, view, body }) => {
    seen.push(body.user.id, view);
    await ack();
  });

  const outcome = await slack.acts.submitView({ userId: "claire", values: { day: "2026-04-03" } });

  expect(outcome).toMatchObject({ ack: { status: 200 }, errors: {}, view: null });
  expect(seen).toMatchObject([
    CLAIRE,
    {
      callback_id: "promise",
      private_metadata: "invoice 7",
      state: {
        values: {
          day: { day: { type: "datepicker", selected_date: "2026-04-03" } },
          amount: { amount: { type: "number_input", value: "12400" } },
          note: { note: { type: "plain_text_input", value: null } },
          who: { who: { type: "external_select", selected_option: null } },
        },
      },
    },
  ]);
});

test("a form with a required field left empty, or a value that does not fit, does not leave", async () => {
  const { slack } = await openForm();
  const sent = slack.read.calls().length;

  expect(await slack.acts.submitView({ userId: "claire", values: { amount: "0", note: "too long" } })).toMatchObject({
    ack: null,
    errors: {
      day: "Please complete this required field.",
      amount: "Please enter a number within the limits.",
      note: "Please use at most 5 characters.",
    },
  });
  expect(slack.read.calls()).toHaveLength(sent);
  await expect(slack.acts.submitView({ userId: "claire", values: { colour: "red" } })).rejects.toThrow(
    'This form has no field "colour"; it has: day, amount, note, who.',
  );
});

test("errors stay under their fields with what was typed; an error for a field that is not there is a failure", async () => {
  const { slack, app } = await openForm();
  const answers = [{ day: "Choisissez un jour ouvré." }, { nothing: "?" }];
  app.view("promise", async ({ ack }) => ack({ response_action: "errors", errors: answers.shift() ?? {} } as never));

  expect(await slack.acts.submitView({ userId: "claire", values: { day: "2026-04-04" } })).toMatchObject({
    errors: { day: "Choisissez un jour ouvré." },
    view: { state: { values: { day: { day: { selected_date: "2026-04-04" } } } } },
  });
  expect(await slack.acts.submitView({ userId: "claire" })).toMatchObject({
    errors: { "": expect.stringContaining("trouble connecting") },
  });
  expect(slack.read.refusals()).toMatchObject([{ method: "ack", error: "invalid_arguments" }]);
});

test("the answer to a form may push, update and clear; a fourth form on top is one too many", async () => {
  const { slack, app } = await openForm();
  const next = (title: string): object => ({ ...form, title: plain(title), blocks: [section(title)] });
  const answers: object[] = [
    { response_action: "push", view: next("second") },
    { response_action: "update", view: next("changed") },
    { response_action: "push", view: next("third") },
    { response_action: "push", view: next("fourth") },
    { response_action: "clear" },
  ];
  app.view("promise", async ({ ack }) => ack(answers.shift() as never));
  const titles = (): unknown => slack.read.views("claire").map((view) => (view["title"] as { text: string }).text);

  await slack.acts.submitView({ userId: "claire", values: { day: "2026-04-03" } });
  expect(titles()).toEqual(["Promesse", "second"]);
  await slack.acts.submitView({ userId: "claire" });
  expect(titles()).toEqual(["Promesse", "changed"]);
  await slack.acts.submitView({ userId: "claire" });
  expect(titles()).toEqual(["Promesse", "changed", "third"]);
  expect((await slack.acts.submitView({ userId: "claire" })).errors).not.toEqual({});
  expect((await slack.acts.submitView({ userId: "claire" })).view).toBeNull();
});

test("a trigger opens one form, within three seconds", async () => {
  let wallMs = Date.now();
  const { slack, url, client } = await openWorkspace({ wallNow: () => wallMs });
  const app = await startBolt(slack, url);
  const triggers: string[] = [];
  app.command("/promesse", async ({ ack, command }) => {
    triggers.push(command.trigger_id);
    await ack();
  });
  await slack.acts.command({ userId: "claire", command: "/promesse" });
  await slack.acts.command({ userId: "claire", command: "/promesse" });
  const open = (trigger_id: unknown): Promise<string> =>
    client.views.open({ trigger_id: String(trigger_id), view: form as never }).then(
      () => "ok",
      (error: Error) => error.message,
    );

  expect(await open(triggers[0])).toBe("ok");
  expect(await open(triggers[0])).toContain("exchanged_trigger_id");
  wallMs += 3_001;
  expect(await open(triggers[1])).toContain("expired_trigger_id");
  expect(await open("1.2.abc")).toContain("invalid_trigger_id");
});

test("a form is changed while it is open: what was typed in fields that stay is kept, a stale hash is a conflict", async () => {
  const { slack, app } = await openForm();
  const results: string[] = [];
  app.action("add", async ({ ack, body, client }) => {
    await ack();
    if (body.type !== "block_actions" || !body.view) return;
    const change = {
      view_id: body.view.id,
      hash: body.view.hash,
      view: { ...form, blocks: [...form.blocks, section("new")] } as never,
    };
    await client.views.update(change);
    results.push(
      await client.views.update(change).then(
        () => "ok",
        (error: Error) => error.message,
      ),
    );
  });
  await slack.acts.click({ userId: "claire", actionId: "day", choice: "2026-04-03" });

  await slack.acts.click({ userId: "claire", actionId: "add" });

  await expect.poll(() => results).toEqual([expect.stringContaining("hash_conflict")]);
  expect(slack.read.views("claire")).toMatchObject([
    { blocks: { length: 6 }, state: { values: { day: { day: { selected_date: "2026-04-03" } } } } },
  ]);
});

test("an external menu asks the app for its options", async () => {
  const { slack, app } = await openForm();
  app.options("who", async ({ ack, payload }) =>
    ack({ options: [{ text: plain(`${payload.value} SA`), value: "c1" }] }),
  );

  const { options } = await slack.acts.suggest({ userId: "claire", actionId: "who", typed: "Garnier" });

  expect(options).toEqual([{ text: plain("Garnier SA"), value: "c1" }]);
});

test("closing tells the app only if it asked to be told", async () => {
  const silentForm = await openForm();
  expect(await silentForm.slack.acts.closeView({ userId: "claire" })).toBeNull();
  expect(silentForm.slack.read.views("claire")).toEqual([]);

  const { slack, app } = await openForm({ notify_on_close: true });
  const closed: unknown[] = [];
  app.view({ type: "view_closed", callback_id: "promise" }, async ({ ack, body }) => {
    closed.push("is_cleared" in body ? body.is_cleared : null);
    await ack();
  });
  expect(await slack.acts.closeView({ userId: "claire" })).toMatchObject({ status: 200 });
  expect(closed).toEqual([false]);
});

test("shortcuts carry the message they were chosen on", async () => {
  const { slack, app } = await openForm();
  const seen: unknown[] = [];
  app.shortcut({ callback_id: "add", type: "message_action" }, async ({ ack, shortcut }) => {
    seen.push(shortcut.message.text);
    await ack();
  });
  const { message } = await slack.acts.sendMessage({ userId: "claire", text: "ils paient vendredi" });

  await slack.acts.shortcut({ userId: "claire", callbackId: "add", ts: message.ts });

  expect(seen).toEqual(["ils paient vendredi"]);
});
