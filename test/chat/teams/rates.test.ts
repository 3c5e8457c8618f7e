import { expect, test } from "vitest";

import { createGate } from "#chat/teams/rates.ts";

test("seven in a second, eight in two; then the oldest has to leave its window", () => {
  const clock = { ms: 0 };
  const gate = createGate(() => clock.ms);
  const first = Array.from({ length: 7 }, () => gate.admit("a"));
  expect(first).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(gate.admit("a")).toBe(1_000);

  clock.ms = 1_000;
  expect(gate.admit("a")).toBe(0);
  expect(gate.admit("a")).toBe(1_000);
});

test("one conversation does not wait for another", () => {
  const gate = createGate(() => 0);
  for (let n = 0; n < 8; n += 1) gate.admit("a");

  expect(gate.admit("b")).toBe(0);
});

test.each([
  [60, 400, 30_000],
  [1_800, 1_000, 3_600_000],
])("%i sends, one every %i ms, fill a window of %i ms", (sends, everyMs, windowMs) => {
  const clock = { ms: 0 };
  const gate = createGate(() => clock.ms);
  for (let n = 0; n < sends; n += 1) {
    clock.ms = n * everyMs;
    expect(gate.admit("a")).toBe(0);
  }

  expect(gate.admit("a")).toBe(windowMs - (sends - 1) * everyMs);
  clock.ms = windowMs;
  expect(gate.admit("a")).toBe(0);
});
