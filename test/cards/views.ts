import { callScriptCard } from "#cards/call-script.ts";
import type { Card, Form } from "#cards/card.ts";
import { customerCard, type CustomerView } from "#cards/customer.ts";
import { digestCard, type DigestView } from "#cards/digest.ts";
import { disputeCard, type DisputeView } from "#cards/dispute.ts";
import { askByHandForm, commentForm, dayForm, otherContactForm } from "#cards/forms/answer-forms.ts";
import { closeDisputeForm, disputeForm } from "#cards/forms/dispute-form.ts";
import { holdForm } from "#cards/forms/hold-form.ts";
import { promiseForm } from "#cards/forms/promise-form.ts";
import { settingsForm } from "#cards/forms/settings-form.ts";
import { helpCard } from "#cards/help.ts";
import { homeCard } from "#cards/home.ts";
import { myCallsCard } from "#cards/my-calls.ts";
import { pleaseCallCard, type CallState, type CallView } from "#cards/please-call.ts";
import { portfolioCard, type PortfolioView } from "#cards/portfolio.ts";
import { promiseCard, type PromiseView } from "#cards/promise.ts";
import { reminderPreviewCard } from "#cards/reminder-preview.ts";
import { replyCard, type ReplyView } from "#cards/reply.ts";
import { taskCard, type TaskAbout } from "#cards/task.ts";
import { timelineCard } from "#cards/timeline.ts";
import { troubleCard } from "#cards/trouble.ts";
import { welcomeCard } from "#cards/welcome.ts";
import { whyMeCard } from "#cards/why-me.ts";
import { OUTCOMES, WITHDRAWALS } from "#domain/ask.ts";
import { PROMISE_STATES } from "#domain/promise-to-pay.ts";
import type { Money } from "#domain/money.ts";
import { promiseDays } from "#domain/promise-days.ts";
import type { Words } from "#i18n/words.ts";

const today = "2026-11-24" as const;
const euro = (units: number): Money => ({ minor: BigInt(Math.round(units * 100)), currency: "EUR" });
const asOf = { now: new Date("2026-11-24T06:10:00Z"), timeZone: "Europe/Paris", today };
const garnier = { code: "C0012", name: "Garnier" };
const claire = { you: true, name: "Claire" };
const sonia = {
  name: "Sonia Perrin",
  role: "billing",
  phone: "01 99 00 12 34",
  email: "sonia@garnier.example",
} as const;

const call: CallView = {
  ask: 12,
  customer: garnier,
  reason: "unanswered",
  askedBy: null,
  holder: null,
  by: "2026-11-26",
  totals: [euro(12_400)],
  invoices: 3,
  oldestDaysLate: 30,
  mails: ["2026-10-30", "2026-11-09"],
  step: "call",
  contact: sonia,
  broken: null,
  nextReminderOn: null,
  financeOn: null,
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
  ask: null,
  nextReminderOn: null,
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
  asOf,
};

const portfolio: PortfolioView = {
  of: { is: "mine" },
  scope: "mine",
  figures: [
    {
      outstanding: euro(84_300),
      overdue: euro(31_600),
      notDue: euro(52_700),
      disputed: euro(600),
      promised: euro(6_000),
      credit: euro(250.5),
      aged: { "1-30": euro(19_200), "31-60": euro(12_400), "61-90": euro(0), "90+": euro(0) },
    },
  ],
  customers: 12,
  late: [
    { customer: garnier, overdue: euro(12_400), oldestDays: 30, promised: null, disputed: euro(600), held: false },
    {
      customer: { code: "C0013", name: "Batival" },
      overdue: euro(6_000),
      oldestDays: 12,
      promised: euro(6_000),
      disputed: null,
      held: true,
    },
  ],
  lateTotal: 4,
  page: 0,
  after: { customers: 2, overdue: [euro(13_200)] },
  scopes: ["mine", "team"],
  asOf,
};

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
  contacts: [{ ...sonia, stopped: null }],
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
        lastReminder: null,
      },
    ],
    total: 14,
    page: 0,
    after: { invoices: 12, amount: [euro(4_200)] },
  },
  ask: 12,
  may: { promise: true, dispute: true, hold: true, askByHand: true },
  days: promiseDays(today),
  asOf,
};

