import { describe, expect, test } from "vitest";
import {
  addDays,
  addMonths,
  addWorkingDays,
  clockIn,
  type Day,
  dayIn,
  daysBetween,
  endOfMonth,
  instantAt,
  isDay,
  isoWeek,
  isNamedTimeZone,
  isTimeZone,
  isWorkingDay,
  maxDay,
  minDay,
  nextWorkingDay,
  previousWorkingDay,
  regionOf,
  weekday,
  workingDaysBetween,
} from "#domain/calendar.ts";

const PARIS = "Europe/Paris";

describe("days", () => {
  test.each([
    ["2026-12-04", true],
    ["2028-02-29", true],
    ["2026-02-29", false],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-4-1", false],
    ["2026-12-04T00:00", false],
    ["0001-01-01", false],
    ["", false],
  ])("%s is a day of the calendar: %s", (text, real) => {
    expect(isDay(text)).toBe(real);
  });

  test("days are counted over month ends, leap days and clock changes", () => {
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
    expect(daysBetween("2026-03-28", "2026-03-30")).toBe(2);
    expect(daysBetween("2026-10-26", "2026-10-24")).toBe(-2);
    expect(maxDay("2026-10-26", "2026-10-24")).toBe("2026-10-26");
    expect(minDay("2026-10-26", "2026-10-24")).toBe("2026-10-24");
  });

  test("a month later than the 31st is the last day of a shorter month", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2026-11-30", 3)).toBe("2027-02-28");
    expect(addMonths("2026-01-15", -1)).toBe("2025-12-15");
    expect(endOfMonth("2028-02-01")).toBe("2028-02-29");
  });

  test.each<[Day, number, number, number]>([
    ["2026-11-24", 2, 2026, 48],
    ["2026-12-31", 4, 2026, 53],
    ["2027-01-03", 7, 2026, 53],
    ["2027-01-04", 1, 2027, 1],
    ["2024-12-30", 1, 2025, 1],
  ])("%s is weekday %i of week %i-W%i", (day, expected, year, week) => {
    expect(weekday(day)).toBe(expected);
    expect(isoWeek(day)).toEqual({ year, week });
  });
});

describe("working days", () => {
  test("weekends and holidays are not worked", () => {
    expect(isWorkingDay("2026-11-28")).toBe(false);
    expect(isWorkingDay("2026-11-11")).toBe(false);
    expect(isWorkingDay("2026-11-12")).toBe(true);
  });

  test("a holiday of Alsace is worked elsewhere", () => {
    expect(isWorkingDay("2026-04-03")).toBe(true);
    expect(isWorkingDay("2026-04-03", "alsace-moselle")).toBe(false);
    expect(nextWorkingDay("2025-12-25")).toBe("2025-12-26");
    expect(nextWorkingDay("2025-12-25", "alsace-moselle")).toBe("2025-12-29");
  });

  test("a step moves over a long weekend, forwards or backwards", () => {
    expect(nextWorkingDay("2026-05-01")).toBe("2026-05-04");
    expect(previousWorkingDay("2026-05-03")).toBe("2026-04-30");
    expect(nextWorkingDay("2026-05-04")).toBe("2026-05-04");
    expect(previousWorkingDay("2026-05-04")).toBe("2026-05-04");
  });

  test.each<[Day, number, Day]>([
    ["2026-11-06", 0, "2026-11-06"],
    ["2026-11-07", 0, "2026-11-07"],
    ["2026-11-06", 1, "2026-11-09"],
    ["2026-11-09", 2, "2026-11-12"],
    ["2026-11-12", -2, "2026-11-09"],
    ["2026-11-08", -1, "2026-11-06"],
  ])("from %s, %i working days on is %s", (day, n, expected) => {
    expect(addWorkingDays(day, n)).toBe(expected);
  });

  test("working days between two days leave out the first and count the last", () => {
    expect(workingDaysBetween("2026-11-06", "2026-11-09")).toBe(1);
    expect(workingDaysBetween("2026-11-09", "2026-11-13")).toBe(3);
    expect(workingDaysBetween("2026-11-09", "2026-11-09")).toBe(0);
    expect(workingDaysBetween("2026-11-13", "2026-11-09")).toBe(0);
  });

  test.each([
    ["67000", "FR", "alsace-moselle"],
    ["57 100", null, "alsace-moselle"],
    ["68100", "France", "alsace-moselle"],
    ["75001", "FR", "metropole"],
    ["67000", "DE", "metropole"],
    [null, null, "metropole"],
  ])("postal code %s in %s keeps the holidays of %s", (postalCode, country, region) => {
    expect(regionOf(postalCode, country)).toBe(region);
  });
});

describe("time zones", () => {
  test("half past midnight UTC does not shift the day, half past eleven does", () => {
    expect(dayIn(new Date("2026-11-24T00:30:00Z"), PARIS)).toBe("2026-11-24");
    expect(dayIn(new Date("2026-11-24T23:30:00Z"), PARIS)).toBe("2026-11-25");
    expect(clockIn(new Date("2026-07-01T22:30:00Z"), PARIS)).toEqual({
      day: "2026-07-02",
      minutes: 30,
    });
  });

  test.each<[string, Day, number, string, string]>([
    ["an ordinary morning", "2026-11-24", 510, PARIS, "2026-11-24T07:30:00.000Z"],
    ["midnight before the clock goes forward", "2026-03-29", 0, PARIS, "2026-03-28T23:00:00.000Z"],
    ["a time that does not exist", "2026-03-29", 150, PARIS, "2026-03-29T01:30:00.000Z"],
    ["the first of two equal times", "2026-10-25", 150, PARIS, "2026-10-25T00:30:00.000Z"],
    ["after the clock went back", "2026-10-25", 240, PARIS, "2026-10-25T03:00:00.000Z"],
    ["another continent's gap", "2026-03-08", 150, "America/New_York", "2026-03-08T07:30:00.000Z"],
    ["a half-hour zone", "2026-11-24", 540, "Asia/Kolkata", "2026-11-24T03:30:00.000Z"],
  ])("a wall clock is turned into an instant: %s", (_, day, minutes, zone, expected) => {
    expect(instantAt(day, minutes, zone).toISOString()).toBe(expected);
  });

  test("an unknown time zone is told apart", () => {
    expect(isTimeZone(PARIS)).toBe(true);
    expect(isTimeZone("Mars/Olympus")).toBe(false);
    expect([PARIS, "UTC", "Etc/GMT+1", "+01:00", "Mars/Olympus"].filter(isNamedTimeZone)).toEqual([
      PARIS,
      "UTC",
      "Etc/GMT+1",
    ]);
  });
});
