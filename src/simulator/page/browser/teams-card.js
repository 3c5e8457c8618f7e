import { drawTeamsChart, TEAMS_CHARTS } from "./chart.js";
import { h } from "./dom.js";
import { isJson } from "./json.js";
import { HOST } from "./teams-host.js";

/** @import { Json, Tap } from "./wire.d.ts" */

/** @type {typeof import("adaptivecards") | null} */
let renderer = null;
const ID = "tap-";

/** Fetches Microsoft's renderer, once; cards can be drawn from then on. */
export async function loadRenderer() {
  if (renderer !== null) return;
  await new Promise((resolve, reject) => {
    const script = h("script", { src: "/page/adaptivecards.js", onload: resolve, onerror: reject });
    document.head.append(script);
  });
  renderer = /** @type {{ AdaptiveCards: typeof import("adaptivecards") }} */ (/** @type {unknown} */ (globalThis))
    .AdaptiveCards;
  renderer.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = htmlOf(text);
    result.didProcess = true;
  };
  for (const type of TEAMS_CHARTS) registerChart(renderer, type);
}

/**
 * Teams draws charts of its own; Microsoft's renderer knows none and would show their fallback.
 * @param {typeof import("adaptivecards")} cards
 * @param {string} type
 */
function registerChart(cards, type) {
  class TeamsChart extends cards.CardElement {
    /** @type {Json} */
    source = {};
    /** @override */
    getJsonTypeName() {
      return type;
    }
    /**
     * @override
     * @param {Json} source
     * @param {import("adaptivecards").SerializationContext} context
     */
    internalParse(source, context) {
      super.internalParse(source, context);
      this.source = source;
    }
    /** @override */
    internalRender() {
      return drawTeamsChart(this.source);
    }
  }
  cards.GlobalRegistry.elements.register(type, TeamsChart);
}

/**
 * An Adaptive Card drawn by Microsoft's renderer, from what was really sent.
 * @param {Json} card
 * @param {(tap: Tap) => Promise<void>} tap
 * @returns {Node}
 */
export function drawCard(card, tap) {
  if (renderer === null) return document.createTextNode("…");
  /** @type {Json[]} */
  const actions = [];
  const drawn = new renderer.AdaptiveCard();
  drawn.hostConfig = new renderer.HostConfig(HOST);
  drawn.onExecuteAction = (action) => {
    const url = /** @type {{ url?: string }} */ (action).url;
    if (action.getJsonTypeName() === "Action.OpenUrl" && url !== undefined) window.open(url, "_blank", "noopener");
    const at = actions[Number(action.id?.slice(ID.length))];
    if (at !== undefined) void tap(tapOf(actions, at, /** @type {{ data?: unknown }} */ (action).data));
  };
  drawn.parse(numbered(card, actions));
  return drawn.render() ?? document.createTextNode("…");
}

/**
 * The same card, whose actions have ids by which they are found again, in the order in which people see them.
 * @param {unknown} value
 * @param {Json[]} actions
 * @returns {unknown}
 */
function numbered(value, actions) {
  if (Array.isArray(value)) return value.map((one) => numbered(one, actions));
  if (!isJson(value)) return value;
  const isTap = value["type"] === "Action.Execute" || value["type"] === "Action.Submit";
  const own = isTap ? { id: `${ID}${actions.push(value) - 1}` } : {};
  const inner = Object.entries(value).map(([name, one]) => [name, name === "data" ? one : numbered(one, actions)]);
  return { ...Object.fromEntries(inner), ...own };
}

/**
 * What the person reads on the button, which of those it is, and what they filled in.
 * @param {readonly Json[]} actions
 * @param {Json} action
 * @param {unknown} sent
 * @returns {Tap}
 */
function tapOf(actions, action, sent) {
  const title = String(action["title"]);
  const occurrence = actions.slice(0, actions.indexOf(action)).filter((one) => one["title"] === title).length;
  const own = isJson(action["data"]) ? action["data"] : {};
  const values = Object.entries(isJson(sent) ? sent : {}).filter(([name]) => !(name in own));
  return { title, occurrence, values: Object.fromEntries(values) };
}

/**
 * The little markdown that Teams reads in titles and facts.
 * @param {string} text
 * @returns {string}
 */
function htmlOf(text) {
  const signs = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const safe = text.replaceAll(/\\([\\`*_~[\]<>&.)#+-])/g, (_, sign) => `&#${String(sign).charCodeAt(0)};`);
  return safe
    .replaceAll(/&(?!#\d+;)|[<>]/g, (sign) => signs[/** @type {keyof typeof signs} */ (sign)])
    .replaceAll(/\*\*(.+?)\*\*/g, "<strong>$1</strong>");
}
