const HTML_LENGTH_MAX = 400_000;

/** Marks where something quoted was taken out, so that what is above and below stay apart. */
const QUOTE_LEFT_OUT = "\n";
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: " ",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  euro: "€",
  pound: "£",
  oelig: "œ",
  deg: "°",
  amp: "&",
};
const ACCENTS: Readonly<Record<string, string>> = {
  acute: "\u0301",
  grave: "\u0300",
  circ: "\u0302",
  uml: "\u0308",
  tilde: "\u0303",
  cedil: "\u0327",
};

/** A mail's HTML as plain text, good enough to read what was said; `quotes` false leaves out what it quotes. */
export function textFromHtml(html: string, quotes: boolean): string {
  const body = html
    .replace(/<!--[\s\S]*?(-->|$)/g, "")
    .replace(/<(style|script|head|title)\b[\s\S]*?(<\/\1\s*>|$)/gi, "\n")
    .slice(0, HTML_LENGTH_MAX);
  return withoutTags(quotes ? body : withoutQuotes(body));
}

/** Quotes lie within quotes, so their ends are counted. */
function withoutQuotes(html: string): string {
  const kept: string[] = [];
  let depth = 0;
  let from = 0;
  for (const tag of html.matchAll(/<(\/?)blockquote\b[^>]*>/gi)) {
    if (depth === 0) kept.push(html.slice(from, tag.index));
    depth = tag[1] === "" ? depth + 1 : Math.max(0, depth - 1);
    from = tag.index + tag[0].length;
  }
  if (depth === 0) kept.push(html.slice(from));
  return kept.join(QUOTE_LEFT_OUT);
}

function withoutTags(html: string): string {
  return html
    .replace(/\s+/g, " ")
    .replace(/<hr\b[^>]*>/gi, `\n${"_".repeat(12)}\n`)
    .replace(/<br\b[^>]*>/gi, "\n")
    .replace(/<\/(p|div|tr|li|h\d|table|ul|ol)\s*>/gi, "\n")
    .replace(/<(td|th)\b[^>]*>/gi, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => character(name) ?? whole)
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}

function character(name: string): string | null {
  if (name.startsWith("#")) {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : null;
  }
  const [, letter = "", accent = ""] = /^([a-z])(acute|grave|circ|uml|tilde|cedil)$/i.exec(name) ?? [];
  const mark = ACCENTS[accent.toLowerCase()];
  return mark === undefined ? (ENTITIES[name.toLowerCase()] ?? null) : `${letter}${mark}`.normalize("NFC");
}
