import { z } from "zod";

import type { Chat, ChatUser, Readers } from "#usecases/ports.ts";
import type { SlackApi } from "./api.ts";
import { orNull } from "./faults.ts";

/** A channel with more members is too big to vouch for each of them. */
const MEMBERS_MAX = 200;
/** Looked up side by side, so that a person who waits for the answer gets it in time. */
const SIDE_BY_SIDE = 20;
const CHANNELS_MAX = 200;
/** How long what was learnt before Slack asked to wait is still good. */
const RESUME_MS_MAX = 120_000;
const TYPES = "public_channel,private_channel";

const channelSchema = z.object({
  name: z.string().optional(),
  is_archived: z.boolean().optional(),
  is_member: z.boolean().optional(),
  is_ext_shared: z.boolean().optional(),
  is_shared: z.boolean().optional(),
  is_pending_ext_shared: z.boolean().optional(),
});
const infoSchema = z.object({ channel: channelSchema });
const listSchema = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });
const membersSchema = z.object({ members: z.array(z.string()) });

type Describe = (found: unknown, ownTeamId: string) => ChatUser;

/** Channels as the use cases know them; direct messages are nobody else's. `describe` says who a user is. */
export function conversationsOf(
  api: SlackApi,
  describe: Describe,
): Pick<Chat, "describeConversation" | "readersOf" | "sharedWith"> {
  const interrupted = new Map<string, Interrupted>();
  return {
    async describeConversation(conversation) {
      const channel = await infoOf(api, conversation);
      if (channel === null) return { is: "gone" };
      if (channel.is_archived === true) return { is: "archived" };
      if (channel.is_member === false) return { is: "removed" };
      return { is: "there", name: `#${channel.name ?? conversation}` };
    },
    async readersOf(conversation) {
      const found = await readersOf(api, describe, conversation, known(interrupted, conversation));
      interrupted.delete(conversation);
      return found;
    },
    async sharedWith(userId) {
      const list = async (user: object) =>
        listSchema.parse(
          await api.ask("users.conversations", { types: TYPES, exclude_archived: true, limit: CHANNELS_MAX, ...user }),
        ).channels;
      const [own, theirs] = await Promise.all([list({}), list({ user: userId })]);
      const ids = new Set(theirs.map(({ id }) => id));
      return own
        .filter(({ id }) => ids.has(id))
        .map(({ id, name }) => ({ conversation: id, name: `#${name}` }))
        .toSorted((a, b) => a.name.localeCompare(b.name));
    },
  };
}

/** Members who were found to be colleagues before Slack asked to wait: else a big channel would never be through. */
interface Interrupted {
  readonly since: number;
  readonly colleagues: Set<string>;
}

function known(interrupted: Map<string, Interrupted>, conversation: string): Set<string> {
  const before = interrupted.get(conversation);
  if (before !== undefined && performance.now() - before.since < RESUME_MS_MAX) return before.colleagues;
  const colleagues = new Set<string>();
  interrupted.set(conversation, { since: performance.now(), colleagues });
  return colleagues;
}

async function readersOf(
  api: SlackApi,
  describe: Describe,
  conversation: string,
  colleagues: Set<string>,
): Promise<Readers> {
  const channel = await infoOf(api, conversation);
  const asked = { channel: conversation, limit: MEMBERS_MAX + 1 };
  const { members } = membersSchema.parse(await api.send("conversations.members", asked));
  const found = (are: Readers["are"]): Readers => ({ are, userIds: members });
  const { is_ext_shared: external, is_shared: shared, is_pending_ext_shared: pending } = channel ?? {};
  if (external === true || shared === true || pending === true) return found("guests");
  if (members.length > MEMBERS_MAX) return found("too-many");
  const unknown = members.filter((id) => !colleagues.has(id));
  for (let at = 0; at < unknown.length; at += SIDE_BY_SIDE) {
    const users = await Promise.all(
      unknown
        .slice(at, at + SIDE_BY_SIDE)
        .map(async (user) => describe(await api.send("users.info", { user }), await api.teamId())),
    );
    if (users.some(({ refused }) => refused === "guest" || refused === "external")) return found("guests");
    for (const { userId } of users) colleagues.add(userId);
  }
  return found("colleagues");
}

async function infoOf(api: SlackApi, conversation: string): Promise<z.infer<typeof channelSchema> | null> {
  const found = await orNull(["channel_not_found"], () => api.ask("conversations.info", { channel: conversation }));
  return found === null ? null : infoSchema.parse(found).channel;
}
