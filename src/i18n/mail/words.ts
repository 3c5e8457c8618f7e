import type { Locale } from "#domain/person.ts";
import { withFrenchSpaces } from "#i18n/french-spaces.ts";
import { mailEn } from "#i18n/mail/en.ts";
import { mailFr } from "#i18n/mail/fr.ts";
import type { MailWords } from "#i18n/mail/messages.ts";
import { templatesEn } from "#i18n/mail/templates/en.ts";
import { templatesFr } from "#i18n/mail/templates/fr.ts";
import type { TemplateWords } from "#i18n/mail/templates/messages.ts";

const MAIL_WORDS: Readonly<Record<Locale, MailWords>> = { fr: spacedFrench(), en: mailEn };

const TEMPLATE_WORDS: Readonly<Record<Locale, TemplateWords>> = {
  fr: withFrenchSpaces(templatesFr),
  en: templatesEn,
};

/** The words of mail to customers in one language. */
export function mailWordsFor(locale: Locale): MailWords {
  return MAIL_WORDS[locale];
}

/** The wordings as finance edits them, and what their placeholders stand for. */
export function templateWordsFor(locale: Locale): TemplateWords {
  return TEMPLATE_WORDS[locale];
}

/** A list is data for a spreadsheet, so its separator stays what it is. */
function spacedFrench(): MailWords {
  return { ...withFrenchSpaces(mailFr), list: mailFr.list };
}
