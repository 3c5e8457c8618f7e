import { describe, expect, test } from "vitest";

import type { Day } from "#domain/calendar.ts";
import type { DunnedInvoice } from "#domain/dunning-facts.ts";
import { planDay } from "#domain/dunning.ts";
import {
  aDebtor,
  aHistory,
  anAccount,
  anInvoice,
  aRemindedInvoice,
  someFacts,
  told,
  type FactsGiven,
} from "../support/dunning-facts.ts";

/** J+15 of an invoice due on 2 November, a Tuesday. */
const DAY: Day = "2026-11-17";

const planned = (invoices: readonly DunnedInvoice[], given: FactsGiven = {}, day: Day = DAY) =>
  told(planDay(someFacts(invoices, given), day));

describe("a message", () => {
  test("lists every chaseable overdue invoice in the highest tone, and advances only those whose step is new", () => {
    const invoices = [
      anInvoice({ number: "A", due: "2026-11-16" }),
      anInvoice({ number: "B", due: "2026-11-10", amount: 10_000n }),
      aRemindedInvoice("2026-11-09", { number: "C", step: "first" }),
      anInvoice({ number: "D", due: DAY }),
    ];
    const { messages } = planDay(someFacts(invoices), DAY);
    expect(messages).toMatchObject([{ step: "second", total: 250_000n, to: ["compta@client.example"] }]);
    expect(messages[0]?.lines.map((line) => [line.invoice.number, line.daysOverdue, line.step])).toEqual([
      ["C", 15, "second"],
      ["B", 7, "first"],
      ["A", 1, null],
    ]);
    expect(messages[0]?.lines.map((line) => line.advancesTo?.nextStepOn ?? null)).toEqual([
      "2026-12-02",
      "2026-11-25",
      null,
    ]);
  });

  test("is one per seller, payer and currency; subsidiaries share their payer's", () => {
    const invoices = [
      anInvoice({ number: "A" }),
      anInvoice({ number: "B", customer: "C1-SUD" }),
      anInvoice({ number: "C", currency: "USD" }),
      anInvoice({ number: "D", seller: "T" }),
      anInvoice({ number: "E", payer: "C2" }),
    ];
    const sellers = ["S", "T"].map((code) => ({ code, wentLiveOn: "2026-01-05" as const, heardOn: DAY }));
    const debtors = [aDebtor(), aDebtor({ code: "C2", language: "en" })];
    const { messages } = planDay(someFacts(invoices, { sellers, debtors }), DAY);
    expect(messages.map((sent) => [sent.payer, sent.seller, sent.currency, sent.language, sent.lines.length])).toEqual([
      ["C1", "S", "EUR", "fr", 2],
      ["C1", "S", "USD", "fr", 1],
      ["C1", "T", "EUR", "fr", 1],
      ["C2", "S", "EUR", "en", 1],
    ]);
  });

  test("shows the whole residual and asks for the part that is neither promised nor contested", () => {
    const part = anInvoice({ number: "A", disputed: 20_000n, suspended: 30_000n, suspendedUntil: "2026-11-20" });
    expect(planned([part])).toEqual(["second to C1: A = 70000 EUR"]);
  });

  test("before the day announces alone; with reminders it joins them", () => {
    const large = anInvoice({ number: "L", due: "2026-11-27", amount: 1_000_000n });
    const listed = aRemindedInvoice("2026-11-09", { number: "A", step: "first", due: "2026-11-04" });
    expect(planned([large, listed])).toEqual(["pre-due to C1: L = 1000000 EUR"]);
    expect(planned([large, anInvoice({ number: "B" })])).toEqual(["second to C1: B+L = 1120000 EUR"]);
  });

  test("of a customer with 2 600 open invoices is one message", () => {
    const invoices = Array.from({ length: 2_600 }, () => anInvoice());
    const { messages, heldBack } = planDay(someFacts(invoices), DAY);
    expect(messages.map((sent) => [sent.lines.length, sent.total])).toEqual([[2_600, 312_000_000n]]);
    expect(heldBack).toEqual([]);
  });
});

describe("what stops one invoice", () => {
  test.each<[string, Partial<DunnedInvoice>, string]>([
    ["a hold", { hold: { reason: "rep-knows", until: "2026-11-20" } }, "hold until 2026-11-20"],
    ["accounting's pause", { hold: { reason: "imported", until: null } }, "paused"],
    ["a notified factor", { factoring: "notified" }, "notified-factor"],
    ["a direct debit", { means: "direct_debit" }, "direct-debit"],
    ["insolvency since", { insolvencyDate: "2026-10-01" }, "insolvency"],
    ["a dispute of all of it", { disputed: 120_000n }, "dispute"],
    ["a promise of all of it", { suspended: 120_000n, suspendedUntil: "2026-11-18" }, "promise until 2026-11-18"],
    ["a promise nobody could judge", { unjudged: 120_000n }, "awaiting-payments"],
  ])("%s", (_, given, reason) => {
    expect(planned([anInvoice({ number: "A", ...given })])).toEqual([`A ${reason}`]);
  });

  test.each<[string, Partial<DunnedInvoice>]>([
    ["a direct debit that came back", { means: "direct_debit", debitReturned: true }],
    ["a factor nobody was told of", { factoring: "confidential" }],
    ["an insolvency before it was issued", { insolvencyDate: "2026-09-30" }],
  ])("%s does not", (_, given) => {
    expect(planned([anInvoice({ number: "A", ...given })])).toEqual(["second to C1: A = 120000 EUR"]);
  });

  test("is said of overdue invoices whatever their step, and of no others", () => {
    const hold = { reason: "rep-knows", until: null } as const;
    expect(planned([anInvoice({ number: "A", due: "2026-11-16", hold }), anInvoice({ due: DAY, hold })])).toEqual([
      "A hold",
    ]);
  });
});

