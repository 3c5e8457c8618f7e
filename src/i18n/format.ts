import { type Day, clockIn } from "#domain/calendar.ts";
import { digitsOf, toDecimal, type Money } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";

/** "4 décembre" | "vendredi 4 décembre" | "vendredi 4" | "4 décembre 2026" | "4 déc. 2026". */
export type DayStyle = "short" | "long" | "weekday" | "full" | "table";

/** The forms of a word by number; French counts 0 and 1 alike, English only 1 apart. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** Days and amounts are written as in Britain: day before month, "US$" beside "£". */
const TAGS: Readonly<Record<Locale, string>> = { fr: "fr-FR", en: "en-GB" };

const DAY_OPTIONS: Readonly<Record<DayStyle, Intl.DateTimeFormatOptions>> = {
  short: { day: "numeric", month: "long" },
  long: { weekday: "long", day: "numeric", month: "long" },
  weekday: { weekday: "long", day: "numeric" },
  full: { day: "numeric", month: "long", year: "numeric" },
  table: { day: "numeric", month: "short", year: "numeric" },
};

const NO_BREAK_SPACE = "\u00a0";
const KEPT_MAX = 500;

/** An amount to read at a glance: "12 400 €", "12 400,50 €", "€12,400"; decimals only if it has any. */
export function formatMoney(money: Money, locale: Locale): string {
  const digits = digitsOf(money.currency);
  const whole = money.minor % 10n ** BigInt(digits) === 0n;
  return moneyFormat(locale, money.currency, whole ? 0 : digits).format(decimalOf(money));
}

/** An amount with all digits of its currency, for tables and letters: "12 400,00 €". */
export function formatMoneyExact(money: Money, locale: Locale): string {
  return moneyFormat(locale, money.currency, digitsOf(money.currency)).format(decimalOf(money));
}

/** A day in words: "vendredi 4 décembre", "1er décembre"; "Friday 4 December". */
export function formatDay(day: Day, locale: Locale, style: DayStyle): string {
  const parts = dayFormat(locale, style).formatToParts(new Date(`${day}T00:00:00Z`));
  const values = parts.filter(({ type }) => type !== "literal");
  return values.map(({ type, value }) => (type === "day" ? ordinal(value, locale) : value)).join(" ");
}

/** The time of day where the reader is: "7 h 10", "14 h"; "7:10", "14:00". */
export function formatTime(instant: Date, locale: Locale, timeZone: string): string {
  const { minutes } = clockIn(instant, timeZone);
  return formatClock(minutes, locale);
}

/** A time of day given in minutes since midnight: 430 is "7 h 10" or "7:10". */
export function formatClock(minutes: number, locale: Locale): string {
  const hour = String(Math.floor(minutes / 60));
  const minute = String(minutes % 60).padStart(2, "0");
  if (locale === "en") return `${hour}:${minute}`;
  const spaced = minute === "00" ? [hour, "h"] : [hour, "h", minute];
  return spaced.join(NO_BREAK_SPACE);
}

/** A rate given in percent, with one decimal at most: 52.5 is "52,5 %" or "52.5%". */
export function formatPercent(percent: number, locale: Locale): string {
  return percentFormat(locale).format(percent / 100);
}

/** A number with one decimal at most: 52.33 is "52,3" or "52.3". */
export function formatNumber(value: number, locale: Locale): string {
  return numberFormat(locale).format(value);
}

/** Things in a row: "Garnier, Lemoine et Texto"; "Garnier, Lemoine and Texto". */
export function formatList(items: readonly string[], locale: Locale): string {
  return listFormat(locale).format(items);
}

/** The form that goes with a number: 0 facture, 1 facture, 2 factures; 0 invoices, 1 invoice. */
export function plural(n: number, locale: Locale, forms: PluralForms): string {
  return pluralRules(locale).select(n) === "one" ? forms.one : forms.other;
}

const moneyFormat = kept(
  (locale: Locale, currency: string, digits: number) =>
    new Intl.NumberFormat(TAGS[locale], {
      style: "currency",
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }),
);

const dayFormat = kept(
  (locale: Locale, style: DayStyle) =>
    new Intl.DateTimeFormat(TAGS[locale], { ...DAY_OPTIONS[style], timeZone: "UTC" }),
);

const percentFormat = kept(
  (locale: Locale) => new Intl.NumberFormat(TAGS[locale], { style: "percent", maximumFractionDigits: 1 }),
);

const numberFormat = kept((locale: Locale) => new Intl.NumberFormat(TAGS[locale], { maximumFractionDigits: 1 }));

const listFormat = kept((locale: Locale) => new Intl.ListFormat(TAGS[locale], { type: "conjunction" }));

const pluralRules = kept((locale: Locale) => new Intl.PluralRules(TAGS[locale]));

/** An Intl formatter takes longer to make than to use, so each is made once. */
function kept<Key extends readonly (string | number)[], Made>(make: (...key: Key) => Made): (...key: Key) => Made {
  const made = new Map<string, Made>();
  return (...key) => {
    const name = key.join(" ");
    const known = made.get(name);
    if (known !== undefined) return known;
    if (made.size >= KEPT_MAX) made.clear();
    const fresh = make(...key);
    made.set(name, fresh);
    return fresh;
  };
}

/** Given as text, Intl keeps every digit; a number would round large amounts. */
function decimalOf(money: Money): Intl.StringNumericLiteral {
  return toDecimal(money) as Intl.StringNumericLiteral;
}

/** Only the first of a month is an ordinal in French dates. */
function ordinal(day: string, locale: Locale): string {
  return locale === "fr" && day === "1" ? "1er" : day;
}
