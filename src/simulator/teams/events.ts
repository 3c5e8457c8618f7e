import { storeMessage } from "./connector.ts";
import { activityOf, deliver, type Ack } from "./delivery.ts";
import {
  findConversation,
  findPerson,
  newId,
  personalId,
  type Conversation,
  type Message,
  type State,
} from "./state.ts";

export type Said = {
  readonly userId: string;
  /** Default: their own chat with the app. */
  readonly conversationId?: string | undefined;
  readonly text: string;
  /** Dropped with it: text files. */
  readonly files?: readonly { readonly name: string; readonly content: string }[] | undefined;
  /** In a channel or a group the app hears only what mentions it: so it is mentioned unless this is false. */
  readonly isMention?: boolean | undefined;
};

/** A person writes. The app hears of it in their own chat, and elsewhere when it is mentioned; else ack is null. */
export async function sendMessage(
  state: State,
  said: Said,
): Promise<{ readonly message: Message; readonly ack: Ack | null }> {
  const person = findPerson(state, said.userId);
  const conversation = findConversation(state, person, said.conversationId);
  const isMention = conversation.kind !== "personal" && said.isMention !== false;
  const text = isMention ? `<at>Relais</at> ${said.text}` : said.text;
  const content = { text, summary: "", card: null };
  const message = storeMessage(state, conversation, { ...content, fromId: person.id, isByBot: false });
  if (!conversation.hasApp || (conversation.kind !== "personal" && !isMention)) return { message, ack: null };
  const mention = { type: "mention", mentioned: { id: state.botId, name: "Relais" }, text: "<at>Relais</at>" };
  const own = {
    type: "message",
    id: message.id,
    text,
    textFormat: "plain",
    ...(isMention ? { entities: [mention] } : {}),
    ...((said.files ?? []).length === 0 ? {} : { attachments: (said.files ?? []).map((file) => dropped(state, file)) }),
  };
  const activity = activityOf(state, person, conversation, own);
  return { message, ack: await deliver(state, inThread(activity, conversation, message)) };
}

/** Teams keeps the file and says where it can be read, without any other right to it. */
function dropped(state: State, { name, content }: { readonly name: string; readonly content: string }) {
  const id = newId(state);
  state.files.set(id, content);
  const downloadUrl = `${state.publicUrl}/files/${id}`;
  const fileType = name.split(".").at(-1) ?? "";
  return {
    contentType: "application/vnd.microsoft.teams.file.download.info",
    name,
    content: { downloadUrl, uniqueId: id, fileType },
  };
}

/** The app is installed in somebody's own chat, by them or for them; Teams tells it twice. */
export async function install(state: State, who: string): Promise<readonly Ack[]> {
  const person = findPerson(state, who);
  const conversation = setApp(state, findConversation(state, person, personalId(person)), true);
  const added = { type: "installationUpdate", action: "add" };
  return [
    await deliver(state, activityOf(state, person, conversation, joined(state))),
    await deliver(state, activityOf(state, person, conversation, added)),
  ];
}

/** The app is removed from somebody's own chat. */
export async function uninstall(state: State, who: string): Promise<Ack> {
  const person = findPerson(state, who);
  const conversation = setApp(state, findConversation(state, person, personalId(person)), false);
  return deliver(state, activityOf(state, person, conversation, { type: "installationUpdate", action: "remove" }));
}

/** The app is added to a group or a channel by one of its members. */
export async function addTo(state: State, who: string, conversationId: string): Promise<Ack> {
  const person = findPerson(state, who);
  const conversation = setApp(state, findConversation(state, person, conversationId), true);
  return deliver(state, activityOf(state, person, conversation, joined(state)));
}

/** One of its members takes the app out of a group or a channel. */
export async function removeFrom(state: State, who: string, conversationId: string): Promise<Ack> {
  const person = findPerson(state, who);
  const conversation = setApp(state, findConversation(state, person, conversationId), false);
  const left = { type: "conversationUpdate", membersRemoved: [{ id: state.botId }] };
  return deliver(state, activityOf(state, person, conversation, left));
}

/** A channel's team is archived. `isHeard` false: the app was not told of it. */
export async function archive(
  state: State,
  { userId, conversationId, isHeard }: { userId: string; conversationId: string; isHeard?: boolean | undefined },
): Promise<Ack | null> {
  const person = findPerson(state, userId);
  const conversation = findConversation(state, person, conversationId);
  state.conversations.set(conversation.id, { ...conversation, isArchived: true });
  if (isHeard === false) return null;
  const activity = activityOf(state, person, conversation, { type: "conversationUpdate" });
  return deliver(state, {
    ...activity,
    channelData: { ...(activity["channelData"] as object), eventType: "teamArchived" },
  });
}

function joined(state: State) {
  return { type: "conversationUpdate", membersAdded: [{ id: state.botId }], id: `f:${newId(state)}` };
}

function setApp(state: State, conversation: Conversation, hasApp: boolean): Conversation {
  const changed = { ...conversation, hasApp };
  state.conversations.set(conversation.id, changed);
  return changed;
}

/** In a channel every message begins or continues a thread, which its conversation id names. */
function inThread(activity: Readonly<Record<string, unknown>>, conversation: Conversation, message: Message) {
  if (conversation.kind !== "channel") return activity;
  const id = `${conversation.id};messageid=${message.id}`;
  return { ...activity, conversation: { ...(activity["conversation"] as object), id } };
}
