import { checkTeamsCard, TEAMS_LIMITS, utf16Bytes } from "#chat/teams/limits.ts";
import { isJson, jsonList, textOf, type Json } from "#simulator/slack/json.ts";
import { newId, personalId, recordRefusal, type Conversation, type Message, type Person, type State } from "./state.ts";

export type Answer = { readonly status: number; readonly body: Json };

const CARD = "application/vnd.microsoft.card.adaptive";
const PAGE = 50;
const SECOND_MS = 1_000;

/** POST /v3/conversations: the chat of one person with the app, where it is installed. */
export function createConversation(state: State, body: Json): Answer {
  const [member] = jsonList(body["members"]);
  const wanted = member === undefined ? null : textOf(member, "id");
  const person = [...state.people.values()].find(({ id, aadObjectId }) => id === wanted || aadObjectId === wanted);
  if (person === undefined) return refusal(404, "UserNotFound");
  const conversation = state.conversations.get(personalId(person));
  if (conversation?.hasApp !== true) return refusal(403, "ForbiddenOperationException");
  return { status: 201, body: { id: conversation.id } };
}

/** POST .../activities: a new message. */
export function sendActivity(state: State, conversationId: string, body: Json): Answer {
  const conversation = openConversation(state, conversationId);
  if ("status" in conversation) return conversation;
  if (state.options.hasRealRates === true) {
    const waitMs = state.gate.admit(conversationId);
    if (waitMs > 0) return { ...refusal(429, "TooManyRequests"), retryAfter: Math.ceil(waitMs / SECOND_MS) } as Answer;
  }
  const wrong = refused(state, body);
  if (wrong !== null) return wrong;
  const message = storeMessage(state, conversation, { ...contentOf(body), fromId: state.botId, isByBot: true });
  return { status: 201, body: { id: message.id } };
}

/** PUT .../activities/ID: what people see in its place from now on. */
export function updateActivity(state: State, conversationId: string, messageId: string, body: Json): Answer {
  const conversation = openConversation(state, conversationId);
  if ("status" in conversation) return conversation;
  const message = state.messages.get(conversation.id)?.get(messageId);
  if (message?.isByBot !== true) return refusal(404, "ActivityNotFoundInConversation");
  const wrong = refused(state, body);
  if (wrong !== null) return wrong;
  state.messages
    .get(conversation.id)
    ?.set(messageId, { ...message, ...contentOf(body), isEdited: true, views: new Map<string, Json>() });
  return { status: 200, body: { id: messageId } };
}

/** DELETE of a message. */
export function deleteActivity(state: State, conversationId: string, messageId: string): Answer {
  const isThere = state.messages.get(baseOf(conversationId))?.delete(messageId) === true;
  return isThere ? { status: 200, body: {} } : refusal(404, "ActivityNotFoundInConversation");
}

/** GET of one member, by id or directory id. */
export function memberOf(state: State, conversationId: string, who: string): Answer {
  const conversation = openConversation(state, conversationId);
  if ("status" in conversation) return conversation;
  const person = membersOf(state, conversation).find(({ id, aadObjectId }) => id === who || aadObjectId === who);
  return person === undefined
    ? refusal(404, "MemberNotFoundInConversation")
    : { status: 200, body: memberJson(state, person) };
}

/** GET of the roster, page by page. */
export function pagedMembers(state: State, conversationId: string, from: string | null): Answer {
  const conversation = openConversation(state, conversationId);
  if ("status" in conversation) return conversation;
  const start = Number(from ?? "0");
  const people = membersOf(state, conversation);
  const members = people.slice(start, start + PAGE).map((person) => memberJson(state, person));
  const next = start + PAGE < people.length ? { continuationToken: String(start + PAGE) } : {};
  return { status: 200, body: { members, ...next } };
}

/** GET /v3/teams/ID: what the team is called. */
export function teamOf(state: State, teamId: string): Answer {
  const general = openConversation(state, teamId);
  return "status" in general
    ? general
    : { status: 200, body: { id: teamId, name: general.name, tenantId: state.options.tenantId } };
}

/** GET /v3/teams/ID/conversations: its channels; the first is General and has no name of its own. */
export function channelsOf(state: State, teamId: string): Answer {
  const general = openConversation(state, teamId);
  if ("status" in general) return general;
  const channels = [...state.conversations.values()].filter((one) => one.kind === "channel" && one.teamId === teamId);
  const conversations = channels.map(({ id, name }) => (id === teamId ? { id } : { id, name }));
  return { status: 200, body: { conversations } };
}

/** Puts a message into a conversation, with an id and a time of its own. */
export function storeMessage(
  state: State,
  conversation: Conversation,
  content: Pick<Message, "fromId" | "isByBot" | "text" | "summary" | "card">,
): Message {
  const message: Message = {
    ...content,
    conversationId: conversation.id,
    id: newId(state),
    at: state.now().toISOString(),
    isEdited: false,
    views: new Map(),
  };
  const all = state.messages.get(conversation.id) ?? new Map<string, Message>();
  all.set(message.id, message);
  state.messages.set(conversation.id, all);
  return message;
}

function openConversation(state: State, id: string): Conversation | Answer {
  const conversation = state.conversations.get(baseOf(id));
  if (conversation === undefined) return refusal(404, "ConversationNotFound");
  if (conversation.isArchived) return refusal(403, "TeamArchived");
  return conversation.hasApp ? conversation : refusal(403, "BotNotInConversationRoster");
}

/** A channel's thread is in the channel. */
function baseOf(id: string): string {
  return id.replace(/;messageid=.*$/, "");
}

function membersOf(state: State, conversation: Conversation): readonly Person[] {
  return conversation.members.flatMap((id) => state.people.get(id) ?? []);
}

function memberJson(state: State, person: Person): Json {
  return {
    id: person.id,
    name: person.name,
    objectId: person.aadObjectId,
    aadObjectId: person.aadObjectId,
    ...(person.email === null ? {} : { email: person.email }),
    userPrincipalName: person.userPrincipalName ?? person.email ?? `${person.aadObjectId}@example.com`,
    tenantId: person.tenantId ?? state.options.tenantId,
    userRole: person.isGuest === true ? "guest" : "user",
  };
}

/** Null when Teams would take the message. */
function refused(state: State, body: Json): Answer | null {
  const kinds: readonly unknown[] = ["personal", "groupChat", "channel", undefined];
  if (isJson(body["conversation"]) && !kinds.includes(body["conversation"]["conversationType"])) {
    recordRefusal(state, "message", ["names a kind of conversation that there is not"]);
    return refusal(400, "BadArgument");
  }
  const size = utf16Bytes(JSON.stringify(body));
  if (size > TEAMS_LIMITS.messageBytes) {
    recordRefusal(state, "message", [`has ${size} bytes`]);
    return refusal(413, "MessageSizeTooBig");
  }
  const card = cardIn(body);
  const reasons = card === null ? [] : checkTeamsCard(card);
  if (reasons.length > 0) recordRefusal(state, "card", reasons);
  return reasons.length > 0 ? refusal(400, "BadSyntax") : null;
}

function contentOf(body: Json): Pick<Message, "text" | "summary" | "card"> {
  return { text: textOf(body, "text") ?? "", summary: textOf(body, "summary") ?? "", card: cardIn(body) };
}

function cardIn(body: Json): Json | null {
  const attached = jsonList(body["attachments"]).find((one) => one["contentType"] === CARD);
  return isJson(attached?.["content"]) ? attached["content"] : null;
}

/** An error as the connector service writes it. */
export function refusal(status: number, code: string): Answer {
  return { status, body: { error: { code, message: code } } };
}
