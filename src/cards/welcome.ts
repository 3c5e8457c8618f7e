import type { Button, Card } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

export type WelcomePart = 1 | 2 | 3;

/** The three first messages (R8): what this is, how to read a card, what a late invoice costs. */
export function welcomeCard(
  part: WelcomePart,
  reader: { readonly firstName: string; readonly hour: string },
  words: Words,
): Card {
  const say = words.cards.welcome;
  switch (part) {
    case 1:
      return card(part, say.hello.summary, [say.hello.text(reader.firstName, reader.hour)], {
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
      return card(part, say.cost.summary, say.cost.lines, {
        is: "button",
        label: say.cost.button,
        action: { do: "show-portfolio" },
      });
  }
}

function card(part: WelcomePart, summary: string, lines: readonly string[], button: Button): Card {
  return {
    name: `welcome-${part}`,
    summary,
    parts: [...lines.map((text) => ({ is: "text", text }) as const), { is: "controls", controls: [button] }],
  };
}
