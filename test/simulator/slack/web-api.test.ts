import { expect, test } from "vitest";

import {
  BOT_TOKEN,
  button,
  CASH,
  CLAIRE,
  createClient,
  LEO,
  NADIA,
  OLD,
  openWorkspace,
  OTHERS,
  plain,
  SECRET,
  section,
} from "./workspace.ts";

const failure = (call: Promise<unknown>): Promise<unknown> =>
  call.then(
    () => "ok",
    (error: { data?: unknown }) => error.data ?? error,
  );

test("the real client signs in, and is refused with a wrong token or none", async () => {
  const { url, client } = await openWorkspace();

  expect(await client.auth.test()).toMatchObject({
    ok: true,
    user_id: "U0RELAISBOT",
    bot_id: "B0RELAIS00",
    team_id: "T0RELAIS00",
  });
  expect(await failure(createClient(url, "xoxb-other").auth.test())).toMatchObject({ error: "invalid_auth" });
  expect(await failure(createClient(url, "").auth.test())).toMatchObject({ error: "not_authed" });
  expect(await failure(client.apiCall("chat.explode"))).toMatchObject({ error: "unknown_method" });
});

test("a message to a person opens their direct conversation and is found there with its metadata", async () => {
  const { client, slack } = await openWorkspace();
  const metadata = { event_type: "relais_send", event_payload: { key: "digest-1" } };

  const posted = await client.chat.postMessage({
    channel: CLAIRE,
    text: "Bonjour",
    blocks: [section("Bonjour")],
    metadata,
  });
  const history = await client.conversations.history({ channel: String(posted.channel), include_all_metadata: true });

  expect(posted.channel).toMatch(/^D/);
  expect(history.messages).toMatchObject([{ ts: posted.ts, text: "Bonjour", metadata, bot_id: "B0RELAIS00" }]);
  expect((await client.conversations.history({ channel: String(posted.channel) })).messages?.[0]).not.toHaveProperty(
    "metadata",
  );
  expect(await client.conversations.open({ users: CLAIRE })).toMatchObject({
    already_open: true,
    channel: { id: posted.channel },
  });
  expect(slack.read.directMessages("claire@example.com")).toMatchObject([
    { text: "Bonjour", metadata, ephemeralFor: null },
  ]);
});

test("history is bounded by oldest and latest, exclusive unless inclusive, newest first, page by page", async () => {
  const { client } = await openWorkspace({ now: () => new Date("2026-03-02T08:30:00Z") });
  const posted = [];
  for (const text of ["a", "b", "c"]) posted.push(await client.chat.postMessage({ channel: CASH, text }));
  const texts = async (own: object): Promise<unknown> =>
    (await client.conversations.history({ channel: CASH, ...own })).messages?.map((message) => message.text);
  const oldest = String(posted[0]?.ts);

  expect(oldest).toBe("1772440200.000000");
  expect(await texts({})).toEqual(["c", "b", "a"]);
  expect(await texts({ oldest })).toEqual(["c", "b"]);
  expect(await texts({ oldest, latest: String(posted[2]?.ts), inclusive: true })).toEqual(["c", "b", "a"]);
  const pages: unknown[] = [];
  for await (const page of client.paginate("conversations.history", { channel: CASH, limit: 2 }))
    pages.push(Object.entries(page).find(([name]) => name === "messages")?.[1]);
  expect(pages).toMatchObject([[{ text: "c" }, { text: "b" }], [{ text: "a" }]]);
});

test("a thread is read apart from the channel", async () => {
  const { client } = await openWorkspace();
  const top = await client.chat.postMessage({ channel: CASH, text: "top" });
  await client.chat.postMessage({ channel: CASH, text: "reply", thread_ts: String(top.ts) });

  expect((await client.conversations.history({ channel: CASH })).messages).toMatchObject([
    { text: "top", reply_count: 1 },
  ]);
  const replies = await client.conversations.replies({ channel: CASH, ts: String(top.ts) });
  expect(replies.messages?.map((message) => message.text)).toEqual(["top", "reply"]);
  expect(await failure(client.chat.postMessage({ channel: CASH, text: "x", thread_ts: "1.000001" }))).toMatchObject({
    error: "thread_not_found",
  });
});

