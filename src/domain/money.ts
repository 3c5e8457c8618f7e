import { CURRENCY_DIGITS } from "#domain/currency-digits.ts";
import type { Locale } from "#domain/person.ts";

/** An ISO 4217 code, in capitals: "EUR". */
export type Currency = string;

/** An amount in the smallest unit of its currency: 12 400,50 € is 1240050n "EUR". */
export interface Money {
  readonly minor: bigint;
  readonly currency: Currency;
}

/** The largest amount taken, in minor units (100 billion euros): hundreds of thousands of them still add up in 64 bits. */
export const MINOR_MAX = 10_000_000_000_000n;

/** The digits of amounts that explain how one is written: 1234.56. */
const EXAMPLE_DIGITS = "1234567";
const EXAMPLE_WHOLE_LENGTH = 4;
const WHOLE_DIGITS_MAX = 19;
const TYPED_LENGTH_MAX = 40;
const THOUSAND_DIGITS = 3;

/** How people write a currency beside its code. */
const SIGNS: Readonly<Record<string, string>> = {
  "€": "EUR",
  EURO: "EUR",
  EUROS: "EUR",
  $: "USD",
  US$: "USD",
  "£": "GBP",
};

/** In French the comma is decimal and people type spaces or dots between thousands. */
const DECIMAL_SIGN: Readonly<Record<Locale, string>> = { fr: ",", en: "." };

/** Whether a text is a currency Relais can count in: an active ISO 4217 code, in capitals. */
export function isCurrency(text: string): boolean {
  return CURRENCY_DIGITS.has(text);
}

/** Minor digits of a currency: 2 for EUR, 0 for JPY, 3 for TND. Throws if isCurrency says no. */
export function digitsOf(currency: Currency): number {
  const digits = CURRENCY_DIGITS.get(currency);
  if (digits === undefined) throw new Error(`${currency} is no currency of ISO 4217.`);
  return digits;
}

/**
 * Minor units of a canonical decimal ("12400.00", "-3.5"), as files and the API write it.
 * Null for an unknown currency, another notation, more decimals than the currency has, or too much.
 */
export function parseDecimal(text: string, currency: Currency): bigint | null {
  if (!isCurrency(currency)) return null;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, sign = "", whole = "", fraction = ""] = match;
  const minor = minorOf(whole, fraction, digitsOf(currency));
  if (minor === null) return null;
  return sign === "-" ? -minor : minor;
}

/** Whether a canonical decimal is no amount only because it is above MINOR_MAX. */
export function isTooMuch(text: string, currency: Currency): boolean {
  const [, whole = "", fraction = ""] = /^-?(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "" || !isCurrency(currency) || fraction.length > digitsOf(currency)) return false;
  return parseDecimal(text, currency) === null;
}

/** How an amount of a currency is written: "1234.56" for EUR, "1234" for JPY. Throws if isCurrency says no. */
export function exampleDecimal(currency: Currency): string {
  const minor = BigInt(EXAMPLE_DIGITS.slice(0, EXAMPLE_WHOLE_LENGTH + digitsOf(currency)));
  return toDecimal({ minor, currency });
}

/** An amount in whole units of its currency, half-up: for reports that are read at a glance, never for reckoning. */
export function wholeUnits({ minor, currency }: Money): Money {
  const unit = 10n ** BigInt(digitsOf(currency));
  return { minor: shareRounded(minor, 1n, unit) * unit, currency };
}

/** An amount that is only known about: in whole units, unless it is less than one. */
export function aboutUnits(amount: Money): Money {
  const whole = wholeUnits(amount);
  return whole.minor === 0n ? amount : whole;
}

/**
 * Minor units of what a person types: "12 400,50 €", "€12,400.50", "12.400,50", "12,4k". Null when it
 * is no amount, names another currency, or could be two amounts: the locale's decimal sign before
 * exactly three digits ("12,400" in French, "12.400" in English). The other sign then is thousands.
 */
