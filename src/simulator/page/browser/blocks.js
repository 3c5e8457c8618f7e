import { drawSlackChart } from "./chart.js";
import { h } from "./dom.js";
import { drawElement } from "./elements.js";
import { isJson, listOf, stringIn, textIn } from "./json.js";
import { drawMrkdwn } from "./mrkdwn.js";

/** @import { Drawing, Json } from "./wire.d.ts" */

/**
 * Block Kit as Slack shows it, from what was really sent: every block Relais writes, and a plain line for any other.
 * @param {readonly Json[]} blocks
 * @param {Drawing} drawing
 * @returns {readonly Node[]}
 */
export function drawBlocks(blocks, drawing) {
  return blocks.map((block) => drawBlock(block, drawing));
}

/**
 * @param {Json} block
 * @param {Drawing} drawing
 * @returns {Node}
 */
function drawBlock(block, drawing) {
  const id = stringIn(block, "block_id");
  switch (block["type"]) {
    case "header":
      return h("h3", { class: "b-header" }, textIn(block["text"]));
    case "divider":
      return h("hr", { class: "b-divider" });
    case "section":
      return drawSection(block, drawing);
    case "context":
      return h(
        "div",
        { class: "b-context" },
        ...listOf(block["elements"]).map((element) => drawText(element, drawing)),
      );
    case "actions":
      return h(
        "div",
        { class: "b-actions" },
        ...listOf(block["elements"]).map((element) => drawElement(element, id, drawing)),
      );
    case "image":
      return h("img", { class: "b-image", src: stringIn(block, "image_url"), alt: stringIn(block, "alt_text") });
    case "data_visualization":
      return drawSlackChart(block);
    default:
      return h("div", { class: "b-unknown" }, `[${String(block["type"])}]`);
  }
}

/**
 * @param {Json} block
 * @param {Drawing} drawing
 * @returns {Node}
 */
function drawSection(block, drawing) {
  const fields = listOf(block["fields"]);
  const accessory = block["accessory"];
  return h(
    "div",
    { class: "b-section" },
    h(
      "div",
      { class: "b-section-text" },
      isJson(block["text"]) ? drawText(block["text"], drawing) : null,
      fields.length === 0
        ? null
        : h("div", { class: "b-fields" }, ...fields.map((field) => h("div", {}, drawText(field, drawing)))),
    ),
    isJson(accessory)
      ? h("div", { class: "b-accessory" }, drawElement(accessory, stringIn(block, "block_id"), drawing))
      : null,
  );
}

/**
 * @param {Json} text
 * @param {Drawing} drawing
 * @returns {Node}
 */
export function drawText(text, drawing) {
  if (text["type"] === "image") {
    return h("img", { class: "b-icon", src: stringIn(text, "image_url"), alt: stringIn(text, "alt_text") });
  }
  const said = textIn(text);
  if (text["type"] === "plain_text") return h("span", { class: "b-plain" }, said);
  return h("span", {}, ...drawMrkdwn(said, drawing.nameOf));
}
