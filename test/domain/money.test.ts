import { describe, expect, test } from "vitest";
import {
  aboutUnits,
  digitsOf,
  exceeds,
  isCurrency,
  minus,
  MINOR_MAX,
  parseAmountAsTyped,
  parseDecimal,
  plus,
  sameCurrency,
  shareRounded,
  sum,
  toDecimal,
} from "#domain/money.ts";

const eur = (minor: bigint) => ({ minor, currency: "EUR" });
const usd = (minor: bigint) => ({ minor, currency: "USD" });

test("each currency has its own digits", () => {
  expect(["EUR", "JPY", "TND"].map(digitsOf)).toEqual([2, 0, 3]);
  expect(isCurrency("eur")).toBe(false);
  expect(isCurrency("XXX")).toBe(false);
  expect(() => digitsOf("XXX")).toThrow("XXX is no currency");
});

describe("decimals of files and the API", () => {
  test.each([
    ["12400.00", "EUR", 1_240_000n],
    ["12400", "EUR", 1_240_000n],
    ["-0.5", "EUR", -50n],
    ["12400", "JPY", 12_400n],
    ["1.234", "TND", 1_234n],
    ["100000000000.00", "EUR", MINOR_MAX],
    ["21474836.48", "EUR", 2_147_483_648n],
  ])("%s %s is %i minor units", (text, currency, minor) => {
    expect(parseDecimal(text, currency)).toBe(minor);
  });

  test.each([
    ["100000000000.01", "EUR"],
    ["92233720368547758.07", "EUR"],
    ["99999999999999999999999", "EUR"],
    ["12.500", "EUR"],
    ["1.5", "JPY"],
    ["1e3", "EUR"],
    ["12,50", "EUR"],
    [" 12", "EUR"],
    ["+12", "EUR"],
    [".5", "EUR"],
    ["5.", "EUR"],
    ["(500.00)", "EUR"],
    ["500.00-", "EUR"],
    ["", "EUR"],
    ["NaN", "EUR"],
    ["12", "XXX"],
  ])("%s %s is refused", (text, currency) => {
    expect(parseDecimal(text, currency)).toBeNull();
  });

  test.each([
    [1_240_000n, "EUR", "12400.00"],
    [-5n, "EUR", "-0.05"],
    [0n, "EUR", "0.00"],
    [12n, "JPY", "12"],
    [7n, "TND", "0.007"],
  ])("%i minor units of %s are written %s", (minor, currency, text) => {
    expect(toDecimal({ minor, currency })).toBe(text);
  });
});

describe("counting", () => {
  test("amounts of one currency are added, taken away and compared", () => {
    expect(plus(eur(1n), eur(2n))).toEqual(eur(3n));
    expect(minus(eur(1n), eur(2n))).toEqual(eur(-1n));
    expect(exceeds(eur(2n), eur(1n))).toBe(true);
    expect(exceeds(eur(2n), eur(2n))).toBe(false);
    expect(sum([eur(1n), eur(2n)], "EUR")).toEqual(eur(3n));
    expect(sum([], "EUR")).toEqual(eur(0n));
  });

  test("euros and dollars are never put together", () => {
    expect(sameCurrency(eur(1n), usd(1n))).toBe(false);
    expect(() => plus(eur(1n), usd(1n))).toThrow("EUR and USD cannot be put together");
    expect(() => minus(eur(1n), usd(1n))).toThrow("EUR and USD");
    expect(() => exceeds(eur(1n), usd(1n))).toThrow("EUR and USD");
    expect(() => sum([usd(1n)], "EUR")).toThrow("EUR and USD");
  });

  test.each([
    [100n, 1n, 3n, 33n],
    [100n, 2n, 3n, 67n],
    [5n, 1n, 2n, 3n],
    [-5n, 1n, 2n, -3n],
    [5n, 1n, -2n, -3n],
    [MINOR_MAX, 1n, 1n, MINOR_MAX],
  ])("%i x %i / %i is rounded half-up to %i", (minor, numerator, denominator, expected) => {
    expect(shareRounded(minor, numerator, denominator)).toBe(expected);
  });

  test("a share of nothing is a bug", () => {
    expect(() => shareRounded(1n, 1n, 0n)).toThrow("denominator");
  });
});

describe("amounts as people type them", () => {
  test.each([
    ["12400", "fr", 1_240_000n],
    ["12 400", "fr", 1_240_000n],
    ["12 400,50", "fr", 1_240_050n],
    ["12 400.50", "fr", 1_240_050n],
    ["12.400,50 €", "fr", 1_240_050n],
    ["€12,400.50", "fr", 1_240_050n],
    ["€12,400.50", "en", 1_240_050n],
    ["12,4k", "fr", 1_240_000n],
    ["12.4 k€", "en", 1_240_000n],
    ["12 keur", "fr", 1_200_000n],
    ["12\u202f400,50\u00a0€", "fr", 1_240_050n],
    ["12'400.50", "fr", 1_240_050n],
    ["12.400", "fr", 1_240_000n],
    ["12,400", "en", 1_240_000n],
    ["1.234.567", "en", 123_456_700n],
    ["0,5", "fr", 50n],
    ["500 eur", "fr", 50_000n],
    ["500 euros", "fr", 50_000n],
  ] as const)("« %s » (%s) is %i cents", (text, locale, minor) => {
    expect(parseAmountAsTyped(text, "EUR", locale)).toBe(minor);
  });

  test.each([
    ["12,400", "fr"],
    ["12.400", "en"],
    ["1 2", "fr"],
    ["12 40", "fr"],
    ["1234,567", "fr"],
    ["1.234 567", "fr"],
    ["1,2,3", "fr"],
    ["12,", "fr"],
    ["-5", "fr"],
    ["(500,00)", "fr"],
    ["$500", "en"],
    ["500 USD", "fr"],
    ["tout", "fr"],
    ["", "fr"],
    ["9".repeat(30), "fr"],
    ["100 000 000 001", "fr"],
    ["100000001k", "en"],
    ["1 ".repeat(100), "fr"],
  ] as const)("« %s » (%s) is asked again rather than guessed", (text, locale) => {
    expect(parseAmountAsTyped(text, "EUR", locale)).toBeNull();
  });

  test("a currency with three digits reads them as decimals unless they look like thousands", () => {
    expect(parseAmountAsTyped("1234,567", "TND", "fr")).toBe(1_234_567n);
    expect(parseAmountAsTyped("12,400", "TND", "fr")).toBeNull();
    expect(parseAmountAsTyped("12 400", "JPY", "fr")).toBe(12_400n);
  });
});

test("what is only known about has no cents, unless there is nothing else", () => {
  expect([5_967n, 5_949n, 49n, 0n, -12_050n].map((minor) => aboutUnits(eur(minor)).minor)).toEqual([
    6_000n,
    5_900n,
    49n,
    0n,
    -12_100n,
  ]);
});
