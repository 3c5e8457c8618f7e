import { expect, test } from "vitest";

import type { WebClient } from "@slack/web-api";

import { BOT_TOKEN, CASH, CLAIRE, createClient, openWorkspace } from "./workspace.ts";

const HASTE_MS = 1_500;

const post = (client: WebClient, channel = CASH): Promise<string> =>
  client.chat.postMessage({ channel, text: "x" }).then(
    () => "ok",
    (error: { code?: string; retryAfter?: number; statusCode?: number; data?: { error: string } }) =>
      [error.code, error.retryAfter ?? error.statusCode ?? error.data?.error]
        .filter((part) => part !== undefined)
        .join(" "),
  );

test.each([
  ["429", { kind: "429", retryAfterSeconds: 7 }, "slack_webapi_rate_limited_error 7", 0],
  ["500", { kind: "500" }, "slack_webapi_http_error 500", 0],
  ["reset", { kind: "reset" }, "slack_webapi_request_error", 0],
  ["hang", { kind: "hang" }, "slack_webapi_request_error", 0],
  ["an error of Slack's", { kind: "error", error: "fatal_error" }, "slack_webapi_platform_error fatal_error", 0],
  ["accepted, then 500", { kind: "accept-then-500" }, "slack_webapi_http_error 500", 1],
  ["accepted, then no answer", { kind: "accept-then-hang" }, "slack_webapi_request_error", 1],
  ["accepted, then cut", { kind: "accept-then-reset" }, "slack_webapi_request_error", 1],
  ["slow", { kind: "slow", delayMs: 20 }, "ok", 1],
] as const)(
  "%s is met once, as the real client meets it, and the next call goes well",
  async (_name, fault, outcome, kept) => {
    const { slack, url, client } = await openWorkspace();
    slack.addFault({ method: "chat.postMessage", ...fault });

    // Only where no answer comes is it not waited for.
    const first = fault.kind.endsWith("hang") ? createClient(url, BOT_TOKEN, HASTE_MS) : client;
    expect(await post(first)).toBe(outcome);
    expect(slack.read.messages(CASH)).toHaveLength(kept);
    expect(slack.read.faults()).toEqual([]);
    expect(await post(client)).toBe("ok");
    expect(slack.read.calls("chat.postMessage")).toHaveLength(2);
  },
);

test("a fault may be for one channel, several times, until it is cleared", async () => {
  const { slack, client } = await openWorkspace();
  const direct = String((await client.conversations.open({ users: CLAIRE })).channel?.id);
  slack.addFault({ method: "chat.postMessage", channel: direct, kind: "500", times: 3 });

  expect(await post(client, CASH)).toBe("ok");
  expect(await post(client, direct)).toContain("500");
  expect(await post(client, CLAIRE)).toContain("500");
  expect(slack.read.faults()).toMatchObject([{ times: 1 }]);
  slack.clearFaults();
  expect(await post(client, direct)).toBe("ok");
});

test("with real rates, a sixth post at once in one channel is refused with the time to wait; another channel is free", async () => {
  let wallMs = 1_800_000_000_000;
  const { client } = await openWorkspace({ hasRealRates: true, wallNow: () => wallMs });
  for (let turn = 0; turn < 5; turn += 1) expect(await post(client)).toBe("ok");

  expect(await post(client)).toBe("slack_webapi_rate_limited_error 5");
  expect(await post(client, CLAIRE)).toBe("ok");
  wallMs += 5_000;
  expect(await post(client)).toBe("ok");
});
