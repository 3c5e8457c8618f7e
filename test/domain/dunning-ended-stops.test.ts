import { expect, test } from "vitest";

import { applyEndedStops } from "#domain/dunning-ended-stops.ts";
import type { DuePromise, DunnedInvoice } from "#domain/dunning-facts.ts";
import { planDay } from "#domain/dunning.ts";
import { anInvoice, aRemindedInvoice, someFacts, told, type FactsGiven } from "../support/dunning-facts.ts";

/** EUR 1 200 promised for Tuesday 17 November: grace until the 19th. */
const promiseOn = (invoice: DunnedInvoice, given: Partial<DuePromise> = {}): DuePromise => ({
  id: 1,
  due: "2026-11-17",
  currency: "EUR",
  graceUntil: "2026-11-19",
  unallocatedWhenGiven: 0n,
  unallocatedNow: 0n,
  heardOn: "2026-11-20",
  invoices: [invoice.id],
  lines: [{ covered: 120_000n, residualWhenGiven: 120_000n, residualNow: invoice.residual }],
  ...given,
});

const plannedOn = (day: "2026-11-20" | "2026-11-23" | "2026-11-24", invoice: DunnedInvoice, given: FactsGiven) =>
  told(planDay(applyEndedStops(someFacts([invoice], given), day).facts, day));

test("a promise that did not come brings the invoice back one step further", () => {
  const invoice = aRemindedInvoice("2026-11-09", { number: "A", step: "first", unjudged: 120_000n });
  expect(plannedOn("2026-11-20", invoice, { duePromises: [promiseOn(invoice)] })).toEqual([
    "second to C1: A = 120000 EUR",
  ]);
});

test("without a payments import since its grace nothing is broken and nothing leaves", () => {
  const invoice = aRemindedInvoice("2026-11-09", { number: "A", step: "first", unjudged: 120_000n });
  for (const heardOn of [null, "2026-11-19"] as const) {
    expect(plannedOn("2026-11-24", invoice, { duePromises: [promiseOn(invoice, { heardOn })] })).toEqual([
      "A awaiting-payments",
    ]);
  }
});

test("EUR 1 missing keeps a promise; the invoice goes its way, under the threshold", () => {
  const invoice = aRemindedInvoice("2026-11-09", { number: "A", step: "first", residual: 100n, unjudged: 100n });
  const { changes } = applyEndedStops(someFacts([invoice], { duePromises: [promiseOn(invoice)] }), "2026-11-20");
  expect(changes).toEqual([]);
  expect(plannedOn("2026-11-20", invoice, { duePromises: [promiseOn(invoice)] })).toEqual(["A below-threshold"]);
});

test("the unallocated money of the customer keeps its promise too", () => {
  const invoice = aRemindedInvoice("2026-11-09", { unjudged: 120_000n });
  const duePromises = [promiseOn(invoice, { unallocatedNow: -120_000n })];
  expect(applyEndedStops(someFacts([invoice], { duePromises }), "2026-11-20").changes).toEqual([]);
});

test("a dispute closed on Thursday lets the same step come again on Tuesday, not before", () => {
  const invoice = aRemindedInvoice("2026-11-09", { number: "A", step: "first" });
  const closedDisputes = [{ id: 1, invoice: invoice.id, closedOn: "2026-11-19" as const }];
  expect(plannedOn("2026-11-23", invoice, { closedDisputes })).toEqual([]);
  expect(plannedOn("2026-11-24", invoice, { closedDisputes })).toEqual(["first to C1: A = 120000 EUR"]);
});

test("a hold that ran out is followed by the next step, not by a jump to the age", () => {
  const invoice = anInvoice({ number: "A", due: "2026-09-01" });
  const ended = { id: 1, customer: "C1", invoice: null, lastDay: "2026-11-20" } as const;
  expect(plannedOn("2026-11-23", invoice, { endedHolds: [ended] })).toEqual(["first to C1: A = 120000 EUR"]);
  expect(plannedOn("2026-11-23", invoice, {})).toEqual(["second to C1: A = 120000 EUR"]);
});

test("while another hold goes on, one that ended changes nothing; a hold of another invoice neither", () => {
  const ended = { id: 1, customer: "C1", invoice: null, lastDay: "2026-11-20" } as const;
  const held = anInvoice({ hold: { reason: "finance", until: "2026-12-01" } });
  expect(applyEndedStops(someFacts([held], { endedHolds: [ended] }), "2026-11-23").changes).toEqual([]);
  const other = { ...ended, invoice: -1 };
  expect(applyEndedStops(someFacts([anInvoice()], { endedHolds: [other] }), "2026-11-23").changes).toEqual([]);
});

test("a seller that is not live is left to go-live", () => {
  const invoice = anInvoice();
  const sellers = [{ code: "S", wentLiveOn: null, heardOn: "2026-11-20" as const }];
  const closedDisputes = [{ id: 1, invoice: invoice.id, closedOn: "2026-11-19" as const }];
  expect(applyEndedStops(someFacts([invoice], { sellers, closedDisputes }), "2026-11-24").changes).toEqual([]);
});
