import { describe, expect, test } from "vitest";

import { cashThatFollowed, type CashAction, type InvoicePayment } from "#domain/action-cash.ts";
import type { Day } from "#domain/calendar.ts";

const CLAIRE = 1;
const NADIA = 2;

function call(day: Day, of: Partial<CashAction> = {}): CashAction {
  return { kind: "call", person: CLAIRE, day, at: new Date(`${day}T09:00:00Z`), customer: "C1", invoices: [1], ...of };
}

function paid(day: Day, minor: bigint, of: Partial<InvoicePayment> = {}): InvoicePayment {
  return { invoice: 1, customer: "C1", payer: "C1", seller: "EX", currency: "EUR", day, minor, ...of };
}

/** "day person amount" of what counts. */
function counted(payments: readonly InvoicePayment[], actions: readonly CashAction[]): readonly string[] {
  return cashThatFollowed(payments, actions).map(
    ({ payment, action, minor }) => `${payment.day} ${action.person} ${minor}`,
  );
}

describe("a payment follows an action", () => {
  test.each<readonly [string, InvoicePayment, CashAction, boolean]>([
    ["on the same day", paid("2026-11-03", 100n), call("2026-11-03"), true],
    ["thirty days later", paid("2026-12-03", 100n), call("2026-11-03"), true],
    ["thirty-one days later, no more", paid("2026-12-04", 100n), call("2026-11-03"), false],
    ["not when it came before", paid("2026-11-02", 100n), call("2026-11-03"), false],
    ["on another invoice of the same customer", paid("2026-11-05", 100n, { invoice: 9 }), call("2026-11-03"), true],
    [
      "on a subsidiary's invoice, when its payer was called",
      paid("2026-11-05", 100n, { invoice: 9, customer: "S1", payer: "C1" }),
      call("2026-11-03"),
      true,
    ],
    [
      "not on the parent's other invoice, when a subsidiary's was talked about",
      paid("2026-11-05", 100n, { invoice: 9 }),
      call("2026-11-03", { customer: "S1" }),
      false,
    ],
    [
      "on the invoice itself, whoever it was talked about with",
      paid("2026-11-05", 100n),
      call("2026-11-03", { customer: "P1" }),
      true,
    ],
    [
      "not on another customer's",
      paid("2026-11-05", 100n, { invoice: 9, customer: "C2", payer: "C2" }),
      call("2026-11-03"),
      false,
    ],
  ])("%s", (_, payment, action, counts) => {
    expect(counted([payment], [action])).toHaveLength(counts ? 1 : 0);
  });
});

test("a payment counts once, for the latest action before it", () => {
  const actions = [call("2026-11-03"), call("2026-11-10", { person: NADIA, kind: "promise" }), call("2026-11-20")];

  expect(counted([paid("2026-11-12", 500n)], actions)).toEqual(["2026-11-12 2 500"]);
});

test("of one day's actions, the later hour is the latest", () => {
  const morning = call("2026-11-10", { at: new Date("2026-11-10T08:00:00Z") });
  const noon = call("2026-11-10", { person: NADIA, at: new Date("2026-11-10T11:00:00Z") });

  expect(counted([paid("2026-11-12", 500n)], [noon, morning])).toEqual(["2026-11-12 2 500"]);
});

describe("a returned payment", () => {
  test("takes back what was counted, on the day of the return and for the same person", () => {
    const payments = [paid("2026-11-05", 500n), paid("2027-01-20", -500n)];

    expect(counted(payments, [call("2026-11-03")])).toEqual(["2026-11-05 1 500", "2027-01-20 1 -500"]);
  });

  test("takes back nothing of a payment that no action came before", () => {
    expect(counted([paid("2026-11-01", 500n), paid("2026-11-10", -500n)], [call("2026-11-03")])).toEqual([]);
  });

  test("takes the last payment first, and only as much as was paid", () => {
    const payments = [paid("2026-11-01", 300n), paid("2026-11-05", 200n), paid("2026-11-08", -900n)];

    expect(counted(payments, [call("2026-11-03")])).toEqual(["2026-11-05 1 200", "2026-11-08 1 -200"]);
  });

  test("of the same day, however the file is ordered, nothing is left", () => {
    const payments = [paid("2026-11-05", -500n), paid("2026-11-05", 500n)];

    expect(counted(payments, [call("2026-11-03")])).toEqual(["2026-11-05 1 500", "2026-11-05 1 -500"]);
  });

  test("and paid again, it counts again", () => {
    const payments = [paid("2026-11-05", 500n), paid("2026-11-08", -500n), paid("2026-11-12", 500n)];
    const total = cashThatFollowed(payments, [call("2026-11-03")]).reduce((sum, { minor }) => sum + minor, 0n);

    expect(total).toBe(500n);
  });
});
