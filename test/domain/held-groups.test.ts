import { describe, expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import type { HeldBack, HeldReason } from "#domain/dunning-plan.ts";
import { heldByCustomer, heldByReason } from "#domain/held-groups.ts";
import { anInvoice } from "../support/dunning-facts.ts";

const held = (
  payer: string,
  id: number,
  residual: bigint,
  reason: HeldReason,
  more: { readonly until?: Day; readonly currency?: string } = {},
): HeldBack => ({
  payer,
  invoice: anInvoice({ id, number: `F${id}`, payer, residual, currency: more.currency ?? "EUR" }),
  reason,
  until: more.until ?? null,
});

describe("what is held back, by reason", () => {
  test.each([
    { case: "nothing", given: [], gives: [] },
    {
      case: "the most money first",
      given: [held("A", 1, 100n, "dispute"), held("B", 2, 900n, "promise")],
      gives: ["promise: 1 of 1, 900 EUR", "dispute: 1 of 1, 100 EUR"],
    },
    {
      case: "an invoice counts once under a reason, and stands under both of its reasons",
      given: [held("A", 1, 100n, "hold"), held("A", 1, 100n, "hold"), held("A", 1, 100n, "interval")],
      gives: ["hold: 1 of 1, 100 EUR", "interval: 1 of 1, 100 EUR"],
    },
    {
      case: "currencies stand side by side, never summed",
      given: [held("A", 1, 100n, "hold"), held("B", 2, 9_000n, "hold", { currency: "USD" })],
      gives: ["hold: 2 of 2, 9000 USD + 100 EUR"],
    },
  ])("$case", ({ given, gives }) => {
    const said = heldByReason(given).map(
      ({ reason, invoices, customers, totals }) =>
        `${reason}: ${invoices} of ${customers}, ${totals.map(({ minor, currency }) => `${minor} ${currency}`).join(" + ")}`,
    );
    expect(said).toEqual(gives);
  });
});

test("of one reason: by customer, the most money first, until the last day that is known for all of it", () => {
  const groups = heldByCustomer(
    [
      held("A", 1, 100n, "promise", { until: "2026-12-01" }),
      held("B", 2, 500n, "promise", { until: "2026-12-01" }),
      held("B", 3, 500n, "promise", { until: "2026-12-04" }),
      held("C", 4, 700n, "promise"),
      held("C", 5, 10n, "promise", { until: "2026-12-04" }),
      held("D", 6, 9_999n, "dispute"),
    ],
    "promise",
  );
  expect(groups.map(({ payer, invoices, until }) => [payer, invoices.map(({ number }) => number), until])).toEqual([
    ["B", ["F2", "F3"], "2026-12-04"],
    ["C", ["F4", "F5"], null],
    ["A", ["F1"], "2026-12-01"],
  ]);
});
