import { h } from "./dom.js";
import { isJson, listOf, stringIn, textIn } from "./json.js";

/** @import { Json } from "./wire.d.ts" */

const INPUT_TYPES = new Map([
  ["email_text_input", "email"],
  ["url_text_input", "url"],
  ["number_input", "number"],
  ["datepicker", "date"],
  ["timepicker", "time"],
]);
const INITIAL = new Map([
  ["datepicker", "initial_date"],
  ["timepicker", "initial_time"],
]);

/**
 * The field of an input block, by the kind of its element.
 * @param {Json} element
 * @param {string} id
 * @returns {HTMLElement}
 */
export function drawField(element, id) {
  const type = String(element["type"]);
  const common = { id, name: id, "data-action": stringIn(element, "action_id") };
  if (type === "static_select") return drawSelect(element, common);
  if (type === "checkboxes" || type === "radio_buttons") return drawChoices(element, id, type);
  const value = stringIn(element, INITIAL.get(type) ?? "initial_value");
  const placeholder = textIn(element["placeholder"]);
  const longest = typeof element["max_length"] === "number" ? element["max_length"] : null;
  if (element["multiline"] === true) {
    return h("textarea", { ...common, rows: 3, placeholder, maxlength: longest }, value);
  }
  return h("input", {
    ...common,
    type: INPUT_TYPES.get(type) ?? "text",
    value,
    placeholder,
    maxlength: longest,
    step: type === "number_input" && element["is_decimal_allowed"] === true ? "any" : null,
  });
}

/**
 * What a person put into a field, as a choice of the look-alike; null for nothing.
 * @param {HTMLFormElement} form
 * @param {Json} element
 * @param {string} id
 * @returns {string | readonly string[] | null}
 */
export function readField(form, element, id) {
  const type = element["type"];
  if (type === "checkboxes" || type === "radio_buttons") {
    const chosen = [...form.querySelectorAll("input")].filter((input) => input.name === id && input.checked);
    const values = chosen.map((input) => input.value);
    return type === "checkboxes" ? values : (values[0] ?? null);
  }
  const field = form.querySelector(`#${CSS.escape(id)}`);
  const isField =
    field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement;
  return isField && field.value !== "" ? field.value : null;
}

/**
 * @param {Json} element
 * @param {Readonly<Record<string, string>>} common
 * @returns {HTMLElement}
 */
function drawSelect(element, common) {
  const initial = isJson(element["initial_option"]) ? stringIn(element["initial_option"], "value") : "";
  return h(
    "select",
    common,
    h("option", { value: "" }, textIn(element["placeholder"]) || "…"),
    ...listOf(element["options"]).map((option) =>
      h(
        "option",
        { value: stringIn(option, "value"), selected: stringIn(option, "value") === initial },
        textIn(option["text"]),
      ),
    ),
  );
}

/**
 * @param {Json} element
 * @param {string} id
 * @param {"checkboxes" | "radio_buttons"} type
 * @returns {HTMLElement}
 */
function drawChoices(element, id, type) {
  const initial = [...listOf(element["initial_options"]), ...listOf([element["initial_option"]])].map((option) =>
    stringIn(option, "value"),
  );
  return h(
    "div",
    { class: "choices", id },
    ...listOf(element["options"]).map((option) =>
      h(
        "label",
        {},
        h("input", {
          type: type === "checkboxes" ? "checkbox" : "radio",
          name: id,
          value: stringIn(option, "value"),
          checked: initial.includes(stringIn(option, "value")),
        }),
        " ",
        textIn(option["text"]),
      ),
    ),
  );
}
