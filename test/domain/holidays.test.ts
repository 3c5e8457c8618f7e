import { expect, test } from "vitest";
import { holidaysOf, isHoliday } from "#domain/holidays.ts";

const FIXED = ["01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"];

test.each([
  [2024, ["04-01", "05-09", "05-20"]],
  [2025, ["04-21", "05-29", "06-09"]],
  [2026, ["04-06", "05-14", "05-25"]],
  [2027, ["03-29", "05-06", "05-17"]],
  [2031, ["04-14", "05-22", "06-02"]],
])("the holidays of %i that move with Easter are computed", (year, moving) => {
  const expected = [...FIXED, ...moving].map((each) => `${year}-${each}`).toSorted();

  expect([...holidaysOf(year, "metropole")].toSorted()).toEqual(expected);
});

test("Alsace-Moselle adds Good Friday and 26 December", () => {
  const common = holidaysOf(2026, "metropole");
  const more = [...holidaysOf(2026, "alsace-moselle")].filter((day) => !common.has(day));

  expect(more.toSorted()).toEqual(["2026-04-03", "2026-12-26"]);
});

test("Ascension on 8 May is one holiday, not two", () => {
  expect(isHoliday("2059-05-08", "metropole")).toBe(true);
  expect(holidaysOf(2059, "metropole").size).toBe(10);
});
