import { disputeCard, type DisputeView } from "#cards/dispute.ts";
import { pleaseCallCard, type CallState, type CallView } from "#cards/please-call.ts";
import { promiseCard, type PromiseView } from "#cards/promise.ts";
import { OUTCOMES, WITHDRAWALS } from "#domain/ask.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { PROMISE_STATES } from "#domain/promise-to-pay.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";
import { asOf, claire, euro, garnier, sonia, today } from "./sample-people.ts";

const COLLEAGUE = { you: false, name: "Paul Roy" };

const call: CallView = {
  ask: 12,
  customer: garnier,
  reason: "unanswered",
  askedBy: null,
  holder: null,
  by: "2026-11-26",
  clock: null,
  totals: [euro(12_400)],
  invoices: 3,
  oldestDaysLate: 30,
  firstDue: "2026-10-25",
  mails: ["2026-10-30", "2026-11-09"],
  step: "call",
  contact: sonia,
  broken: null,
  next: null,
  financeOn: null,
  holds: [],
  mayAnswer: true,
  postponed: false,
  days: promiseDays(today),
  state: { is: "open" },
  asOf,
};

const promise: PromiseView = {
  id: 7,
  customer: garnier,
  amount: euro(12_400),
  due: "2026-12-04",
  remindersFrom: "2026-12-09",
  invoices: 3,
  rest: null,
  state: "live",
  undone: false,
  awaitsFinance: false,
  unjudged: false,
  paid: euro(0),
  missing: euro(12_400),
  comment: null,
  author: claire,
  undoEvent: 41,
  mayChange: true,
  saidPaid: null,
  ask: null,
  next: null,
  financeOn: null,
  days: promiseDays(today),
  asOf,
};

const dispute: DisputeView = {
  id: 5,
  customer: garnier,
  invoice: "F00031",
  amount: euro(600),
  category: "price",
  comment: "transport facturé en trop",
  openedOn: today,
  author: claire,
  owner: { name: "Nadia", role: "adv", you: false },
  answerBy: "2026-12-01",
  undone: false,
  closing: null,
  mayClose: false,
  undoEvent: 44,
  rest: euro(11_800),
  insured: true,
  asOf,
};

const answered = (outcome: (typeof OUTCOMES)[number]): CallState => ({
  is: "answered",
  outcome,
  author: claire,
  until: "2026-11-27",
  contact: null,
  promises: outcome === "promise" ? [promise] : [],
  disputes: outcome === "dispute" || outcome === "not-received" ? [dispute] : [],
  undoEvent: 41,
});

/** Calls, promises and disputes in all their states. */
export function loopCards(words: Words): readonly NamedCard[] {
  return [
    ["call open", pleaseCallCard(call, words)],
    ["call by hand, late, seen by the manager", pleaseCallCard(byHand(), words)],
    ["call to a key account before anything is late", pleaseCallCard(notDueYet(), words)],
    [
      "call after five e-mails",
      pleaseCallCard({ ...call, mails: ["2026-09-30", "2026-10-09", "2026-10-19", "2026-10-30", "2026-11-09"] }, words),
    ],
    ["call with nothing left to ask for", pleaseCallCard({ ...call, totals: [], invoices: 0, mails: [] }, words)],
    ["call after a broken promise", pleaseCallCard(afterBroken(), words)],
    ...OUTCOMES.map(
      (outcome) => [`call answered: ${outcome}`, pleaseCallCard({ ...call, state: answered(outcome) }, words)] as const,
    ),
    ...WITHDRAWALS.map(
      (why) => [`call withdrawn: ${why}`, pleaseCallCard({ ...call, state: { is: "withdrawn", why } }, words)] as const,
    ),
    ...PROMISE_STATES.map(
      (state) =>
        [
          `promise ${state}`,
          promiseCard({ ...promise, state, undoEvent: null, paid: euro(4_000), missing: euro(8_400) }, words),
        ] as const,
    ),
    ["promise just given, part of it", promiseCard({ ...promise, rest: euro(1_200) }, words)],
    [
      "promise by a colleague",
      promiseCard({ ...promise, author: COLLEAGUE, undoEvent: null, mayChange: false }, words),
    ],
    ["promise waiting for finance", promiseCard({ ...promise, awaitsFinance: true }, words)],
    ["promise waiting for data", promiseCard({ ...promise, unjudged: true, undoEvent: null }, words)],
    ["promise undone", promiseCard({ ...promise, undone: true }, words)],
    ["promise broken, next moves", promiseCard(brokenPromise(), words)],
    ["promise broken, without a call", promiseCard({ ...brokenPromise(), ask: null }, words)],
    [
      "promise broken, said to be paid",
      promiseCard({ ...brokenPromise(), saidPaid: { until: "2026-12-01", author: claire, undoEvent: 41 } }, words),
    ],
    ["dispute just opened", disputeCard(dispute, words)],
    ["dispute, to its owner", disputeCard(ownDispute(), words)],
    ["dispute closed", disputeCard(closedDispute(), words)],
    ["dispute undone", disputeCard({ ...dispute, undone: true }, words)],
  ];
}

function byHand(): CallView {
  return {
    ...call,
    reason: "by-hand",
    askedBy: { name: "Paul Roy", why: "grosse commande en attente" },
    holder: "Claire Morel",
    by: null,
    clock: { is: "manager-knows", manager: "Paul Henry" },
    mails: [],
    invoices: 1,
    contact: null,
    holds: [{ id: 3, reason: "order-in-progress", until: "2026-12-02", invoice: "F00031", by: "Claire Morel" }],
  };
}

function notDueYet(): CallView {
  return { ...call, reason: "key-account", invoices: 1, oldestDaysLate: 0, firstDue: "2026-12-04", mails: [] };
}

function afterBroken(): CallView {
  return {
    ...call,
    customer: { code: "C0013", name: "Batival" },
    reason: "promise-broken",
    totals: [euro(6_000)],
    broken: { missing: euro(6_000), due: "2026-11-19" },
    next: { step: "second", on: "2026-11-27" },
    financeOn: "2026-11-25",
  };
}

function brokenPromise(): PromiseView {
  return {
    ...promise,
    state: "broken",
    customer: { code: "C0013", name: "Batival" },
    amount: euro(6_000),
    missing: euro(6_000),
    due: "2026-11-19",
    undoEvent: null,
    ask: 14,
    next: { step: "second", on: "2026-11-27" },
    financeOn: "2026-11-25",
  };
}

function ownDispute(): DisputeView {
  return {
    ...dispute,
    author: { you: false, name: "Claire Morel" },
    owner: { name: "Nadia", role: "adv", you: true },
    mayClose: true,
    undoEvent: null,
  };
}

function closedDispute(): DisputeView {
  const closing = { on: "2026-11-27", outcome: "theirs", by: "Nadia Benali", comment: "Avoir émis hier" } as const;
  return { ...dispute, undoEvent: null, closing, asOf: { ...asOf, shownOn: "2026-11-20" } };
}
