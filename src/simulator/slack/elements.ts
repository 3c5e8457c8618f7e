import { isJson, jsonList, textOf } from "./json.ts";
import type { Json } from "./json.ts";
import { misuse } from "./state.ts";
import type { Choices } from "./state.ts";

/** An interactive element of a message or view, with the block it stands in. */
export type Found = {
  readonly block: Json;
  readonly blockId: string;
  readonly element: Json;
  readonly actionId: string;
};

/** What a person does to an element: text typed, day picked, option value(s) chosen, ids of people or channels. */
export type Choice = string | number | null | readonly string[] | Json | readonly Json[];

/** block_id -> action_id -> what is held there. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, Json>>>>;

type Field = {
  readonly field: string;
  readonly initial: string;
  readonly holds: "text" | "option" | "options" | "ids";
};

/** Where the state of each element is written, and the field of the element it starts from. */
const STATEFUL: Readonly<Record<string, Field>> = {
  plain_text_input: { field: "value", initial: "initial_value", holds: "text" },
  email_text_input: { field: "value", initial: "initial_value", holds: "text" },
  url_text_input: { field: "value", initial: "initial_value", holds: "text" },
  number_input: { field: "value", initial: "initial_value", holds: "text" },
  rich_text_input: { field: "rich_text_value", initial: "initial_value", holds: "text" },
  file_input: { field: "files", initial: "", holds: "ids" },
  datepicker: { field: "selected_date", initial: "initial_date", holds: "text" },
  timepicker: { field: "selected_time", initial: "initial_time", holds: "text" },
  datetimepicker: { field: "selected_date_time", initial: "initial_date_time", holds: "text" },
  static_select: { field: "selected_option", initial: "initial_option", holds: "option" },
  external_select: { field: "selected_option", initial: "initial_option", holds: "option" },
  radio_buttons: { field: "selected_option", initial: "initial_option", holds: "option" },
  users_select: { field: "selected_user", initial: "initial_user", holds: "text" },
  conversations_select: { field: "selected_conversation", initial: "initial_conversation", holds: "text" },
  channels_select: { field: "selected_channel", initial: "initial_channel", holds: "text" },
  checkboxes: { field: "selected_options", initial: "initial_options", holds: "options" },
  multi_static_select: { field: "selected_options", initial: "initial_options", holds: "options" },
  multi_external_select: { field: "selected_options", initial: "initial_options", holds: "options" },
  multi_users_select: { field: "selected_users", initial: "initial_users", holds: "ids" },
  multi_conversations_select: { field: "selected_conversations", initial: "initial_conversations", holds: "ids" },
  multi_channels_select: { field: "selected_channels", initial: "initial_channels", holds: "ids" },
};

/** Every element a person can act on, in the order in which it is shown. */
export function elementsOf(blocks: readonly Json[]): readonly Found[] {
  return blocks.flatMap((block) =>
    [block["accessory"], block["element"], ...jsonList(block["type"] === "actions" ? block["elements"] : [])]
      .filter(isJson)
      .map((element) => ({
        block,
        blockId: textOf(block, "block_id") ?? "",
        element,
        actionId: textOf(element, "action_id") ?? "",
      })),
  );
}

/** The element with an action_id: the `occurrence`-th (from 0) of those that have it, in one block or in all. */
export function findElement(blocks: readonly Json[], actionId: string, blockId?: string, occurrence = 0): Found {
  const all = elementsOf(blocks);
  const found = all.filter((one) => one.actionId === actionId && (blockId === undefined || one.blockId === blockId));
  const chosen = found[occurrence];
  if (chosen) return chosen;
  if (found.length > 0)
    throw misuse(`"${actionId}" is there ${found.length} times, so there is no number ${occurrence}.`);
  const known = [...new Set(all.map((one) => one.actionId))].join(", ");
  throw misuse(
    `Nothing here has the action_id "${actionId}"; there is: ${known === "" ? "nothing to act on" : known}.`,
  );
}

/** Whether an element keeps what was chosen in it; buttons and overflow menus do not. */
export function isStateful(element: Json): boolean {
  return Object.hasOwn(STATEFUL, String(element["type"]));
}

/** The state value of an element after a choice: `{ type, selected_option: {...} }`. Refuses an option that is not there. */
export function chosenValue(element: Json, choice: Choice): Json {
  const type = String(element["type"]);
  const known = STATEFUL[type];
  if (!known) throw misuse(`Nothing can be chosen in an element of type ${type}.`);
  if (known.holds === "option") return { type, [known.field]: choice === null ? null : optionOf(element, choice) };
  if (known.holds === "options") return { type, [known.field]: listed(choice).map((one) => optionOf(element, one)) };
  return { type, [known.field]: known.holds === "ids" ? listed(choice) : typedValue(type, choice) };
}

/** The chosen option of an overflow menu, which keeps no state. */
export function optionOf(element: Json, choice: Choice): Json {
  const groups = jsonList(element["option_groups"]).flatMap((group) => jsonList(group["options"]));
  const offered = [...jsonList(element["options"]), ...groups];
  if (isJson(choice) && String(element["type"]).includes("external")) return choice;
  const wanted = isJson(choice) ? choice["value"] : choice;
  const found = offered.find((option) => option["value"] === wanted);
  if (found) return found;
  const values = offered.map((option) => String(option["value"])).join(", ");
  throw misuse(`"${String(wanted)}" is not among the options: ${values === "" ? "give text and value" : values}.`);
}

/** The `state.values` of a view or a message: every field, as it starts or as it was left. */
export function stateValues(blocks: readonly Json[], choices: Choices): StateValues {
  const values: Record<string, Record<string, Json>> = {};
  for (const { blockId, element, actionId } of elementsOf(blocks)) {
    const known = STATEFUL[String(element["type"])];
    if (!known) continue;
    const none = known.holds === "options" || known.holds === "ids" ? [] : null;
    const initial = { type: element["type"], [known.field]: element[known.initial] ?? none };
    values[blockId] = { ...values[blockId], [actionId]: choices.get(blockId)?.get(actionId) ?? initial };
  }
  return values;
}

/** Whether a field is still empty, so that a required one keeps the form from leaving. */
export function isBlank(element: Json, value: Json | undefined): boolean {
  const known = STATEFUL[String(element["type"])];
  const held = known ? value?.[known.field] : undefined;
  return held === null || held === undefined || held === "" || (Array.isArray(held) && held.length === 0);
}

function listed(choice: Choice): readonly (string | Json)[] {
  if (choice === null) return [];
  return (Array.isArray(choice) ? choice : [choice]) as readonly (string | Json)[];
}

function typedValue(type: string, choice: Choice): Choice {
  if (choice === "" || choice === null) return null;
  return typeof choice === "number" && type !== "datetimepicker" ? String(choice) : choice;
}
