import { describe, expect, test } from "vitest";

import { instantAt, type Day } from "#domain/calendar.ts";
import { latestRun, nextRun, postableAt, type Schedule } from "#domain/subscription.ts";

const PARIS = "Europe/Paris";
const WEDNESDAY_AT_NINE: Schedule = { weekday: 3, minutes: 540, timeZone: PARIS };
const LONG_AGO = new Date("2026-01-01T00:00:00Z");
const at = (day: Day, hour: number, timeZone = PARIS) => instantAt(day, hour * 60, timeZone);
const latest = (now: Date, schedule = WEDNESDAY_AT_NINE, since = LONG_AGO) =>
  latestRun(schedule, since, now)?.dueOn ?? null;

describe("when a channel's report is due", () => {
  test("on its day at its hour, in its own zone", () => {
    expect(latest(at("2026-11-18", 8))).toBe("2026-11-12");
    expect(latest(at("2026-11-18", 9))).toBe("2026-11-18");
    const reunion = { ...WEDNESDAY_AT_NINE, timeZone: "Indian/Reunion" };
    expect(latest(at("2026-11-18", 6), reunion)).toBe("2026-11-18");
    expect(latest(at("2026-11-18", 5), reunion)).toBe("2026-11-12");
  });

  test("on a holiday the next working day at the same hour", () => {
    expect(latest(at("2026-11-12", 8))).toBe("2026-11-04");
    expect(latest(at("2026-11-12", 9))).toBe("2026-11-12");
    const fridays = { ...WEDNESDAY_AT_NINE, weekday: 5 };
    expect(latest(at("2026-12-28", 8), fridays)).toBe("2026-12-18");
    expect(latest(at("2026-12-28", 9), fridays)).toBe("2026-12-28");
  });

  test("at nine by the wall clock, before and after the change to winter time", () => {
    const summer = nextRun(WEDNESDAY_AT_NINE, at("2026-10-20", 12));
    const winter = nextRun(WEDNESDAY_AT_NINE, at("2026-10-27", 12));
    expect(summer.at.toISOString()).toBe("2026-10-21T07:00:00.000Z");
    expect(winter.at.toISOString()).toBe("2026-10-28T08:00:00.000Z");
  });

  test("only the latest is made up, and nothing from before it was subscribed to", () => {
    expect(latest(at("2026-12-15", 9))).toBe("2026-12-09");
    expect(latest(at("2026-11-20", 9), WEDNESDAY_AT_NINE, at("2026-11-19", 9))).toBeNull();
    expect(latest(at("2026-11-25", 9), WEDNESDAY_AT_NINE, at("2026-11-19", 9))).toBe("2026-11-25");
  });
});

describe("when a report that was missed may be posted", () => {
  const postable = (now: Date) => {
    const run = latestRun(WEDNESDAY_AT_NINE, LONG_AGO, now);
    return run === null ? null : (postableAt(WEDNESDAY_AT_NINE, run, now)?.toISOString() ?? null);
  };

  test.each([
    ["at once in office hours", at("2026-11-20", 15), "2026-11-20T14:00:00.000Z"],
    ["in the morning, when it is night", at("2026-11-20", 3), "2026-11-20T08:00:00.000Z"],
    ["the next working day, when it is evening", at("2026-11-20", 19), "2026-11-23T08:00:00.000Z"],
    ["on Monday, when it is Saturday", at("2026-11-21", 11), "2026-11-23T08:00:00.000Z"],
    ["never, when the next one comes first", at("2026-11-24", 19), null],
  ])("%s", (_, now, expected) => {
    expect(postable(now)).toBe(expected);
  });
});
