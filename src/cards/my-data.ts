import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { ChatName, Person } from "#domain/person.ts";
import { formatClock } from "#i18n/format.ts";
import type { KeptSaid } from "#i18n/cards/my-data/messages.ts";
import type { Words } from "#i18n/words.ts";

/** What is kept about the reader, and who has to do with it. */
export interface MyDataView {
  readonly person: Person;
  readonly manager: string | null;
  /** Everybody above, the nearest first. */
  readonly managers: readonly string[];
  /** Some people of finance, who correct. */
  readonly finance: readonly string[];
  readonly chats: readonly ChatName[];
  readonly kept: KeptSaid;
  readonly since: Day | null;
  readonly asOf: AsOf;
}

/** `/mes-donnees` (R8). */
export function myDataCard(view: MyDataView, words: Words): Card {
  const say = words.cards.myData;
  return {
    name: "my-data",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      accountPart(view, words),
      ...section(say.keptTitle, say.kept(view.kept)),
      ...section(say.sinceTitle, [say.since(view.since)]),
      ...section(say.seenTitle, say.seen(view.managers)),
      ...section(say.lastsTitle, say.lasts),
      ...section(say.correctTitle, say.correct(view.finance)),
      {
        is: "controls",
        controls: [
          { is: "button", label: say.button, action: { do: "show-my-data-file" } },
          { is: "button", label: words.cards.portfolio.settings, action: { do: "open-form", form: "settings" } },
        ],
      },
      asOfPart(view.asOf, words),
    ],
  };
}

/** A link to the file, where the chat takes no files from a bot. */
export function myDataLinkCard(href: string, words: Words): Card {
  const say = words.cards.myData;
  return {
    name: "my-data-link",
    summary: say.file.ready,
    parts: [
      { is: "heading", text: say.title },
      { is: "text", text: say.file.ready },
      { is: "text", text: [{ text: say.file.openLink, href, strong: true }] },
      { is: "small", text: say.file.linkHint },
    ],
  };
}

function accountPart({ person, manager, chats }: MyDataView, words: Words): Part {
  const say = words.cards.myData;
  const { roles } = words.common;
  const hour = formatClock(person.digestMinutes, words.locale);
  return {
    is: "facts",
    facts: [
      { label: say.name, value: person.name },
      { label: say.email, value: person.email },
      { label: say.roles, value: words.say.list(person.roles.map((role) => roles[role])) },
      ...(manager === null ? [] : [{ label: say.manager, value: manager }]),
      { label: say.preferences, value: say.preferencesValue(person.locale, hour) },
      {
        label: say.chats,
        value: chats.length === 0 ? say.noChat : words.say.list(chats.map((chat) => say.chatNames[chat])),
      },
    ],
  };
}

function section(title: string, lines: readonly string[]): readonly Part[] {
  return [
    { is: "text", text: [{ text: title, strong: true }] },
    ...lines.map((text) => ({ is: "item", text }) as const),
  ];
}
