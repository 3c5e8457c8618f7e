import { confirmed } from "./confirm.js";
import { h } from "./dom.js";
import { isJson, listOf, stringIn, textIn } from "./json.js";
import { openMenu } from "./menu.js";

/** @import { Drawing, Json } from "./wire.d.ts" */

/**
 * A button, menu or date of a message or home.
 * @param {Json} element
 * @param {string} block
 * @param {Drawing} drawing
 * @returns {Node}
 */
export function drawElement(element, block, drawing) {
  const action = stringIn(element, "action_id");
  switch (element["type"]) {
    case "button":
      return drawButton(element, block, drawing);
    case "static_select":
    case "overflow":
      return drawMenu(element, block, drawing);
    case "datepicker":
      return h("input", {
        type: "date",
        class: "e-date",
        value: stringIn(element, "initial_date"),
        "aria-label": textIn(element["placeholder"]),
        "data-action": action,
        onchange: (/** @type {Event} */ event) => {
          const choice = event.target instanceof HTMLInputElement ? event.target.value : "";
          if (choice !== "") void drawing.act({ action, block, choice });
        },
      });
    case "image":
      return h("img", { class: "b-thumb", src: stringIn(element, "image_url"), alt: stringIn(element, "alt_text") });
    default:
      return h("span", { class: "b-unknown" }, `[${String(element["type"])}]`);
  }
}

/**
 * @param {Json} element
 * @param {string} block
 * @param {Drawing} drawing
 * @returns {Node}
 */
function drawButton(element, block, drawing) {
  const action = stringIn(element, "action_id");
  const style = stringIn(element, "style");
  const act = async () => {
    if (await agreed(element)) await drawing.act({ action, block });
  };
  return h(
    "button",
    { type: "button", class: `e-button ${style}`.trim(), "data-action": action, onclick: () => void act() },
    textIn(element["text"]),
  );
}

/**
 * A select or overflow menu: it opens a list, and a choice in it acts at once.
 * @param {Json} element
 * @param {string} block
 * @param {Drawing} drawing
 * @returns {Node}
 */
function drawMenu(element, block, drawing) {
  const action = stringIn(element, "action_id");
  const isOverflow = element["type"] === "overflow";
  const initial = element["initial_option"];
  const label = isOverflow ? "⋯" : textIn(isJson(initial) ? initial["text"] : element["placeholder"]);
  const options = [
    ...listOf(element["options"]),
    ...listOf(element["option_groups"]).flatMap((group) => listOf(group["options"])),
  ].map((option) => ({ label: textIn(option["text"]), value: stringIn(option, "value") }));
  const open = async (/** @type {Event} */ event) => {
    const opener = event.currentTarget;
    if (!(opener instanceof HTMLElement)) return;
    const choice = await openMenu(opener, label, options);
    if (choice !== null && (await agreed(element))) await drawing.act({ action, block, choice });
  };
  return h(
    "button",
    {
      type: "button",
      class: isOverflow ? "e-button e-overflow" : "e-button e-select",
      "aria-haspopup": "menu",
      "aria-label": isOverflow ? "Menu" : null,
      "data-action": action,
      onclick: (/** @type {Event} */ event) => void open(event),
    },
    label,
  );
}

/**
 * Slack asks first where the app wants it.
 * @param {Json} element
 * @returns {Promise<boolean>}
 */
async function agreed(element) {
  const asks = element["confirm"];
  if (!isJson(asks)) return true;
  return confirmed({
    title: textIn(asks["title"]),
    text: textIn(asks["text"]),
    yes: textIn(asks["confirm"]),
    no: textIn(asks["deny"]),
  });
}
