import { expect, test } from "vitest";
import {
  formatClock,
  formatDay,
  formatList,
  formatMoney,
  formatMoneyExact,
  formatPercent,
  formatTime,
  plural,
} from "#i18n/format.ts";

test.each([
  [1_240_000n, "EUR", "fr", "12\u202f400\u00a0€"],
  [1_240_050n, "EUR", "fr", "12\u202f400,50\u00a0€"],
  [-60_000n, "EUR", "fr", "-600\u00a0€"],
  [1_240_000n, "EUR", "en", "€12,400"],
  [1_240_050n, "EUR", "en", "€12,400.50"],
  [12_400n, "JPY", "en", "JP¥12,400"],
  [9_223_372_036_854_775_807n, "EUR", "en", "€92,233,720,368,547,758.07"],
] as const)("%i minor units of %s in %s read %s", (minor, currency, locale, expected) => {
  expect(formatMoney({ minor, currency }, locale)).toBe(expected);
});

test("tables and letters keep the cents of a whole amount", () => {
  const money = { minor: 1_240_000n, currency: "EUR" };

  expect(formatMoneyExact(money, "fr")).toBe("12\u202f400,00\u00a0€");
  expect(formatMoneyExact(money, "en")).toBe("€12,400.00");
});

test.each([
  ["2026-12-04", "fr", "short", "4 décembre"],
  ["2026-12-01", "fr", "short", "1er décembre"],
  ["2026-12-04", "fr", "long", "vendredi 4 décembre"],
  ["2026-12-01", "fr", "long", "mardi 1er décembre"],
  ["2026-11-30", "fr", "weekday", "lundi 30"],
  ["2026-12-01", "fr", "full", "1er décembre 2026"],
  ["2026-10-01", "fr", "table", "1er oct. 2026"],
  ["2026-12-04", "en", "short", "4 December"],
  ["2026-12-04", "en", "long", "Friday 4 December"],
  ["2026-11-30", "en", "weekday", "Monday 30"],
  ["2026-12-01", "en", "full", "1 December 2026"],
  ["2026-10-01", "en", "table", "1 Oct 2026"],
] as const)("%s in %s, %s, reads %s", (day, locale, style, expected) => {
  expect(formatDay(day, locale, style)).toBe(expected);
});

test.each([
  ["2026-11-24T06:10:00Z", "fr", "7\u00a0h\u00a010"],
  ["2026-11-24T13:00:00Z", "fr", "14\u00a0h"],
  ["2026-07-24T05:05:00Z", "fr", "7\u00a0h\u00a005"],
  ["2026-11-24T06:10:00Z", "en", "7:10"],
  ["2026-11-24T13:00:00Z", "en", "14:00"],
] as const)("%s in Paris reads %s %s", (instant, locale, expected) => {
  expect(formatTime(new Date(instant), locale, "Europe/Paris")).toBe(expected);
});

test("a digest hour kept in minutes reads as a time", () => {
  expect(formatClock(510, "fr")).toBe("8\u00a0h\u00a030");
  expect(formatClock(0, "en")).toBe("0:00");
});

test("rates in percent keep one decimal at most", () => {
  expect(formatPercent(52.46, "fr")).toBe("52,5\u00a0%");
  expect(formatPercent(50, "en")).toBe("50%");
});

test("lists end with a word", () => {
  expect(formatList(["Garnier", "Lemoine", "Texto"], "fr")).toBe("Garnier, Lemoine et Texto");
  expect(formatList(["Garnier", "Lemoine", "Texto"], "en")).toBe("Garnier, Lemoine and Texto");
  expect(formatList(["Garnier"], "fr")).toBe("Garnier");
});

test.each([
  [0, "fr", "facture"],
  [1, "fr", "facture"],
  [2, "fr", "factures"],
  [1_000_000, "fr", "factures"],
  [0, "en", "factures"],
  [1, "en", "facture"],
] as const)("%i in %s takes « %s »", (n, locale, expected) => {
  expect(plural(n, locale, { one: "facture", other: "factures" })).toBe(expected);
});
