import type { Control, Part, Text } from "#cards/card.ts";
import { chartBars } from "#cards/chart-text.ts";

const PARAGRAPH = "margin:0 0 12px";
const SMALL = "margin:0 0 12px;font-size:13px";
const QUOTE = "margin:0 0 12px;padding-left:12px;border-left:3px solid #888888";
/** An outline and no fill: dark mode turns it as it turns the text. */
const BUTTON =
  "display:inline-block;margin:0 8px 10px 0;padding:10px 16px;border:1px solid #888888;border-radius:6px;text-decoration:none;font-weight:bold";

/** A part of a card as HTML for mail programs; a control is a link to where it stands on the page. */
export function partHtml(part: Part, linkTo: (control: Control) => string): string {
  switch (part.is) {
    case "heading":
      return `<h1 style="font-size:20px;line-height:1.3;margin:0 0 12px">${escaped(part.text)}</h1>`;
    case "text":
      return `<p style="${PARAGRAPH}">${textHtml(part.text)}</p>`;
    case "small":
      return `<p style="${SMALL}">${textHtml(part.text)}</p>`;
    case "facts":
      return `<p style="${PARAGRAPH}">${part.facts
        .map(({ label, value }) => `${escaped(label)} · <strong>${textHtml(value)}</strong>`)
        .join("<br>")}</p>`;
    case "item": {
      const button = part.control === undefined ? "" : `<br>${buttonHtml(part.control, linkTo)}`;
      return `<p style="${PARAGRAPH}">• ${textHtml(part.text)}${button}</p>`;
    }
    case "quote":
      return `<blockquote style="${QUOTE}">${textHtml(part.text)}</blockquote>`;
    case "controls":
      return `<p style="margin:16px 0 8px">${part.controls.map((control) => buttonHtml(control, linkTo)).join("\n")}</p>`;
    case "chart":
      return `<p style="${PARAGRAPH}"><strong>${escaped(part.chart.title)}</strong><br>${chartBars(part.chart)
        .map(escaped)
        .join("<br>")}</p>`;
    case "line":
      return '<hr style="border:0;border-top:1px solid #888888;margin:16px 0">';
    default:
      return part satisfies never;
  }
}

/** Names and numbers come from files: they are text, whatever they hold. */
export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

function buttonHtml(control: Control, linkTo: (control: Control) => string): string {
  return `<a href="${escaped(linkTo(control))}" style="${BUTTON}">${escaped(control.label)}</a>`;
}

function textHtml(text: Text): string {
  const spans = typeof text === "string" ? [{ text }] : text;
  return spans
    .map((span) => {
      const said = escaped(span.text).replaceAll("\n", "<br>");
      const struck = span.struck === true ? `<s>${said}</s>` : said;
      const strong = span.strong === true ? `<strong>${struck}</strong>` : struck;
      return span.href === undefined ? strong : `<a href="${escaped(span.href)}">${strong}</a>`;
    })
    .join("");
}
