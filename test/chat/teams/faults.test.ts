import { expect, test } from "vitest";

import { faultOf, faultOfStatus, faultOfToken } from "#chat/teams/faults.ts";

const NEW = { what: "POST activities", isIdempotent: false };
const CHANGE = { what: "PUT activities", isIdempotent: true };
const unreached = (code: string) => Object.assign(new TypeError("fetch failed"), { cause: { code } });

test.each([
  ["412: two writers at once", 412, { ambiguous: false, gone: false, retryAfterMs: null }],
  ["500: it may have been taken", 500, { ambiguous: true, gone: false }],
  ["502: Microsoft asks to try again", 502, { ambiguous: false, gone: false, retryAfterMs: null }],
  ["504: Microsoft asks to try again", 504, { ambiguous: false, gone: false }],
  ["400: a card it cannot read", 400, { gone: true }],
  ["403: the app was removed", 403, { gone: true }],
  ["404: the message is gone", 404, { gone: true }],
  ["413: too large", 413, { gone: true }],
  ["401: waits for the operator", 401, { gone: false, ambiguous: false, retryAfterMs: 900_000 }],
])("a new message met by %s", (_, status, expected) => {
  expect(faultOfStatus(status, null, "", NEW)).toMatchObject({ name: "Fault", ...expected });
});

test("a 429 waits as long as it says and up to a second more; without a time, a few seconds", () => {
  const told = faultOfStatus(429, "7", "", NEW).retryAfterMs ?? 0;
  const untold = faultOfStatus(429, null, "", NEW).retryAfterMs ?? 0;

  expect(told).toBeGreaterThanOrEqual(7_000);
  expect(told).toBeLessThanOrEqual(8_000);
  expect(untold).toBeGreaterThanOrEqual(5_000);
});

test("a change may always be made again: nothing about it is in doubt", () => {
  expect(faultOfStatus(500, null, "", CHANGE).ambiguous).toBe(false);
  expect(faultOf(unreached("ECONNRESET"), CHANGE).ambiguous).toBe(false);
});

test.each([
  ["a cut connection", unreached("ECONNRESET"), true],
  ["a time-out", new DOMException("late", "TimeoutError"), true],
  ["nobody there", unreached("ECONNREFUSED"), false],
  ["no such name", unreached("ENOTFOUND"), false],
])("a new message and %s", (_, error, ambiguous) => {
  expect(faultOf(error, NEW)).toMatchObject({ name: "Fault", ambiguous, gone: false });
});

test("without a token nothing has left; a wrong secret waits for whoever can change it", () => {
  const refused = Object.assign(new Error("invalid_client: AADSTS7000215"), { errorCode: "invalid_client" });

  expect(faultOfToken(refused)).toMatchObject({ ambiguous: false, gone: false, retryAfterMs: 900_000 });
  expect(faultOfToken(new Error("endpoints_resolution_error"))).toMatchObject({ ambiguous: false, retryAfterMs: null });
});