describe("what stops a customer with a seller, in a currency", () => {
  const waiting = [anAccount({ replyWaiting: true })];

  test("a reply that somebody must read, in that currency only", () => {
    const invoices = [anInvoice({ number: "A" }), anInvoice({ number: "B", currency: "USD" })];
    expect(planned(invoices, { accounts: waiting })).toEqual(["second to C1: B = 120000 USD", "A reply-waiting"]);
  });

  test("as much credit as it owes: a task for finance, once in a while", () => {
    const accounts = [anAccount({ unallocated: -120_000n })];
    const invoices = [anInvoice({ number: "A" })];
    expect(planned(invoices, { accounts })).toEqual(["in-credit (second) about C1: A", "A in-credit"]);
    const debtors = [aDebtor({ closedAsks: ["in-credit"] })];
    expect(planned(invoices, { accounts, debtors })).toEqual(["A in-credit"]);
    expect(planned(invoices, { accounts: [anAccount({ unallocated: -119_999n })] })).toEqual([
      "second to C1: A = 120000 EUR",
    ]);
  });

  test("more credit than what is asked for today, though not than what it owes: finance is asked, nobody is written to", () => {
    const accounts = [anAccount({ unallocated: -208_667n })];
    const young = anInvoice({ number: "Y", due: "2026-12-20" });
    const listed = anInvoice({ number: "L", due: "2026-11-16", amount: 2_000n });
    const late = anInvoice({ number: "A" });
    expect(planned([late, listed, young], { accounts })).toEqual([
      "in-credit (second) about C1: A",
      "A in-credit",
      "L in-credit",
    ]);
    const unreachable = [aDebtor({ recipients: [] })];
    expect(planned([late, young], { accounts, debtors: unreachable })).toEqual([
      "in-credit (second) about C1: A",
      "A in-credit",
    ]);
    const called = aRemindedInvoice("2026-11-09", { number: "S", due: "2026-10-13" });
    expect(planned([called, young], { accounts })).toEqual(["in-credit (call) about C1: S", "S in-credit"]);
    expect(planned([late, young], { accounts: [anAccount({ unallocated: -119_999n })] })).toEqual([
      "second to C1: A = 120000 EUR",
    ]);
  });

  test.each<[bigint, string]>([
    [4_999n, "A below-threshold"],
    [5_000n, "second to C1: A = 5000 EUR"],
  ])("a total of %i cents: %s", (amount, line) => {
    expect(planned([anInvoice({ number: "A", amount })])).toEqual([line]);
  });

  test("the threshold is the group's, in its own currency, and calls have it too", () => {
    expect(planned([anInvoice({ amount: 3_000n }), anInvoice({ amount: 2_000n })])).toHaveLength(1);
    const yen = anInvoice({ number: "Y", currency: "JPY", amount: 49n });
    expect(planned([yen])).toEqual(["Y below-threshold"]);
    expect(planned([yen], { settings: { threshold: { default: 50, JPY: 40 } } })).toEqual(["second to C1: Y = 49 JPY"]);
    const small = aRemindedInvoice("2026-11-09", { number: "S", due: "2026-10-13", amount: 4_999n });
    expect(planned([small])).toEqual(["S below-threshold"]);
  });

  test("a small invoice announced before its day joins a reminder that leaves, and waits alone", () => {
    const small = anInvoice({ number: "P", due: "2026-11-23", amount: 4_000n });
    const debtors = [aDebtor({ slowPayer: true })];
    const day: Day = "2026-11-18";
    const late = anInvoice({ number: "A" });
    expect(planned([small, late], { debtors }, day)).toEqual(["second to C1: A+P = 124000 EUR"]);
    expect(planned([small], { debtors }, day)).toEqual(["P below-threshold"]);
    const groups = [aHistory({ remindedOn: "2026-11-16" })];
    expect(planned([small, late], { debtors, groups }, day)).toEqual([
      "A interval until 2026-11-22",
      "P below-threshold",
    ]);
  });

  test("stale data stop the seller: two working days are fresh, three are not, and the future is not judged", () => {
    const invoices = [anInvoice({ number: "A" })];
    const heard = (heardOn: Day | null, today: Day = DAY) => ({
      staleAfter: 2,
      today,
      sellers: [{ code: "S", wentLiveOn: "2026-01-05" as const, heardOn }],
    });
    expect(planned(invoices, heard("2026-11-13"))).toEqual(["second to C1: A = 120000 EUR"]);
    expect(planned(invoices, heard("2026-11-12"))).toEqual(["A stale-data"]);
    expect(planned(invoices, heard(null))).toEqual(["A stale-data"]);
    expect(planned(invoices, heard("2026-11-12", "2026-11-16"))).toEqual(["second to C1: A = 120000 EUR"]);
  });

  test("finance stopped everything", () => {
    expect(planned([anInvoice({ number: "A" })], { settings: { paused: true } })).toEqual(["A company-paused"]);
  });
});

