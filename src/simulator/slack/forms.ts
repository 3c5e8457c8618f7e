import { SLACK_LIMITS } from "#chat/slack/limits.ts";
import { countCodePoints } from "#chat/slack/payload-shape.ts";

import type { Place } from "./clicks.ts";
import { deliver } from "./delivery.ts";
import type { Ack, Line } from "./delivery.ts";
import { chosenValue, elementsOf, isBlank, isStateful, stateValues } from "./elements.ts";
import type { Choice, Found } from "./elements.ts";
import { isJson } from "./json.ts";
import type { Json } from "./json.ts";
import { interactionOf } from "./payloads.ts";
import { findPerson, misuse, recordRefusal } from "./state.ts";
import type { State, View } from "./state.ts";
import { issueTrigger } from "./triggers.ts";
import {
  blocksOf,
  changeView,
  createView,
  findView,
  keepChoice,
  putView,
  setStack,
  stackOf,
  viewJson,
} from "./views.ts";
import { denyPayload } from "./web-api.ts";

/** A form filled in; `values` by action_id, by block_id, or as `block_id: { action_id: choice }`. */
export type Submission = {
  readonly userId: string;
  readonly viewId?: string | undefined;
  readonly values?: Readonly<Record<string, unknown>> | undefined;
};

/** What the person sees then: errors under fields (by block_id), and the form in front, null when all are closed. */
export type FormOutcome = {
  /** Null when the form did not leave, because a required field is empty or a value does not fit. */
  readonly ack: Ack | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly view: Json | null;
};

const CONNECTION_TROUBLE = { "": "We had some trouble connecting. Try again?" };

/** Fills in and submits the form in front, and does with it what the app answers: clear, update, push or errors. */
export async function submitView(line: Line, submission: Submission): Promise<FormOutcome> {
  const { state } = line;
  const userId = findPerson(state, submission.userId).id;
  const view = frontView(state, userId, submission.viewId);
  if (view.json["submit"] === undefined) throw misuse("This form has nothing to submit: it has no submit button.");
  fillIn(view, submission.values ?? {});
  const unfit = findUnfit(view);
  if (Object.keys(unfit).length > 0) return { ack: null, errors: unfit, view: viewJson(state, view) };
  const ack = await deliver(line, { kind: "interactive", payload: submissionOf(state, userId, view) });
  const errors = ack.error === null ? obey(state, view, ack.body) : CONNECTION_TROUBLE;
  const front = stackOf(state, userId).at(-1);
  return { ack, errors, view: front ? viewJson(state, front) : null };
}

/** Closes the form in front, or all of them; the app hears of it only if it asked to. */
export async function closeView(
  line: Line,
  place: Pick<Place, "userId" | "viewId"> & { readonly isAll?: boolean | undefined },
): Promise<Ack | null> {
  const { state } = line;
  const userId = findPerson(state, place.userId).id;
  const view = frontView(state, userId, place.viewId);
  const closesAll = place.isAll === true || view.json["clear_on_close"] === true;
  setStack(state, userId, closesAll ? [] : stackOf(state, userId).filter((one) => one.id !== view.id));
  if (view.json["notify_on_close"] !== true) return null;
  const payload = {
    ...interactionOf(state, "view_closed", userId),
    view: viewJson(state, view),
    is_cleared: closesAll,
  };
  return deliver(line, { kind: "interactive", payload });
}

function frontView(state: State, userId: string, viewId: string | undefined): View {
  const view = viewId === undefined ? stackOf(state, userId).at(-1) : findView(state, viewId, null);
  if (view && view.userId === userId && view.json["type"] === "modal") return view;
  throw misuse(viewId === undefined ? "This person has no form open." : `This person has no form ${viewId} open.`);
}

function fillIn(view: View, values: Readonly<Record<string, unknown>>): void {
  const fields = elementsOf(blocksOf(view)).filter((one) => isStateful(one.element));
  for (const [name, value] of Object.entries(values)) {
    const inBlock = fields.filter((one) => one.blockId === name);
    if (
      isJson(value) &&
      inBlock.length > 0 &&
      Object.keys(value).every((key) => inBlock.some((one) => one.actionId === key))
    ) {
      for (const [actionId, choice] of Object.entries(value))
        keep(
          view,
          inBlock.find((one) => one.actionId === actionId),
          choice,
        );
      continue;
    }
    const field = fields.find((one) => one.actionId === name) ?? inBlock[0];
    const known = fields.map((one) => one.actionId).join(", ");
    if (!field) throw misuse(`This form has no field "${name}"; it has: ${known === "" ? "none" : known}.`);
    keep(view, field, value);
  }
}

