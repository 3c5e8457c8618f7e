import { expect, test } from "vitest";

import { nextMove, type InvoiceUnderWay } from "#domain/next-move.ts";

const TODAY = "2026-11-24";

const invoice = (given: Partial<InvoiceUnderWay> = {}): InvoiceUnderWay => ({
  issued: "2026-10-01",
  due: "2026-11-02",
  residual: 120_000n,
  disputed: 0n,
  suspended: 0n,
  unjudged: 0n,
  factoring: "none",
  means: null,
  debitReturned: false,
  insolvencyDate: null,
  wentLiveOn: "2026-01-05",
  nextStep: { step: "call", on: "2026-12-02" },
  dispute: null,
  ask: null,
  reply: null,
  hold: null,
  promise: null,
  ...given,
});

const promise = { due: "2026-11-27", givenOn: "2026-11-20", graceUntil: "2026-12-01", awaitsFinance: false } as const;
const ask = { holderId: 7, holderRole: null, kind: "call", openedOn: "2026-11-23" } as const;

test.each<[string, Partial<InvoiceUnderWay>, unknown]>([
  ["dunning goes on", {}, { who: { party: "dunning" }, what: { is: "step", step: "call", on: "2026-12-02" } }],
  ["not due yet", { due: TODAY }, { who: { party: "customer" }, what: { is: "pay", on: TODAY } }],
  ["before go-live", { wentLiveOn: null }, { who: { role: "finance" }, what: { is: "go-live" }, since: "2026-11-03" }],
  ["a call is asked", { ask }, { who: { person: 7 }, what: { is: "answer-ask", kind: "call" }, since: "2026-11-23" }],
  [
    "a reply waits before a call does",
    { ask, reply: { holderId: 7, holderRole: null, receivedOn: "2026-11-24" } },
    { who: { person: 7 }, what: { is: "read-reply" }, since: "2026-11-24" },
  ],
  [
    "all of it is contested",
    { disputed: 120_000n, dispute: { holderId: null, holderRole: "adv", openedOn: "2026-11-10" } },
    { who: { role: "adv" }, what: { is: "answer-dispute" }, since: "2026-11-10" },
  ],
  [
    "a part is contested: the rest goes its way",
    { disputed: 1n, dispute: { holderId: null, holderRole: "adv", openedOn: "2026-11-10" } },
    { who: { party: "dunning" } },
  ],
  [
    "promised",
    { suspended: 120_000n, promise },
    { who: { party: "customer" }, what: { is: "keep-promise", on: "2026-11-27" }, since: "2026-11-20" },
  ],
  [
    "a long promise waits for finance",
    { suspended: 120_000n, promise: { ...promise, awaitsFinance: true } },
    { who: { role: "finance" }, what: { is: "approve-promise" } },
  ],
  [
    "past its grace without an import",
    { unjudged: 120_000n, promise: { ...promise, graceUntil: "2026-11-20" } },
    { who: { role: "finance" }, what: { is: "import-payments" }, since: "2026-11-21" },
  ],
  [
    "held",
    { hold: { from: "2026-11-20", until: "2026-11-30" } },
    { who: { party: "dunning" }, what: { is: "end-of-hold", on: "2026-11-30" }, since: "2026-11-20" },
  ],
  ["with a factor", { factoring: "notified", ask }, { who: { party: "factor" }, what: { is: "pay-factor" } }],
  ["debited", { means: "direct_debit" }, { who: { role: "finance" }, what: { is: "collect-debit" } }],
  ["insolvent", { insolvencyDate: "2026-11-01" }, { who: { role: "finance" }, what: { is: "declare-claim" } }],
  ["forgotten", { nextStep: null }, { who: { role: "finance" }, what: { is: "nothing" }, since: "2026-11-03" }],
])("the next move when %s", (_, given, move) => {
  expect(nextMove(invoice(given), TODAY)).toMatchObject(move as object);
});
