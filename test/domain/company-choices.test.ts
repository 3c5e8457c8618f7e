import { describe, expect, test } from "vitest";

import { readCompanyChoices, type CompanyField, type CompanyTyped } from "#domain/company-choices.ts";

const TYPED: CompanyTyped = {
  threshold: "50",
  interval: "7",
  cap: "",
  mailFrom: "9",
  mailUntil: "18",
  callsPerDay: "3",
  callsPerWeek: "8",
  thanks: "no",
};
const before = { threshold: { default: 50, CHF: 60 } };
const read = (given: Partial<CompanyTyped>) => readCompanyChoices({ ...TYPED, ...given }, before);

test("what stood there comes back as it was; other currencies keep their threshold", () => {
  expect(read({ threshold: "80,50" })).toEqual({
    ok: true,
    choices: {
      threshold: { default: 80.5, CHF: 60 },
      reminderIntervalDays: 7,
      dailyCap: null,
      mailFromMinutes: 540,
      mailUntilMinutes: 1080,
      askCapPerDay: 3,
      askCapPerWeek: 8,
      thankYouMails: false,
    },
  });
});

test.each([
  ["9", 540],
  ["9 h", 540],
  ["9h30", 570],
  ["17 h 45", 1065],
  ["09:15", 555],
])("an hour typed as %s", (mailFrom, minutes) => {
  expect(read({ mailFrom })).toMatchObject({ choices: { mailFromMinutes: minutes } });
});

describe("what cannot be read is named, field by field", () => {
  test.each<[Partial<CompanyTyped>, readonly CompanyField[]]>([
    [{ threshold: "beaucoup" }, ["threshold"]],
    [{ threshold: "-5", interval: "90" }, ["threshold", "interval"]],
    [{ cap: "1,5" }, ["cap"]],
    [{ mailFrom: "25" }, ["mailFrom"]],
    [{ mailFrom: "18", mailUntil: "9" }, ["mailUntil"]],
    [{ callsPerDay: "9", callsPerWeek: "8" }, ["callsPerWeek"]],
    [{ thanks: "" }, ["thanks"]],
  ])("%j", (given, wrong) => {
    expect(read(given)).toEqual({ ok: false, wrong });
  });
});
