import { expect, test } from "vitest";

import { instantMeant, nextDigest } from "#simulator/when.ts";

const ZONE = "Europe/Paris";
const TUESDAY = new Date("2026-11-24T07:15:00Z");

test.for([
  ["today 17:00", "2026-11-24T16:00:00.000Z"],
  ["tomorrow 8:30", "2026-11-25T07:30:00.000Z"],
  ["tomorrow 8h30", "2026-11-25T07:30:00.000Z"],
  ["next 8:30", "2026-11-24T07:30:00.000Z"],
  ["+15 minutes", "2026-11-24T07:30:00.000Z"],
  ["+2 hours", "2026-11-24T09:15:00.000Z"],
  ["+1 day", "2026-11-25T07:15:00.000Z"],
  ["+1 week", "2026-12-01T07:15:00.000Z"],
  ["+1 month", "2026-12-24T07:15:00.000Z"],
  ["2026-12-04 9:05", "2026-12-04T08:05:00.000Z"],
  ["2026-12-04T09:05:00+01:00", "2026-12-04T08:05:00.000Z"],
] as const)("%s is %s", ([to, instant]) => {
  expect(instantMeant(to, TUESDAY, ZONE).toISOString()).toBe(instant);
});

test("a week keeps the time of day when the clocks change", () => {
  const before = new Date("2026-10-20T06:30:00Z");

  expect(instantMeant("+1 week", before, ZONE).toISOString()).toBe("2026-10-27T07:30:00.000Z");
});

test.for(["soon", "", "2026-02-30 8:30", "tomorrow 25:00", "+1 century"])(
  "%s is no time, and says what would be",
  (to) => {
    expect(() => instantMeant(to, TUESDAY, ZONE)).toThrow(/is no time: say "tomorrow 8:30"/);
  },
);

test("time does not go back, nor years ahead at once", () => {
  expect(() => instantMeant("2026-11-23 8:30", TUESDAY, ZONE)).toThrow(/does not go back/);
  expect(() => instantMeant("+24 months", TUESDAY, ZONE)).toThrow(/400 days/);
});

test("the next digest is today's while it is to come, then that of the next working day", () => {
  const friday = new Date("2026-11-27T08:00:00Z");

  expect(nextDigest(TUESDAY, ZONE).toISOString()).toBe("2026-11-24T07:30:00.000Z");
  expect(nextDigest(friday, ZONE).toISOString()).toBe("2026-11-30T07:30:00.000Z");
});
