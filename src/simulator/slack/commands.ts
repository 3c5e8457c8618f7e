import { directOf, openDirect } from "./channels.ts";
import { deliver } from "./delivery.ts";
import type { Ack, Line } from "./delivery.ts";
import { isJson } from "./json.ts";
import type { Json } from "./json.ts";
import { messageJson } from "./messages.ts";
import { findMessage } from "./messages.ts";
import { commandOf, interactionOf } from "./payloads.ts";
import { showAnswer } from "./response-url.ts";
import { findPerson, misuse, newTs } from "./state.ts";
import type { Channel, Message, State } from "./state.ts";
import { issueResponseUrl, issueTrigger } from "./triggers.ts";
import { denyPayload } from "./web-api.ts";

export type Command = {
  readonly userId: string;
  /** Default: the direct conversation with the app. */
  readonly channelId?: string | undefined;
  /** With its slash. */
  readonly command: string;
  readonly text?: string | undefined;
};

/** A command's acknowledgement, and the message it is shown as when it has a text or blocks. */
export type CommandOutcome = { readonly ack: Ack; readonly shown: Message | null };

/** Types a slash command. The body of the answer is shown to the person alone, unless it says in_channel. */
export async function command(line: Line, request: Command): Promise<CommandOutcome> {
  const { state } = line;
  const userId = findPerson(state, request.userId).id;
  if (!/^\/\S+$/.test(request.command)) throw misuse(`"${request.command}" is no command: it begins with a slash.`);
  const channel = findChannel(state, userId, request.channelId);
  const name = channel.isPrivate && !channel.isIm ? "privategroup" : channel.name;
  const payload = {
    ...commandOf(state, userId, { id: channel.id, name }),
    command: request.command,
    text: request.text ?? "",
    response_url: issueResponseUrl(state, userId, channel.id, null),
    trigger_id: issueTrigger(state, userId),
  };
  const ack = await deliver(line, { kind: "slash_commands", payload });
  const body = typeof ack.body === "string" ? { text: ack.body } : ack.body;
  const isShown = ack.error === null && isJson(body) && denyPayload(state, "ack", body) === null;
  return { ack, shown: isShown ? showAnswer(state, { userId, channelId: channel.id }, body) : null };
}

/** Chooses a shortcut: on a message when `ts` is given, from the lightning menu else. */
export async function shortcut(
  line: Line,
  request: {
    readonly userId: string;
    readonly callbackId: string;
    readonly channelId?: string | undefined;
    readonly ts?: string | undefined;
  },
): Promise<Ack> {
  const { state } = line;
  const userId = findPerson(state, request.userId).id;
  const common = { callback_id: request.callbackId, trigger_id: issueTrigger(state, userId), action_ts: newTs(state) };
  if (request.ts === undefined) {
    return deliver(line, { kind: "interactive", payload: { ...interactionOf(state, "shortcut", userId), ...common } });
  }
  const channel = findChannel(state, userId, request.channelId);
  const onMessage = messagePart(state, userId, channel, request.ts);
  const payload = { ...interactionOf(state, "message_action", userId), ...common, ...onMessage };
  return deliver(line, { kind: "interactive", payload });
}

function messagePart(state: State, userId: string, channel: Channel, ts: string): Json {
  const message = findMessage(state, channel.id, ts);
  if (!message || message.ephemeralFor !== null) throw misuse(`There is no message ${ts} in ${channel.id}.`);
  return {
    message_ts: ts,
    message: messageJson(state, message),
    channel: { id: channel.id, name: channel.name },
    response_url: issueResponseUrl(state, userId, channel.id, ts),
  };
}

/** The channel a person acts in; their direct conversation with the app is made when they first use it. */
export function findChannel(state: State, userId: string, channelId: string | undefined): Channel {
  if (channelId === undefined) return directOf(state, userId) ?? openDirect(state, userId);
  const name = channelId.replace(/^#/, "");
  const channel =
    state.channels.get(channelId) ?? [...state.channels.values()].find((one) => !one.isIm && one.name === name);
  if (!channel) throw misuse(`There is no channel ${channelId}.`);
  if (!channel.members.includes(userId)) throw misuse(`This person is not in ${channelId}.`);
  return channel;
}
