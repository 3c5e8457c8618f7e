import { describe, expect, test } from "vitest";

import { isWorthTelling, readFeedAddress, shownAddress } from "#domain/calendar-feed.ts";
import { afterMoment, briefMoment } from "#domain/meeting-times.ts";
import { DEFAULT_SETTINGS } from "#domain/settings.ts";

const PARIS = "Europe/Paris";
const at = (text: string) => new Date(text);

describe("a brief comes 45 minutes before, within working hours", () => {
  test.each([
    ["an afternoon", "2026-11-24T14:00:00+01:00", "2026-11-24T13:15:00+01:00"],
    ["as the day opens", "2026-11-24T08:15:00+01:00", "2026-11-24T08:00:00+01:00"],
    ["in the evening, but asked for before it", "2026-11-24T19:30:00+01:00", "2026-11-24T18:45:00+01:00"],
    ["too early for any", "2026-11-24T07:30:00+01:00", null],
    ["too late for any", "2026-11-24T20:00:00+01:00", null],
    ["on a Saturday", "2026-11-28T10:00:00+01:00", null],
    ["on a holiday", "2026-11-11T10:00:00+01:00", null],
    ["on the day the clock goes back", "2026-10-26T09:00:00+01:00", "2026-10-26T08:15:00+01:00"],
  ])("%s", (_, starts, expected) => {
    const moment = briefMoment(at(starts), PARIS, DEFAULT_SETTINGS);
    expect(moment?.notBefore ?? null).toEqual(expected === null ? null : at(expected));
    expect(moment === null || moment.validUntil.getTime() === at(starts).getTime()).toBe(true);
  });

  test("in hours of the company's own", () => {
    const nights = { workFromMinutes: 6 * 60, workUntilMinutes: 22 * 60 };
    expect(briefMoment(at("2026-11-24T07:30:00+01:00"), PARIS, nights)?.notBefore).toEqual(
      at("2026-11-24T06:45:00+01:00"),
    );
  });
});

test.each([
  ["the same day", "2026-11-24T15:00:00+01:00", "2026-11-24T16:00:00+01:00", "2026-11-24T19:00:00+01:00"],
  ["the next morning", "2026-11-24T18:30:00+01:00", "2026-11-25T08:00:00+01:00", "2026-11-25T19:00:00+01:00"],
  ["after the week-end", "2026-11-27T18:30:00+01:00", "2026-11-30T08:00:00+01:00", "2026-11-30T19:00:00+01:00"],
])("what came of it is asked one hour after: %s", (_, ends, notBefore, validUntil) => {
  expect(afterMoment(at(ends), PARIS, DEFAULT_SETTINGS)).toEqual({
    notBefore: at(notBefore),
    validUntil: at(validUntil),
  });
});

test.each([
  ["https://calendar.example/a.ics", "https://calendar.example/a.ics"],
  ["  <https://calendar.example/a.ics?x=1&y=2>  ", "https://calendar.example/a.ics?x=1&y=2"],
  ["<https://calendar.example/a.ics|mon agenda>", "https://calendar.example/a.ics"],
  ["webcal://p1.calendar.example/a", "https://p1.calendar.example/a"],
  ["http://calendar.example/a.ics", "http://calendar.example/a.ics"],
  ["javascript:alert(1)", null],
  ["file:///etc/passwd", null],
  ["mon agenda", null],
  ["", null],
  [`https://calendar.example/${"a".repeat(2_000)}`, null],
])("the address in %s", (typed, address) => {
  expect(readFeedAddress(typed)).toBe(address);
});

test("an address is a secret: only where it is may be shown", () => {
  expect(shownAddress("https://me:word@calendar.example/private-0123/basic.ics?key=abc")).toBe("calendar.example/…");
});

test("a feed's owner hears of a failure once it has lasted a day", () => {
  const since = at("2026-11-23T10:00:00Z");
  expect(isWorthTelling(since, at("2026-11-24T09:59:00Z"))).toBe(false);
  expect(isWorthTelling(since, at("2026-11-24T10:00:00Z"))).toBe(true);
  expect(isWorthTelling(null, at("2026-11-24T10:00:00Z"))).toBe(false);
});
