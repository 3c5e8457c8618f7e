import { createHash } from "node:crypto";

import { z } from "zod";

import type { Chat, ChatUser, Posted } from "#usecases/ports.ts";
import { conversationsOf } from "./conversations.ts";
import { orNull } from "./faults.ts";
import { sendFile } from "./files.ts";
import { renderHome } from "./render.ts";
import type { SlackApi } from "./api.ts";
import { withCharts } from "./with-charts.ts";

const METADATA_TYPE = "relais";
/** Slack's clock and ours may differ. */
const CLOCK_SLACK_MS = 60_000;
const HISTORY_PAGE = 100;
const HISTORY_PAGES_MAX = 10;

const postedSchema = z.object({ channel: z.string(), ts: z.string() });
const openedSchema = z.object({ channel: z.object({ id: z.string() }) });
const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z
        .object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) })
        .partial()
        .optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).optional(),
});
const userSchema = z.object({
  user: z.object({
    id: z.string(),
    team_id: z.string().optional(),
    name: z.string().optional(),
    real_name: z.string().optional(),
    deleted: z.boolean().optional(),
    is_bot: z.boolean().optional(),
    is_restricted: z.boolean().optional(),
    is_ultra_restricted: z.boolean().optional(),
    is_stranger: z.boolean().optional(),
    profile: z.object({ email: z.string().optional(), real_name: z.string().optional() }).optional(),
  }),
});

/** Slack as the use cases know it. Everything throws a Fault when Slack fails; a card over Slack's limits is a bug. */
export function createChat(api: SlackApi): Chat {
  return {
    name: "slack",
    async post(conversation, card, key) {
      const posted = await withCharts(card, (message) =>
        api.send("chat.postMessage", {
          channel: conversation,
          ...message,
          metadata: { event_type: METADATA_TYPE, event_payload: { key } },
          // Undocumented for senders, so it is sent and never relied on.
          client_msg_id: uuidOf(key),
          unfurl_links: false,
          unfurl_media: false,
        }),
      );
      const { channel, ts } = postedSchema.parse(posted);
      return { conversation: channel, message: ts };
    },
    async change(where, card) {
      const at = { channel: where.conversation, ts: where.message };
      await withCharts(card, (message) => api.send("chat.update", { ...at, ...message }));
    },
    find: (conversation, key, since) => find(api, conversation, key, since),
    async showHome(userId, card) {
      await api.send("views.publish", { user_id: userId, view: renderHome(card) });
    },
    async openConversation(userId) {
      return openedSchema.parse(await api.send("conversations.open", { users: userId })).channel.id;
    },
    fetchFile: (file, bytesMax) => api.download(file.url, bytesMax),
    sendFile: (conversation, file, text) => sendFile(api, conversation, file, text),
    async findUser(email) {
      const found = await orNull(["users_not_found"], () => api.send("users.lookupByEmail", { email }));
      return found === null ? null : describe(found, await api.teamId());
    },
    async describeUser(userId) {
      const found = await orNull(["user_not_found", "user_not_visible"], () => api.ask("users.info", { user: userId }));
      return found === null ? null : describe(found, await api.teamId());
    },
    ...conversationsOf(api, describe),
  };
}

/** Only doubtful sends pay for reading the history, and only direct messages may be read. */
async function find(
  api: SlackApi,
  conversation: string,
  key: string,
  since: Date,
): Promise<Posted | "absent" | "cannot-tell"> {
  if (!conversation.startsWith("D")) return "cannot-tell";
  const oldest = String((since.getTime() - CLOCK_SLACK_MS) / 1_000);
  let cursor: string | undefined;
  for (let page = 0; page < HISTORY_PAGES_MAX; page += 1) {
    const history = historySchema.parse(
      await api.send("conversations.history", {
        channel: conversation,
        oldest,
        include_all_metadata: true,
        limit: HISTORY_PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      }),
    );
    const found = history.messages.find(
      ({ metadata }) => metadata?.event_type === METADATA_TYPE && metadata.event_payload?.["key"] === key,
    );
    if (found !== undefined) return { conversation, message: found.ts };
    cursor = history.response_metadata?.next_cursor;
    if (cursor === undefined || cursor === "") return "absent";
  }
  return "cannot-tell";
}

function describe(found: unknown, ownTeamId: string): ChatUser {
  const { user } = userSchema.parse(found);
  const teamId = user.team_id ?? ownTeamId;
  const isExternal = user.is_stranger === true || teamId !== ownTeamId;
  const isGuest = user.is_restricted === true || user.is_ultra_restricted === true;
  return {
    teamId,
    userId: user.id,
    email: user.profile?.email ?? null,
    name: user.real_name ?? user.profile?.real_name ?? user.name ?? user.id,
    refused: firstThatHolds([
      [user.deleted === true, "deactivated"],
      [user.is_bot === true || user.id === "USLACKBOT", "bot"],
      [isExternal, "external"],
      [isGuest, "guest"],
    ]),
  };
}

function firstThatHolds(
  reasons: readonly (readonly [boolean, NonNullable<ChatUser["refused"]>])[],
): ChatUser["refused"] {
  return reasons.find(([holds]) => holds)?.[1] ?? null;
}

function uuidOf(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