export function parseAmountAsTyped(text: string, currency: Currency, locale: Locale): bigint | null {
  if (!isCurrency(currency) || text.length > TYPED_LENGTH_MAX) return null;
  const bare = withoutCurrency(
    text
      .replace(/[\s'’]+/g, " ")
      .trim()
      .toUpperCase(),
    currency,
  );
  const match = /^(\d[\d ,.]*?) ?(K?)$/.exec(bare ?? "");
  if (match === null) return null;
  const [, number = "", thousand = ""] = match;
  const parts = splitTyped(number, locale);
  if (parts === null) return null;
  const digits = digitsOf(currency);
  if (thousand === "") return minorOf(parts.whole, parts.fraction, digits);
  const fraction = parts.fraction.padEnd(THOUSAND_DIGITS, "0");
  const whole = parts.whole + fraction.slice(0, THOUSAND_DIGITS);
  return minorOf(whole, fraction.slice(THOUSAND_DIGITS), digits);
}

function withoutCurrency(text: string, currency: Currency): string | null {
  const match = /^([^\d-]*?) ?(\d[\d ,.]*?) ?(K(?=EUR|[^A-Z]|$))? ?([^\d]*)$/.exec(text);
  if (match === null) return null;
  const [, before = "", number = "", thousand = "", after = ""] = match;
  const named = [before, after].filter((sign) => sign !== "");
  if (named.some((sign) => (SIGNS[sign] ?? sign) !== currency)) return null;
  return number + thousand;
}

interface TypedParts {
  readonly whole: string;
  readonly fraction: string;
}

function splitTyped(number: string, locale: Locale): TypedParts | null {
  const signs = new Set(number.match(/[,.]/g));
  const last = Math.max(number.lastIndexOf(","), number.lastIndexOf("."));
  const sign = number[last] ?? "";
  const once = sign !== "" && number.indexOf(sign) === last;
  const spaced = number.includes(" ");
  if (signs.size === 0 || !once) return grouped(number, "");
  if (signs.size === 2 || spaced) return grouped(number.slice(0, last), number.slice(last + 1));
  const [whole, fraction] = [number.slice(0, last), number.slice(last + 1)];
  const couldBeThousands = /^[1-9]\d{0,2}$/.test(whole) && fraction.length === THOUSAND_DIGITS;
  if (!couldBeThousands) return grouped(whole, fraction);
  return sign === DECIMAL_SIGN[locale] ? null : { whole: whole + fraction, fraction: "" };
}

/** Thousands must come in threes and with one sign only: "1 2" and "1.234 567" are no numbers. */
function grouped(whole: string, fraction: string): TypedParts | null {
  if (!/^\d+$|^\d{1,3}(?:([ ,.])\d{3})(?:\1\d{3})*$/.test(whole)) return null;
  if (!/^\d*$/.test(fraction)) return null;
  return { whole: whole.replace(/\D/g, ""), fraction };
}

/** The canonical decimal of an amount, with all digits of its currency: "12400.00". */
export function toDecimal(money: Money): string {
  const digits = digitsOf(money.currency);
  const sign = money.minor < 0n ? "-" : "";
  const size = money.minor < 0n ? -money.minor : money.minor;
  const text = size.toString().padStart(digits + 1, "0");
  if (digits === 0) return sign + text;
  return `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** a + b. Adding two currencies is a bug and throws. */
export function plus(a: Money, b: Money): Money {
  refuseMixed(a, b);
  return { minor: a.minor + b.minor, currency: a.currency };
}

/** a - b. Two currencies are a bug and throw. */
export function minus(a: Money, b: Money): Money {
  refuseMixed(a, b);
  return { minor: a.minor - b.minor, currency: a.currency };
}

/** Whether a is strictly more than b. Two currencies are a bug and throw: ask sameCurrency first. */
export function exceeds(a: Money, b: Money): boolean {
  refuseMixed(a, b);
  return a.minor > b.minor;
}

/** Whether two amounts can be added and compared. */
export function sameCurrency(a: Money, b: Money): boolean {
  return a.currency === b.currency;
}

/** The total in one currency, zero for none; an amount in another currency is a bug and throws. */
export function sum(amounts: readonly Money[], currency: Currency): Money {
  return amounts.reduce((total, amount) => plus(total, amount), { minor: 0n, currency });
}

/**
 * minor x numerator / denominator, rounded half-up: a half goes away from zero, so that a credit
 * note's share mirrors its invoice's. The denominator must not be zero.
 */
export function shareRounded(minor: bigint, numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new Error("A share needs a denominator other than zero.");
  const product = minor * numerator;
  const negative = product < 0n !== denominator < 0n;
  const size = product < 0n ? -product : product;
  const by = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * size + by) / (2n * by);
  return negative ? -rounded : rounded;
}

function refuseMixed(a: Money, b: Money): void {
  if (sameCurrency(a, b)) return;
  throw new Error(`Amounts in ${a.currency} and ${b.currency} cannot be put together.`);
}

/** Minor units of digits before and after the decimal sign; null when they do not fit. */
function minorOf(whole: string, fraction: string, digits: number): bigint | null {
  if (whole.length > WHOLE_DIGITS_MAX || fraction.length > digits) return null;
  const minor = BigInt(whole + fraction.padEnd(digits, "0"));
  return minor > MINOR_MAX ? null : minor;
}
