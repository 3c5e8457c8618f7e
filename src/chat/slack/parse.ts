import { createHash } from "node:crypto";

import { z } from "zod";

import { decodeAction } from "#cards/action.ts";
import type { ChatRequest, Did } from "#chat/request.ts";
import type { Posted, SentFile } from "#usecases/ports.ts";
import { originSchema, type Origin } from "./origin.ts";
import { readAnswer } from "./render-form.ts";

/** A request of Slack's with what only Slack needs to answer it. */
export interface SlackRequest extends ChatRequest {
  readonly origin: Origin;
  /** Opens one form within three seconds; null for an event. */
  readonly triggerId: string | null;
}

const id = z.string().min(1).max(100);
const sender = z.object({ id, team_id: id.optional() });
const team = z.object({ id }).nullish();

const command = z.object({
  command: z.string().startsWith("/").max(100),
  text: z.string().default(""),
  user_id: id,
  team_id: id.optional(),
  channel_id: id,
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
});

const click = z.object({
  type: z.literal("block_actions"),
  user: sender,
  team,
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  container: z
    .object({
      type: z.string(),
      message_ts: z.string().optional(),
      channel_id: id.optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  channel: z.object({ id }).optional(),
  message: z.object({ ts: z.string() }).optional(),
  view: z.object({ type: z.string() }).optional(),
  actions: z
    .array(z.object({ value: z.string().optional(), selected_option: z.object({ value: z.string() }).nullish() }))
    .min(1),
});

const submission = z.object({
  type: z.literal("view_submission"),
  user: sender,
  team,
  trigger_id: z.string().optional(),
  view: z.object({ private_metadata: z.string(), state: z.object({ values: z.unknown() }) }),
});

const written = {
  channel: id,
  user: id.optional(),
  user_team: id.optional(),
  text: z.string().optional(),
  subtype: z.string().optional(),
  bot_id: z.string().optional(),
  files: z
    .array(
      z.object({
        name: z.string().max(300).nullish(),
        size: z.number().nullish(),
        url_private: z.url().optional(),
        url_private_download: z.url().optional(),
      }),
    )
    .max(20)
    .optional()
    .catch(undefined),
};

type Written = z.infer<z.ZodObject<typeof written>>;

const event = z.object({
  event_id: id,
  team_id: id,
  event: z.discriminatedUnion("type", [
    z.object({ type: z.literal("app_home_opened"), user: id, tab: z.string().optional() }),
    z.object({ type: z.literal("message"), channel_type: z.string().optional(), ...written }),
    z.object({ type: z.literal("app_mention"), ...written }),
  ]),
});

/**
 * Reads a verified payload; null = nothing for Relais (its own messages, edits, another tab of the home, a shape it does not
 * know).
 */
export function parseSlack(body: unknown, received: Received): SlackRequest | null {
  return readCommand(body, received) ?? readClick(body, received) ?? readSubmission(body, received) ?? readEvent(body);
}

/** How a payload came in. */
export interface Received {
  /** What it was signed with; null in Socket Mode, where nothing can be replayed. */
  readonly signature: string | null;
  /** The workspace that Relais is installed in: whoever is given without a team is of this one. */
  readonly teamId: string;
}

/** The same words may be typed again, so a command is told apart by its signature, not by what it says. */
function readCommand(body: unknown, { signature, teamId }: Received): SlackRequest | null {
  const read = command.safeParse(body).data;
  if (read === undefined) return null;
  return {
    chat: "slack",
    key: `slack:command:${signature ?? hashOf(body)}`,
    from: { teamId: read.team_id ?? teamId, userId: read.user_id },
    did: { is: "command", name: read.command.slice(1), text: read.text },
    place: isDirect(read.channel_id) ? "direct" : "channel",
    conversation: read.channel_id,
    at: null,
    origin: originSchema.parse({ channel: read.channel_id, responseUrl: read.response_url }),
    ...triggered(read.trigger_id),
  };
}

function readClick(body: unknown, { teamId }: Received): SlackRequest | null {
  const read = click.safeParse(body).data;
  if (read === undefined) return null;
  const [first] = read.actions;
  const { container } = read;
  const channel = container?.channel_id ?? read.channel?.id;
  const isInView = container?.type === "view" || read.view !== undefined;
  const origin = originSchema.parse({
    channel,
    message: container?.message_ts ?? read.message?.ts,
    isEphemeral: container?.is_ephemeral,
    isHome: isInView,
    responseUrl: read.response_url,
  });
  return {
    chat: "slack",
    key: `slack:click:${hashOf(body)}`,
    from: { teamId: read.user.team_id ?? read.team?.id ?? teamId, userId: read.user.id },
    did: { is: "action", action: decodeAction(first?.value ?? first?.selected_option?.value ?? "") },
    place: isInView ? "home" : isDirect(channel ?? "") ? "direct" : "channel",
    conversation: origin.channel,
    at: messageAt(origin),
    origin,
    ...triggered(read.trigger_id),
  };
}

function readSubmission(body: unknown, { teamId }: Received): SlackRequest | null {
  const read = submission.safeParse(body).data;
  if (read === undefined) return null;
  const answered = readAnswer(read.view.private_metadata, read.view.state.values);
  if (answered === null) return null;
  return {
    chat: "slack",
    key: `slack:form:${hashOf(body)}`,
    from: { teamId: read.user.team_id ?? read.team?.id ?? teamId, userId: read.user.id },
    did: { is: "form", answer: answered.answer },
    place: "form",
    conversation: answered.origin.channel,
    at: messageAt(answered.origin),
    origin: answered.origin,
    ...triggered(read.trigger_id),
  };
}

function readEvent(body: unknown): SlackRequest | null {
  const read = event.safeParse(body).data;
  if (read === undefined) return null;
  const common = { chat: "slack" as const, key: `slack:event:${read.event_id}`, at: null, ...triggered(undefined) };
  if (read.event.type === "app_home_opened") {
    if (read.event.tab !== undefined && read.event.tab !== "home") return null;
    const did: Did = { is: "home-opened" };
    const from = { teamId: read.team_id, userId: read.event.user };
    return { ...common, from, did, place: "home", conversation: null, origin: originSchema.parse({ isHome: true }) };
  }
  const { user, text, channel } = read.event;
  const isMention = read.event.type === "app_mention";
  const file = sentFile(read.event);
  const isTyped = (read.event.subtype === undefined || file !== null) && read.event.bot_id === undefined;
  if (user === undefined || text === undefined || !isTyped || isDirect(channel) === isMention) return null;
  return {
    ...common,
    from: { teamId: read.event.user_team ?? read.team_id, userId: user },
    did:
      file !== null && !isMention
        ? { is: "file", file }
        : { is: "message", text: unescaped(isMention ? withoutMention(text) : text) },
    place: isMention ? "channel" : "direct",
    conversation: channel,
    origin: originSchema.parse({ channel }),
  };
}

/** The first file of a message that shares one; what is written beside it is not read. */
function sentFile({ subtype, files = [] }: Pick<Written, "subtype" | "files">): SentFile | null {
  const [file] = files;
  const url = file?.url_private_download ?? file?.url_private;
  if (subtype !== "file_share" || file === undefined || url === undefined) return null;
  return { name: file.name ?? "", url, size: file.size ?? null };
}

/** "<@U0RELAISBOT> encours garnier" as it was meant; whoever else is mentioned stays. */
function withoutMention(text: string): string {
  return text.replace(/^\s*<@[A-Z0-9]+(\|[^>]*)?>/, "").trim();
}

/** An event brings no trigger, so no form can be opened then. */
function triggered(triggerId: string | undefined): Pick<SlackRequest, "triggerId" | "opensForms"> {
  return { triggerId: triggerId ?? null, opensForms: triggerId !== undefined };
}

/** The message that was acted on, where it can be changed later: an ephemeral one cannot. */
function messageAt(origin: Origin): Posted | null {
  if (origin.channel === null || origin.message === null || origin.isEphemeral) return null;
  return { conversation: origin.channel, message: origin.message };
}

/** Ids of direct conversations begin with D; groups and channels with G and C. */
function isDirect(channel: string): boolean {
  return channel.startsWith("D");
}

/** Slack writes & < > of what people type as entities in events. */
function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function hashOf(body: unknown): string {
  return createHash("sha256").update(JSON.stringify(body)).digest("base64url");
}
