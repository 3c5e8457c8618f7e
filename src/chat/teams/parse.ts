import { z } from "zod";

import { decodeAction, type Action } from "#cards/action.ts";
import type { ChatRequest, Did } from "#chat/request.ts";
import type { Place } from "#usecases/people/chat-places.ts";
import type { SentFile } from "#usecases/ports.ts";
import type { TeamsActivity } from "./activity.ts";
import type { Origin } from "./origin.ts";
import { readAnswer } from "./render-form.ts";

/** A request of Teams' with what only Teams needs to answer it. */
export interface TeamsRequest extends ChatRequest {
  readonly origin: Origin;
  /** How the answer goes back: as a message, as the card that replaces the one clicked, or as what a dialog shows. */
  readonly asks: "message" | "card" | "dialog";
}

const executeSchema = z.looseObject({
  action: z.looseObject({ data: z.looseObject({}).nullish() }),
});
const FILE_TYPE = "application/vnd.microsoft.teams.file.download.info";
const fileSchema = z.looseObject({ downloadUrl: z.url().max(4_000) });
const taskSchema = z.looseObject({ data: z.looseObject({}).nullish() });

/** Reads an authentic activity; null = nothing for Relais (a reaction, an edit, somebody who joined a channel). */
export function parseTeams(activity: TeamsActivity): TeamsRequest | null {
  switch (activity.type) {
    case "message":
      return readMessage(activity);
    case "invoke":
      return readInvoke(activity);
    case "installationUpdate":
    case "conversationUpdate":
      return readInstalled(activity);
    default:
      return null;
  }
}

type HeardFrom = Omit<Place, "chat" | "homeMessage">;

/** What Teams tells of a channel or a whole team that nobody can write in any more. */
const CHANNEL_GONE: ReadonlySet<string> = new Set(["channelDeleted"]);
const TEAM_GONE: ReadonlySet<string> = new Set(["teamArchived", "teamDeleted", "teamHardDeleted"]);

/** Where the activity comes from, to be kept; `gone` = nothing can be sent there any more. */
export function placeOf(
  activity: TeamsActivity,
  tenantId: string,
): { readonly is: "heard"; readonly place: HeardFrom } | { readonly is: "gone"; readonly conversation: string } {
  const { channelData, conversation } = activity;
  const gone = (id: string | undefined) => ({
    is: "gone" as const,
    conversation: withoutThread(id ?? conversation.id),
  });
  const wasRemoved = activity.type === "installationUpdate" && activity.action?.startsWith("remove") === true;
  const leftItself = activity.membersRemoved?.some((member) => member.id === activity.recipient.id) === true;
  if (wasRemoved || leftItself) return gone(undefined);
  const event = channelData?.eventType ?? "";
  if (CHANNEL_GONE.has(event)) return gone(channelData?.channel?.id);
  if (TEAM_GONE.has(event)) return gone(channelData?.team?.id);
  return { is: "heard", place: heardFrom(activity, tenantId) };
}

function heardFrom(activity: TeamsActivity, tenantId: string): HeardFrom {
  const { channelData, conversation } = activity;
  const kind = kindOf(activity);
  return {
    conversation: withoutThread(activity.conversation.id),
    teamId: tenantId,
    kind,
    serviceUrl: activity.serviceUrl,
    userId: kind === "direct" ? userOf(activity) : null,
    name: kind === "direct" ? null : (channelData?.channel?.name ?? conversation.name ?? null),
    team: kind === "channel" ? (channelData?.team?.id ?? null) : null,
  };
}

function readMessage(activity: TeamsActivity): TeamsRequest | null {
  const file = sentFile(activity);
  if (file !== null) return { ...commonOf(activity, null), asks: "message", did: { is: "file", file }, at: null };
  const text = withoutMentions(withColleagues(activity));
  if (text === "") return null;
  return { ...commonOf(activity, null), asks: "message", did: { is: "message", text }, at: null };
}

/** A file dropped in the bot's own chat: Teams says where it can be read for a few minutes, by whoever knows the address. */
function sentFile(activity: TeamsActivity): SentFile | null {
  const found = activity.attachments?.find(({ contentType }) => contentType === FILE_TYPE);
  const url = fileSchema.safeParse(found?.content).data?.downloadUrl;
  return url === undefined || kindOf(activity) !== "direct" ? null : { name: found?.name ?? "", url, size: null };
}

