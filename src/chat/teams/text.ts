import type { Span, Text } from "#cards/card.ts";
import type { CardElement, TextRun } from "./card-elements.ts";
import { TEAMS_LIMITS as L } from "./limit-table.ts";

const ELLIPSIS = "…";

/** How a whole text looks. */
export type Look = Pick<TextRun, "size" | "isSubtle" | "color">;

/**
 * A text, one block per line: runs are shown as they are, so no name is read as markdown or HTML, and a line break is one
 * on every client.
 */
export function textBlocks(text: Text, look: Look = {}): readonly CardElement[] {
  const lines = linesOf(text);
  if (lines.every((line) => line.length === 0)) return [BLANK];
  return lines.flatMap((line, index) => {
    if (line.length === 0) return [];
    const isAfterGap = index > 0 && lines[index - 1]?.length === 0;
    const spacing = index === 0 ? {} : { spacing: isAfterGap ? ("small" as const) : ("none" as const) };
    return [{ type: "RichTextBlock" as const, inlines: line.map((span) => runOf(span, look)), ...spacing }];
  });
}

const BLANK: CardElement = { type: "RichTextBlock", inlines: [{ type: "TextRun", text: " " }] };

/** A title; the one text that Teams reads as markdown, because only such a one is a heading for screen readers. */
export function heading(text: string): CardElement {
  const title = escapeMarkdown(cut(oneLine(text), L.headingText));
  return { type: "TextBlock", text: title, wrap: true, style: "heading", size: "medium", weight: "bolder" };
}

/** The value of a fact, which Teams reads as markdown. */
export function factText(text: Text): string {
  return escapeMarkdown(cut(oneLine(plainOf(text)), L.headingText));
}

/** A line that Teams shows as it is: titles of buttons and dialogs, labels, notifications. */
export function plain(text: string, max: number): string {
  const line = cut(oneLine(text), max);
  return line === "" ? " " : line;
}

/** A sentence without the marks that chats with markdown draw as code. */
export function unmarked(text: string): string {
  return text.replaceAll("`", "");
}

/** At most so many characters (code points), the last one an ellipsis when something was left out. */
export function cut(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  return `${characters
    .slice(0, max - 1)
    .join("")
    .trimEnd()}${ELLIPSIS}`;
}

/**
 * Makes every character that starts something in markdown or HTML stand for itself. Only those: a client that knows no
 * escapes would show the backslashes.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_~[\]<>]/g, String.raw`\$&`)
    .replaceAll(/&(?=#?\w+;)/g, String.raw`\&`)
    .replace(/^(\s*)([-+#])(?=\s)/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])(?=\s)/, String.raw`$1\$2`);
}

/** The spans of each line; an empty line has none. */
function linesOf(text: Text): readonly (readonly Span[])[] {
  const spans = spansOf(text);
  const lines: Span[][] = [[]];
  for (const span of spans) {
    for (const [index, piece] of span.text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      if (piece !== "") lines.at(-1)?.push({ ...span, text: piece });
    }
  }
  return lines;
}

function runOf(span: Span, look: Look): TextRun {
  return {
    type: "TextRun",
    text: cut(span.text, L.runText),
    ...look,
    ...(span.strong === true ? { weight: "bolder" as const } : {}),
    ...(span.struck === true ? { strikethrough: true as const } : {}),
    ...(span.href === undefined ? {} : { selectAction: { type: "Action.OpenUrl" as const, url: span.href } }),
  };
}

/** Whether a word of it, an address perhaps, is too long to stand beside something else on a phone. */
export function hasLongWord(text: Text): boolean {
  return plainOf(text)
    .split(/[\s-]+/)
    .some((word) => [...word].length > L.wordBeside);
}

/** A text as spans; a plain one is a single span. */
export function spansOf(text: Text): readonly Span[] {
  return typeof text === "string" ? [{ text }] : text;
}

function plainOf(text: Text): string {
  return spansOf(text)
    .map((span) => span.text)
    .join("");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, " ").trim();
}