test.each([
  [SECRET, "channel_not_found"],
  [OLD, "is_archived"],
  [OTHERS, "not_in_channel"],
  ["C0NOWHERE0", "channel_not_found"],
  [LEO, "user_disabled"],
  ["U0RELAISBOT", "cannot_dm_bot"],
])("nothing is posted to %s: %s", async (channel, error) => {
  const { client } = await openWorkspace();

  expect(await failure(client.chat.postMessage({ channel, text: "x" }))).toMatchObject({ error });
});

test("the bot changes and deletes its own messages only", async () => {
  const { client, slack } = await openWorkspace();
  const posted = await client.chat.postMessage({ channel: CASH, text: "before", blocks: [section("before")] });
  const own = { channel: CASH, ts: String(posted.ts) };
  const foreign = await slack.acts.sendMessage({ userId: "claire", channelId: CASH, text: "mine" });

  await client.chat.update({ ...own, text: "after", blocks: [section("after")] });
  expect(slack.read.message(CASH, own.ts)).toMatchObject({ text: "after", edited: { user: "U0RELAISBOT" } });
  expect(await failure(client.chat.update({ channel: CASH, ts: foreign.message.ts, text: "x" }))).toMatchObject({
    error: "cant_update_message",
  });
  expect(await failure(client.chat.update({ channel: CASH, ts: "1.000001", text: "x" }))).toMatchObject({
    error: "message_not_found",
  });
  await client.chat.delete(own);
  expect(slack.read.message(CASH, own.ts)).toBeNull();
});

test("an ephemeral message is seen by one person and is in no history", async () => {
  const { client, slack } = await openWorkspace();
  const shown = await client.chat.postEphemeral({ channel: CASH, user: CLAIRE, text: "just you" });

  expect(slack.read.messages(CASH, "claire")).toMatchObject([{ text: "just you", ephemeralFor: CLAIRE }]);
  expect(slack.read.messages(CASH, "nadia")).toEqual([]);
  expect((await client.conversations.history({ channel: CASH })).messages).toEqual([]);
  expect(await failure(client.chat.update({ channel: CASH, ts: String(shown.message_ts), text: "x" }))).toMatchObject({
    error: "message_not_found",
  });
});

test("people are found by id and e-mail, with what tells guests and leavers", async () => {
  const { client } = await openWorkspace();

  expect((await client.users.lookupByEmail({ email: "NADIA@example.com" })).user).toMatchObject({
    id: NADIA,
    is_restricted: true,
  });
  expect(await failure(client.users.lookupByEmail({ email: "leo@example.com" }))).toMatchObject({
    error: "users_not_found",
  });
  expect((await client.users.info({ user: LEO })).user).toMatchObject({
    deleted: true,
    real_name: "Léo Petit",
    tz: "Europe/Paris",
  });
  expect((await client.users.info({ user: LEO })).user).not.toHaveProperty("locale");
  expect((await client.users.info({ user: NADIA, include_locale: true })).user).toMatchObject({ locale: "en-GB" });
  expect((await client.users.list({})).members?.map((member) => member.id)).toEqual([
    "U0RELAISBOT",
    CLAIRE,
    NADIA,
    LEO,
  ]);
  expect((await client.users.conversations({})).channels?.map((channel) => channel.id)).toEqual([CASH, OLD]);
  expect((await client.conversations.info({ channel: OTHERS })).channel).toMatchObject({
    is_ext_shared: true,
    is_member: false,
  });
});

