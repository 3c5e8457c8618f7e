import type { Card, Part } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

/** A document that opens by a link of the reader's own. */
export interface DocumentView {
  readonly name: string;
  readonly href: string;
}

/** A document by its name, with the way to open it. */
export function documentCard(view: DocumentView, words: Words): Card {
  const say = words.cards.letters.document;
  const title = say.title(view.name);
  return {
    name: "document",
    summary: title,
    parts: [
      { is: "heading", text: title },
      { is: "text", text: [{ text: say.open, href: view.href }] },
      { is: "small", text: say.text },
    ],
  };
}

/** A mail exactly as it was sent. */
export interface SentMailView {
  readonly subject: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly sentOn: string;
  readonly reminder: number;
  /** Who heard that it was badly received (D13). */
  readonly flaggedBy: readonly string[];
  readonly mayFlag: boolean;
}

/** A chat's message holds no more; the case file has the whole. */
const TEXT_LENGTH_MAX = 2500;

/** A mail as it was sent, in words; a long one is cut and says so. */
export function sentMailCard(view: SentMailView, words: Words): Card {
  const say = words.cards.letters.document;
  const over = view.text.length - TEXT_LENGTH_MAX;
  const more: readonly Part[] = over > 0 ? [{ is: "small", text: say.more(over) }] : [];
  return {
    name: "sent-mail",
    summary: view.subject,
    parts: [
      { is: "heading", text: view.subject },
      { is: "small", text: say.mail(view.sentOn, view.to) },
      { is: "quote", text: view.text.slice(0, TEXT_LENGTH_MAX) },
      ...more,
      ...flagParts(view, words),
    ],
  };
}

function flagParts({ reminder, flaggedBy, mayFlag }: SentMailView, words: Words): readonly Part[] {
  const say = words.control.effect;
  const action = { do: "open-form", form: "badly-received", reminder } as const;
  return [
    ...(flaggedBy.length === 0 ? [] : [{ is: "small", text: say.flaggedBy(flaggedBy) } as const]),
    ...(mayFlag ? [{ is: "controls", controls: [{ is: "button", label: say.flag, action }] } as const] : []),
  ];
}