const works = {
  lemoine: { code: "C0020", name: "Lemoine", payer: "C0020" },
  batival: { code: "C0013", name: "Batival", payer: "C0013" },
  texto: { code: "C0014", name: "Texto", payer: "C0014" },
  sodial: { code: "C0015", name: "Sodial", payer: "C0015" },
  garnier: { ...garnier, payer: garnier.code },
};

const digest: DigestView = {
  firstName: "Claire",
  day: today,
  portfolio: { outstanding: [euro(84_300)], overdue: [euro(31_600)], lateCustomers: 4 },
  entries: [
    {
      is: "newly-late",
      customer: works.lemoine,
      amounts: [euro(4_200)],
      due: "2026-11-23",
      leaving: { customer: works.lemoine, total: euro(4_200), step: "first", day: "2026-11-30" },
    },
    { is: "not-come-in", customer: works.batival, missing: euro(6_000), due: "2026-11-19", leaving: null },
    { is: "due-today", customer: works.texto, amount: euro(9_000), leaving: null },
    { is: "ask", ask: 12, customer: works.garnier, totals: [euro(12_400)], oldestDays: 30, leaving: null },
    { is: "good-news", customer: works.sodial, paid: [euro(8_150)], daysAfterCall: 6, leaving: null },
  ],
  others: 0,
  calls: [{ ask: 12, name: "Garnier" }],
  team: null,
  finance: null,
  dataOf: null,
  asOf,
};

const reply: ReplyView = {
  id: 3,
  customer: garnier,
  from: "sonia@garnier.example",
  receivedAt: new Date("2026-11-24T09:05:00Z"),
  receivedOn: today,
  text: "Bonjour,\nLe virement part vendredi.",
  state: "waiting",
  closedBy: null,
  mayAnswer: true,
  days: promiseDays(today),
  asOf,
};

const ABOUTS: readonly TaskAbout[] = [
  { is: "formal-notice" },
  { is: "decision" },
  { is: "check-payment", by: "Claire Morel", until: "2026-12-01" },
  { is: "approve-promise", amount: euro(12_400), due: "2027-01-15", by: "Claire Morel", until: "2026-12-01" },
  { is: "broken-promise", missing: euro(6_000), due: "2026-11-19", by: "Claire Morel" },
  { is: "who-to-write-to", stopped: [{ name: "Sonia Perrin", because: "bounced" }] },
  { is: "assign-owner", notMineBy: "Claire Morel", people: [{ id: 4, name: "Paul Roy" }] },
  { is: "in-credit", credit: [euro(2_000)] },
  { is: "unknown-send", step: "second", day: "2026-11-23", to: ["sonia@garnier.example"] },
];

const task = (about: TaskAbout, words: Words, state: "open" | "answered" = "open") =>
  taskCard(
    {
      ask: 20,
      customer: garnier,
      about,
      totals: [euro(12_400)],
      invoices: 3,
      oldestDaysLate: 45,
      state,
      by: "Paul Roy",
      outcome: state === "open" ? null : about.is === "approve-promise" ? "approved" : "done",
      mayAnswer: true,
      undoEvent: null,
      asOf,
    },
    words,
  );

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

