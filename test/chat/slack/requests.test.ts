import { describe, expect } from "vitest";

import { people } from "#store/schema/people.ts";
import { seenRequests } from "#store/schema/delivery.ts";
import { CLAIRE, connectSlack, soon } from "../../support/slack.ts";
import { test } from "../../support/world.ts";
import type { World } from "../../support/world-given.ts";

const MINUTE_MS = 60_000;
const COMMAND = new URLSearchParams({
  command: "/aide",
  text: "",
  user_id: CLAIRE,
  team_id: "T0RELAIS00",
  channel_id: "D1",
}).toString();

describe("what is not from Slack gets nothing, not even a word", () => {
  test("a request signed with another secret", async ({ world }) => {
    const { workspace } = await open(world);
    const ack = await workspace.acts.deliverRaw({ body: COMMAND, secret: "somebody else's" });

    expect(ack).toMatchObject({ status: 401, body: null });
    expect(await world.db.select().from(seenRequests)).toEqual([]);
  });

  test.for([
    ["six minutes old", -6],
    ["from six minutes ahead", 6],
    ["from tomorrow", 24 * 60],
  ] as const)("a good signature %s", async ([, minutes], { world }) => {
    const { workspace } = await open(world);
    const ack = await workspace.acts.deliverRaw({ body: COMMAND, signedAtMs: Date.now() + minutes * MINUTE_MS });

    expect(ack).toMatchObject({ status: 401, body: null });
  });

  test("a body changed after it was signed, no signature, a timestamp that is no number", async ({ world }) => {
    const { workspace, requestUrl } = await open(world);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    const bare = await fetch(requestUrl, { method: "POST", headers: form, body: COMMAND });
    const strange = await workspace.acts.deliverRaw({
      body: COMMAND,
      headers: { "x-slack-request-timestamp": "soon" },
    });
    const changed = await workspace.acts.deliverRaw({ body: COMMAND, headers: { "x-slack-signature": "v0=00" } });

    expect([bare.status, await bare.text()]).toEqual([401, ""]);
    expect(strange).toMatchObject({ status: 401, body: null });
    expect(changed).toMatchObject({ status: 401, body: null });
  });

  test("a body over the limit, before it is read to its end", async ({ world }) => {
    const { workspace } = await open(world);
    const ack = await workspace.acts.deliverRaw({ body: `text=${"x".repeat(300_000)}` });

    expect(ack).toMatchObject({ status: 413, body: null });
  });
});

test.for([
  ["no JSON", "application/json", "{oops"],
  ["JSON that is no object", "application/json", "[1]"],
  ["an interaction whose payload is no JSON", undefined, "payload=%7Boops"],
] as const)("signed, but %s: refused blank", async ([, contentType, body], { world }) => {
  const { workspace } = await open(world);

  expect(await workspace.acts.deliverRaw({ body, contentType })).toMatchObject({ status: 400, body: null });
});

test.for([
  [
    "a command nobody registered",
    new URLSearchParams({
      command: "/nothing",
      text: "",
      user_id: CLAIRE,
      team_id: "T0RELAIS00",
      channel_id: "D1",
    }).toString(),
  ],
  ["a form without fields", "a=1"],
  [
    "a click on nothing",
    `payload=${encodeURIComponent(JSON.stringify({ type: "block_actions", user: { id: CLAIRE }, team: { id: "T0RELAIS00" }, container: { type: "message" }, actions: [] }))}`,
  ],
] as const)("signed, but %s: acknowledged blank at once", async ([, body], { world }) => {
  const { workspace, logged } = await open(world);

  expect(await workspace.acts.deliverRaw({ body })).toMatchObject({ status: 200, body: null });
  expect(logged.join("\n")).not.toContain("failed");
});