test("a payload over a limit is refused with the reason, and the refusal is kept", async () => {
  const { client, slack } = await openWorkspace();
  const blocks = [{ type: "actions" as const, elements: [{ ...button("call"), text: plain("x".repeat(76)) }] }];
  const reason = "/blocks/0/elements/0/text/text has 76 characters, at most 75 allowed";

  expect(await failure(client.chat.postMessage({ channel: CASH, text: "x", blocks }))).toMatchObject({
    error: "invalid_blocks",
    response_metadata: { messages: [`[ERROR] ${reason}`] },
  });
  expect(
    await failure(
      client.chat.postMessage({
        channel: CASH,
        text: "x",
        blocks: Array.from({ length: 5 }, () => section("x".repeat(2500))),
      }),
    ),
  ).toMatchObject({ error: "msg_blocks_too_long" });
  expect(slack.read.refusals().map((refusal) => [refusal.method, refusal.error])).toEqual([
    ["chat.postMessage", "invalid_blocks"],
    ["chat.postMessage", "msg_blocks_too_long"],
  ]);
  expect(slack.read.refusals()[0]?.reasons).toEqual([reason]);
  expect(slack.read.messages(CASH)).toEqual([]);
});

test("JSON and form bodies are both taken, and every call is in the journal", async () => {
  const { url, slack } = await openWorkspace();
  const answer = await fetch(`${url}/api/chat.postMessage`, {
    method: "POST",
    headers: { authorization: `Bearer ${BOT_TOKEN}`, "content-type": "application/json; charset=utf-8" },
    body: JSON.stringify({ channel: CASH, text: "json", unfurl_links: false }),
  });
  const form = new URLSearchParams({
    token: BOT_TOKEN,
    channel: "#cash",
    text: "form",
    blocks: JSON.stringify([section("form")]),
  });
  await fetch(`${url}/api/chat.postMessage`, { method: "POST", body: form });

  expect(await answer.json()).toMatchObject({ ok: true, channel: CASH });
  expect(slack.read.messages(CASH).map((message) => message.text)).toEqual(["json", "form"]);
  expect(slack.read.calls("chat.postMessage")).toMatchObject([
    { body: { text: "json", unfurl_links: false }, answer: "ok" },
    { body: { text: "form", blocks: [section("form")] }, answer: "ok" },
  ]);
  expect(JSON.stringify(slack.read.calls())).not.toContain(BOT_TOKEN);
});

test("a file is uploaded in three steps, shared, and read back with the token only", async () => {
  const { client, slack } = await openWorkspace();
  await client.files.uploadV2({
    channel_id: CASH,
    filename: "letter.txt",
    file: Buffer.from("Mise en demeure"),
    title: "Letter",
    initial_comment: "To sign",
  });
  const [message] = slack.read.messages(CASH);
  const id = String(message?.files[0]);
  const { file } = await client.files.info({ file: id });
  const address = String(file?.url_private_download);

  expect(message).toMatchObject({ text: "To sign", isByBot: true });
  expect(file).toMatchObject({ name: "letter.txt", title: "Letter", size: 15 });
  expect(await (await fetch(address, { headers: { authorization: `Bearer ${BOT_TOKEN}` } })).text()).toBe(
    "Mise en demeure",
  );
  expect(await (await fetch(address)).text()).toContain("Sign in");
});

test("with granted scopes, a method beyond them is refused", async () => {
  const { client } = await openWorkspace({ scopes: ["chat:write", "im:history"] });
  const posted = await client.chat.postMessage({ channel: CLAIRE, text: "x" });

  expect((await client.conversations.history({ channel: String(posted.channel) })).messages).toHaveLength(1);
  expect(await failure(client.conversations.history({ channel: CASH }))).toMatchObject({
    error: "missing_scope",
    needed: "channels:history",
  });
  expect(await failure(client.users.lookupByEmail({ email: "claire@example.com" }))).toMatchObject({
    error: "missing_scope",
    needed: "users:read.email",
  });
});

test("a home is published and replaced, unless somebody else's version came first", async () => {
  const { client, slack } = await openWorkspace();
  const view = { type: "home" as const, blocks: [section("one")] };
  const first = await client.views.publish({ user_id: CLAIRE, view });
  const hash = String(first.view?.hash);

  await client.views.publish({ user_id: CLAIRE, view: { ...view, blocks: [section("two")] }, hash });
  expect(slack.read.home("claire")).toMatchObject({ type: "home", blocks: [section("two")] });
  expect(await failure(client.views.publish({ user_id: CLAIRE, view, hash }))).toMatchObject({
    error: "hash_conflict",
  });
  expect(slack.read.home("nadia")).toBeNull();
});
