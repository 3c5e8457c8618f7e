import type { Locale } from "./person.ts";

/** The wording of a step as finance writes it: paragraphs with placeholders in double braces. */
export interface MailTemplate {
  /** What a step calls it by; the shipped ones bear the name of their step. */
  readonly name: string;
  readonly locale: Locale;
  /** The e-mail address of who signs, or a seller's code; null = everybody's. */
  readonly sender: string | null;
  readonly subject: string;
  /** Paragraphs, parted by an empty line. */
  readonly body: string;
}

/** What a text may hold a place for. Either language's name is understood in both. */
export const PLACEHOLDERS = {
  greeting: { fr: "bonjour", en: "greeting" },
  number: { fr: "facture", en: "invoice" },
  numbers: { fr: "factures", en: "invoices" },
  count: { fr: "nombre", en: "count" },
  amount: { fr: "montant", en: "amount" },
  due: { fr: "echeance", en: "due" },
  issued: { fr: "date", en: "issued" },
  late: { fr: "retard", en: "late" },
  table: { fr: "tableau", en: "table" },
  seller: { fr: "societe", en: "seller" },
  rep: { fr: "commercial", en: "rep" },
  signer: { fr: "signataire", en: "signer" },
  answerBy: { fr: "reponse-avant", en: "answer-by" },
  lastMessage: { fr: "dernier-message", en: "last-message" },
} as const satisfies Readonly<Record<string, Readonly<Record<Locale, string>>>>;
export type Placeholder = keyof typeof PLACEHOLDERS;

/** The names of the wordings that come with Relais. */
export const SHIPPED_TEMPLATES = ["pre-due", "first", "second", "last", "formal-notice", "thank-you"] as const;
export type ShippedTemplate = (typeof SHIPPED_TEMPLATES)[number];

/** Whether a wording is one that comes along, not one of finance's own. */
export function isShippedTemplate(name: string): name is ShippedTemplate {
  return SHIPPED_TEMPLATES.some((shipped) => shipped === name);
}

/** What is wrong with a wording; each has a sentence (i18n). */
export type TemplateFault =
  | { readonly fault: "unknown-placeholder"; readonly typed: string }
  | { readonly fault: "no-number" }
  | { readonly fault: "no-due-date" }
  | { readonly fault: "no-table" }
  | { readonly fault: "table-in-subject" }
  | { readonly fault: "text-missing" };

const IN_BRACES = /\{\{\s*([^{}]*?)\s*\}\}/g;
/** Braces that close nothing are a placeholder mistyped. */
const LONE_BRACES = /\{\{[^{}]*$|\{\{|\}\}/;

/** A text in parts: words, and the places to fill. What no placeholder is called stays as it was typed. */
export function partsOfTemplate(text: string): readonly (string | { readonly place: Placeholder })[] {
  const parts: (string | { place: Placeholder })[] = [];
  let from = 0;
  for (const match of text.matchAll(IN_BRACES)) {
    const place = placeholderCalled(match[1] ?? "");
    if (place === null) continue;
    parts.push(text.slice(from, match.index), { place });
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== "");
}

/**
 * What keeps a wording from being used: a placeholder nobody knows, or a mail that would not say which invoice, for when,
 * and list them all. A thank-you asks for nothing, so it needs no date and no table.
 */
export function faultsOfTemplate(template: Pick<MailTemplate, "name" | "subject" | "body">): readonly TemplateFault[] {
  const { name, subject, body } = template;
  if (subject.trim() === "" || body.trim() === "") return [{ fault: "text-missing" }];
  const held = placesIn(body);
  const known = new Set([...held, ...placesIn(subject)]);
  const unknown = [...new Set([...unknownIn(subject), ...unknownIn(body)])];
  const asks = name !== "thank-you";
  return [
    ...unknown.map((typed) => ({ fault: "unknown-placeholder", typed }) as const),
    ...(placesIn(subject).has("table") ? [{ fault: "table-in-subject" } as const] : []),
    ...(known.has("number") || known.has("numbers") || held.has("table") ? [] : [{ fault: "no-number" } as const]),
    ...(!asks || held.has("due") || held.has("table") ? [] : [{ fault: "no-due-date" } as const]),
    ...(!asks || held.has("table") ? [] : [{ fault: "no-table" } as const]),
  ];
}

/** The wording for a sender: the signer's own, else the seller's, else everybody's; null = the shipped one. */
export function templateFor<T extends Pick<MailTemplate, "name" | "locale" | "sender">>(
  templates: readonly T[],
  wanted: { readonly name: string; readonly locale: Locale; readonly signer: string | null; readonly seller: string },
): T | null {
  const named = templates.filter(({ name, locale }) => name === wanted.name && locale === wanted.locale);
  const of = (sender: string | null) =>
    named.find((template) => template.sender?.toLowerCase() === sender?.toLowerCase());
  return (wanted.signer === null ? undefined : of(wanted.signer)) ?? of(wanted.seller) ?? of(null) ?? null;
}

function placesIn(text: string): ReadonlySet<Placeholder> {
  return new Set(partsOfTemplate(text).flatMap((part) => (typeof part === "string" ? [] : [part.place])));
}

function unknownIn(text: string): readonly string[] {
  const named = [...text.matchAll(IN_BRACES)].map(([, name = ""]) => name);
  const unknown = named.filter((name) => placeholderCalled(name) === null);
  const [lone] = LONE_BRACES.exec(text.replaceAll(IN_BRACES, "")) ?? [];
  return lone === undefined ? unknown : [...unknown, lone];
}

function placeholderCalled(typed: string): Placeholder | null {
  const name = typed.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase().trim();
  const found = Object.entries(PLACEHOLDERS).find(([, { fr, en }]) => fr === name || en === name);
  return (found?.[0] as Placeholder | undefined) ?? null;
}
