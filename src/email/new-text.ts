import EmailReplyParser from "email-reply-parser";

/** Beyond this nobody reads a reply in a chat, and no pattern should run on more. */
const READ_LENGTH_MAX = 60_000;
const KEPT_LENGTH_MAX = 4_000;

/** Where the quoted mail begins, for programs whose marks the parser does not know. */
const QUOTE_BEGINS: readonly RegExp[] = [
  /^-{2,}\s*(message d'origine|message transf[ée]r[ée]|message original|original message|forwarded message)\s*-{2,}/im,
  /^_{10,}\s*$/m,
  /^\s*(de|from)\s*:.+\r?\n\s*(envoy[ée]|date|sent|[àa]|to)\s*:/im,
  /^(le|on)\s.{5,200}(a [ée]crit|wrote)\s*:\s*$/im,
  /^>+ ?/m,
];

/** What the person wrote, without the mail they answer and without their signature; shortened with "…" when long. */
export function newTextOf(text: string | null, html: string | null): string {
  const whole = (text !== null && text.trim() !== "" ? text : textFromHtml(html ?? ""))
    .slice(0, READ_LENGTH_MAX)
    .trim();
  const parsed = new EmailReplyParser().parseReply(whole).trim();
  // A person who answers between the lines, or only quotes: everything is better than nothing.
  const found = cutAtQuote(parsed) || cutAtQuote(whole) || parsed || whole;
  return found.length > KEPT_LENGTH_MAX ? `${found.slice(0, KEPT_LENGTH_MAX - 1)}…` : found;
}

function cutAtQuote(text: string): string {
  const starts = QUOTE_BEGINS.map((pattern) => text.search(pattern)).filter((at) => at >= 0);
  return (starts.length === 0 ? text : text.slice(0, Math.min(...starts))).trim();
}

/** Good enough to read what was said: the mails without a text part are few, and layout does not matter here. */
function textFromHtml(html: string): string {
  return html
    .slice(0, READ_LENGTH_MAX)
    .replace(/<(style|script|head|blockquote)\b[\s\S]*?(<\/\1>|$)/gi, "\n")
    .replace(/<(br|\/p|\/div|\/tr|\/li)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/gi, " ")
    .replace(/&lt;/gi, "<")
    .replace(/&gt;/gi, ">")
    .replace(/&(quot|#34);/gi, '"')
    .replace(/&(#39|apos|rsquo);/gi, "'")
    .replace(/&eacute;/gi, "é")
    .replace(/&agrave;/gi, "à")
    .replace(/&egrave;/gi, "è")
    .replace(/&amp;/gi, "&")
    .replace(/\n\s*\n\s*\n+/g, "\n\n");
}
