import { anchorOf, cardByLink, cardToRead, controlsOf } from "#cards/by-link.ts";
import type { Card, Control } from "#cards/card.ts";
import { plainCard } from "#cards/plain.ts";
import type { Locale } from "#domain/person.ts";
import { pageWordsFor } from "#i18n/pages/words.ts";
import type { DrawCardMail } from "#usecases/ports.ts";
import { escaped, partHtml } from "./part-html.ts";

const SUBJECT_LENGTH_MAX = 150;
/** The reader's own colours, light or dark: none are set but of lines, which are seen on both. */
const BODY =
  "margin:0;padding:16px;max-width:36rem;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5";
const SMALL = "margin:0 0 6px;font-size:13px";

/** A card as a mail: text and HTML that say the same, nothing loaded, nothing counted; each button leads to its page. */
export const drawCardMail: DrawCardMail = (card, reader, href) => {
  const words = pageWordsFor(reader.locale).card;
  const shown = cardByLink(card);
  const foot = [
    words.linkIsPersonal,
    words.repliesGoTo,
    reader.chat === "email" ? words.becauseChosen : words.becauseUnreachable,
  ];
  const labels = [...new Set(controlsOf(shown).map(({ label }) => `- ${label}`))];
  const text = [
    plainCard(withoutMarks(cardToRead(card))),
    [...(labels.length === 0 ? [words.read] : [words.answerHere, ...labels]), href].join("\n"),
    `-- \n${foot.join("\n")}`,
  ].join("\n\n");
  return { subject: oneLine(card.summary), text: `${text}\n`, html: htmlOf(shown, reader.locale, href, foot) };
};

/** A title among lines of text needs no mark. */
function withoutMarks(card: Card): Card {
  return { ...card, parts: card.parts.map((part) => (part.is === "heading" ? { is: "text", text: part.text } : part)) };
}

function htmlOf(card: Card, locale: Locale, href: string, foot: readonly string[]): string {
  const nth = new Map<Control, number>(controlsOf(card).map((control, index) => [control, index]));
  const linkTo = (control: Control) => `${href}#${anchorOf(nth.get(control) ?? 0)}`;
  const { read } = pageWordsFor(locale).card;
  return [
    "<!doctype html>",
    `<html lang="${locale}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">',
    `<title>${escaped(card.summary)}</title></head>`,
    `<body style="${BODY}">`,
    ...card.parts.map((part) => partHtml(part, linkTo)),
    ...(nth.size === 0 ? [`<p><a href="${escaped(href)}">${escaped(read)}</a></p>`] : []),
    '<hr style="border:0;border-top:1px solid #888888;margin:24px 0 12px">',
    ...foot.map((line) => `<p style="${SMALL}">${escaped(line)}</p>`),
    "</body>",
    "</html>",
    "",
  ].join("\n");
}

/** A line break in a subject would start another header. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u0085\u2028\u2029]+\s*/g, " ").slice(0, SUBJECT_LENGTH_MAX);
}
