import { isValidSlackRequest } from "@slack/bolt";
import { serve } from "@hono/node-server";
import { expect, test } from "vitest";

import { CLAIRE, openWorkspace, SIGNING_SECRET, startBolt } from "./workspace.ts";

test("requests carry Slack's signature; a forged, altered or stale one is refused by Bolt, a replayed one is byte-identical", async () => {
  const { slack, url } = await openWorkspace();
  const app = await startBolt(slack, url);
  const ids: string[] = [];
  app.event("app_home_opened", async ({ body }) => void ids.push(body.event_id));
  await slack.acts.openHome({ userId: "claire" });
  const body = JSON.stringify({
    type: "event_callback",
    event_id: "Ev1",
    event: { type: "app_home_opened", user: CLAIRE },
  });
  const contentType = "application/json";

  expect(await slack.acts.replayLast()).toMatchObject({ status: 200 });
  expect(await slack.acts.deliverRaw({ body, contentType, secret: "other" })).toMatchObject({
    status: 401,
    error: "dispatch_failed",
  });
  expect(await slack.acts.deliverRaw({ body, contentType, signedAtMs: Date.now() - 6 * 60_000 })).toMatchObject({
    status: 401,
  });
  expect(await slack.acts.deliverRaw({ body, contentType, headers: { "x-slack-signature": "v0=00" } })).toMatchObject({
    status: 401,
  });
  await expect.poll(() => ids).toHaveLength(2);
  expect(ids[0]).toBe(ids[1]);
});

test("Bolt's own check accepts the signature as it is sent", async () => {
  const { slack } = await openWorkspace();
  const received: { body: string; headers: Headers }[] = [];
  const server = serve({
    port: 0,
    fetch: async (request) => {
      received.push({ body: await request.text(), headers: request.headers });
      return new Response("");
    },
  });
  const address = server.address();
  slack.setRequestUrl(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`);

  await slack.acts.command({ userId: "claire", command: "/aide", text: "é & ü" });
  server.close();

  const [request] = received;
  const header = (name: string): string => request?.headers.get(name) ?? "";
  const headers = {
    "x-slack-signature": header("x-slack-signature"),
    "x-slack-request-timestamp": Number(header("x-slack-request-timestamp")),
  };
  const check = (body: string): boolean => isValidSlackRequest({ signingSecret: SIGNING_SECRET, body, headers });
  expect(check(String(request?.body))).toBe(true);
  expect(check(`${request?.body}x`)).toBe(false);
  expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
    command: "/aide",
    text: "é & ü",
    channel_name: "directmessage",
  });
});
