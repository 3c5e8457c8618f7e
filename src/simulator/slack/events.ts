import { findChannel } from "./commands.ts";
import { deliver } from "./delivery.ts";
import type { Ack, Line } from "./delivery.ts";
import { fileJson } from "./files.ts";
import type { Json } from "./json.ts";
import { storeMessage } from "./messages.ts";
import { eventOf } from "./payloads.ts";
import { findPerson, misuse, newId, newTs } from "./state.ts";
import type { Channel, Message, State } from "./state.ts";
import { viewJson } from "./views.ts";

type Upload = { readonly name: string; readonly mimetype: string; readonly content: Uint8Array | string };

export type Said = {
  readonly userId: string;
  /** Default: the direct conversation with the app. */
  readonly channelId?: string | undefined;
  readonly text: string;
  readonly threadTs?: string | undefined;
  readonly files?: readonly Upload[] | undefined;
};

/** A person writes. The app hears of it if it is in the channel and subscribes to its messages; else ack is null. */
export async function sendMessage(
  line: Line,
  said: Said,
): Promise<{ readonly message: Message; readonly ack: Ack | null }> {
  const { state } = line;
  const userId = findPerson(state, said.userId).id;
  const channel = findChannel(state, userId, said.channelId);
  const message = storeMessage(state, {
    channelId: channel.id,
    userId,
    text: said.text,
    threadTs: said.threadTs ?? null,
    clientMsgId: newId(state, "m"),
    files: (said.files ?? []).map((file) => storeUpload(state, userId, file)),
  });
  if (!channel.members.includes(state.botUserId)) return { message, ack: null };
  const ack = await sendEvent(line, kindOf(channel), messageEvent(state, channel, message));
  if (said.text.includes(`<@${state.botUserId}>`)) {
    const { channel_type: _type, ...mention } = messageEvent(state, channel, message);
    await sendEvent(line, "app_mention", { ...mention, type: "app_mention" });
  }
  return { message, ack };
}

/** A person opens the app's home: the app hears app_home_opened, with the view shown so far. */
export async function openHome(
  line: Line,
  request: { readonly userId: string; readonly tab?: "home" | "messages" },
): Promise<Ack | null> {
  const { state } = line;
  const userId = findPerson(state, request.userId).id;
  const channel = findChannel(state, userId, undefined);
  const view = state.homes.get(userId);
  return sendEvent(line, "app_home_opened", {
    type: "app_home_opened",
    user: userId,
    channel: channel.id,
    tab: request.tab ?? "home",
    event_ts: newTs(state),
    ...(view ? { view: viewJson(state, view) } : {}),
  });
}

/** The workspace removes the app: its token is refused from now on. */
export async function uninstall(line: Line): Promise<Ack | null> {
  line.state.installation = "uninstalled";
  return sendEvent(line, "app_uninstalled", { type: "app_uninstalled", event_ts: newTs(line.state) });
}

/** The bot's token is revoked. */
export async function revokeTokens(line: Line): Promise<Ack | null> {
  line.state.installation = "revoked";
  const tokens = { oauth: [], bot: [line.state.botUserId] };
  return sendEvent(line, "tokens_revoked", { type: "tokens_revoked", tokens, event_ts: newTs(line.state) });
}

/** Sends any event the app subscribes to; null when it does not. `subscription` is the name in the manifest. */
export async function sendEvent(line: Line, subscription: string, event: Json): Promise<Ack | null> {
  const { state } = line;
  if (!state.events.includes(subscription)) return null;
  const payload = eventOf(state, event, newId(state, "Ev"));
  return deliver(line, { kind: "events_api", payload });
}

/** Sends the last event once more, as Slack does at once, after one and after five minutes without an answer. */
export async function retryLastEvent(line: Line, number = 1, reason = "http_timeout"): Promise<Ack> {
  if (!line.state.lastEvent) throw misuse("No event was sent yet, so none can be sent again.");
  return deliver(line, { kind: "events_api", payload: line.state.lastEvent }, { number, reason });
}

function kindOf(channel: Channel): string {
  if (channel.isIm) return "message.im";
  return channel.isPrivate ? "message.groups" : "message.channels";
}

function messageEvent(state: State, channel: Channel, message: Message): Json {
  return {
    type: "message",
    ...(message.files.length > 0
      ? { subtype: "file_share", files: message.files.map((id) => fileJson(state, id)) }
      : {}),
    user: message.userId,
    client_msg_id: message.clientMsgId,
    text: message.text,
    ts: message.ts,
    event_ts: message.ts,
    team: state.team.id,
    channel: channel.id,
    channel_type: channel.isIm ? "im" : channel.isPrivate ? "group" : "channel",
    ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
  };
}

function storeUpload(state: State, userId: string, upload: Upload): string {
  const id = newId(state, "F");
  const content = typeof upload.content === "string" ? new TextEncoder().encode(upload.content) : upload.content;
  const { name, mimetype } = upload;
  state.files.set(id, { id, name, title: name, mimetype, userId, content, isShared: true });
  return id;
}
