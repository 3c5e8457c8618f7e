import { expect, test } from "vitest";

import type { App, RespondFn } from "@slack/bolt";
import type { SlackLookalike } from "#simulator/slack/lookalike.ts";

import { button, CASH, CLAIRE, openWorkspace, section, startBolt } from "./workspace.ts";

const actions = (...elements: readonly object[]): object => ({ type: "actions", block_id: "what", elements });
const option = (value: string): object => ({ text: { type: "plain_text", text: value }, value });
const promise = {
  type: "static_select",
  action_id: "promise",
  placeholder: { type: "plain_text", text: "Promis pour…" },
  options: [option("friday"), option("month-end")],
};

async function openWithBolt(
  own: object = {},
): Promise<{ slack: SlackLookalike; app: App; card: () => Promise<string> }> {
  const { slack, url, client } = await openWorkspace(own);
  const app = await startBolt(slack, url);
  const card = async (): Promise<string> => {
    const blocks = [section("Garnier"), actions(promise, button("dispute", "first"))];
    return String((await client.chat.postMessage({ channel: CLAIRE, text: "card", blocks: blocks as never })).ts);
  };
  return { slack, app, card };
}

test("a command's answer is shown to the person alone; a later answer through its response_url too", async () => {
  const { slack, app } = await openWithBolt();
  app.command("/encours", async ({ ack, respond, command }) => {
    await ack(`${command.user_name} asks for ${command.text} in ${command.channel_name}`);
    await respond({ text: "for all", response_type: "in_channel" });
  });

  const { ack, shown } = await slack.acts.command({
    userId: "claire@example.com",
    channelId: CASH,
    command: "/encours",
    text: "garnier",
  });

  expect(ack).toMatchObject({ status: 200, error: null });
  expect(shown).toMatchObject({ text: "claire asks for garnier in cash", ephemeralFor: CLAIRE });
  await expect.poll(() => slack.read.messages(CASH, "nadia")).toMatchObject([{ text: "for all" }]);
});

test("a button's payload names the message, the block, the person and a way to answer", async () => {
  const { slack, app, card } = await openWithBolt();
  const seen: unknown[] = [];
  app.action("dispute", async ({ ack, body, payload, respond }) => {
    await ack();
    seen.push(body, payload);
    await respond({ replace_original: true, text: "done", blocks: [section("C'est noté")] });
  });
  const ts = await card();

  const ack = await slack.acts.click({ userId: "claire", ts, actionId: "dispute" });

  expect(ack).toMatchObject({ status: 200, body: null });
  const [message] = slack.read.directMessages("claire");
  const channel = message?.channelId;
  expect(seen).toMatchObject([
    {
      type: "block_actions",
      user: { id: CLAIRE, team_id: "T0RELAIS00" },
      container: { type: "message", message_ts: ts, channel_id: channel, is_ephemeral: false },
      channel: { id: channel, name: "directmessage" },
      message: { ts, text: "card", bot_id: "B0RELAIS00" },
      state: { values: { what: { promise: { type: "static_select", selected_option: null } } } },
      trigger_id: expect.any(String),
    },
    { type: "button", action_id: "dispute", block_id: "what", value: "first", action_ts: expect.any(String) },
  ]);
  await expect
    .poll(() => slack.read.directMessages("claire"))
    .toMatchObject([{ ts, text: "done", blocks: [section("C'est noté")] }]);
});

test("a menu sends the chosen option and keeps it in the state; an option that is not there cannot be chosen", async () => {
  const { slack, app, card } = await openWithBolt();
  const seen: unknown[] = [];
  app.action("promise", async ({ ack, body, payload }) => {
    await ack();
    seen.push(payload, "state" in body ? body.state : null);
  });
  const ts = await card();

  await slack.acts.click({ userId: "claire", ts, actionId: "promise", choice: "friday" });

  expect(seen).toMatchObject([
    { type: "static_select", selected_option: option("friday") },
    { values: { what: { promise: { selected_option: option("friday") } } } },
  ]);
  await expect(slack.acts.click({ userId: "claire", ts, actionId: "promise", choice: "never" })).rejects.toThrow(
    '"never" is not among the options: friday, month-end.',
  );
  await expect(slack.acts.click({ userId: "nadia", ts, actionId: "promise", choice: "friday" })).rejects.toThrow(
    "There is no message",
  );
});