function keep(view: View, field: Found | undefined, choice: unknown): void {
  if (field) keepChoice(view.choices, field.blockId, field.actionId, chosenValue(field.element, choice as Choice));
}

/** What Slack itself checks before a form leaves: required fields, lengths and numbers. */
function findUnfit(view: View): Readonly<Record<string, string>> {
  const held = stateValues(blocksOf(view), view.choices);
  const inputs = elementsOf(blocksOf(view)).filter((one) => one.block["type"] === "input");
  const wrongs = inputs.flatMap((field) => {
    const sentence = unfitness(field, held[field.blockId]?.[field.actionId] ?? {});
    return sentence === null ? [] : [[field.blockId, sentence] as const];
  });
  return Object.fromEntries(wrongs);
}

function unfitness({ element, block }: Found, value: Json): string | null {
  if (isBlank(element, value)) return block["optional"] === true ? null : "Please complete this required field.";
  const text = typeof value["value"] === "string" ? value["value"] : null;
  if (text === null) return null;
  const longest = Number(element["max_length"] ?? SLACK_LIMITS.inputText);
  const shortest = Number(element["min_length"] ?? 0);
  if (countCodePoints(text) > longest) return `Please use at most ${longest} characters.`;
  if (countCodePoints(text) < shortest) return `Please use at least ${shortest} characters.`;
  if (element["type"] !== "number_input") return null;
  const number = Number(text);
  const isInside =
    number >= Number(element["min_value"] ?? -Infinity) && number <= Number(element["max_value"] ?? Infinity);
  return isInside ? null : "Please enter a number within the limits.";
}

function submissionOf(state: State, userId: string, view: View): Json {
  return {
    ...interactionOf(state, "view_submission", userId),
    trigger_id: issueTrigger(state, userId, view.id),
    view: viewJson(state, view),
    response_urls: [],
  };
}

/** Does what the answer to a submission says; gives the errors to show. A view beyond the limits is refused. */
function obey(state: State, view: View, body: unknown): Readonly<Record<string, string>> {
  const answer = isJson(body) ? body : {};
  const stack = stackOf(state, view.userId);
  const next = isJson(answer["view"]) ? answer["view"] : null;
  switch (answer["response_action"]) {
    case undefined:
      setStack(
        state,
        view.userId,
        stack.filter((one) => one.id !== view.id),
      );
      return {};
    case "clear":
      setStack(state, view.userId, []);
      return {};
    case "errors":
      return shownErrors(state, view, answer);
    case "update":
      if (!next || denyPayload(state, "ack", { view: next })) return CONNECTION_TROUBLE;
      changeView(state, view, next);
      return {};
    case "push":
      if (!next || denyPayload(state, "ack", { view: next }) || stack.length >= SLACK_LIMITS.viewStack)
        return CONNECTION_TROUBLE;
      putView(state, createView(state, view.userId, next, view));
      return {};
    default:
      return CONNECTION_TROUBLE;
  }
}

/** Errors are shown only if each is for an input block of the form: Slack shows a failure else. */
function shownErrors(state: State, view: View, answer: Json): Readonly<Record<string, string>> {
  const errors = isJson(answer["errors"]) ? answer["errors"] : {};
  const inputs = blocksOf(view).filter((block) => block["type"] === "input");
  const isKnown = Object.keys(errors).every((id) => inputs.some((block) => block["block_id"] === id));
  if (!isKnown || Object.keys(errors).length === 0) {
    recordRefusal(
      state,
      "ack",
      "invalid_arguments",
      ["/errors must name input blocks of the form, at least one"],
      answer,
    );
    return CONNECTION_TROUBLE;
  }
  return Object.fromEntries(Object.entries(errors).map(([id, sentence]) => [id, String(sentence)]));
}
