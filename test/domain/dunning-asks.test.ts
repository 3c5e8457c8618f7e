import { describe, expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import type { Debtor, DunnedInvoice } from "#domain/dunning-facts.ts";
import { planDay } from "#domain/dunning.ts";
import { aDebtor, anInvoice, aRemindedInvoice, someFacts, told, type FactsGiven } from "../support/dunning-facts.ts";

/** J+30 of an invoice due on 2 November, a Wednesday. */
const DAY: Day = "2026-12-02";
const unansweredInvoice = (given: Partial<DunnedInvoice> = {}) => aRemindedInvoice("2026-11-17", given);
const planned = (invoices: readonly DunnedInvoice[], given: FactsGiven = {}, day: Day = DAY) =>
  told(planDay(someFacts(invoices, given), day));

test("an unanswered customer is one call to its owner, across sellers and currencies", () => {
  const invoices = [
    unansweredInvoice({ number: "A" }),
    unansweredInvoice({ number: "B", currency: "USD" }),
    unansweredInvoice({ number: "C", seller: "T" }),
    unansweredInvoice({ number: "D", due: "2026-11-20", step: "first" }),
  ];
  const sellers = ["S", "T"].map((code) => ({ code, wentLiveOn: "2026-01-05" as const, heardOn: DAY }));
  const { asks, messages } = planDay(someFacts(invoices, { sellers }), DAY);
  expect(messages).toEqual([]);
  expect(asks).toMatchObject([
    { kind: "call", reason: "unanswered", step: "call", joins: false, holder: { person: 1 } },
  ]);
  expect(asks[0]?.lines.map((line) => [line.invoice.number, line.step])).toEqual([
    ["A", "call"],
    ["B", "call"],
    ["C", "call"],
  ]);
  expect(asks[0]?.lines[0]?.advancesTo).toMatchObject({ step: "call", nextStepOn: "2026-12-10" });
});

test("a payment on another invoice is no answer", () => {
  const invoices = [
    unansweredInvoice({ number: "A" }),
    unansweredInvoice({ number: "B", residual: 60_000n, paidSince: 60_000n }),
  ];
  expect(planned(invoices)).toEqual(["call (call) about C1: A", "B answered"]);
});

test("a formal notice and a decision are finance's, each its own task", () => {
  const invoices = [
    unansweredInvoice({ number: "A", due: "2026-10-17", step: "last" }),
    unansweredInvoice({ number: "B", due: "2026-10-02", step: "formal-notice" }),
  ];
  expect(planned(invoices)).toEqual(["decision (decision) about C1: B", "formal-notice (formal-notice) about C1: A"]);
  const { asks } = planDay(someFacts(invoices), DAY);
  expect(asks.map((ask) => ask.holder)).toEqual([{ role: "finance" }, { role: "finance" }]);
});

test("every step of a key account is its owner's task; nothing leaves", () => {
  const invoices = [
    anInvoice({ number: "A", due: "2026-11-17", keyAccount: true }),
    anInvoice({ number: "B", keyAccount: true }),
  ];
  expect(planned(invoices)).toEqual(["call (call) about C1: B+A"]);
  expect(planDay(someFacts(invoices), DAY).asks[0]).toMatchObject({ reason: "key-account", holder: { person: 1 } });
});

test("an invoice joins the card that is open", () => {
  const debtors = [aDebtor({ openAsks: ["call"] })];
  const { asks } = planDay(someFacts([unansweredInvoice()], { debtors }), DAY);
  expect(asks).toMatchObject([{ kind: "call", joins: true }]);
});

describe("the cap", () => {
  const payer = (code: string, given: Partial<Debtor> = {}) => aDebtor({ code, ...given });
  const debtors = ["C1", "C2", "C3", "C4"].map((code) => payer(code));
  const invoices = debtors.map(({ code }, at) =>
    unansweredInvoice({ number: `F${at + 1}`, payer: code, amount: BigInt(at + 1) * 100_000n }),
  );

  test("gives a person three calls a day, those where most is to be won", () => {
    expect(planned(invoices, { debtors })).toEqual([
      "call (call) about C2: F2",
      "call (call) about C3: F3",
      "call (call) about C4: F4",
      "F1 ask-cap",
    ]);
  });

  test("weighs the amount by how often a call helped with that customer", () => {
    const known = debtors.map((debtor) => ({ ...debtor, callShare: debtor.code === "C4" ? 0.1 : 0.9 }));
    expect(planned(invoices, { debtors: known })).toContain("F4 ask-cap");
  });

  test.each(["confidential", "mandate"] as const)("puts first what we collect for a factor: %s", (factoring) => {
    const ceded = invoices.map((invoice) => (invoice.payer === "C1" ? { ...invoice, factoring } : invoice));
    expect(planned(ceded, { debtors })).toEqual([
      "call (call) about C1: F1",
      "call (call) about C3: F3",
      "call (call) about C4: F4",
      "F2 ask-cap",
    ]);
  });

  test("counts what the day and the week had already", () => {
    const load = (onDay: number, inWeek: number) => ({ debtors, askLoads: [{ person: 1, onDay, inWeek }] });
    expect(planned(invoices, load(1, 1)).filter((line) => line.startsWith("call"))).toHaveLength(2);
    expect(planned(invoices, load(0, 7)).filter((line) => line.startsWith("call"))).toHaveLength(1);
    expect(planned(invoices, load(0, 8)).filter((line) => line.startsWith("call"))).toHaveLength(0);
  });

  test("does not count what joins an open card, nor what a role is asked", () => {
    const busy = [{ person: 1, onDay: 3, inWeek: 3 }];
    const open = debtors.map((debtor) => ({ ...debtor, openAsks: ["call"] as const }));
    expect(planned(invoices, { debtors: open, askLoads: busy })).toHaveLength(4);
    const unowned = debtors.map((debtor) => ({ ...debtor, owner: { role: "finance" } as const }));
    expect(planned(invoices, { debtors: unowned })).toHaveLength(4);
  });
});
