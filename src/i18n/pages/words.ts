import type { Locale } from "#domain/person.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";
import { pagesEn } from "#i18n/pages/en.ts";
import { pagesFr } from "#i18n/pages/fr.ts";
import type { PageWords } from "#i18n/pages/messages.ts";

const WORDS: Readonly<Record<Locale, PageWords>> = { fr: withFrenchSpaces(pagesFr), en: pagesEn };

/** The words of the small pages behind links. */
export function pageWordsFor(locale: Locale): PageWords {
  return WORDS[locale];
}
