import type { Locale } from "#domain/person.ts";
import { caseFileEn } from "#i18n/case-file/en.ts";
import { caseFileFr } from "#i18n/case-file/fr.ts";
import type { CaseFileWords } from "#i18n/case-file/messages.ts";

const WORDS: Readonly<Record<Locale, CaseFileWords>> = { fr: caseFileFr, en: caseFileEn };

/** The words of a case file; its files are data, so French spaces stay plain in their names. */
export function caseFileWordsFor(locale: Locale): CaseFileWords {
  return WORDS[locale];
}
