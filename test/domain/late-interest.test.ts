import { expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import { isNoInterest, lateInterest, type LateInvoice } from "#domain/late-interest.ts";
import { knownLateRates, parseRate, PUBLISHED_LATE_RATES, rateText } from "#domain/late-rates.ts";

const RATES = PUBLISHED_LATE_RATES;

function invoice(given: Partial<LateInvoice> = {}): LateInvoice {
  return {
    issued: "2026-05-20",
    due: "2026-06-20",
    amount: 1_000_000n,
    paid: [],
    kind: "business",
    country: "FR",
    insolvencyDate: null,
    contractRate: null,
    ...given,
  };
}

function owed(given: Partial<LateInvoice>, until: Day) {
  const found = lateInterest(invoice(given), until, RATES);
  if (isNoInterest(found)) throw new Error(`Refused: ${found.because}`);
  return found;
}

test("10 000 due on 20 June 2026 and paid on 10 July: 33.29 + 33.97 = 67.26, and 40", () => {
  const found = owed({}, "2026-07-10");
  expect(found.segments.map(({ interest, days, rate }) => [interest, days, rate])).toEqual([
    [3_329n, 10, 1215],
    [3_397n, 10, 1240],
  ]);
  expect(found).toMatchObject({ days: 20, interest: 6_726n, indemnity: 4_000n });
});

// [what is told, invoice, until, days, interest, indemnity], amounts in cents
const CASES: readonly [string, Partial<LateInvoice>, Day, number, bigint, bigint][] = [
  ["due today is not late", {}, "2026-06-20", 0, 0n, 0n],
  ["the day after is one day", {}, "2026-06-21", 1, 333n, 4_000n],
  ["not due yet", {}, "2026-06-01", 0, 0n, 0n],
  ["the last day of a half-year is still its own", {}, "2026-06-30", 10, 3_329n, 4_000n],
  ["due on 30 June: interest begins in the second half-year", { due: "2026-06-30" }, "2026-07-10", 10, 3_397n, 4_000n],
  ["over three half-years", { due: "2025-06-20" }, "2026-01-10", 204, 3_603n + 61_249n + 3_329n, 4_000n],
  ["a leap year has 366 days of 1/365", { due: "2023-12-31" }, "2024-12-31", 366, 72_301n + 71_836n, 4_000n],
  [
    "a part payment changes the residual after its day",
    { paid: [{ on: "2026-06-25", amount: 400_000n }] },
    "2026-06-30",
    10,
    2_663n,
    4_000n,
  ],
  [
    "a payment before the due day",
    { paid: [{ on: "2026-06-01", amount: 400_000n }] },
    "2026-06-30",
    10,
    1_997n,
    4_000n,
  ],
  ["paid on the due day", { paid: [{ on: "2026-06-20", amount: 1_000_000n }] }, "2026-07-10", 0, 0n, 0n],
  [
    "paid late: nothing runs after it",
    { paid: [{ on: "2026-06-30", amount: 1_000_000n }] },
    "2026-12-01",
    10,
    3_329n,
    4_000n,
  ],
  [
    "a direct debit that came back counts as never paid from its return on",
    {
      paid: [
        { on: "2026-06-20", amount: 1_000_000n },
        { on: "2026-06-25", amount: -1_000_000n },
      ],
    },
    "2026-06-30",
    10,
    1_664n,
    4_000n,
  ],
  ["a public buyer: one rate, of the day it began, and no EUR 40", { kind: "public" }, "2026-07-10", 20, 5_562n, 0n],
  ["a contract's rate above the floor", { contractRate: 1000 }, "2026-07-10", 20, 2_740n + 2_740n, 4_000n],
  ["no country is the company's own", { country: null }, "2026-06-21", 1, 333n, 4_000n],
  ["Réunion is France", { country: "RE" }, "2026-06-21", 1, 333n, 4_000n],
  ["an invoice after the judgment is not frozen", { insolvencyDate: "2026-05-19" }, "2026-06-21", 1, 333n, 4_000n],
  ["half a cent is rounded up", { amount: 15_021n, due: "2026-06-20" }, "2026-06-21", 1, 5n, 4_000n],
  ["above what 32 bits hold", { amount: 500_000_000_000n }, "2026-06-21", 1, 166_438_356n, 4_000n],
];

test.for(CASES)("%s", ([, given, until, days, interest, indemnity]) => {
  expect(owed(given, until)).toMatchObject({ days, interest, indemnity });
});

const REFUSED: readonly [string, Partial<LateInvoice>, Day, Record<string, unknown>][] = [
  ["a consumer pays neither", { kind: "consumer" }, "2026-07-10", { because: "consumer" }],
  ["nor does a company of the group", { kind: "intercompany" }, "2026-07-10", { because: "intercompany" }],
  ["other countries have other rates", { country: "Belgique" }, "2026-07-10", { because: "foreign" }],
  ["insolvency freezes", { insolvencyDate: "2026-05-20" }, "2026-07-10", { because: "insolvency" }],
  ["a half-year to come has no rate", {}, "2027-01-02", { because: "rate-missing", halfYear: "2027-S1" }],
  ["nor has one long past", { due: "2022-12-01" }, "2023-02-01", { because: "rate-missing", halfYear: "2022-S2" }],
  [
    "a contract's rate under three times the legal one",
    { contractRate: 800 },
    "2026-07-10",
    { because: "rate-under-floor", halfYear: "2026-S2", rate: 800, floor: 825 },
  ],
];

test.for(REFUSED)("%s", ([, given, until, refusal]) => {
  expect(lateInterest(invoice(given), until, RATES)).toEqual(refusal);
});

test("the floor binds a contract's rate only: the legal default is under it in 2024", () => {
  expect(owed({ due: "2024-02-01" }, "2024-03-01").segments[0]?.rate).toBe(1450);
});

test("a half-year that the company added is used; one paid before it began needs none", () => {
  const rates = knownLateRates({ "2027-S1": { ecb: 225, floor: 900 } });
  expect(lateInterest(invoice(), "2027-01-02", rates)).toMatchObject({ days: 196 });
  expect(owed({ paid: [{ on: "2026-07-01", amount: 1_000_000n }] }, "2030-01-01").days).toBe(11);
});

test("rates are typed with a point or a comma", () => {
  expect([parseRate("12.15"), parseRate("2,4"), parseRate("8 %"), parseRate("abc"), parseRate("101")]).toEqual([
    1215,
    240,
    800,
    null,
    null,
  ]);
  expect([rateText(1215), rateText(40)]).toEqual(["12.15", "0.40"]);
});
