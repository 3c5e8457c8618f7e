import { accept, page, refuse } from "./api-answer.ts";
import type { ApiMethods } from "./api-answer.ts";
import { channelJson, directOf, openDirect } from "./channels.ts";
import { isYes, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { messageJson, messagesOf } from "./messages.ts";
import type { Channel, Message, State } from "./state.ts";

/** conversations.* and users.conversations: the bot sees public channels and those it is in. */
export const CONVERSATION_METHODS: ApiMethods = {
  "conversations.open": openConversation,
  "conversations.info": (state, args) =>
    withChannel(state, args, (channel) => ({ channel: channelJson(state, channel) })),
  "conversations.members": (state, args) =>
    withChannel(state, args, (channel) => {
      const { items, cursor } = page(channel.members, args);
      return { members: items, response_metadata: { next_cursor: cursor } };
    }),
  "conversations.list": (state, args) => listChannels(state, args, () => true),
  "users.conversations": listMine,
  "conversations.history": (state, args) => {
    const isTop = (message: Message): boolean => message.threadTs === null || message.threadTs === message.ts;
    return readMessages(state, args, isTop, "newest first");
  },
  "conversations.replies": (state, args) => {
    const ts = textOf(args, "ts");
    if (ts === null || !messagesOf(state, textOf(args, "channel") ?? "").has(ts)) return refuse("thread_not_found");
    return readMessages(state, args, (message) => message.ts === ts || message.threadTs === ts, "oldest first");
  },
};

function openConversation(state: State, args: Json): Json {
  const known = state.channels.get(textOf(args, "channel") ?? "");
  if (known) return accept({ no_op: true, already_open: true, channel: opened(state, known, args) });
  const users = (textOf(args, "users") ?? "").split(",").filter((id) => id !== "");
  const person = state.people.get(users[0] ?? "");
  if (users.length === 0) return refuse("users_list_not_supplied");
  if (users.length > 1) return refuse("method_not_supported_for_channel_type");
  if (!person) return refuse("user_not_found");
  if (person.isDeleted === true) return refuse("user_disabled");
  if (person.isBot === true) return refuse("cannot_dm_bot");
  const wasOpen = directOf(state, person.id) !== null;
  const channel = opened(state, openDirect(state, person.id), args);
  return accept({ no_op: wasOpen, already_open: wasOpen, channel });
}

function opened(state: State, channel: Channel, args: Json): Json {
  return isYes(args, "return_im") ? channelJson(state, channel) : { id: channel.id };
}

function listMine(state: State, args: Json): Json {
  const userId = textOf(args, "user") ?? state.botUserId;
  if (!state.people.has(userId)) return refuse("user_not_found");
  return listChannels(state, args, (channel) => channel.members.includes(userId));
}

function listChannels(state: State, args: Json, isWanted: (channel: Channel) => boolean): Json {
  const types = (textOf(args, "types") ?? "public_channel").split(",").map((type) => type.trim());
  const channels = [...state.channels.values()].filter(
    (channel) =>
      types.includes(typeOf(channel)) &&
      canSee(state, channel) &&
      !(isYes(args, "exclude_archived") && channel.isArchived) &&
      isWanted(channel),
  );
  const { items, cursor } = page(channels, args);
  return accept({
    channels: items.map((channel) => channelJson(state, channel)),
    response_metadata: { next_cursor: cursor },
  });
}

function typeOf(channel: Channel): string {
  if (channel.isIm) return "im";
  return channel.isPrivate ? "private_channel" : "public_channel";
}

function canSee(state: State, channel: Channel): boolean {
  return !channel.isPrivate || channel.members.includes(state.botUserId);
}

function withChannel(state: State, args: Json, answer: (channel: Channel) => Json): Json {
  const channel = state.channels.get(textOf(args, "channel") ?? "");
  return channel && canSee(state, channel) ? accept(answer(channel)) : refuse("channel_not_found");
}

/** Messages between `oldest` and `latest`, both exclusive unless `inclusive`; metadata only when it is asked for. */
function readMessages(state: State, args: Json, isWanted: (message: Message) => boolean, order: string): Json {
  const channel = state.channels.get(textOf(args, "channel") ?? "");
  if (!channel || !canSee(state, channel)) return refuse("channel_not_found");
  if (!channel.members.includes(state.botUserId)) return refuse("not_in_channel");
  const oldest = Number(args["oldest"] ?? 0);
  const latest = Number(args["latest"] ?? Infinity);
  if (Number.isNaN(oldest)) return refuse("invalid_ts_oldest");
  if (Number.isNaN(latest)) return refuse("invalid_ts_latest");
  const isInclusive = isYes(args, "inclusive");
  const isInside = (at: number): boolean =>
    (at > oldest && at < latest) || (isInclusive && (at === oldest || at === latest));
  const found = [...messagesOf(state, channel.id).values()]
    .filter((message) => message.ephemeralFor === null && isWanted(message) && isInside(Number(message.ts)))
    .toSorted((a, b) => (order === "newest first" ? compareTs(b, a) : compareTs(a, b)));
  const { items, cursor } = page(found, args);
  const hasMetadata = isYes(args, "include_all_metadata");
  return accept({
    messages: items.map((message) => messageJson(state, message, hasMetadata)),
    has_more: cursor !== "",
    pin_count: 0,
    ...(cursor === "" ? {} : { response_metadata: { next_cursor: cursor } }),
  });
}

function compareTs(a: Message, b: Message): number {
  if (a.ts === b.ts) return 0;
  return a.ts < b.ts ? -1 : 1;
}
