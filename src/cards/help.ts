import type { Card } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

/** `/aide`: the commands, the words of the trade, and who sees what (V11). */
export function helpCard(words: Words): Card {
  const say = words.help;
  return {
    name: "help",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      { is: "text", text: say.intro },
      ...say.commands.map(
        ([command, what]) =>
          ({ is: "item", text: [{ text: command, strong: true }, { text: ` ${dash(what)}` }] }) as const,
      ),
      { is: "line" },
      { is: "heading", text: say.glossaryTitle },
      ...say.glossary.map(
        ([term, meaning]) =>
          ({ is: "item", text: [{ text: term, strong: true }, { text: ` ${dash(meaning)}` }] }) as const,
      ),
      { is: "line" },
      { is: "text", text: [{ text: say.privacyTitle, strong: true }] },
      { is: "text", text: say.privacy },
      {
        is: "controls",
        controls: [
          { is: "button", label: words.common.buttons.myCustomers, action: { do: "show-portfolio" } },
          { is: "button", label: words.cards.portfolio.settings, action: { do: "open-form", form: "settings" } },
        ],
      },
    ],
  };
}

function dash(text: string): string {
  return `– ${text}`;
}
