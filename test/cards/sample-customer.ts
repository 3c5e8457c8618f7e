import { customerCard, type CustomerView } from "#cards/customer.ts";
import { promiseDays } from "#domain/promise-days.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";
import { asOf, euro, garnier, sonia, today } from "./sample-people.ts";

const customer: CustomerView = {
  customer: garnier,
  owner: "Claire Morel",
  payer: null,
  outstanding: [euro(18_400)],
  overdue: [euro(12_400)],
  notDue: [euro(6_000)],
  credit: [euro(250.5)],
  oldestDaysLate: 30,
  nextDue: { amount: euro(6_000), day: "2026-12-15" },
  promises: [{ id: 7, amount: euro(4_000), due: "2026-12-04", state: "waiting" }],
  disputes: [
    { id: 5, amount: euro(600), invoice: "F00031", category: "price", answerBy: "2026-12-01", mayClose: false },
  ],
  pastDisputes: { closed: 2, theirs: 1 },
  holds: [{ id: 3, reason: "order-in-progress", until: "2026-12-02", invoice: null, by: "Claire Morel" }],
  paused: null,
  habits: { meanDays: 12, settled: 9 },
  score: {
    rating: "watch",
    reasons: [
      { is: "delay", days: 12 },
      { is: "late-share", late: 7, of: 9 },
      { is: "open-overdue", invoices: 3, days: 30 },
    ],
  },
  terms: "30 jours",
  means: "transfer",
  limit: { use: { limit: 2_000_000n, usedPercent: 125.8, excess: 515_050n }, currency: "EUR" },
  dunning: {
    last: { step: "second", day: "2026-11-09", undelivered: false },
    next: { step: "call", on: today },
  },
  contacts: [
    { ...sonia, stopped: null },
    { name: "Paul Perrin", role: "purchasing", phone: null, email: "paul@garnier.example", stopped: "bounced" },
  ],
  comment: { text: "Validation par le siège", by: "Claire Morel", day: "2026-11-20" },
  keyAccount: false,
  insolvency: null,
  invoices: {
    lines: [
      {
        id: 1,
        number: "F00031",
        residual: euro(8_200),
        due: "2026-10-25",
        daysLate: 30,
        promised: null,
        disputed: euro(600),
        factoring: null,
        lastReminder: { step: "second", day: "2026-11-09", undelivered: false },
      },
      {
        id: 2,
        number: "F00040",
        residual: euro(6_000),
        due: "2026-12-15",
        daysLate: 0,
        promised: null,
        disputed: null,
        factoring: "mandate",
        lastReminder: null,
      },
    ],
    total: 14,
    page: 0,
    after: { invoices: 12, amount: [euro(4_200)] },
  },
  ask: 12,
  scenario: "prudent",
  may: {
    promise: true,
    dispute: true,
    hold: true,
    block: true,
    askByHand: true,
    chooseScenario: true,
    proposeProfile: true,
  },
  days: promiseDays(today),
  asOf,
};

/** A customer with everything, and one that owes nothing. */
export function customerCards(words: Words): readonly NamedCard[] {
  return [
    ["customer", customerCard(customer, words)],
    ["customer settled", customerCard(settledCustomer(), words)],
  ];
}

function settledCustomer(): CustomerView {
  return {
    ...customer,
    outstanding: [],
    overdue: [],
    notDue: [],
    nextDue: null,
    promises: [],
    disputes: [],
    holds: [],
    score: { rating: "unknown", settled: 2 },
    habits: null,
    limit: null,
    dunning: null,
    comment: null,
    invoices: { lines: [], total: 0, page: 0, after: { invoices: 0, amount: [] } },
  };
}
