import { h } from "./dom.js";
import { isJson, listOf, stringIn } from "./json.js";

/** @import { Json, Picture } from "./wire.d.ts" */

/** How a chart of each chat is drawn. */
const KINDS = /** @type {const} */ ({
  bar: "bars",
  line: "lines",
  "Chart.VerticalBar": "bars",
  "Chart.VerticalBar.Grouped": "bars",
  "Chart.Line": "lines",
  "Chart.HorizontalBar.Stacked": "stacked-bars",
});

/** The charts of Adaptive Cards that Relais sends. */
export const TEAMS_CHARTS = Object.keys(KINDS).filter((name) => name.startsWith("Chart."));

/**
 * Slack's `data_visualization` block.
 * @param {Json} block
 * @returns {Node}
 */
export function drawSlackChart(block) {
  const chart = isJson(block["chart"]) ? block["chart"] : {};
  const axis = isJson(chart["axis_config"]) ? chart["axis_config"] : {};
  const series = listOf(chart["series"]).map((one) => ({
    name: stringIn(one, "name"),
    values: listOf(one["data"]).map((point) => Number(point["value"])),
  }));
  const title = stringIn(block, "title");
  return h(
    "figure",
    { class: "chart" },
    h("figcaption", {}, title),
    draw({ kind: kindOf(chart), title, labels: textsOf(axis["categories"]), series }),
  );
}

/**
 * A `Chart.*` element of an Adaptive Card, without its title, which Teams does not show either.
 * @param {Json} element
 * @returns {HTMLElement}
 */
export function drawTeamsChart(element) {
  return h("figure", { class: "chart" }, draw(pictureOf(element)));
}

/**
 * @param {Json} element
 * @returns {Picture}
 */
function pictureOf(element) {
  const data = listOf(element["data"]);
  const kind = kindOf(element);
  const title = stringIn(element, "title");
  if (kind === "stacked-bars") {
    const parts = data.map((whole) => listOf(whole["data"]));
    const series = (parts[0] ?? []).map((one, nth) => ({
      name: stringIn(one, "legend"),
      values: parts.map((part) => Number(part[nth]?.["value"])),
    }));
    return { kind, title, labels: data.map((whole) => stringIn(whole, "title")), series };
  }
  const named = data.some((one) => Array.isArray(one["values"]));
  const lines = named ? data : [{ legend: "", values: data }];
  const series = lines.map((one) => ({
    name: stringIn(one, "legend"),
    values: listOf(one["values"]).map((point) => Number(point["y"])),
  }));
  return { kind, title, labels: listOf(lines[0]?.["values"]).map((point) => stringIn(point, "x")), series };
}

/**
 * @param {Picture} picture
 * @returns {HTMLElement}
 */
function draw(picture) {
  const said = picture.series.map(
    ({ name, values }) => `${name} ${values.map((value, index) => `${picture.labels[index]} ${value}`).join(", ")}`,
  );
  const src = `/page/chart.svg?of=${encodeURIComponent(JSON.stringify(picture))}`;
  return h("img", { src, alt: `${picture.title} : ${said.join(" ; ").trim()}` });
}

/**
 * @param {Json} chart
 * @returns {Picture["kind"]}
 */
function kindOf(chart) {
  return KINDS[/** @type {keyof typeof KINDS} */ (chart["type"])] ?? "bars";
}

/**
 * @param {unknown} value
 * @returns {readonly string[]}
 */
function textsOf(value) {
  return Array.isArray(value) ? value.map(String) : [];
}
