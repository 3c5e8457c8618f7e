import { Hono } from "hono";
import { expect, test } from "vitest";

import { createSlackControl } from "#simulator/slack/control.ts";
import type { SlackLookalike } from "#simulator/slack/lookalike.ts";

import { button, CASH, CLAIRE, openWorkspace, plain, section, startBolt } from "./workspace.ts";

type Call = (
  method: string,
  path: string,
  body?: unknown,
) => Promise<{ status: number; json: Record<string, unknown> }>;

async function openControl(): Promise<{ slack: SlackLookalike; call: Call }> {
  const { slack, url } = await openWorkspace();
  const bolt = await startBolt(slack, url);
  bolt.command("/promesse", async ({ ack, client, command }) => {
    await ack("voici");
    const blocks = [
      { type: "input", block_id: "day", label: plain("Jour"), element: { type: "datepicker", action_id: "day" } },
    ];
    const view = { type: "modal", callback_id: "promise", title: plain("Promesse"), submit: plain("Noter"), blocks };
    await client.views.open({ trigger_id: command.trigger_id, view: view as never });
  });
  bolt.view("promise", async ({ ack }) => ack());
  bolt.action("call", async ({ ack }) => ack());
  bolt.event("app_home_opened", async ({ client, event }) => {
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks: [section("Bonjour")] } });
  });
  const app = new Hono().route("/simulator/slack", createSlackControl(slack));
  const call: Call = async (method, path, body) => {
    const init =
      body === undefined ? { method } : { method, body: typeof body === "string" ? body : JSON.stringify(body) };
    const response = await app.request(`/simulator/slack${path}`, init);
    return { status: response.status, json: (await response.json()) as Record<string, unknown> };
  };
  return { slack, call };
}

test("the whole loop is driven over HTTP: command, form, click, home, message", async () => {
  const { slack, call } = await openControl();

  expect((await call("POST", "/command", { user: "claire", command: "/promesse" })).json).toMatchObject({
    ack: { status: 200 },
    shown: { text: "voici", ephemeralFor: CLAIRE },
  });
  await expect.poll(async () => (await call("GET", "/views?user=claire@example.com")).json["views"]).toHaveLength(1);
  expect((await call("POST", "/submit", { user: "claire" })).json).toMatchObject({
    ack: null,
    errors: { day: expect.any(String) },
  });
  expect((await call("POST", "/submit", { user: "claire", values: { day: "2026-04-03" } })).json).toMatchObject({
    errors: {},
    view: null,
  });

  const blocks = [{ type: "actions", elements: [button("call")] }];
  await slack.app.request("/api/chat.postMessage", {
    method: "POST",
    headers: { authorization: "Bearer xoxb-look-alike", "content-type": "application/json" },
    body: JSON.stringify({ channel: CASH, text: "card", blocks }),
  });
  const { json } = await call("GET", "/messages?channel=cash&user=claire");
  const [message] = json["messages"] as { ts: string }[];
  expect(
    (await call("POST", "/click", { user: "claire", channel: CASH, ts: message?.ts, action: "call" })).json,
  ).toMatchObject({ ack: { status: 200 } });

  await call("POST", "/open-home", { user: "claire" });
  await expect
    .poll(async () => (await call("GET", "/home?user=claire")).json["view"])
    .toMatchObject({ blocks: [section("Bonjour")] });
  const content = Buffer.from("a;b").toString("base64");
  const files = [{ name: "a.csv", mimetype: "text/csv", content, base64: true }];
  expect((await call("POST", "/say", { user: "claire", text: "voici", files })).json).toMatchObject({
    message: { text: "voici" },
    ack: { status: 200 },
  });
  expect((await call("GET", "/messages?user=claire")).json["messages"]).toMatchObject([
    { ephemeralFor: CLAIRE, isByBot: true },
    { ephemeralFor: null, isByBot: false, files: [expect.stringMatching(/^F/)] },
  ]);
  expect((await call("GET", "/calls?method=views.open")).json["calls"]).toHaveLength(1);
  expect((await call("GET", "/refusals")).json).toEqual({ refusals: [] });
  expect((await call("GET", "/people")).json["people"]).toHaveLength(4);
  expect((await call("GET", "/channels")).json["channels"]).toHaveLength(5);
});

test("a file handed over opens by its id: a PDF where it is, anything else is saved and never run; there are no others", async () => {
  const { slack, call } = await openControl();
  const open = (path: string) => Promise.resolve(createSlackControl(slack).request(path));
  const files = ["l'état.pdf", "page.html"].map((name) => ({
    name,
    mimetype: "text/html",
    content: "<script></script>",
  }));
  const said = await call("POST", "/say", { user: "claire", text: "voici", files });
  const [pdf = "", html = ""] = (said.json["message"] as { files: string[] }).files;

  const asPdf = await open(`/files/${pdf}`);
  expect([asPdf.status, await asPdf.text()]).toEqual([200, "<script></script>"]);
  expect(asPdf.headers.get("content-type")).toBe("application/pdf");
  expect(asPdf.headers.get("content-disposition")).toBe("inline; filename*=UTF-8''l%27%C3%A9tat.pdf");
  const saved = await open(`/files/${html}`);
  expect(saved.headers.get("content-type")).toBe("application/octet-stream");
  expect(saved.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''page.html");
  expect(saved.headers.get("x-content-type-options")).toBe("nosniff");
  expect((await call("GET", "/files/F0")).status).toBe(422);
  expect((await call("GET", "/files/..%2f..%2fpackage.json")).status).toBe(422);
});

test("faults are ordered, listed and cleared", async () => {
  const { call } = await openControl();

  expect(
    (await call("POST", "/faults", { method: "chat.postMessage", kind: "429", retryAfterSeconds: 3 })).status,
  ).toBe(201);
  expect((await call("GET", "/faults")).json).toEqual({
    faults: [{ method: "chat.postMessage", kind: "429", retryAfterSeconds: 3, times: 1 }],
  });
  expect((await call("DELETE", "/faults")).json).toEqual({ faults: [] });
});

test.each([
  ["POST", "/click", { user: "claire" }, '"action" does not fit'],
  ["POST", "/click", "[oops", "the body does not fit"],
  ["POST", "/command", { user: "claire", command: "promesse" }, '"command" does not fit: begins with a slash.'],
  ["POST", "/command", { user: "nobody", command: "/aide" }, 'Nobody in this workspace is called "nobody".'],
  ["POST", "/faults", { method: "x", kind: "flood" }, '"kind" does not fit'],
  ["POST", "/submit", { user: "claire" }, "This person has no form open."],
  ["GET", "/home", undefined, "Say whose with ?user="],
  ["GET", "/messages?channel=nowhere", undefined, "There is no channel nowhere."],
])("%s %s with %j is one sentence", async (method, path, body, sentence) => {
  const { call } = await openControl();

  const { status, json } = await call(method, path, body);

  expect(status).toBe(422);
  expect(json["error"]).toContain(sentence);
});

test("a route that does not exist is said to be missing", async () => {
  const { call } = await openControl();

  expect(await call("GET", "/nothing")).toMatchObject({ status: 404 });
});
