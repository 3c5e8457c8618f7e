import { accept, refuse } from "./api-answer.ts";
import type { ApiMethods } from "./api-answer.ts";
import { resolveTarget } from "./channels.ts";
import { isJson, jsonList, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { changeMessage, findMessage, messageJson, messagesOf, removeMessage, storeMessage } from "./messages.ts";
import { newTs } from "./state.ts";
import type { Message, State } from "./state.ts";

/** chat.* and reactions.*, as docs.slack.dev describes them. */
export const CHAT_METHODS: ApiMethods = {
  "chat.postMessage": postMessage,
  "chat.postEphemeral": postEphemeral,
  "chat.update": updateMessage,
  "chat.delete": deleteMessage,
  "chat.getPermalink": getPermalink,
  "reactions.add": addReaction,
  "reactions.remove": removeReaction,
};

function postMessage(state: State, args: Json): Json {
  const channel = resolveTarget(state, textOf(args, "channel"));
  if (typeof channel === "string") return refuse(channel);
  if (isEmpty(args)) return refuse("no_text");
  const threadTs = textOf(args, "thread_ts");
  if (threadTs !== null && !findMessage(state, channel.id, threadTs)) return refuse("thread_not_found");
  const message = storeMessage(state, {
    ...contentOf(args),
    channelId: channel.id,
    userId: state.botUserId,
    threadTs,
    metadata: isJson(args["metadata"]) ? args["metadata"] : null,
    clientMsgId: textOf(args, "client_msg_id"),
  });
  return accept({ channel: channel.id, ts: message.ts, message: messageJson(state, message, true) });
}

function postEphemeral(state: State, args: Json): Json {
  const channel = resolveTarget(state, textOf(args, "channel"));
  if (typeof channel === "string") return refuse(channel);
  const user = textOf(args, "user");
  if (user === null || !channel.members.includes(user)) return refuse("user_not_in_channel");
  if (isEmpty(args)) return refuse("no_text");
  const content = { ...contentOf(args), threadTs: textOf(args, "thread_ts"), ephemeralFor: user };
  const message = storeMessage(state, { ...content, channelId: channel.id, userId: state.botUserId });
  return accept({ message_ts: message.ts });
}

function updateMessage(state: State, args: Json): Json {
  const message = findOwn(state, args, "cant_update_message");
  if (typeof message === "string") return refuse(message);
  if (textOf(args, "text") === null && args["blocks"] === undefined && args["attachments"] === undefined) {
    return refuse("no_text");
  }
  const metadata = args["metadata"];
  const changed = changeMessage(state, message, {
    ...(args["text"] === undefined ? {} : { text: textOf(args, "text") ?? "" }),
    ...(args["blocks"] === undefined ? {} : { blocks: jsonList(args["blocks"]) }),
    ...(args["attachments"] === undefined ? {} : { attachments: jsonList(args["attachments"]) }),
    ...(isJson(metadata) ? { metadata: Object.keys(metadata).length > 0 ? metadata : null } : {}),
    edited: { user: state.botUserId, ts: newTs(state) },
  });
  return accept({
    channel: changed.channelId,
    ts: changed.ts,
    text: changed.text,
    message: messageJson(state, changed),
  });
}

function deleteMessage(state: State, args: Json): Json {
  const message = findOwn(state, args, "cant_delete_message");
  if (typeof message === "string") return refuse(message);
  removeMessage(state, message);
  return accept({ channel: message.channelId, ts: message.ts });
}

function getPermalink(state: State, args: Json): Json {
  const message = findVisible(state, args, "message_ts");
  if (typeof message === "string") return refuse(message);
  const path = `archives/${message.channelId}/p${message.ts.replace(".", "")}`;
  return accept({ channel: message.channelId, permalink: `https://${state.team.domain}.slack.com/${path}` });
}

function addReaction(state: State, args: Json): Json {
  const message = findVisible(state, args, "timestamp");
  const name = textOf(args, "name");
  if (typeof message === "string") return refuse(message);
  if (name === null) return refuse("invalid_name");
  if (hasReacted(state, message, name)) return refuse("already_reacted");
  const reactions = [...message.reactions, { name, user: state.botUserId }];
  messagesOf(state, message.channelId).set(message.ts, { ...message, reactions });
  return accept();
}

function removeReaction(state: State, args: Json): Json {
  const message = findVisible(state, args, "timestamp");
  const name = textOf(args, "name") ?? "";
  if (typeof message === "string") return refuse(message);
  if (!hasReacted(state, message, name)) return refuse("no_reaction");
  const reactions = message.reactions.filter((one) => one.name !== name || one.user !== state.botUserId);
  messagesOf(state, message.channelId).set(message.ts, { ...message, reactions });
  return accept();
}

function hasReacted(state: State, message: Message, name: string): boolean {
  return message.reactions.some((one) => one.name === name && one.user === state.botUserId);
}

function contentOf(args: Json): Pick<Message, "text" | "blocks" | "attachments"> {
  return {
    text: textOf(args, "text") ?? "",
    blocks: jsonList(args["blocks"]),
    attachments: jsonList(args["attachments"]),
  };
}

function isEmpty(args: Json): boolean {
  const content = contentOf(args);
  return content.text === "" && content.blocks.length === 0 && content.attachments.length === 0;
}

/** A message of the bot's own, by channel and ts. Slack takes no user id here, only the id of the conversation. */
function findOwn(state: State, args: Json, error: string): Message | string {
  const message = findVisible(state, args, "ts");
  if (typeof message === "string") return message;
  return message.isByBot ? message : error;
}

function findVisible(state: State, args: Json, field: string): Message | string {
  const channel = state.channels.get(textOf(args, "channel") ?? "");
  if (!channel) return "channel_not_found";
  const message = findMessage(state, channel.id, textOf(args, field) ?? "");
  return message && message.ephemeralFor === null ? message : "message_not_found";
}
