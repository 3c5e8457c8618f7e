import { checkTeamsCard } from "#chat/teams/limits.ts";
import { isJson, type Json } from "#simulator/slack/json.ts";
import { activityOf, deliver, type Ack } from "./delivery.ts";
import { filledIn, findAction, missing, type Wanted } from "./elements.ts";
import { findConversation, findPerson, misuse, recordRefusal, type Dialog, type Message, type State } from "./state.ts";

/** A tap on a button of a card; `values` by input id. */
export type Click = Wanted & {
  /** Id, directory id or e-mail. */
  readonly userId: string;
  /** Default: their own chat with the app. */
  readonly conversationId?: string | undefined;
  readonly messageId: string;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
};

export type Submission = {
  readonly userId: string;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
};

/** What came of it: what the app answered, and what the person sees then. */
export type Outcome = {
  /** Null when nothing was sent, because a required field is empty. */
  readonly ack: Ack | null;
  /** How many taps it took, unfolding included. */
  readonly taps: number;
  /** Sentences under fields. */
  readonly errors: Readonly<Record<string, string>>;
  readonly shows: "card" | "message" | "dialog" | "nothing" | "trouble";
};

/** Taps a button. What the app answers is shown: another card in its place, a sentence, a dialog. */
export async function click(state: State, request: Click): Promise<Outcome> {
  const prepared = prepareClick(state, request);
  if (Object.keys(prepared.errors).length > 0) return { ...prepared, ack: null, shows: "nothing" };
  const { activity, errors, message, taps, userId } = prepared;
  const ack = await deliver(state, activity);
  const isDialog = activity["name"] === "task/fetch";
  const shows = isDialog ? showTask(state, userId, message, ack) : showAnswer(state, userId, message, ack);
  return { ack, taps, errors, shows };
}

/** The activity of a tap, not sent: for whoever wants to change it or send it twice. */
export function prepareClick(state: State, request: Click) {
  const person = findPerson(state, request.userId);
  const conversation = findConversation(state, person, request.conversationId);
  const message = messageIn(state, conversation.id, request.messageId);
  const card = message.views.get(person.id) ?? message.card;
  if (card === null) throw misuse(`The message ${request.messageId} has no card.`);
  const { action, inputs, taps } = findAction(card, request);
  const values = filledIn(inputs, request.values ?? {});
  const data = { ...values, ...(isJson(action["data"]) ? action["data"] : {}) };
  const own = { type: "invoke", replyToId: message.id, ...invokeOf(action, data) };
  const activity = activityOf(state, person, conversation, own);
  return { activity, errors: missing(inputs, values), message, taps, userId: person.id };
}

/** Fills in and sends the dialog in front. */
export async function submitDialog(state: State, { userId, values }: Submission): Promise<Outcome> {
  const person = findPerson(state, userId);
  const dialog = state.dialogs.get(person.id);
  if (dialog === undefined) throw misuse("This person has no dialog open.");
  const { action, inputs, taps } = findAction(dialog.card, {});
  const typed = filledIn(inputs, values ?? {});
  const errors = missing(inputs, typed);
  if (Object.keys(errors).length > 0) return { ack: null, taps, errors, shows: "dialog" };
  const data = { ...typed, ...(isJson(action["data"]) ? action["data"] : {}) };
  const own = {
    type: "invoke",
    name: "task/submit",
    replyToId: dialog.messageId,
    value: { data, context: { theme: "default" } },
  };
  const conversation = findConversation(state, person, dialog.conversationId);
  const ack = await deliver(state, activityOf(state, person, conversation, own));
  const shows = showTask(state, person.id, messageIn(state, dialog.conversationId, dialog.messageId), ack);
  return { ack, taps, errors: {}, shows };
}

/** Closes the dialog in front; the app does not hear of it. */
export function closeDialog(state: State, userId: string): void {
  state.dialogs.delete(findPerson(state, userId).id);
}

function invokeOf(action: Json, data: Json): Json {
  if (action["type"] === "Action.Execute") {
    const { type, verb } = action;
    return { name: "adaptiveCard/action", value: { action: { type, verb, data }, trigger: "manual" } };
  }
  const msteams = data["msteams"];
  if (!isJson(msteams) || msteams["type"] !== "task/fetch")
    throw misuse("A plain Action.Submit is answered by nobody: the app uses Action.Execute and dialogs.");
  return { name: "task/fetch", value: { data, context: { theme: "default" } } };
}

/** The answer to Action.Execute: a card for this person in place of the one tapped, or a sentence that pops up. */
function showAnswer(state: State, userId: string, message: Message, ack: Ack): Outcome["shows"] {
  const body = isJson(ack.body) ? ack.body : {};
  if (ack.error !== null || body["statusCode"] !== 200) return trouble(state, userId);
  if (body["type"] === "application/vnd.microsoft.activity.message") return pop(state, userId, body["value"]);
  if (body["type"] !== "application/vnd.microsoft.card.adaptive" || !isShowable(state, body["value"]))
    return trouble(state, userId);
  const now = messageIn(state, message.conversationId, message.id);
  const views = new Map(now.views).set(userId, body["value"]);
  // A change of the message that came meanwhile is newer than this view.
  if (now.card === message.card) state.messages.get(message.conversationId)?.set(message.id, { ...now, views });
  return "card";
}

/** The answer to task/fetch and task/submit: the next dialog, a sentence, or the end of it. */
function showTask(state: State, userId: string, message: Message, ack: Ack): Outcome["shows"] {
  if (ack.error !== null) return trouble(state, userId);
  state.dialogs.delete(userId);
  const task = isJson(ack.body) && isJson(ack.body["task"]) ? ack.body["task"] : null;
  if (task === null) return "nothing";
  if (task["type"] === "message") return pop(state, userId, task["value"]);
  const value = isJson(task["value"]) ? task["value"] : {};
  const attached = isJson(value["card"]) ? value["card"]["content"] : null;
  if (task["type"] !== "continue" || !isShowable(state, attached)) return trouble(state, userId);
  const { conversationId, id: messageId } = message;
  const dialog: Dialog = { userId, conversationId, messageId, title: String(value["title"]), card: attached };
  state.dialogs.set(userId, dialog);
  return "dialog";
}

function isShowable(state: State, card: unknown): card is Json {
  const reasons = checkTeamsCard(card);
  if (reasons.length > 0) recordRefusal(state, "answer", reasons);
  return reasons.length === 0;
}

function pop(state: State, userId: string, text: unknown): "message" | "nothing" {
  if (typeof text !== "string" || text === "") return "nothing";
  state.notices.set(userId, [...(state.notices.get(userId) ?? []), text]);
  return "message";
}

function trouble(state: State, userId: string): "trouble" {
  pop(state, userId, "Unable to reach app. Please try again.");
  return "trouble";
}

function messageIn(state: State, conversationId: string, messageId: string): Message {
  const message = state.messages.get(conversationId)?.get(messageId);
  if (message === undefined) throw misuse(`There is no message ${messageId} in this conversation.`);
  return message;
}
