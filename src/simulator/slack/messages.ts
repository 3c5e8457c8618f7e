import { isJson, jsonList, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { fileJson } from "./files.ts";
import { newId, newTs } from "./state.ts";
import type { Message, State } from "./state.ts";

type NewMessage = Pick<Message, "channelId" | "userId"> & Partial<Message>;

/** Keeps a new message of a channel, with its timestamp and a block_id on every block, and gives it back. */
export function storeMessage(state: State, message: NewMessage): Message {
  const stored: Message = {
    ts: newTs(state),
    isByBot: message.userId === state.botUserId,
    text: "",
    attachments: [],
    threadTs: null,
    edited: null,
    metadata: null,
    files: [],
    reactions: [],
    clientMsgId: null,
    ephemeralFor: null,
    ...message,
    blocks: withBlockIds(state, message.blocks ?? []),
  };
  messagesOf(state, stored.channelId).set(stored.ts, stored);
  return stored;
}

/** Shows a message otherwise than before; the ids of blocks that had none are made here too. */
export function changeMessage(state: State, message: Message, change: Partial<Message>): Message {
  const changed = { ...message, ...change, blocks: withBlockIds(state, change.blocks ?? message.blocks) };
  messagesOf(state, message.channelId).set(message.ts, changed);
  return changed;
}

/** Deletes a message, and what was chosen in it. */
export function removeMessage(state: State, message: Message): void {
  messagesOf(state, message.channelId).delete(message.ts);
  state.messageChoices.delete(`${message.channelId}/${message.ts}`);
}

/** The messages of a channel by `ts`, oldest first; made when there are none yet. */
export function messagesOf(state: State, channelId: string): Map<string, Message> {
  const known = state.messages.get(channelId) ?? new Map<string, Message>();
  state.messages.set(channelId, known);
  return known;
}

/** A message by its channel and `ts`; null when it is not there any more. */
export function findMessage(state: State, channelId: string, ts: string): Message | null {
  return state.messages.get(channelId)?.get(ts) ?? null;
}

/** Slack names every block, and every element of it to act on, that the app did not name. */
export function withBlockIds(state: State, blocks: readonly Json[]): readonly Json[] {
  return blocks.map((block) => ({
    ...block,
    block_id: textOf(block, "block_id") ?? newId(state, "b"),
    ...(isJson(block["accessory"]) ? { accessory: withActionId(state, block["accessory"]) } : {}),
    ...(isJson(block["element"]) ? { element: withActionId(state, block["element"]) } : {}),
    ...(block["type"] === "actions"
      ? { elements: jsonList(block["elements"]).map((element) => withActionId(state, element)) }
      : {}),
  }));
}

function withActionId(state: State, element: Json): Json {
  if (element["type"] === "image" || textOf(element, "action_id") !== null) return element;
  return { ...element, action_id: newId(state, "a") };
}

/** The message as the Web API and interaction payloads write it. */
export function messageJson(state: State, message: Message, hasMetadata = false): Json {
  const replies = [...messagesOf(state, message.channelId).values()].filter(
    (one) => one.threadTs === message.ts && one.ts !== message.ts && one.ephemeralFor === null,
  );
  return {
    ...(message.isByBot ? { bot_id: state.botId, app_id: state.appId, bot_profile: botProfile(state) } : {}),
    type: "message",
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: state.team.id,
    ...(message.clientMsgId === null ? {} : { client_msg_id: message.clientMsgId }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    ...(replies.length > 0 ? { thread_ts: message.ts, reply_count: replies.length } : {}),
    ...(message.edited === null ? {} : { edited: message.edited }),
    ...(message.files.length > 0 ? { files: message.files.map((id) => fileJson(state, id)) } : {}),
    ...(message.reactions.length > 0 ? { reactions: reactionsJson(message) } : {}),
    ...(hasMetadata && message.metadata !== null ? { metadata: message.metadata } : {}),
  };
}

function botProfile(state: State): Json {
  return { id: state.botId, app_id: state.appId, name: "Relais", team_id: state.team.id, deleted: false };
}

function reactionsJson(message: Message): readonly Json[] {
  const names = [...new Set(message.reactions.map((reaction) => reaction.name))];
  return names.map((name) => {
    const users = message.reactions.filter((reaction) => reaction.name === name).map((reaction) => reaction.user);
    return { name, users, count: users.length };
  });
}