describe("the interval", () => {
  const group = (remindedOn: Day) => ({ groups: [aHistory({ remindedOn })] });

  test("lets a step wait until seven days after the last reminder", () => {
    const invoices = [anInvoice({ number: "A" })];
    expect(planned(invoices, group("2026-11-11"))).toEqual(["A interval until 2026-11-17"]);
    expect(planned(invoices, group("2026-11-10"))).toEqual(["second to C1: A = 120000 EUR"]);
  });

  test("does not hold an announcement before the due day", () => {
    const large = anInvoice({ number: "L", due: "2026-11-27", amount: 1_000_000n });
    expect(planned([large, anInvoice({ number: "A" })], group("2026-11-16"))).toEqual([
      "pre-due to C1: L = 1000000 EUR",
      "A interval until 2026-11-22",
    ]);
  });

  test("there is one message a day, planned or gone", () => {
    const invoices = [anInvoice({ number: "A" })];
    expect(planned(invoices, { groups: [aHistory({ today: "planned" })] })).toEqual([]);
    expect(planned(invoices, { groups: [aHistory({ today: "taken" })] })).toEqual([`A interval until ${DAY}`]);
  });
});

describe("days off", () => {
  test("nothing leaves on a weekend or a holiday", () => {
    const invoices = [anInvoice({ number: "A", due: "2026-10-20" })];
    expect(planned(invoices, {}, "2026-11-11")).toEqual(["A not-a-working-day until 2026-11-11"]);
    expect(planned(invoices, {}, "2026-11-14")).toEqual(["A not-a-working-day until 2026-11-15"]);
  });

  test("on Good Friday mail leaves, but not to Alsace or Moselle", () => {
    const invoices = [
      anInvoice({ number: "A", due: "2026-03-20", issued: "2026-02-20" }),
      anInvoice({ number: "B", due: "2026-03-20", issued: "2026-02-20", payer: "C2" }),
    ];
    const debtors = [aDebtor(), aDebtor({ code: "C2", region: "alsace-moselle" })];
    expect(planned(invoices, { debtors }, "2026-04-03")).toEqual([
      "first to C1: A = 120000 EUR",
      "B not-a-working-day until 2026-04-06",
    ]);
  });
});

describe("before go-live", () => {
  const sellers = [{ code: "S", wentLiveOn: null, heardOn: DAY }];

  test("a day is shown as if it were given that day, and everything is held", () => {
    const invoices = [anInvoice({ number: "A", due: "2026-06-01" }), anInvoice({ number: "B", due: "2026-11-15" })];
    const plan = planDay(someFacts(invoices, { sellers }), DAY);
    expect(told(plan)).toEqual(["second to C1: A+B = 240000 EUR", "A before-go-live", "B before-go-live"]);
    expect(plan.messages[0]?.held).toBe("before-go-live");
  });

  test("an announcement is held like a reminder", () => {
    const large = anInvoice({ number: "L", due: "2026-11-27", amount: 1_000_000n });
    expect(planned([large], { sellers })).toEqual(["pre-due to C1: L = 1000000 EUR", "L before-go-live"]);
  });

  test("a day before the seller's own counts as before", () => {
    const later = [{ code: "S", wentLiveOn: "2026-11-18" as const, heardOn: DAY }];
    expect(planDay(someFacts([anInvoice()], { sellers: later }), DAY).messages[0]?.held).toBe("before-go-live");
  });
});

test("nobody to write to is a question to the customer's owner", () => {
  const debtors = [aDebtor({ recipients: [] })];
  const invoices = [anInvoice({ number: "A" })];
  expect(planned(invoices, { debtors })).toEqual(["who-to-write-to (second) about C1: A", "A no-contact"]);
  const [ask] = planDay(someFacts(invoices, { debtors }), DAY).asks;
  expect(ask).toMatchObject({ holder: { person: 1 } });
  expect(ask?.lines[0]?.advancesTo).toBeNull();
});

test("the daily cap lets the oldest debt go first, then the largest; the rest waits a day", () => {
  const invoices = [
    anInvoice({ number: "A", payer: "C1", due: "2026-11-03" }),
    anInvoice({ number: "B", payer: "C2", due: "2026-11-02" }),
    anInvoice({ number: "C", payer: "C3", due: "2026-11-02", amount: 500_000n }),
  ];
  expect(planned(invoices, { settings: { dailyCap: 3 }, remindersToday: 1 }, "2026-11-10")).toEqual([
    "first to C2: B = 120000 EUR",
    "first to C3: C = 500000 EUR",
    "A daily-cap until 2026-11-10",
  ]);
});
