import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import { DIFFICULT_FROM, SETTLED_MIN, WATCH_FROM, type ExplainedScore, type ScoreReason } from "#domain/score.ts";
import type { Words } from "#i18n/words.ts";

/** A score with all that it is made of, as far as the reader may see it. */
export interface ScoreView {
  readonly customer: CustomerName;
  readonly settled: number;
  /** Null = not enough history. */
  readonly score: ExplainedScore | null;
  readonly asOf: AsOf;
}

/** "Why this score?": every ingredient with its weight, in words (V6). */
export function scoreCard(view: ScoreView, words: Words): Card {
  const say = words.cards.score;
  const { code, name } = view.customer;
  const title = say.title(name);
  return {
    name: "score",
    summary: title,
    parts: [
      { is: "heading", text: title },
      ...(view.score === null
        ? [{ is: "text", text: say.noHistory(view.settled, SETTLED_MIN) } as const]
        : explained(view.score, view.settled, words)),
      { is: "small", text: say.use },
      {
        is: "controls",
        controls: [
          {
            is: "button",
            label: words.cards.tasks.openCustomer,
            action: { do: "show-customer", customer: code },
          },
        ],
      },
      asOfPart(view.asOf, words),
    ],
  };
}

function explained(score: ExplainedScore, settled: number, words: Words): readonly Part[] {
  const say = words.cards.score;
  return [
    {
      is: "text",
      text: [{ text: say.verdict(words.cards.customer.ratings[score.rating], score.points), strong: true }],
    },
    ...score.weighed.map(({ reason, points, pointsMax }): Part => {
      const text = `${colon(words)}${reasonText(reason, words)}. ${words.say.capital(say.weight(points, pointsMax))}.`;
      return { is: "item", text: [{ text: say.ingredient[reason.is], strong: true }, { text }] };
    }),
    { is: "small", text: `${say.scale(WATCH_FROM, DIFFICULT_FROM)} ${say.basis(settled)}` },
  ];
}

function reasonText(reason: ScoreReason, words: Words): string {
  const { beside, clean } = words.cards.score;
  if (reason.is === "limit-used") return beside[reason.is](reason.percent);
  if (reason.is === "open-overdue") {
    return reason.invoices === 0 ? clean[reason.is] : beside[reason.is](reason.invoices, reason.days);
  }
  if ((reason.is === "broken-promises" || reason.is === "disputes-lost") && reason.count === 0) return clean[reason.is];
  return words.cards.customer.reason(reason);
}

function colon(words: Words): string {
  return words.locale === "fr" ? "\u202f: " : ": ";
}