test("of several buttons with one action_id, the wanted one is clicked", async () => {
  const { slack, app } = await openWithBolt();
  const values: unknown[] = [];
  app.action("hold", async ({ ack, payload }) => {
    await ack();
    values.push("value" in payload ? payload.value : null);
  });
  app.event("app_home_opened", async ({ client, event }) => {
    const blocks = ["a", "b", "c"].map((value) => ({ type: "actions", elements: [button("hold", value)] }));
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
  });
  await slack.acts.openHome({ userId: "claire" });
  await expect.poll(() => slack.read.home("claire")).not.toBeNull();

  await slack.acts.click({ userId: "claire", isHome: true, actionId: "hold", occurrence: 2 });

  expect(values).toEqual(["c"]);
  await expect(slack.acts.click({ userId: "claire", isHome: true, actionId: "hold", occurrence: 3 })).rejects.toThrow(
    "there 3 times",
  );
  await expect(slack.acts.click({ userId: "claire", isHome: true, actionId: "other" })).rejects.toThrow(
    "there is: hold",
  );
});

test("an ephemeral message is replaced through the response_url of its click, five times at most", async () => {
  const { slack, app } = await openWithBolt();
  const answers: string[] = [];
  app.command("/cash", async ({ ack }) => ack({ text: "cash", blocks: [actions(button("more"))] as never }));
  app.action("more", async ({ ack, respond }) => {
    await ack();
    for (let turn = 1; turn <= 6; turn += 1) answers.push(await outcome(respond, `turn ${turn}`));
  });

  const { shown } = await slack.acts.command({ userId: "claire", command: "/cash" });
  await slack.acts.click({ userId: "claire", ts: String(shown?.ts), actionId: "more" });

  await expect.poll(() => answers).toEqual(["ok", "ok", "ok", "ok", "ok", "refused"]);
  expect(slack.read.directMessages("claire")).toMatchObject([{ ts: shown?.ts, text: "turn 5", ephemeralFor: CLAIRE }]);
});

test("a response_url is dead after 30 minutes", async () => {
  let wallMs = Date.now();
  const { slack, app } = await openWithBolt({ wallNow: () => wallMs });
  let respondLater: RespondFn | null = null;
  app.command("/cash", async ({ ack, respond }) => {
    await ack();
    respondLater = respond;
  });
  await slack.acts.command({ userId: "claire", command: "/cash" });
  await expect.poll(() => respondLater).not.toBeNull();

  wallMs += 31 * 60_000;

  expect(await outcome(respondLater as unknown as RespondFn, "late")).toBe("refused");
  expect(slack.read.directMessages("claire")).toEqual([]);
});

test("what a person writes reaches the app with its files, which only the bot can read", async () => {
  const { slack, app } = await openWithBolt();
  const seen: unknown[] = [];
  app.message(async ({ message }) => {
    seen.push(message);
  });

  const files = [{ name: "invoices.csv", mimetype: "text/csv", content: "number\nF1" }];
  const { ack, message } = await slack.acts.sendMessage({ userId: "claire", text: "voici", files });

  expect(ack).toMatchObject({ status: 200 });
  await expect
    .poll(() => seen)
    .toMatchObject([
      {
        type: "message",
        subtype: "file_share",
        channel_type: "im",
        text: "voici",
        user: CLAIRE,
        ts: message.ts,
        files: [{ name: "invoices.csv", size: 9 }],
      },
    ]);
  expect((await slack.acts.sendMessage({ userId: "claire", channelId: CASH, text: "not subscribed" })).ack).toBeNull();
});

test("an event is sent again with the number and the reason of the retry", async () => {
  const { slack, app } = await openWithBolt();
  const retries: unknown[] = [];
  app.event(
    "app_home_opened",
    async ({ body, context }) => void retries.push([body.event_id, context.retryNum, context.retryReason]),
  );

  await slack.acts.openHome({ userId: "claire" });
  await slack.acts.retryLastEvent(1, "http_timeout");

  await expect.poll(() => retries).toHaveLength(2);
  const [id] = retries[0] as [string];
  expect(retries).toEqual([
    [id, undefined, undefined],
    [id, 1, "http_timeout"],
  ]);
});

test("an app that is removed hears of it and its token is refused from then on", async () => {
  const { slack, app } = await openWithBolt();
  const heard: string[] = [];
  app.use(async ({ next, body }) => {
    heard.push("event" in body ? (body.event as { type: string }).type : "");
    await next();
  });
  await slack.acts.openHome({ userId: "claire" });

  await slack.acts.uninstall();

  expect(heard).toContain("app_home_opened");
  await expect(app.client.chat.postMessage({ channel: CLAIRE, text: "x" })).rejects.toThrow("account_inactive");
});

test("an app that does not answer in three seconds has failed", async () => {
  const { slack } = await openWorkspace();
  const { createServer } = await import("node:http");
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  slack.setRequestUrl(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);

  const { ack, shown } = await slack.acts.command({ userId: "claire", command: "/aide" });
  server.closeAllConnections();
  server.close();

  expect(ack).toMatchObject({ status: null, error: "operation_timeout" });
  expect(shown).toBeNull();
});

async function outcome(respond: RespondFn, text: string): Promise<string> {
  return respond({ text, replace_original: true }).then(
    () => "ok",
    () => "refused",
  );
}
