import { channelReference, directOf } from "./channels.ts";
import { deliver } from "./delivery.ts";
import type { Ack, Line } from "./delivery.ts";
import { chosenValue, findElement, isStateful, optionOf, stateValues } from "./elements.ts";
import type { Choice, Found } from "./elements.ts";
import type { Json } from "./json.ts";
import { findMessage, messageJson } from "./messages.ts";
import { interactionOf } from "./payloads.ts";
import { findPerson, misuse, newTs } from "./state.ts";
import type { Channel, Choices, Message, State, View } from "./state.ts";
import { issueResponseUrl, issueTrigger } from "./triggers.ts";
import { blocksOf, findView, keepChoice, stackOf, viewJson } from "./views.ts";

/** Where a person acts: a message (`ts`, in `channelId` or their direct conversation), their home, or a modal. */
export type Place = {
  /** Id, e-mail or handle. */
  readonly userId: string;
  readonly channelId?: string | undefined;
  readonly ts?: string | undefined;
  readonly isHome?: boolean | undefined;
  /** Default: the modal in front. */
  readonly viewId?: string | undefined;
};

export type Click = Place & {
  readonly actionId: string;
  readonly blockId?: string | undefined;
  /** Which of several elements with this action_id, from 0. */
  readonly occurrence?: number | undefined;
  /** What is chosen: an option's value (or several), a day, a time, an id; nothing for a button. */
  readonly choice?: Choice | undefined;
};

/** The surface of a place: its blocks, what is chosen in them, and how a payload names it. */
export type Surface = {
  readonly blocks: readonly Json[];
  readonly choices: Choices;
  readonly reference: () => Json;
  readonly viewId: string | null;
};

/** Clicks a button or chooses in a menu. A field that does not report its changes only keeps them: null is answered. */
export async function click(line: Line, request: Click): Promise<Ack | null> {
  const payload = prepareClick(line.state, request);
  return payload === null ? null : deliver(line, { kind: "interactive", payload });
}

/** The block_actions payload of a click, not sent: for whoever wants to change it first. Keeps the choice. */
export function prepareClick(state: State, request: Click): Json | null {
  const userId = findPerson(state, request.userId).id;
  const surface = findSurface(state, userId, request);
  const found = findElement(surface.blocks, request.actionId, request.blockId, request.occurrence);
  const choice = request.choice ?? null;
  if (isStateful(found.element)) {
    keepChoice(surface.choices, found.blockId, found.actionId, chosenValue(found.element, choice));
  }
  if (found.block["type"] === "input" && found.block["dispatch_action"] !== true) return null;
  return {
    ...interactionOf(state, "block_actions", userId),
    trigger_id: issueTrigger(state, userId, surface.viewId),
    ...surface.reference(),
    actions: [actionOf(state, found, surface.choices, choice)],
  };
}

/** What a person sees at a place. Throws a sentence when it is not there, or not for them. */
export function findSurface(state: State, userId: string, place: Omit<Place, "userId">): Surface {
  if (place.ts !== undefined) return messageSurface(state, userId, place.channelId, place.ts);
  const view = place.isHome === true ? state.homes.get(userId) : findOwnView(state, userId, place.viewId);
  if (!view)
    throw misuse(place.isHome === true ? "This person's home is empty." : "This person has no such form open.");
  return {
    blocks: blocksOf(view),
    choices: view.choices,
    viewId: view.id,
    reference: () => ({ container: { type: "view", view_id: view.id }, view: viewJson(state, view) }),
  };
}

function findOwnView(state: State, userId: string, viewId: string | undefined): View | null {
  const view = viewId === undefined ? stackOf(state, userId).at(-1) : findView(state, viewId, null);
  return view?.userId === userId ? view : null;
}

function messageSurface(state: State, userId: string, channelId: string | undefined, ts: string): Surface {
  const channel = channelId === undefined ? directOf(state, userId) : state.channels.get(channelId);
  const message = channel ? findMessage(state, channel.id, ts) : null;
  if (!channel || !message)
    throw misuse(`There is no message ${ts} in ${channelId ?? "this person's direct conversation"}.`);
  if (!canSee(userId, channel, message)) throw misuse(`This person does not see the message ${ts}.`);
  const key = `${channel.id}/${ts}/${userId}`;
  const choices: Choices = state.messageChoices.get(key) ?? new Map();
  state.messageChoices.set(key, choices);
  return {
    blocks: message.blocks,
    choices,
    viewId: null,
    reference: () => messageReference(state, userId, channel, message, choices),
  };
}

function canSee(userId: string, channel: Channel, message: Message): boolean {
  return message.ephemeralFor === null ? channel.members.includes(userId) : message.ephemeralFor === userId;
}

/** An ephemeral message is not repeated in the payload: only its ts is. */
function messageReference(state: State, userId: string, channel: Channel, message: Message, choices: Choices): Json {
  const isEphemeral = message.ephemeralFor !== null;
  return {
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: isEphemeral,
      ...(message.threadTs === null ? {} : { thread_ts: message.threadTs }),
    },
    channel: channelReference(channel),
    ...(isEphemeral ? {} : { message: messageJson(state, message) }),
    state: { values: stateValues(message.blocks, choices) },
    response_url: issueResponseUrl(state, userId, channel.id, message.ts),
  };
}

const REPEATED = ["type", "text", "value", "url", "placeholder", "initial_option", "initial_date", "initial_options"];

/** One entry of `actions`: the element as the app sent it, and what was chosen in it. */
function actionOf(state: State, found: Found, choices: Choices, choice: Choice): Json {
  const { element, blockId, actionId } = found;
  const repeated = REPEATED.flatMap((field) =>
    element[field] === undefined ? [] : [[field, element[field]] as const],
  );
  const chosen =
    element["type"] === "overflow"
      ? { selected_option: optionOf(element, choice) }
      : choices.get(blockId)?.get(actionId);
  return {
    ...Object.fromEntries(repeated),
    action_id: actionId,
    block_id: blockId,
    ...chosen,
    action_ts: newTs(state),
  };
}
