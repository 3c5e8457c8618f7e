import { WebClient } from "@slack/web-api";
import { onTestFinished } from "vitest";

import { clientOptions, createApi } from "#chat/slack/api.ts";
import { boltLogger } from "#chat/slack/bolt-logger.ts";
import { createChat } from "#chat/slack/send.ts";
import { neededScopes } from "#chat/slack/wiring.ts";
import { createLog } from "#log.ts";
import { createSlackLookalike, type SlackLookalike } from "#simulator/slack/lookalike.ts";
import type { Person as Member } from "#simulator/slack/state.ts";
import type { Chat } from "#usecases/ports.ts";

const BOT_TOKEN = "xoxb-of-the-tests";

/** The sending half of the Slack adapter, before a look-alike; where no answer comes, `waitMs` is how long it is waited for. */
export async function openChat(
  people: readonly Member[] = [],
  waitMs = 60_000,
): Promise<{ readonly chat: Chat; readonly workspace: SlackLookalike }> {
  const workspace = createSlackLookalike({
    botToken: BOT_TOKEN,
    signingSecret: "unused",
    scopes: neededScopes(),
    people,
    channels: [
      { id: "C00CASH000", name: "cash", members: [...people.map(({ id }) => id), "U0RELAISBOT"] },
      { id: "C00CONNECT", name: "connect", members: ["U0RELAISBOT"], isExtShared: true },
    ],
  });
  const url = await workspace.listen();
  onTestFinished(() => workspace.close());
  const options = { ...clientOptions(`${url}/api/`, waitMs), logger: boltLogger(createLog("silent")) };
  return { chat: createChat(createApi(() => new WebClient(BOT_TOKEN, options))), workspace };
}
