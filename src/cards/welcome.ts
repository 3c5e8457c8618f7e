import type { Button, Card } from "#cards/card.ts";
import type { CostSaid } from "#i18n/cards/welcome/messages.ts";
import type { Words } from "#i18n/words.ts";

export type WelcomePart = 1 | 2 | 3;

/** Who is welcomed, and what lateness costs on the customers they look after. */
export interface WelcomeView {
  readonly firstName: string;
  readonly hour: string;
  /** "vos clients"; null = nobody's customers, so no figures of ours. */
  readonly scope: string | null;
  /** One per currency with anything late. */
  readonly costs: readonly CostSaid[];
  readonly ratePercent: number;
}

/** The three first messages (R8): what this is, how to read a card, what a late invoice costs. */
export function welcomeCard(part: WelcomePart, view: WelcomeView, words: Words): Card {
  const say = words.cards.welcome;
  switch (part) {
    case 1:
      return card(part, say.hello.summary, [say.hello.text(view.firstName, view.hour)], {
        is: "button",
        label: say.hello.button,
        action: { do: "open-form", form: "settings" },
      });
    case 2:
      return card(part, say.reading.summary, say.reading.lines, {
        is: "button",
        label: say.reading.button,
        action: { do: "show-help" },
      });
    case 3:
      return card(part, say.cost.summary, [...ourCost(view, words), ...say.cost.lines], {
        is: "button",
        label: say.cost.button,
        action: { do: "show-portfolio" },
      });
  }
}

function ourCost({ scope, costs, ratePercent }: WelcomeView, words: Words): readonly string[] {
  const say = words.cards.welcome.cost;
  if (scope === null || ratePercent === 0) return [];
  if (costs.length === 0) return [say.nothingLate(scope)];
  return [...costs.map((cost) => say.ours(scope, cost, ratePercent)), say.note];
}

function card(part: WelcomePart, summary: string, lines: readonly string[], button: Button): Card {
  return {
    name: `welcome-${part}`,
    summary,
    parts: [...lines.map((text) => ({ is: "text", text }) as const), { is: "controls", controls: [button] }],
  };
}
