import { withBlockIds } from "./messages.ts";
import { stateValues } from "./elements.ts";
import { jsonList } from "./json.ts";
import type { Json } from "./json.ts";
import { newId } from "./state.ts";
import type { Choices, State, View } from "./state.ts";

/** A view newly made for a person; `under` is the modal it comes on top of. */
export function createView(state: State, userId: string, json: Json, under: View | null = null): View {
  const id = newId(state, "V");
  return {
    id,
    userId,
    json: { ...json, blocks: withBlockIds(state, jsonList(json["blocks"])) },
    hash: newHash(state),
    rootId: under?.rootId ?? id,
    previousId: under?.id ?? null,
    choices: new Map(),
  };
}

/** The same view with other content. What was typed in fields that stay is kept, as Slack keeps it. */
export function changeView(state: State, view: View, json: Json): View {
  const changed = {
    ...view,
    hash: newHash(state),
    json: { ...json, blocks: withBlockIds(state, jsonList(json["blocks"])) },
  };
  putView(state, changed);
  return changed;
}

/** Shows a view in the place of the one with its id, or on top of the person's modals. */
export function putView(state: State, view: View): void {
  if (view.json["type"] === "home") {
    state.homes.set(view.userId, view);
    return;
  }
  const stack = stackOf(state, view.userId);
  const isKnown = stack.some((one) => one.id === view.id);
  setStack(state, view.userId, isKnown ? stack.map((one) => (one.id === view.id ? view : one)) : [...stack, view]);
}

/** Somebody's open forms, the one in front last. */
export function stackOf(state: State, userId: string): readonly View[] {
  return state.stacks.get(userId) ?? [];
}

/** Replaces the open forms of somebody. */
export function setStack(state: State, userId: string, stack: readonly View[]): void {
  if (stack.length === 0) state.stacks.delete(userId);
  else state.stacks.set(userId, stack);
}

/** An open modal or a home, by id or by the app's own external_id. */
export function findView(state: State, id: string | null, externalId: string | null): View | null {
  const views = [...state.homes.values(), ...[...state.stacks.values()].flat()];
  return (
    views.find((view) => view.id === id || (externalId !== null && view.json["external_id"] === externalId)) ?? null
  );
}

/** The view as answers and interaction payloads write it, with what is chosen in it. */
export function viewJson(state: State, view: View): Json {
  const { json } = view;
  return {
    id: view.id,
    team_id: state.team.id,
    type: json["type"],
    blocks: json["blocks"],
    private_metadata: json["private_metadata"] ?? "",
    callback_id: json["callback_id"] ?? "",
    state: { values: stateValues(blocksOf(view), view.choices) },
    hash: view.hash,
    title: json["title"] ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: json["clear_on_close"] ?? false,
    notify_on_close: json["notify_on_close"] ?? false,
    close: json["close"] ?? null,
    submit: json["submit"] ?? null,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: state.appId,
    external_id: json["external_id"] ?? "",
    app_installed_team_id: state.team.id,
    bot_id: state.botId,
  };
}

/** The blocks of a form. */
export function blocksOf(view: View): readonly Json[] {
  return jsonList(view.json["blocks"]);
}

/** Notes what a person chose in one field of a view or a message, in place. */
export function keepChoice(choices: Choices, blockId: string, actionId: string, value: Json): void {
  const block = choices.get(blockId) ?? new Map<string, Json>();
  block.set(actionId, value);
  choices.set(blockId, block);
}

function newHash(state: State): string {
  return `${Math.floor(state.now().getTime() / 1000)}.${newId(state, "h")}`;
}
