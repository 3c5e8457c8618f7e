import { findSlackViolations } from "#chat/slack/limits.ts";

import { accept, refuse } from "./api-answer.ts";
import type { ApiMethods } from "./api-answer.ts";
import { CHAT_METHODS } from "./api-chat.ts";
import { CONVERSATION_METHODS } from "./api-conversations.ts";
import { FILE_METHODS } from "./api-files.ts";
import { PEOPLE_METHODS } from "./api-people.ts";
import { missingScopes } from "./api-scopes.ts";
import type { ConversationKind } from "./api-scopes.ts";
import { VIEW_METHODS } from "./api-views.ts";
import { parseJson, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { secondsToWait } from "./rates.ts";
import { newId, recordRefusal } from "./state.ts";
import type { State } from "./state.ts";

export type ApiReply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json;
};

const METHODS: ApiMethods = {
  ...PEOPLE_METHODS,
  ...CONVERSATION_METHODS,
  ...CHAT_METHODS,
  ...VIEW_METHODS,
  ...FILE_METHODS,
  "apps.connections.open": (state) =>
    accept({ url: `${state.publicUrl.replace(/^http/, "ws")}/socket?ticket=${newId(state, "S")}` }),
};

const JSON_FIELDS = ["blocks", "attachments", "view", "metadata", "files", "unfurls"];
const HAS_PAYLOAD = [
  "chat.postMessage",
  "chat.postEphemeral",
  "chat.update",
  "views.open",
  "views.push",
  "views.update",
  "views.publish",
];

/** Answers one call as Slack would: known method, token, scope, rate, limits, then the method itself. */
export function answerCall(state: State, method: string, args: Json, token: string | null): ApiReply {
  const run = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined;
  if (!run) return plainReply(refuse("unknown_method"));
  const denied = denyToken(state, method, token) ?? denyScope(state, method, args);
  if (denied) return plainReply(denied);
  const wait = state.options.hasRealRates === true ? secondsToWait(state, method, args) : 0;
  if (wait > 0) return tooManyCalls(wait);
  const broken = JSON_FIELDS.find((field) => typeof args[field] === "string" && args[field] !== "");
  if (broken !== undefined)
    return plainReply(refuse(broken === "blocks" ? "invalid_blocks_format" : "invalid_arguments"));
  return plainReply((HAS_PAYLOAD.includes(method) ? denyPayload(state, method, args) : null) ?? run(state, args));
}

/** Slack's 429, which says for how long to keep away. */
export function tooManyCalls(seconds: number): ApiReply {
  return { status: 429, headers: { "retry-after": String(seconds) }, body: refuse("ratelimited") };
}

/** Fields that a form carries as JSON text, as the values they are. Broken JSON stays text, and is refused later. */
export function decodeFields(fields: Json): Json {
  const decoded = JSON_FIELDS.flatMap((field) => {
    const value = fields[field];
    const parsed = typeof value === "string" ? parseJson(value) : undefined;
    return parsed === undefined ? [] : [[field, parsed] as const];
  });
  return { ...fields, ...Object.fromEntries(decoded) };
}

/** Refuses what breaks a limit, with Slack's error, and keeps it for whoever wants to know. */
export function denyPayload(state: State, method: string, args: Json): Json | null {
  const violations = findSlackViolations(method, args);
  const first = violations[0];
  if (!first) return null;
  const reasons = violations.map((violation) => violation.sentence);
  recordRefusal(state, method, first.error, reasons, args);
  return refuse(
    first.error,
    reasons.map((reason) => `[ERROR] ${reason}`),
  );
}

function plainReply(body: Json): ApiReply {
  return { status: 200, headers: {}, body };
}

function denyToken(state: State, method: string, token: string | null): Json | null {
  if (method === "api.test") return null;
  if (token === null) return refuse("not_authed");
  const isForApp = method === "apps.connections.open";
  if (isForApp && token === state.options.botToken) return refuse("not_allowed_token_type");
  if (token !== (isForApp ? state.options.appToken : state.options.botToken)) return refuse("invalid_auth");
  if (state.installation === "installed") return null;
  return refuse(state.installation === "revoked" ? "token_revoked" : "account_inactive");
}

function denyScope(state: State, method: string, args: Json): Json | null {
  const granted = state.options.scopes;
  const missing = granted ? missingScopes(method, kindsOf(state, args), granted) : [];
  return missing.length === 0
    ? null
    : { ...refuse("missing_scope"), needed: missing.join(","), provided: granted?.join(",") };
}

function kindsOf(state: State, args: Json): readonly ConversationKind[] {
  const channel = state.channels.get(textOf(args, "channel") ?? "");
  if (channel) return [channel.isIm ? "im" : channel.isPrivate ? "groups" : "channels"];
  const types = (textOf(args, "types") ?? "public_channel").split(",");
  const kinds = { public_channel: "channels", private_channel: "groups", im: "im" } as const;
  return types.flatMap((type) => (type in kinds ? [kinds[type as keyof typeof kinds]] : []));
}
