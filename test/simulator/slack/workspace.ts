import type { AddressInfo } from "node:net";

import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { onTestFinished } from "vitest";

import { createSlackLookalike } from "#simulator/slack/lookalike.ts";
import type { SlackLookalike } from "#simulator/slack/lookalike.ts";
import type { LookalikeOptions } from "#simulator/slack/state.ts";

export const BOT_TOKEN = "xoxb-look-alike";
const APP_TOKEN = "xapp-look-alike";
export const SIGNING_SECRET = "a-secret-of-the-tests";

export const CLAIRE = "U00CLAIRE0";
export const NADIA = "U00NADIA00";
export const LEO = "U00LEO0000";
export const CASH = "C00CASH000";
export const SECRET = "C00SECRET0";
export const OLD = "C00OLD0000";
export const OTHERS = "C00OTHERS0";
const BOT = "U0RELAISBOT";

/** A workspace with two people, a leaver and four channels, reached over HTTP; closed when the test ends. */
export async function openWorkspace(own: Partial<LookalikeOptions> = {}): Promise<{
  readonly slack: SlackLookalike;
  readonly url: string;
  readonly client: WebClient;
}> {
  const slack = createSlackLookalike({
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    people: [
      { id: CLAIRE, name: "claire", realName: "Claire Morel", email: "claire@example.com" },
      {
        id: NADIA,
        name: "nadia",
        realName: "Nadia Roux",
        email: "nadia@example.com",
        locale: "en-GB",
        isRestricted: true,
      },
      { id: LEO, name: "leo", realName: "Léo Petit", email: "leo@example.com", isDeleted: true },
    ],
    channels: [
      { id: CASH, name: "cash", members: [CLAIRE, NADIA, BOT] },
      { id: SECRET, name: "secret", members: [CLAIRE], isPrivate: true },
      { id: OLD, name: "old", members: [CLAIRE, BOT], isArchived: true },
      { id: OTHERS, name: "others", members: [CLAIRE], isExtShared: true },
    ],
    ...own,
  });
  const url = await slack.listen();
  onTestFinished(() => slack.close());
  return { slack, url, client: createClient(url) };
}

/** The real client of @slack/web-api, without its own retries. */
export function createClient(url: string, token = BOT_TOKEN, timeout = 60_000): WebClient {
  return new WebClient(token, {
    slackApiUrl: `${url}/api/`,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout,
    logLevel: LogLevel.ERROR,
    logger: silent,
  });
}

/** The real Bolt, listening on a port of its own and checking signatures itself, as the app of the workspace. */
export async function startBolt(slack: SlackLookalike, url: string): Promise<App> {
  const app = new App({
    token: BOT_TOKEN,
    signingSecret: SIGNING_SECRET,
    clientOptions: { slackApiUrl: `${url}/api/` },
    logger: silent,
  });
  const server = await app.start(0);
  onTestFinished(async () => {
    await app.stop();
  });
  const { port } = server.address() as AddressInfo;
  slack.setRequestUrl(`http://127.0.0.1:${port}/slack/events`);
  return app;
}

/** Bolt in Socket Mode: no port, one WebSocket. `silenceMs` = how long it believes in a silent one, and waits before it comes back. */
export async function startBoltOnSocket(url: string, silenceMs = 60_000): Promise<App> {
  const clientOptions = { slackApiUrl: `${url}/api/` };
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    clientPingTimeout: silenceMs,
    installerOptions: { clientOptions },
    logger: silent,
  });
  const app = new App({ token: BOT_TOKEN, receiver, clientOptions, logger: silent });
  await app.start();
  onTestFinished(async () => {
    await app.stop();
  });
  return app;
}

const silent = {
  debug: (): void => {},
  info: (): void => {},
  warn: (): void => {},
  error: (): void => {},
  setLevel: (): void => {},
  getLevel: (): LogLevel => LogLevel.ERROR,
  setName: (): void => {},
};

export const section = (text: string): { type: "section"; text: { type: "mrkdwn"; text: string } } => ({
  type: "section",
  text: { type: "mrkdwn", text },
});
export const plain = (text: string): { type: "plain_text"; text: string } => ({ type: "plain_text", text });
export const button = (action: string, value = "1") =>
  ({ type: "button", action_id: action, text: plain(action), value }) as const;
