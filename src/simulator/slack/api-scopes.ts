/** The bot scope each method needs; several are alternatives. Source: the method pages of docs.slack.dev. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  "chat.postMessage": ["chat:write"],
  "chat.postEphemeral": ["chat:write"],
  "chat.update": ["chat:write"],
  "chat.delete": ["chat:write"],
  "reactions.add": ["reactions:write"],
  "reactions.remove": ["reactions:write"],
  "users.info": ["users:read"],
  "users.list": ["users:read"],
  "users.lookupByEmail": ["users:read.email"],
  "team.info": ["team:read"],
  "conversations.open": ["im:write"],
  "files.getUploadURLExternal": ["files:write"],
  "files.completeUploadExternal": ["files:write"],
  "files.info": ["files:read"],
};

/** Methods on conversations need the scope of the conversation's kind: `channels:read`, `groups:history`... */
const BY_KIND: Readonly<Record<string, string>> = {
  "conversations.info": "read",
  "conversations.members": "read",
  "conversations.list": "read",
  "users.conversations": "read",
  "conversations.history": "history",
  "conversations.replies": "history",
};

export type ConversationKind = "channels" | "groups" | "im";

/** The scopes of which one is missing for a call on conversations of these kinds; none when it may be made. */
export function missingScopes(
  method: string,
  kinds: readonly ConversationKind[],
  granted: readonly string[],
): readonly string[] {
  const level = BY_KIND[method];
  const needed = level === undefined ? (SCOPES[method] ?? []) : kinds.map((kind) => `${kind}:${level}`);
  return needed.filter((scope) => !granted.includes(scope));
}