test("Slack checks the address and the connection", async ({ world }) => {
  const { workspace, requestUrl } = await open(world);
  const asked = JSON.stringify({ type: "url_verification", token: "x", challenge: "3eZbrw1a" });
  const form = { "content-type": "application/x-www-form-urlencoded" };

  const verified = await workspace.acts.deliverRaw({ body: asked, contentType: "application/json" });
  const checked = await fetch(requestUrl, { method: "POST", headers: form, body: "ssl_check=1&token=x" });
  const unsigned = await fetch(requestUrl, {
    method: "POST",
    body: asked,
    headers: { "content-type": "application/json" },
  });

  expect(verified).toMatchObject({ status: 200, body: { challenge: "3eZbrw1a" } });
  expect([checked.status, await checked.text()]).toEqual([200, ""]);
  expect(unsigned.status).toBe(401);
});

test("a command sent again byte for byte is answered blank", async ({ world }) => {
  const { workspace } = await open(world);
  const first = await workspace.acts.command({ userId: CLAIRE, command: "/aide" });
  const again = await workspace.acts.replayLast();

  expect(first.ack.body).toMatchObject({ response_type: "ephemeral" });
  expect(again).toMatchObject({ status: 200, body: null });
});

test("an event that Slack sends again is taken once", async ({ world }) => {
  const { workspace } = await open(world);
  await workspace.acts.sendMessage({ userId: CLAIRE, text: "aide" });
  await workspace.acts.retryLastEvent(1, "http_timeout");
  await workspace.acts.retryLastEvent(2, "http_timeout");

  await soon(() => expect(answers(workspace)).toHaveLength(1));
});

test("two replicas that are sent the same event take it once", async ({ world }) => {
  const { workspace } = await open(world);
  await workspace.acts.sendMessage({ userId: CLAIRE, text: "aide" });
  await Promise.all([workspace.acts.retryLastEvent(1), workspace.acts.retryLastEvent(1)]);

  await soon(() => expect(answers(workspace)).toHaveLength(1));
});

test("a bug is logged and told in one sentence, and nothing of it is shown", async ({ world }) => {
  const { workspace, logged } = await open(world);
  // A language that no words exist for: nothing of ours can draw for this person.
  await world.db.execute("alter table people drop constraint people_locale");
  await world.db.update(people).set({ locale: "xx" as "fr" });
  const { ack } = await workspace.acts.command({ userId: CLAIRE, command: "/encours" });
  await world.db.update(people).set({ locale: "fr" });
  await world.db.execute("alter table people add constraint people_locale check (locale in ('fr', 'en'))");

  expect(JSON.stringify(ack.body)).toContain("Quelque chose n'a pas marché de notre côté");
  expect(JSON.stringify(ack.body)).not.toMatch(/TypeError|undefined|at /);
  expect(logged.join("\n")).toContain("a request from Slack failed");
});

test("a slow Slack does not delay the acknowledgement of a click", async ({ world }) => {
  const { workspace } = await open(world);
  await workspace.acts.sendMessage({ userId: CLAIRE, text: "aide" });
  await soon(() => expect(answers(workspace)).toHaveLength(1));
  await workspace.acts.command({ userId: CLAIRE, command: "/encours" });
  workspace.addFault({ method: "chat.update", kind: "hang" });
  workspace.addFault({ method: "response_url", kind: "hang" });
  const shown = workspace.read.directMessages(CLAIRE).at(-1);
  const ack = await workspace.acts.click({ userId: CLAIRE, ts: shown?.ts ?? "", actionId: "show-portfolio" });

  expect(ack).toMatchObject({ status: 200, body: null, error: null });
});

test("Slack telling that the app was removed is an error for the operator", async ({ world }) => {
  const { workspace, logged } = await open(world);
  await workspace.acts.uninstall();

  await soon(() => expect(logged.join("\n")).toContain("app_uninstalled"));
});

async function open(world: World) {
  const connected = await connectSlack(world);
  const claire = await world.person();
  connected.member({ id: CLAIRE, email: claire.email });
  return connected;
}

function answers(workspace: Awaited<ReturnType<typeof open>>["workspace"]) {
  return workspace.read.directMessages(CLAIRE).filter((message) => message.isByBot);
}
