import { expect, test } from "vitest";

import { readPeriod } from "#domain/export-period.ts";

const TODAY = "2026-11-24";

test.each([
  ["", "2026-11-01", TODAY, ""],
  ["équipe Paul", "2026-11-01", TODAY, "équipe Paul"],
  ["mois dernier", "2026-10-01", "2026-10-31", ""],
  ["tout le mois dernier", "2026-10-01", "2026-10-31", "tout le"],
  ["équipe trimestre", "2026-10-01", TODAY, "équipe"],
  ["trimestre précédent équipe Zoé", "2026-07-01", "2026-09-30", "équipe Zoé"],
  ["last quarter", "2026-07-01", "2026-09-30", ""],
  ["this year all", "2026-01-01", TODAY, "all"],
  ["année dernière", "2025-01-01", "2025-12-31", ""],
  ["2026-02 all", "2026-02-01", "2026-02-28", "all"],
  ["2024-02", "2024-02-01", "2024-02-29", ""],
  ["2027-01", "2026-11-01", TODAY, "2027-01"],
] as const)("« %s » is %s to %s, of « %s »", (typed, from, to, rest) => {
  expect(readPeriod(typed, TODAY)).toEqual({ from, to, rest });
});

test("the last month of a year's first is December", () => {
  expect(readPeriod("last month", "2026-01-15")).toMatchObject({ from: "2025-12-01", to: "2025-12-31" });
});

test.each([
  ["2026-12-01", "", "2026-11-01", "2026-11-30"],
  ["2026-12-05", "équipe", "2026-11-01", "2026-11-30"],
  ["2027-01-04", "", "2026-12-01", "2026-12-31"],
  ["2026-12-06", "", "2026-12-01", "2026-12-06"],
  ["2026-12-01", "ce mois", "2026-12-01", "2026-12-01"],
  ["2026-12-01", "trimestre", "2026-10-01", "2026-12-01"],
] as const)("on %s « %s » is %s to %s: a month's first days speak of the month before", (today, typed, from, to) => {
  expect(readPeriod(typed, today)).toMatchObject({ from, to });
});
