import { expect, test } from "vitest";

import { CLAIRE, createClient, openWorkspace, section, startBoltOnSocket } from "./workspace.ts";

const RECONNECT_MS = 600;

test("an app in Socket Mode gets commands, clicks and events through its socket, and answers there", async () => {
  const { slack, url, client } = await openWorkspace({ isSocketMode: true });
  const app = await startBoltOnSocket(url);
  const heard: string[] = [];
  app.command("/aide", async ({ ack, command }) => ack(`aide ${command.text}`));
  app.event("app_home_opened", async ({ event, client: web }) => {
    heard.push(event.type);
    await web.views.publish({ user_id: event.user, view: { type: "home", blocks: [section("Bonjour")] } });
  });
  app.action("go", async ({ ack, payload }) => {
    heard.push("value" in payload ? payload.value : "");
    await ack();
  });

  const { ack, shown } = await slack.acts.command({ userId: "claire", command: "/aide", text: "dso" });
  await slack.acts.openHome({ userId: "claire" });
  const blocks = [
    {
      type: "actions" as const,
      elements: [
        { type: "button" as const, action_id: "go", value: "7", text: { type: "plain_text" as const, text: "Go" } },
      ],
    },
  ];
  const posted = await client.chat.postMessage({ channel: CLAIRE, text: "x", blocks });
  const clicked = await slack.acts.click({ userId: "claire", ts: String(posted.ts), actionId: "go" });

  expect(ack).toMatchObject({ status: 200, error: null });
  expect(shown).toMatchObject({ text: "aide dso", ephemeralFor: CLAIRE });
  expect(clicked).toMatchObject({ status: 200, body: null });
  await expect.poll(() => slack.read.home("claire")).toMatchObject({ blocks: [section("Bonjour")] });
  expect(heard).toEqual(["app_home_opened", "7"]);
});

test("without a connection nothing can be sent, and the app's token is the only one that opens one", async () => {
  const { slack, url, client } = await openWorkspace({ isSocketMode: true });

  expect((await slack.acts.command({ userId: "claire", command: "/aide" })).ack).toMatchObject({
    error: "dispatch_failed",
  });
  await expect(client.apps.connections.open({})).rejects.toThrow("not_allowed_token_type");
  await expect(createClient(url, "xapp-other").apps.connections.open({})).rejects.toThrow("invalid_auth");
});

test("a client that is asked to leave comes back on a new connection", async () => {
  const { slack, url } = await openWorkspace({ isSocketMode: true });
  const app = await startBoltOnSocket(url, RECONNECT_MS);
  app.command("/aide", async ({ ack }) => ack("encore là"));
  const opened = (): number => slack.read.calls("apps.connections.open").length;
  expect(opened()).toBe(1);

  slack.sockets.disconnectAll("refresh_requested");

  await expect.poll(opened).toBeGreaterThan(1);
  await expect.poll(() => slack.sockets.count()).toBe(1);
  await expect
    .poll(async () => (await slack.acts.command({ userId: "claire", command: "/aide" })).shown)
    .toMatchObject({ text: "encore là" });
});
