import type { Card } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** A customer who paid after a call. */
export interface GoodNews {
  readonly name: string;
  readonly paid: readonly Money[];
  readonly daysAfterCall: number;
}

/** A word of thanks in the afternoon, for who wishes so (R5): what came in after the reader's own calls. */
export function thanksCard(news: readonly GoodNews[], asOf: AsOf, words: Words): Card {
  const lines = news.map(({ name, paid, daysAfterCall }) => words.cards.digest.goodNews(name, paid, daysAfterCall));
  return {
    name: "thanks",
    summary: lines[0] ?? "",
    parts: [...lines.map((text) => ({ is: "text", text }) as const), asOfPart(asOf, words)],
  };
}
