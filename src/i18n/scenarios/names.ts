import type { Locale } from "#domain/person.ts";

/** Languages as people say them. */
export const LANGUAGES: Readonly<Record<Locale, Readonly<Record<Locale, string>>>> = {
  fr: { fr: "français", en: "anglais" },
  en: { fr: "French", en: "English" },
};

/** The scenarios shipped with Relais, as people call them; files and the database keep the name on the left. */
const SHIPPED: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  default: { fr: "standard", en: "standard" },
  prudent: { fr: "prudent", en: "prudent" },
  ferme: { fr: "ferme", en: "firm" },
  acomptes: { fr: "acomptes", en: "deposits" },
};

/** The name that people read for a scenario; finance's own are called what finance called them. */
export function scenarioName(name: string, locale: Locale): string {
  return SHIPPED[name]?.[locale] ?? name;
}
