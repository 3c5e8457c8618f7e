import type { Locale } from "#domain/person.ts";
import { exportsEn } from "#i18n/exports/en.ts";
import { exportsFr } from "#i18n/exports/fr.ts";
import type { ExportWords } from "#i18n/exports/messages.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";

const WORDS: Readonly<Record<Locale, ExportWords>> = { fr: withFrenchSpaces(exportsFr), en: exportsEn };

/** The words of the exports, in the language of who asked. */
export function exportWordsFor(locale: Locale): ExportWords {
  return WORDS[locale];
}
