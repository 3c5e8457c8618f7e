import { type Day, daysBetween, partsOf } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import { type DayStyle, formatDay, formatList, formatMoney, formatNumber, formatTime, plural } from "#i18n/format.ts";

/** Amounts, days and numbers in one language: what every sentence is made with. */
export interface Say {
  readonly money: (money: Money) => string;
  /** Amounts of several currencies side by side, never summed: "12 400 € et 300 $". */
  readonly amounts: (amounts: readonly Money[]) => string;
  readonly day: (day: Day, style: DayStyle) => string;
  /** As close as people say it: "aujourd'hui", "demain", "jeudi", else "jeudi 3 décembre". */
  readonly near: (day: Day, today: Day) => string;
  /** The number of the day, with its month when that is not the month of `beside`: "9", "2 janvier". */
  readonly dayNumber: (day: Day, beside: Day) => string;
  readonly time: (instant: Date, timeZone: string) => string;
  readonly list: (items: readonly string[]) => string;
  /** A number as people write it: "2 600", "2,600". */
  readonly number: (n: number) => string;
  /** "3 factures", "2 600 factures": the number and the form of the word that goes with it. */
  readonly count: (n: number, one: string, other: string) => string;
  /** Small numbers in letters, as in a letter: "deux e-mails"; in French of masculine words only. */
  readonly countInLetters: (n: number, one: string, other: string) => string;
  readonly capital: (text: string) => string;
}

const NEAR_DAYS_MAX = 6;

const LETTERS: Readonly<Record<Locale, readonly string[]>> = {
  fr: ["aucun", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"],
  en: ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
};

const NEAR_WORDS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: { "-1": "hier", "0": "aujourd'hui", "1": "demain" },
  en: { "-1": "yesterday", "0": "today", "1": "tomorrow" },
};

/** The way one language says amounts and days. */
export function sayIn(locale: Locale): Say {
  return {
    money: (money) => formatMoney(money, locale),
    amounts: (amounts) =>
      formatList(
        amounts.map((money) => formatMoney(money, locale)),
        locale,
      ),
    day: (day, style) => formatDay(day, locale, style),
    near: (day, today) => nearDay(day, today, locale),
    dayNumber: (day, beside) => dayNumber(day, beside, locale),
    time: (instant, timeZone) => formatTime(instant, locale, timeZone),
    list: (items) => formatList(items, locale),
    number: (n) => formatNumber(n, locale),
    count: (n, one, other) => `${formatNumber(n, locale)} ${plural(n, locale, { one, other })}`,
    countInLetters: (n, one, other) =>
      `${LETTERS[locale][n] ?? formatNumber(n, locale)} ${plural(n, locale, { one, other })}`,
    capital: (text) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1),
  };
}

function nearDay(day: Day, today: Day, locale: Locale): string {
  const ahead = daysBetween(today, day);
  const named = NEAR_WORDS[locale][String(ahead)];
  if (named !== undefined) return named;
  if (ahead > 0 && ahead <= NEAR_DAYS_MAX) return weekdayName(day, locale);
  return formatDay(day, locale, "long");
}

function weekdayName(day: Day, locale: Locale): string {
  return formatDay(day, locale, "weekday").split(" ")[0] ?? "";
}

function dayNumber(day: Day, beside: Day, locale: Locale): string {
  const [, month, number] = partsOf(day);
  if (partsOf(beside)[1] !== month) return formatDay(day, locale, "short");
  if (locale === "fr") return formatDay(day, "fr", "short").split(" ")[0] ?? "";
  return `${number}${englishOrdinal(number)}`;
}

function englishOrdinal(number: number): string {
  if (number >= 11 && number <= 13) return "th";
  return ["th", "st", "nd", "rd"][number % 10] ?? "th";
}
