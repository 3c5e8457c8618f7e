import { expect, test } from "vitest";
import { impossibleDay, splitPromiseWords } from "#domain/promise-words.ts";

const FRIDAY = "2026-11-27";

test.each([
  ["garnier vendredi 12400", "garnier", FRIDAY, "12400"],
  ["garnier 12400 vendredi", "garnier", FRIDAY, "12400"],
  ["garnier hier", "garnier", "2026-11-23", null],
  ["garnier avant-hier 500", "garnier", "2026-11-22", "500"],
  ["garnier yesterday", "garnier", "2026-11-23", null],
  ["vendredi garnier 12400", "garnier", FRIDAY, "12400"],
  ["12400 garnier 15j", "garnier", "2026-12-09", "12400"],
  ["garnier & fils vendredi 12 400,50 €", "garnier & fils", FRIDAY, "12 400,50 €"],
  ["garnier vendredi 12\u202f400\u00a0€", "garnier", FRIDAY, "12 400 €"],
  ["garnier fin de mois", "garnier", "2026-11-30", null],
  ["garnier pour le 4 12 400", "garnier", "2026-12-04", "12 400"],
  ["garnier le 4 500", "garnier", "2026-12-04", "500"],
  ["garnier 5000 dans 15 jours", "garnier", "2026-12-09", "5000"],
  ["garnier dans 15 jours 5000", "garnier", "2026-12-09", "5000"],
  ["garnier 4 décembre 2000", "garnier", "2026-12-04", "2000"],
  ["garnier 4 décembre 2026 2000", "garnier", "2026-12-04", "2000"],
  ["garnier 4/12 €12,400.50", "garnier", "2026-12-04", "€12,400.50"],
  ["garnier demain 12,4 k", "garnier", "2026-11-25", "12,4 k"],
  ["garnier demain 500 USD", "garnier", "2026-11-25", "500 USD"],
  ["garnier by friday 500", "garnier", FRIDAY, "500"],
  ["Garage 2000 vendredi 500", "Garage 2000", FRIDAY, "500"],
  ["Mardi Gras vendredi 500", "Mardi Gras", FRIDAY, "500"],
  ["garnier", "garnier", null, null],
  ["garnier 12 400", "garnier", null, "12 400"],
  ["vendredi", "", FRIDAY, null],
  ["", "", null, null],
])("« %s » is %s, %s, %s", (text, who, day, amountText) => {
  expect(splitPromiseWords(text, "2026-11-24")).toEqual({ who, day, amountText });
});

test("Friday the 4th and 500, or Friday and 4 500: the day is asked again", () => {
  expect(splitPromiseWords("garnier vendredi 4 500", "2026-11-24")).toEqual({
    who: "garnier",
    day: "ambiguous",
    amountText: "4 500",
  });
});

test("where no Friday the 12th is near, 12 400 is the amount", () => {
  expect(splitPromiseWords("garnier vendredi 12 400", "2026-11-24")).toEqual({
    who: "garnier",
    day: FRIDAY,
    amountText: "12 400",
  });
});

test("an endless command is cut, not choked on", () => {
  const { day } = splitPromiseWords("vendredi ".repeat(10_000), "2026-11-24");

  expect(day).toBe(FRIDAY);
});

test.each([
  ["garnier 31/02 500", "31/02"],
  ["garnier 31/02/2027", "31/02/2027"],
  ["garnier 2026-02-31", "2026-02-31"],
  ["garnier 31 février 500", "31 février"],
  ["garnier 30 february", "30 february"],
  ["garnier 12.50", null],
  ["studio 54 12400", null],
])("a day that the calendar does not have: %s", (text, day) => {
  expect(impossibleDay(text)).toBe(day);
});
