import { expect, test } from "vitest";

import { effectOf } from "#domain/effectiveness.ts";

test.each<[string, number, number, number | null]>([
  ["no send", 0, 0, null],
  ["29 judged: silent, whatever they say", 29, 29, null],
  ["30 judged: it speaks", 30, 15, 50],
  ["two decimals, half-up", 30, 7, 23.33],
  ["none paid is a figure too", 40, 0, 0],
])("%s", (_, judged, paid, paidShare) => {
  const sends = { step: "first", language: "fr", template: null, sent: judged + 5, judged, paid, flagged: 1 } as const;
  expect(effectOf(sends).paidShare).toBe(paidShare);
});
