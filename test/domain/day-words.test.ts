import { expect, test } from "vitest";
import type { Day } from "#domain/calendar.ts";
import { readDay } from "#domain/day-words.ts";

const TUESDAY: Day = "2026-11-24";

test.each([
  ["aujourd'hui", "2026-11-24"],
  ["Aujourd’hui", "2026-11-24"],
  ["demain", "2026-11-25"],
  ["après-demain", "2026-11-26"],
  ["vendredi", "2026-11-27"],
  ["VEN.", "2026-11-27"],
  ["mardi", "2026-12-01"],
  ["lundi prochain", "2026-11-30"],
  ["vendredi en huit", "2026-12-04"],
  ["d'ici vendredi", "2026-11-27"],
  ["fin de semaine", "2026-11-27"],
  ["fin de mois", "2026-11-30"],
  ["fin du mois prochain", "2026-12-31"],
  ["fin novembre", "2026-11-30"],
  ["fin décembre", "2026-12-31"],
  ["fin février", "2027-02-28"],
  ["fin d'année", "2026-12-31"],
  ["dans 15 jours", "2026-12-09"],
  ["15j", "2026-12-09"],
  ["J+15", "2026-12-09"],
  ["sous quinze jours", "2026-12-09"],
  ["dans 2 semaines", "2026-12-08"],
  ["dans un mois", "2026-12-24"],
  ["le 4", "2026-12-04"],
  ["le 24", "2026-11-24"],
  ["le 31", "2026-12-31"],
  ["4/12", "2026-12-04"],
  ["04/12/2026", "2026-12-04"],
  ["4/12/26", "2026-12-04"],
  ["4.12.2026", "2026-12-04"],
  ["4 décembre", "2026-12-04"],
  ["4 déc.", "2026-12-04"],
  ["1er décembre", "2026-12-01"],
  ["vendredi 4 décembre", "2026-12-04"],
  ["vendredi 4", "2026-12-04"],
  ["23 novembre", "2027-11-23"],
  ["24 novembre", "2026-11-24"],
  ["29 février", "2028-02-29"],
  ["2026-12-04", "2026-12-04"],
])("« %s » is %s", (text, expected) => {
  expect(readDay(text, TUESDAY)).toBe(expected);
});

test.each([
  ["today", "2026-11-24"],
  ["Tomorrow", "2026-11-25"],
  ["friday", "2026-11-27"],
  ["next friday", "2026-11-27"],
  ["by Friday", "2026-11-27"],
  ["end of month", "2026-11-30"],
  ["end of the month", "2026-11-30"],
  ["EOM", "2026-11-30"],
  ["end of december", "2026-12-31"],
  ["in 15 days", "2026-12-09"],
  ["in two weeks", "2026-12-08"],
  ["4 december", "2026-12-04"],
  ["dec 4", "2026-12-04"],
  ["December 4th, 2026", "2026-12-04"],
  ["the 4th", "2026-12-04"],
  ["4th of December", "2026-12-04"],
])("“%s” is %s", (text, expected) => {
  expect(readDay(text, TUESDAY)).toBe(expected);
});

test.each([
  ["12/25", "no thirteenth month, so an American date"],
  ["vendredi 5 décembre", "the 5th is a Saturday"],
  ["mar 4", "Tuesday the 4th or 4 March"],
  ["mi-décembre", "no one day"],
  ["la semaine prochaine", "no one day"],
  ["next month", "no one day"],
  ["4", "a day of the month, or four days"],
])("« %s » is asked again: %s", (text) => {
  expect(readDay(text, TUESDAY)).toBe("ambiguous");
});

test.each([
  "",
  "garnier",
  "12400",
  "31/02",
  "31 juin",
  "2026-02-30",
  "le 32",
  "0/12",
  "99/99",
  "dans 99999 jours",
  "dans 9999 mois",
  "fin garnier",
  "4 décembre 2000",
  "x".repeat(1000),
])("« %s » is no day", (text) => {
  expect(readDay(text, TUESDAY)).toBeNull();
});

test("on the last day of a month, the end of the month is today", () => {
  expect(readDay("fin de mois", "2026-11-30")).toBe("2026-11-30");
});

test("on a Friday, Friday is next week's and the end of the week is today", () => {
  expect(readDay("vendredi", "2026-11-27")).toBe("2026-12-04");
  expect(readDay("fin de semaine", "2026-11-27")).toBe("2026-11-27");
});
