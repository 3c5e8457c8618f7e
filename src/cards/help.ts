import type { Card, Part } from "#cards/card.ts";
import { foldName } from "#domain/fuzzy-name.ts";
import type { Words } from "#i18n/words.ts";

/** `/aide`: the commands, the words of the trade, and who sees what (V11); `/aide dso`: the words that are meant alone. */
export function helpCard(words: Words, topic = ""): Card {
  const meant = entriesAbout(topic, words);
  return meant.length === 0 ? wholeHelp(words) : helpAbout(meant, words);
}

type Entry = readonly [name: string, what: string];

function wholeHelp(words: Words): Card {
  const say = words.help;
  return {
    name: "help",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      { is: "text", text: say.intro },
      ...say.commands.map(entryPart),
      { is: "line" },
      { is: "heading", text: say.glossaryTitle },
      ...say.glossary.map(entryPart),
      { is: "line" },
      { is: "text", text: [{ text: say.privacyTitle, strong: true }] },
      { is: "text", text: say.privacy },
      {
        is: "controls",
        controls: [
          { is: "button", label: words.common.buttons.myCustomers, action: { do: "show-portfolio" } },
          { is: "button", label: words.cards.portfolio.settings, action: { do: "open-form", form: "settings" } },
          { is: "button", label: say.cost, action: { do: "show-welcome", part: 3 } },
          { is: "button", label: say.myData, action: { do: "show-my-data" } },
        ],
      },
    ],
  };
}

function helpAbout(entries: readonly Entry[], words: Words): Card {
  const say = words.help;
  return {
    name: "help-word",
    summary: say.glossaryTitle,
    parts: [
      ...entries.map(entryPart),
      { is: "controls", controls: [{ is: "button", label: say.whole, action: { do: "show-help" } }] },
    ],
  };
}

/** A word with its accents and case left aside, or the start of one. */
function entriesAbout(topic: string, words: Words): readonly Entry[] {
  const wanted = foldName(topic);
  if (wanted === "") return [];
  return [...words.help.glossary, ...words.help.commands].filter(([name]) =>
    foldName(name)
      .split(" ")
      .some((word, at, all) => all.slice(at).join(" ").startsWith(wanted)),
  );
}

function entryPart([name, what]: Entry): Part {
  return { is: "item", text: [{ text: name, strong: true }, { text: ` – ${what}` }] };
}
