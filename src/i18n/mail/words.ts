import type { Locale } from "#domain/person.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";
import { mailEn } from "#i18n/mail/en.ts";
import { mailFr } from "#i18n/mail/fr.ts";
import type { MailWords } from "#i18n/mail/messages.ts";

const MAIL_WORDS: Readonly<Record<Locale, MailWords>> = { fr: spacedFrench(), en: mailEn };

/** The words of mail to customers in one language. */
export function mailWordsFor(locale: Locale): MailWords {
  return MAIL_WORDS[locale];
}

/** A list is data for a spreadsheet, so its separator stays what it is. */
function spacedFrench(): MailWords {
  return { ...withFrenchSpaces(mailFr), list: mailFr.list };
}
