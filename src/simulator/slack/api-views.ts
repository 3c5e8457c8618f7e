import { SLACK_LIMITS } from "#chat/slack/limits.ts";

import { accept, refuse } from "./api-answer.ts";
import type { ApiMethods } from "./api-answer.ts";
import { isJson, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import type { State, View } from "./state.ts";
import { spendTrigger } from "./triggers.ts";
import { changeView, createView, findView, putView, setStack, stackOf, viewJson } from "./views.ts";

/** views.*: opening needs a trigger that is fresh and unspent; a stale hash is a conflict. */
export const VIEW_METHODS: ApiMethods = {
  "views.open": openView,
  "views.push": pushView,
  "views.update": updateView,
  "views.publish": publishView,
};

function openView(state: State, args: Json): Json {
  const json = wantedView(args, "modal");
  if (typeof json === "string") return refuse("invalid_arguments", [json]);
  if (isNameTaken(state, json)) return refuse("duplicate_external_id");
  const trigger = spendTrigger(state, textOf(args, "trigger_id"));
  if (typeof trigger === "string") return refuse(trigger);
  const view = createView(state, trigger.userId, json);
  setStack(state, trigger.userId, [view]);
  return shown(state, view);
}

function pushView(state: State, args: Json): Json {
  const json = wantedView(args, "modal");
  if (typeof json === "string") return refuse("invalid_arguments", [json]);
  const trigger = spendTrigger(state, textOf(args, "trigger_id"));
  if (typeof trigger === "string") return refuse(trigger);
  const stack = stackOf(state, trigger.userId);
  const under = stack.at(-1);
  if (!under || trigger.viewId === null) return refuse("not_found");
  if (stack.length >= SLACK_LIMITS.viewStack) return refuse("push_limit_reached");
  const view = createView(state, trigger.userId, json, under);
  putView(state, view);
  return shown(state, view);
}

function updateView(state: State, args: Json): Json {
  const view = findView(state, textOf(args, "view_id"), textOf(args, "external_id"));
  if (!view || view.json["type"] === "home") return refuse("not_found");
  const json = wantedView(args, "modal");
  if (typeof json === "string") return refuse("invalid_arguments", [json]);
  if (isStale(view, args)) return refuse("hash_conflict");
  return shown(state, changeView(state, view, json));
}

function publishView(state: State, args: Json): Json {
  const userId = textOf(args, "user_id") ?? "";
  const json = wantedView(args, "home");
  if (typeof json === "string") return refuse("invalid_arguments", [json]);
  const person = state.people.get(userId);
  if (!person || person.isDeleted === true) return refuse("invalid_arguments", ["[ERROR] no such user"]);
  const known = state.homes.get(userId);
  if (known && isStale(known, args)) return refuse("hash_conflict");
  const view = known ? changeView(state, known, json) : createView(state, userId, json);
  putView(state, view);
  return shown(state, view);
}

function wantedView(args: Json, type: "modal" | "home"): Json | string {
  const view = args["view"];
  if (!isJson(view)) return "[ERROR] view is required";
  return view["type"] === type ? view : `[ERROR] the view must be of type ${type} [json-pointer:/view/type]`;
}

function isNameTaken(state: State, json: Json): boolean {
  const name = textOf(json, "external_id");
  return name !== null && findView(state, null, name) !== null;
}

function isStale(view: View, args: Json): boolean {
  const hash = textOf(args, "hash");
  return hash !== null && hash !== view.hash;
}

function shown(state: State, view: View): Json {
  return accept({ view: viewJson(state, view) });
}
