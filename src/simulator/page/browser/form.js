import { drawBlocks } from "./blocks.js";
import { fill, h, part } from "./dom.js";
import { drawField, readField } from "./form-fields.js";
import { isJson, listOf, stringIn, textIn } from "./json.js";

/** @import { Drawing, Json } from "./wire.d.ts" */

/**
 * @typedef {object} FormDoors
 * @property {(values: Json) => Promise<Readonly<Record<string, string>>>} submit Gives the errors to show, by block.
 * @property {() => Promise<void>} close
 */

/** What is on the screen, so that looking again does not wipe what is being typed. */
let shown = "";

/**
 * Shows the form in front, or none. A form that did not change keeps what was typed in it.
 * @param {Json | null} view
 * @param {Drawing} drawing
 * @param {FormDoors} doors
 */
export function showForm(view, drawing, doors) {
  const dialog = part("form");
  if (!(dialog instanceof HTMLDialogElement)) return;
  const name = view === null ? "" : `${stringIn(view, "id")} ${stringIn(view, "hash")}`;
  if (name === shown) return;
  shown = name;
  if (view === null) {
    dialog.close();
    return;
  }
  fill(dialog, drawForm(view, drawing, doors));
  if (!dialog.open) dialog.showModal();
  const first = dialog.querySelector("input, select, textarea");
  if (first instanceof HTMLElement) first.focus();
}

/**
 * @param {Json} view
 * @param {Drawing} drawing
 * @param {FormDoors} doors
 * @returns {HTMLFormElement}
 */
function drawForm(view, drawing, doors) {
  const blocks = listOf(view["blocks"]);
  const submit = textIn(view["submit"]);
  const form = h(
    "form",
    { class: "form", novalidate: true },
    h("h2", {}, textIn(view["title"])),
    ...blocks.flatMap((block) => (block["type"] === "input" ? [drawInput(block)] : drawBlocks([block], drawing))),
    h("p", { class: "form-error", "data-error": "", role: "alert" }),
    h(
      "div",
      { class: "form-buttons" },
      h(
        "button",
        { type: "button", class: "e-button", onclick: () => void doors.close() },
        textIn(view["close"]) || "✕",
      ),
      submit === "" ? null : h("button", { type: "submit", class: "e-button primary" }, submit),
    ),
  );
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    void doors.close();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send(form, blocks, doors);
  });
  return form;
}

/**
 * @param {Json} block
 * @returns {Node}
 */
function drawInput(block) {
  const id = stringIn(block, "block_id");
  const element = isJson(block["element"]) ? block["element"] : {};
  const hint = textIn(block["hint"]);
  const isGroup = ["checkboxes", "radio_buttons"].includes(String(element["type"]));
  const label = textIn(block["label"]) + (block["optional"] === true ? "" : " *");
  return h(
    isGroup ? "fieldset" : "div",
    { class: "field", "data-block": id },
    isGroup ? h("legend", {}, label) : h("label", { for: `field-${id}` }, label),
    drawField(element, `field-${id}`),
    hint === "" ? null : h("p", { class: "field-hint" }, hint),
    h("p", { class: "form-error", "data-error": id, role: "alert" }),
  );
}

/**
 * @param {HTMLFormElement} form
 * @param {readonly Json[]} blocks
 * @param {FormDoors} doors
 */
async function send(form, blocks, doors) {
  const values = Object.fromEntries(
    blocks.flatMap((block) => {
      const element = block["element"];
      if (block["type"] !== "input" || !isJson(element)) return [];
      const id = stringIn(block, "block_id");
      return [[id, { [stringIn(element, "action_id")]: readField(form, element, `field-${id}`) }]];
    }),
  );
  const button = form.querySelector("button[type=submit]");
  button?.setAttribute("disabled", "");
  const errors = await doors.submit(values);
  button?.removeAttribute("disabled");
  for (const place of form.querySelectorAll("[data-error]")) {
    place.textContent = errors[place.getAttribute("data-error") ?? ""] ?? "";
  }
  const wrong = Object.keys(errors)[0];
  if (wrong !== undefined) form.querySelector(`#field-${CSS.escape(wrong)}`)?.scrollIntoView({ block: "center" });
}
