import { expect, test } from "vitest";

import { financingCost, type WaitingMoney } from "#domain/financing-cost.ts";

test.each<[string, readonly WaitingMoney[], number, readonly [bigint, bigint, bigint]]>([
  ["nothing late costs nothing", [], 5, [0n, 0n, 0n]],
  ["a year at five percent", [{ minor: 1_000_000n, daysLate: 365 }], 5, [1_000_000n, 50_000n, 4_110n]],
  [
    "each invoice by its own delay",
    [
      { minor: 1_000_000n, daysLate: 73 },
      { minor: 500_000n, daysLate: 0 },
    ],
    10,
    [1_500_000n, 20_000n, 12_329n],
  ],
  ["a rate of hundredths", [{ minor: 36_500n, daysLate: 100 }], 2.25, [36_500n, 225n, 68n]],
  ["no rate, no cost", [{ minor: 36_500n, daysLate: 100 }], 0, [36_500n, 0n, 0n]],
])("%s", (_name, money, rate, [late, soFar, perMonth]) => {
  expect(financingCost(money, rate)).toEqual({ late, soFar, perMonth });
});
