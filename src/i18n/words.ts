import type { Locale } from "#domain/person.ts";
import { controlEn } from "#i18n/control/en.ts";
import { controlFr } from "#i18n/control/fr.ts";
import type { ControlWords } from "#i18n/control/messages.ts";
import { cardsEn } from "#i18n/cards/en.ts";
import { cardsFr } from "#i18n/cards/fr.ts";
import type { CardWords } from "#i18n/cards/messages.ts";
import { commonEn } from "#i18n/common/en.ts";
import { commonFr } from "#i18n/common/fr.ts";
import type { CommonWords } from "#i18n/common/messages.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";
import { helpEn } from "#i18n/help/en.ts";
import { helpFr } from "#i18n/help/fr.ts";
import type { HelpWords } from "#i18n/help/messages.ts";
import { notesEn } from "#i18n/notes/en.ts";
import { notesFr } from "#i18n/notes/fr.ts";
import type { NoteWords } from "#i18n/notes/messages.ts";
import { refusalsEn } from "#i18n/refusals/en.ts";
import { refusalsFr } from "#i18n/refusals/fr.ts";
import type { RefusalWords } from "#i18n/refusals/messages.ts";
import { sayIn, type Say } from "#i18n/say.ts";
import { scenariosEn } from "#i18n/scenarios/en.ts";
import { scenariosFr } from "#i18n/scenarios/fr.ts";
import type { ScenarioWords } from "#i18n/scenarios/messages.ts";

/** Every word a person reads in chat, in one language. Mail to customers has its own (i18n/mail). */
export interface Words {
  readonly locale: Locale;
  readonly say: Say;
  readonly common: CommonWords;
  readonly cards: CardWords;
  readonly refusals: RefusalWords;
  readonly help: HelpWords;
  readonly scenarios: ScenarioWords;
  readonly control: ControlWords;
  readonly notes: NoteWords;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  fr: {
    locale: "fr",
    say: sayIn("fr"),
    ...withFrenchSpaces({
      common: commonFr,
      cards: cardsFr,
      refusals: refusalsFr,
      help: helpFr,
      scenarios: scenariosFr,
      control: controlFr,
      notes: notesFr,
    }),
  },
  en: {
    locale: "en",
    say: sayIn("en"),
    common: commonEn,
    cards: cardsEn,
    refusals: refusalsEn,
    help: helpEn,
    scenarios: scenariosEn,
    control: controlEn,
    notes: notesEn,
  },
};

/** The words of a reader's language. */
export function wordsFor(locale: Locale): Words {
  return WORDS[locale];
}