/** A click, or a dialog that opens or comes back. */
function readInvoke(activity: TeamsActivity): TeamsRequest | null {
  switch (activity.name) {
    case "adaptiveCard/action": {
      const data = executeSchema.safeParse(activity.value).data?.action.data;
      return data === undefined || data === null ? null : clicked(activity, "card", data);
    }
    case "task/fetch":
    case "task/submit": {
      const data = taskSchema.safeParse(activity.value).data?.data;
      return data === undefined || data === null ? null : clicked(activity, "dialog", data);
    }
    default:
      return null;
  }
}

function clicked(activity: TeamsActivity, asks: "card" | "dialog", data: object): TeamsRequest {
  const answered = readAnswer(data);
  const common = commonOf(activity, answered?.openedFrom ?? activity.replyToId ?? null);
  const did: Did = answered === null ? didOf(data) : { is: "form", answer: answered.answer };
  const { message, conversation } = common.origin;
  return { ...common, asks, did, at: message === null ? null : { conversation: withoutThread(conversation), message } };
}

function didOf(data: object): Did {
  if ("cancelled" in data) return { is: "look-again" };
  return { is: "action", action: actionIn(data) };
}

/** The button's own action, or the one chosen in the list beside it. */
function actionIn(data: Readonly<{ action?: unknown; chosenIn?: unknown }>): Action | null {
  const chosen =
    typeof data.chosenIn === "string" ? (data as Readonly<Record<string, unknown>>)[data.chosenIn] : data.action;
  return typeof chosen === "string" ? decodeAction(chosen) : null;
}

/** The app was added to somebody's own chat, which Teams may tell in two ways: the home card comes once. */
function readInstalled(activity: TeamsActivity): TeamsRequest | null {
  const wasAdded =
    (activity.type === "installationUpdate" && activity.action?.startsWith("add") === true) ||
    activity.membersAdded?.some((member) => member.id === activity.recipient.id) === true;
  const userId = userOf(activity);
  if (!wasAdded || kindOf(activity) !== "direct" || userId === null) return null;
  const common = commonOf(activity, null);
  return {
    ...common,
    key: `teams:installed:${activity.conversation.id}`,
    from: { ...common.from, userId },
    place: "home",
    asks: "message",
    did: { is: "home-opened" },
    at: null,
  };
}

function commonOf(activity: TeamsActivity, message: string | null) {
  const isDirect = kindOf(activity) === "direct";
  return {
    chat: "teams" as const,
    key: `teams:${activity.conversation.id}:${activity.id}`,
    from: {
      teamId: activity.conversation.tenantId ?? activity.channelData?.tenant?.id ?? "",
      userId: activity.from.id,
    },
    place: isDirect ? ("direct" as const) : ("channel" as const),
    conversation: withoutThread(activity.conversation.id),
    // A form can always be shown: in a dialog, or in a card of its own.
    opensForms: true,
    origin: { conversation: activity.conversation.id, isDirect, message },
  };
}

function kindOf({ conversation }: TeamsActivity): Place["kind"] {
  switch (conversation.conversationType) {
    case "channel":
      return "channel";
    case "groupChat":
      return "group";
    default:
      return conversation.isGroup === true ? "group" : "direct";
  }
}

/** The person in a direct conversation: whoever is not the bot. */
function userOf({ from, recipient, membersAdded = [] }: TeamsActivity): string | null {
  if (from.id !== recipient.id && !from.id.startsWith("28:")) return from.id;
  return membersAdded.find(({ id }) => id !== recipient.id)?.id ?? null;
}

/** A channel's id without the thread in it: a channel is one place, however many threads. */
export function withoutThread(conversation: string): string {
  return conversation.replace(/;messageid=.*$/, "");
}

/** "<at>Marie Petit</at>" as "<@29:…>", the way both chats' words name who was mentioned; the bot itself is left. */
function withColleagues({ text, entities, recipient }: TeamsActivity): string {
  let named = text ?? "";
  for (const { type, text: said, mentioned } of entities ?? []) {
    if (type !== "mention" || !said || !mentioned || mentioned.id === recipient.id || mentioned.id.startsWith("28:"))
      continue;
    named = named.replaceAll(said, `&lt;@${mentioned.id}&gt;`);
  }
  return named;
}

/** "<at>Relais</at> encours Garnier &amp; Fils" as it was typed. */
function withoutMentions(text: string): string {
  return text
    .replaceAll(/<at\b[^>]*>.*?<\/at>/gs, " ")
    .replaceAll("&nbsp;", " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .trim();
}