/** Every card in a case that shows most of it, by name. */
export function sampleCards(words: Words): ReadonlyMap<string, Card> {
  const colleague = { you: false, name: "Paul Roy" };
  const cards: readonly (readonly [string, Card])[] = [
    ["call open", pleaseCallCard(call, words)],
    ["call by hand, late, seen by the manager", pleaseCallCard(byHand(), words)],
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
      promiseCard({ ...promise, author: colleague, undoEvent: null, mayChange: false }, words),
    ],
    ["promise waiting for finance", promiseCard({ ...promise, awaitsFinance: true }, words)],
    ["promise waiting for data", promiseCard({ ...promise, unjudged: true, undoEvent: null }, words)],
    ["promise undone", promiseCard({ ...promise, undone: true }, words)],
    ["promise broken, next moves", promiseCard(brokenPromise(), words)],
    ["dispute just opened", disputeCard(dispute, words)],
    ["dispute, to its owner", disputeCard(ownDispute(), words)],
    ["dispute closed", disputeCard(closedDispute(), words)],
    ["dispute undone", disputeCard({ ...dispute, undone: true }, words)],
    ...ABOUTS.map((about) => [`task ${about.is}`, task(about, words)] as const),
    ["task done by a colleague", task(ABOUTS[2] ?? { is: "decision" }, words, "answered")],
    ["promise agreed to", task(ABOUTS[3] ?? { is: "decision" }, words, "answered")],
    ["reply", replyCard(reply, words)],
    ["reply of a stranger", replyCard({ ...reply, customer: null }, words)],
    ["reply carried on", replyCard({ ...reply, state: "carry-on", closedBy: "Paul Roy" }, words)],
    ["digest", digestCard(digest, words)],
    ["digest of finance who also manages", digestCard(otherDigest(), words)],
    ["digest quiet", digestCard({ ...digest, entries: [], calls: [] }, words)],
    ["portfolio", portfolioCard(portfolio, words)],
    ["portfolio empty", portfolioCard({ ...portfolio, figures: [], late: [], lateTotal: 0 }, words)],
    ["home", homeCard({ firstName: "Claire", calls: 1, portfolio }, words)],
    ["customer", customerCard(customer, words)],
    ["customer settled", customerCard(settledCustomer(), words)],
    ["calls", myCallsCard(myCalls(), words)],
    ["no calls", myCallsCard({ calls: [], total: 0, page: 0, after: 0, asOf }, words)],
    ["why me", whyMeCard(whyMe(), words)],
    ["call script", callScriptCard(script(), words)],
    ["timeline", timelineCard(timeline(), words)],
    ["reminder about to leave", reminderPreviewCard(preview(), words)],
    ["no reminder", reminderPreviewCard({ ...preview(), leaving: [] }, words)],
    ["help", helpCard(words)],
    ["welcome 1", welcomeCard(1, { firstName: "Claire", hour: words.say.time(asOf.now, asOf.timeZone) }, words)],
    ["welcome 2", welcomeCard(2, { firstName: "Claire", hour: "" }, words)],
    ["welcome 3", welcomeCard(3, { firstName: "Claire", hour: "" }, words)],
    ["trouble", troubleCard(trouble(), words)],
  ];
  return new Map(cards);
}

/** Every form, by name. */
export function sampleForms(words: Words): readonly Form[] {
  const subject = { customer: garnier.code, ask: 12 };
  const day = { subject, customer: "Garnier", day: "2026-11-26", latest: "2026-12-01" } as const;
  const invoices = [{ id: 1, number: "F00031", residual: euro(8_200), due: "2026-10-25" }] as const;
  const promised = { subject, customer: "Garnier", due: "2026-11-27", moving: null } as const;
  const dollars = { minor: 30_000n, currency: "USD" };
  return [
    promiseForm({ ...promised, owed: [euro(12_400.5)] }, words),
    promiseForm({ ...promised, owed: [euro(12_400), dollars] }, words),
    promiseForm({ ...promised, owed: [], moving: euro(6_000) }, words),
    disputeForm({ subject, customer: "Garnier", invoices, others: 3 }, words),
    closeDisputeForm({ dispute: 5 }, "Garnier", words),
    otherContactForm(subject, "Garnier", words),
    dayForm("visit", day, words),
    dayForm("later", day, words),
    dayForm("no-answer", day, words),
    commentForm(subject, "Garnier", words),
    holdForm(
      { subject, customer: "Garnier", reasons: ["rep-knows"], day: day.latest, latest: day.latest, next: null },
      words,
    ),
    askByHandForm(subject, "Garnier", "Claire Morel", words),
    settingsForm({ locale: words.locale, digestMinutes: 455, quietLine: true, chat: null }, words),
  ];
}

