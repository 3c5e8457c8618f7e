import { setTimeout } from "node:timers/promises";

import { onTestFinished, vi } from "vitest";

import { createSlack, type Slack } from "#chat/slack/app.ts";
import { neededScopes } from "#chat/slack/wiring.ts";
import { createServerApp, listen } from "#http/server.ts";
import { createLog } from "#log.ts";
import { createSlackLookalike, type SlackLookalike } from "#simulator/slack/lookalike.ts";
import type { Person as Member } from "#simulator/slack/state.ts";
import type { World } from "./world-given.ts";

const BOT_TOKEN = "xoxb-of-the-tests";
const APP_TOKEN = "xapp-of-the-tests";
export const SIGNING_SECRET = "a-secret-of-the-tests";
export const BOT = "U0RELAISBOT";
export const CLAIRE = "U00CLAIRE0";

/** Relais with its real Slack adapter, beside a look-alike that grants the scopes of the manifest and nothing more. */
export interface Connected {
  readonly workspace: SlackLookalike;
  readonly slack: Slack;
  /** Where Slack's requests go; empty in Socket Mode. */
  readonly requestUrl: string;
  /** Every error and warning logged. */
  readonly logged: readonly string[];
  /** Adds a member of the workspace. */
  member(given: Partial<Member> & Pick<Member, "id" | "email">): void;
}

export interface ConnectOptions {
  readonly socketMode?: boolean;
  readonly wallNow?: () => Date;
  /** Every request takes so long before it is begun. */
  readonly slowMs?: number;
}

/** Everything is closed when the test ends. */
export async function connectSlack(world: World, options: ConnectOptions = {}): Promise<Connected> {
  const isSocketMode = options.socketMode === true;
  const workspace = createSlackLookalike({
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    signingSecret: SIGNING_SECRET,
    scopes: neededScopes(),
    people: [],
    isSocketMode,
    // A busy machine is no fault of the product.
    patienceMs: 60_000,
  });
  const url = await workspace.listen();
  const { log, logged } = rememberingLog();
  const contextNow = async () => {
    if (options.slowMs !== undefined) await setTimeout(options.slowMs);
    return world.context();
  };
  const slack = await createSlack(
    {
      botToken: BOT_TOKEN,
      signingSecret: isSocketMode ? null : SIGNING_SECRET,
      appToken: isSocketMode ? APP_TOKEN : null,
      apiUrl: `${url}/api/`,
    },
    { contextNow, log, wallNow: options.wallNow ?? (() => new Date()) },
  );
  const requestUrl = slack.routes === null ? "" : await serve(slack, log);
  workspace.setRequestUrl(requestUrl);
  await slack.start();
  onTestFinished(async () => {
    // Together, so that a call left hanging on purpose ends with the workspace.
    await Promise.all([slack.stop(), workspace.close()]);
  });
  return {
    workspace,
    slack,
    requestUrl,
    logged,
    member: (given) => workspace.setPerson({ name: given.id.toLowerCase(), realName: given.id, ...given }),
  };
}

/** What is shown after an acknowledgement comes a moment later. */
export async function soon(expectation: () => void): Promise<void> {
  await vi.waitFor(expectation, { timeout: 30_000, interval: 10 });
}

async function serve(slack: Slack, log: ReturnType<typeof createLog>): Promise<string> {
  const app = createServerApp({
    log,
    ready: async () => true,
    metrics: async () => "",
    routes: slack.routes === null ? [] : [slack.routes],
  });
  const server = await listen(app, 0);
  onTestFinished(() => server.stop());
  return `http://127.0.0.1:${server.port}/slack/events`;
}

function rememberingLog() {
  const logged: string[] = [];
  const log = createLog("silent");
  const keep = (...line: readonly unknown[]) => void logged.push(line.map(inWords).join(" "));
  return { log: Object.assign(log, { error: keep, warn: keep }) as typeof log, logged };
}

function inWords(part: unknown): string {
  if (typeof part !== "object" || part === null) return String(part);
  const { err, ...rest } = part as { readonly err?: unknown };
  return `${err instanceof Error ? err.stack : ""} ${JSON.stringify(rest)}`;
}
