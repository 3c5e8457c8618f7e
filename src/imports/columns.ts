import { isDay, type Day } from "#domain/calendar.ts";
import { countryCode } from "#domain/country.ts";
import { parseRate } from "#domain/late-rates.ts";
import {
  exampleDecimal,
  isCurrency,
  isTooMuch,
  MINOR_MAX,
  parseDecimal,
  toDecimal,
  type Currency,
} from "#domain/money.ts";
import { LOCALES, type Locale } from "#domain/person.ts";
import { EXPECTED, READING } from "#i18n/imports/file-words.ts";

/** Why a value was not taken, as one sentence. */
export interface Bad {
  readonly bad: string;
}

/** What was taken in place of a value that is not known; `said` follows the name of the column in a warning. */
export interface Instead<T> {
  readonly instead: T;
  readonly said: string;
}

/** Reads a trimmed, non-empty cell; `cell` gives the others of its row. */
export type Read<T> = (text: string, cell: (column: string) => string) => T | Instead<T> | Bad;

export interface Column<T> {
  readonly required: boolean;
  readonly read: Read<T>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;

/** What a file with these columns gives per row; an optional cell that is empty or absent is null. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: C[K] extends Column<infer T> ? T : never };

const TEXT_LENGTH_MAX = 500;
const CODE_LENGTH_MAX = 100;
const URL_LENGTH_MAX = 2000;
const EMAIL_LENGTH_MAX = 254;
const SHOWN_LENGTH_MAX = 60;
const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/;
/** Control characters other than tab and newline: no accounting system means them. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/;

/** A column that the file must have, and every row a value in it. */
export function required<T>(read: Read<T>): Column<T> {
  return { required: true, read };
}

/** A column that may be absent, or empty in some rows: null then. */
export function optional<T>(read: Read<T>): Column<T | null> {
  return { required: false, read };
}

/** Whether a value was not taken. */
export function isBad(value: unknown): value is Bad {
  return typeof value === "object" && value !== null && "bad" in value;
}

/** Whether another value was taken in its place. */
export function isInstead(value: unknown): value is Instead<unknown> {
  return typeof value === "object" && value !== null && "instead" in value;
}

/** Any text, kept as it is: "=SUM(1,1)" and "<!channel>" are names like others. */
export const text: Read<string> = (value) => textUpTo(value, TEXT_LENGTH_MAX);

/** An identifier, never a number: "00012" keeps its zeros. */
export const code: Read<string> = (value) => textUpTo(value, CODE_LENGTH_MAX);

/** A rate a year such as "12.15", in hundredths of a percent. */
export const percent: Read<number> = (value) => parseRate(value) ?? bad(value, EXPECTED.percent);

export const webAddress: Read<string> = (value) => {
  if (!/^https?:$/.test(URL.parse(value)?.protocol ?? "")) return bad(value, EXPECTED.webAddress);
  return textUpTo(value, URL_LENGTH_MAX);
};

/** In lower case, so that it is found however it is written. */
export const email: Read<string> = (value) =>
  EMAIL.test(value) && value.length <= EMAIL_LENGTH_MAX ? value.toLowerCase() : bad(value, EXPECTED.email);

export const day: Read<Day> = (value) => (isDay(value) ? value : bad(value, EXPECTED.day));

export const yesOrNo: Read<boolean> = (value) => {
  const folded = value.toLowerCase();
  if (folded === "true" || folded === "false") return folded === "true";
  return bad(value, EXPECTED.yesOrNo);
};

export const currency: Read<Currency> = (value) => (isCurrency(value) ? value : bad(value, EXPECTED.currency));

/** A language Relais speaks; of others, which it must not lose a row for, the nearest: French for "fr-CA", else English. */
export const locale: Read<Locale> = (value) => {
  const known = LOCALES.find((one) => one === value);
  if (known !== undefined) return known;
  const instead = /^fr([-_]|$)/i.test(value) ? "fr" : "en";
  return { instead, said: READING.instead(shortened(value), LOCALES, instead) };
};

/** A country as two letters where it is known by its code or name; anything else as it is. */
export const country: Read<string> = (value) => countryCode(value) ?? textUpTo(value, TEXT_LENGTH_MAX);

/** One of a closed list, which the reason names. */
export function oneOf<T extends string>(list: readonly T[]): (value: string) => T | Bad {
  return (value) => list.find((known) => known === value) ?? bad(value, EXPECTED.oneOf(list));
}

/** Several of a closed list: "rep;manager". */
export function someOf<T extends string>(list: readonly T[]): Read<readonly T[]> {
  const one = oneOf(list);
  return (value) => {
    const found = new Set<T>();
    for (const part of value.split(/[;,|]/)) {
      const known = one(part.trim());
      if (isBad(known)) return known;
      found.add(known);
    }
    return [...found];
  };
}

/** Minor units in the currency of another column, or of `fallback` where that is empty. */
export function amount(sign: "positive" | "not-negative" | "not-zero", fallback: Currency | null = null): Read<bigint> {
  return (value, cell) => {
    const named = cell("currency");
    const unit = named === "" && fallback !== null ? fallback : named;
    // A wrong currency is said once, by its own column.
    const counted = isCurrency(unit) ? unit : "EUR";
    const minor = parseDecimal(value, counted);
    if (minor === null) return notAnAmount(value, unit, counted);
    if (sign === "positive" && minor <= 0n) return bad(value, EXPECTED.positive);
    if (sign === "not-negative" && minor < 0n) return bad(value, EXPECTED.notNegative);
    if (sign === "not-zero" && minor === 0n) return bad(value, EXPECTED.notZero);
    return minor;
  };
}

function notAnAmount(value: string, unit: string, counted: Currency): Bad {
  if (isTooMuch(value, counted)) {
    return bad(value, EXPECTED.atMost(toDecimal({ minor: MINOR_MAX, currency: counted })));
  }
  return bad(value, EXPECTED.amount(unit === counted ? unit : null, exampleDecimal(counted)));
}

/** An amount above zero whose currency only the invoice knows: a canonical decimal, still as text. */
export const decimal: Read<string> = (value) => {
  if (!/^\d{1,15}(\.\d{1,3})?$/.test(value)) return bad(value, EXPECTED.decimal);
  return /[1-9]/.test(value) ? value : bad(value, EXPECTED.positive);
};

/** Not taken: it is not what was expected, said as in `EXPECTED`. */
export function bad(value: string, expected: string): Bad {
  return { bad: READING.isNot(shortened(value), expected) };
}

function shortened(value: string): string {
  return value.length > SHOWN_LENGTH_MAX ? `${value.slice(0, SHOWN_LENGTH_MAX)}…` : value;
}

function textUpTo(value: string, length: number): string | Bad {
  if (value.length > length) return { bad: READING.tooLong(length) };
  return CONTROL.test(value) ? { bad: READING.controlCharacter } : value;
}