function byHand(): CallView {
  return {
    ...call,
    reason: "by-hand",
    askedBy: { name: "Paul Roy", why: "grosse commande en attente" },
    holder: "Claire Morel",
    by: null,
    mails: [],
    invoices: 1,
    contact: null,
  };
}

function afterBroken(): CallView {
  return {
    ...call,
    customer: { code: "C0013", name: "Batival" },
    reason: "promise-broken",
    totals: [euro(6_000)],
    broken: { missing: euro(6_000), due: "2026-11-19" },
    nextReminderOn: "2026-11-27",
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
    nextReminderOn: "2026-11-27",
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

function otherDigest(): DigestView {
  return {
    ...digest,
    entries: [],
    calls: [],
    portfolio: null,
    team: { outstanding: [euro(300_000)], overdue: [euro(96_400)], calls: 3, longCalls: 1 },
    finance: {
      counts: { tasks: 2, replies: 1, brokenPromises: 1 },
      tasks: [{ ask: 20, title: "Garnier" }],
      otherTasks: 1,
    },
    dataOf: "2026-11-19",
  };
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

function myCalls() {
  const line = { ask: 12, customer: garnier, totals: [euro(12_400)], oldestDays: 30, since: "2026-11-23" } as const;
  return { calls: [line], total: 11, page: 0, after: 10, asOf };
}

function whyMe() {
  return {
    customer: garnier,
    owns: true,
    totals: [euro(12_400)],
    oldestDaysLate: 30,
    mails: 2,
    history: { asked: 4, paid: 3 },
    capPerDay: 3,
    capPerWeek: 8,
    asOf,
  };
}

function script() {
  const invoices = ["F00031", "F00032"];
  return {
    ask: 12,
    customer: garnier,
    contact: sonia,
    step: "call",
    totals: [euro(12_400)],
    invoices,
    others: 1,
    asOf,
  } as const;
}

function timeline() {
  const entry = (day: "2026-11-24" | "2026-11-09", happening: Parameters<Words["cards"]["timeline"]["tell"]>[0]) => ({
    day,
    happening,
    who: null,
    undone: false,
  });
  return {
    customer: garnier,
    invoice: null,
    coming: [
      { is: "step", step: "last", day: "2026-12-02" },
      { is: "promise", amount: euro(4_000), day: "2026-12-04" },
      { is: "answer", invoice: "F00031", day: "2026-12-01" },
    ] as const,
    entries: [
      {
        ...entry("2026-11-24", { is: "promise", what: "given", amount: euro(4_000), due: "2026-12-04" }),
        who: "Claire Morel",
        undone: true,
      },
      entry("2026-11-24", { is: "call-answered", outcome: "no-answer" }),
      entry("2026-11-09", {
        is: "reminder",
        step: "second",
        fate: "bounced",
        to: ["sonia@garnier.example"],
        invoices: 3,
      }),
      entry("2026-11-09", { is: "payment", amount: euro(500), invoice: "F00030", returned: false }),
    ],
    page: 0,
    more: 12,
    asOf,
  };
}

function preview() {
  const leaving = {
    step: "first",
    day: "2026-11-25",
    total: euro(4_200),
    invoices: 1,
    to: ["compta@lemoine.example"],
    subject: "Facture F00050",
    text: "Bonjour,\nVous trouverez ci-dessous…",
  } as const;
  return { customer: works.lemoine, leaving: [leaving], mayHold: true, asOf };
}

function trouble() {
  return { dead: 1, unknown: 2, unreachable: ["Paul Roy"], stale: [{ seller: "default", days: 4 }], asOf };
}
