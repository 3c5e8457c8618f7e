import type { Span, Text } from "#cards/card.ts";
import type { MrkdwnElement, PlainTextElement } from "@slack/types";
import { countCodePoints } from "./payload-shape.ts";

const ELLIPSIS = "…";
/** "&" becomes five characters, "<" and ">" four. */
const ESCAPED_LENGTH_MAX = 5;

/** Nothing a customer is called may ping a channel or draw a link: the three characters that Slack reads are escaped. */
export function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Escaped text of at most so many characters (code points), the last one an ellipsis when something was left out. */
export function cut(text: string, max: number, escapeBy: (text: string) => string = escape): string {
  if (countCodePoints(escapeBy(text)) <= max) return escapeBy(text);
  let kept = [...text];
  let over = 0;
  do {
    // An escaped character takes up to five, so a fifth of what is over surely has to go.
    kept = kept.slice(0, -Math.max(1, Math.floor(over / ESCAPED_LENGTH_MAX)));
    over = countCodePoints(escapeBy(`${kept.join("").trimEnd()}${ELLIPSIS}`)) - max;
  } while (over > 0 && kept.length > 0);
  return escapeBy(`${kept.join("").trimEnd()}${ELLIPSIS}`);
}

/**
 * Text without formatting, in titles, buttons and options. Slack shows a bare "&" as it is there, but a "<!channel>" must
 * not be there even so.
 */
export function plain(text: string, max: number): PlainTextElement {
  return { type: "plain_text", text: cut(text, max, escapeBrackets), emoji: false };
}

function escapeBrackets(text: string): string {
  return text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Formatted text; `before` begins each line, as a quote does. */
export function mrkdwn(text: Text, max: number, before = ""): MrkdwnElement {
  return { type: "mrkdwn", text: marked(text, max, before), verbatim: true };
}

/** As mrkdwn, as a bare string: escaped, emphasised, and cut without breaking an entity or a mark. */
export function marked(text: Text, max: number, before = ""): string {
  const spans = typeof text === "string" ? [{ text }] : text;
  let line = before;
  for (const span of spans) {
    const room = max - countCodePoints(line);
    const piece = fitted(span, room, before);
    line += piece.text;
    if (piece.wasCut) break;
  }
  return line === "" ? " " : line;
}

function fitted(span: Span, room: number, before: string): { readonly text: string; readonly wasCut: boolean } {
  const whole = emphasised(span, span.text, before);
  if (countCodePoints(whole) <= room) return { text: whole, wasCut: false };
  let kept = [...span.text];
  while (kept.length > 0) {
    const text = emphasised(span, `${kept.join("").trimEnd()}${ELLIPSIS}`, before);
    const over = countCodePoints(text) - room;
    if (over <= 0) return { text, wasCut: true };
    kept = kept.slice(0, -Math.max(1, Math.floor(over / ESCAPED_LENGTH_MAX)));
  }
  return { text: room > 0 ? ELLIPSIS : "", wasCut: true };
}

/** Slack sees a mark only when it touches the words, and a link only on one line. */
function emphasised(span: Span, text: string, before: string): string {
  const [, lead = "", core = "", trail = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  if (core === "") return quoted(text, before);
  let marks = escape(core);
  if (span.href !== undefined) marks = `<${escape(span.href).replaceAll("|", "%7C")}|${marks.replaceAll("\n", " ")}>`;
  if (span.struck === true) marks = eachLine(marks, "~");
  if (span.strong === true) marks = eachLine(marks, "*");
  return quoted(`${lead}${marks}${trail}`, before);
}

function eachLine(text: string, mark: string): string {
  return text
    .split("\n")
    .map((line) => (line.trim() === "" ? line : `${mark}${line}${mark}`))
    .join("\n");
}

function quoted(text: string, before: string): string {
  return before === "" ? text : text.replaceAll("\n", `\n${before}`);
}
