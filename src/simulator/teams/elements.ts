import { isJson, jsonList, textOf, type Json } from "#simulator/slack/json.ts";
import { misuse } from "./state.ts";

/** An action of a card, where it is, and what it takes to tap it: one more for each card it is unfolded from. */
export type FoundAction = {
  readonly action: Json;
  readonly taps: number;
  /** The inputs whose values go along. */
  readonly inputs: readonly Json[];
};

export type Wanted = {
  /** What the person reads on the button. */
  readonly title?: string | undefined;
  readonly verb?: string | undefined;
  /** Which of several, from 0. */
  readonly occurrence?: number | undefined;
};

/** Every action that does something when tapped, in the order people see them. */
export function actionsOf(card: Json, taps = 1, around: readonly Json[] = []): readonly FoundAction[] {
  const inputs = [...around, ...inputsOf(card)];
  return shallow(card).flatMap((element) => {
    const type = textOf(element, "type") ?? "";
    if (type === "Action.ShowCard" && isJson(element["card"])) return actionsOf(element["card"], taps + 1, inputs);
    if (type !== "Action.Execute" && type !== "Action.Submit") return [];
    return [{ action: element, taps, inputs: element["associatedInputs"] === "none" ? [] : inputs }];
  });
}

/** Throws a sentence that names what is there when the wanted one is not. */
export function findAction(card: Json, wanted: Wanted): FoundAction {
  const all = actionsOf(card);
  const fitting = all.filter(
    ({ action }) =>
      (wanted.title === undefined || action["title"] === wanted.title) &&
      (wanted.verb === undefined || action["verb"] === wanted.verb),
  );
  const found = fitting[wanted.occurrence ?? 0];
  if (found !== undefined) return found;
  const titles = all.map(({ action }) => `"${String(action["title"])}"`).join(", ");
  throw misuse(`This card has no such button; it has: ${titles === "" ? "none" : titles}.`);
}

/** What goes along with an action: what stood in the inputs, changed by what was typed. */
export function filledIn(inputs: readonly Json[], typed: Readonly<Record<string, unknown>>): Json {
  const known = inputs.map((input) => String(input["id"]));
  const unknown = Object.keys(typed).find((id) => !known.includes(id));
  if (unknown !== undefined) throw misuse(`There is no field "${unknown}"; there is: ${known.join(", ")}.`);
  return Object.fromEntries(
    inputs.flatMap((input) => {
      const id = String(input["id"]);
      const value = typed[id] ?? input["value"];
      if (value === undefined || value === null) return [];
      return [[id, Array.isArray(value) ? value.join(",") : `${value as string | number}`] as const];
    }),
  );
}

/** Required fields that are empty, with what the client says under them: nothing is sent then. */
export function missing(inputs: readonly Json[], values: Json): Readonly<Record<string, string>> {
  const empty = inputs.filter((input) => input["isRequired"] === true && (values[String(input["id"])] ?? "") === "");
  return Object.fromEntries(
    empty.map((input) => [String(input["id"]), textOf(input, "errorMessage") ?? "This field is required."]),
  );
}

/** Every text a person can read in a card, unfolded, one per line. */
export function textOfCard(value: unknown): string {
  return textsIn(value).join("\n");
}

function textsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (!isJson(value)) return [];
  if (value["type"] === "RichTextBlock")
    return [
      jsonList(value["inlines"])
        .map((run) => String(run["text"]))
        .join(""),
    ];
  if (value["type"] === "FactSet")
    return jsonList(value["facts"]).map(({ title, value: said }) => `${String(title)}: ${String(said)}`);
  const own = ["title", "text", "label", "placeholder"].flatMap((field) => textOf(value, field) ?? []);
  const inner = Object.entries(value).flatMap(([name, one]) => (name === "data" ? [] : textsIn(one)));
  return [...own, ...inner];
}

function inputsOf(card: Json): readonly Json[] {
  return shallow(card).filter((element) => String(element["type"]).startsWith("Input."));
}

/** The elements and actions of a card at whatever depth, but not those of the cards unfolded from it. */
function shallow(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(shallow);
  if (!isJson(value)) return [];
  if (value["type"] === "Action.ShowCard") return [value];
  const inner = Object.entries(value).flatMap(([name, one]) => (name === "data" ? [] : shallow(one)));
  return typeof value["type"] === "string" && value["type"] !== "AdaptiveCard" ? [value, ...inner] : inner;
}
