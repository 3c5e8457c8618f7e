import type { Locale } from "#domain/person.ts";
import { chatEn } from "#i18n/chat/en.ts";
import { chatFr } from "#i18n/chat/fr.ts";
import type { ChatWords } from "#i18n/chat/messages.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";

const WORDS: Readonly<Record<Locale, ChatWords>> = { fr: withFrenchSpaces(chatFr), en: chatEn };

/** What Relais says where no card speaks. */
export function chatWordsFor(locale: Locale): ChatWords {
  return WORDS[locale];
}
