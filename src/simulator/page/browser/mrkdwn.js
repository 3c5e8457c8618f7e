import { h } from "./dom.js";

/** @typedef {(id: string) => string} NameOf */

/** The few names that colleagues use; any other stays as it is typed. */
const EMOJI = new Map([
  ["white_check_mark", "✅"],
  ["warning", "⚠️"],
  ["phone", "☎️"],
  ["tada", "🎉"],
]);
const STYLES = /** @type {const} */ ([
  ["*", "strong"],
  ["_", "em"],
  ["~", "s"],
  ["`", "code"],
]);
/** A link or mention, an emoji, or a styled run that begins and ends at the edge of a word. */
const TOKEN = /<([^<>]+)>|:([a-z0-9_+-]+):|(?<![\p{L}\p{N}])([*_~`])(?=\S)(.+?)(?<=\S)\3(?![\p{L}\p{N}])/gu;

/**
 * Slack's markup as elements; `>` at the start of a line quotes it.
 * @param {string} text
 * @param {NameOf} nameOf
 * @returns {readonly Node[]}
 */
export function drawMrkdwn(text, nameOf) {
  /** @type {Node[]} */
  const drawn = [];
  /** @type {string[]} */
  let quoted = [];
  const endQuote = () => {
    if (quoted.length > 0) drawn.push(h("blockquote", {}, ...drawInline(quoted.join("\n"), nameOf)));
    quoted = [];
  };
  const lines = text.split("\n");
  for (const [index, line] of lines.entries()) {
    const quote = /^(?:&gt;|>) ?(.*)$/.exec(line);
    if (quote !== null) {
      quoted.push(quote[1] ?? "");
      continue;
    }
    const followsText = index > 0 && quoted.length === 0;
    endQuote();
    if (followsText) drawn.push(h("br", {}));
    drawn.push(...drawInline(line, nameOf));
  }
  endQuote();
  return drawn;
}

/**
 * @param {string} text
 * @param {NameOf} nameOf
 * @returns {readonly Node[]}
 */
function drawInline(text, nameOf) {
  /** @type {Node[]} */
  const drawn = [];
  let from = 0;
  for (const match of text.matchAll(TOKEN)) {
    drawn.push(...plainLines(text.slice(from, match.index)));
    drawn.push(drawToken(match, nameOf));
    from = match.index + match[0].length;
  }
  drawn.push(...plainLines(text.slice(from)));
  return drawn;
}

/**
 * @param {RegExpExecArray} match
 * @param {NameOf} nameOf
 * @returns {Node}
 */
function drawToken([whole, angled, emoji, mark, run], nameOf) {
  if (angled !== undefined) return drawAngled(angled, nameOf);
  if (emoji !== undefined) return document.createTextNode(EMOJI.get(emoji) ?? whole);
  const style = STYLES.find(([sign]) => sign === mark);
  if (style === undefined || run === undefined) return document.createTextNode(unescaped(whole));
  const inside = style[1] === "code" ? [document.createTextNode(unescaped(run))] : drawInline(run, nameOf);
  return h(style[1], {}, ...inside);
}

/**
 * `https://x|label`, `@U1`, `#C1`, `!here`, `!date^...|fallback`.
 * @param {string} inside
 * @param {NameOf} nameOf
 * @returns {Node}
 */
function drawAngled(inside, nameOf) {
  const [target = "", label] = inside.split("|");
  if (target.startsWith("@") || target.startsWith("#")) {
    return h("span", { class: "mention" }, `${target[0]}${label ?? nameOf(target.slice(1))}`);
  }
  if (target.startsWith("!")) return h("span", { class: "mention" }, label ?? `@${target.slice(1)}`);
  return h("a", { href: unescaped(target), target: "_blank", rel: "noreferrer" }, unescaped(label ?? target));
}

/**
 * @param {string} text
 * @returns {readonly Node[]}
 */
function plainLines(text) {
  return text
    .split("\n")
    .flatMap((line, index) => [...(index > 0 ? [h("br", {})] : []), document.createTextNode(unescaped(line))]);
}

/**
 * @param {string} text
 * @returns {string}
 */
export function unescaped(text) {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
