import { financeLinesOf } from "./sample-control.ts";
import { callScriptCard } from "#cards/call-script.ts";
import { digestCard, type DigestView } from "#cards/digest.ts";
import { helpCard } from "#cards/help.ts";
import { homeCard } from "#cards/home.ts";
import { myCallsCard } from "#cards/my-calls.ts";
import { portfolioCard, type PortfolioView } from "#cards/portfolio.ts";
import { reminderPreviewCard } from "#cards/reminder-preview.ts";
import { timelineCard } from "#cards/timeline.ts";
import { troubleCard } from "#cards/trouble.ts";
import { welcomeCard, type WelcomeView } from "#cards/welcome.ts";
import { whyMeCard } from "#cards/why-me.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";
import { customerCards } from "./sample-customer.ts";
import { asOf, euro, garnier, sonia, today } from "./sample-people.ts";

const portfolio: PortfolioView = {
  office: null,
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

/** What waits for somebody who has no customers of their own. */
function office(words: Words): PortfolioView {
  const title = words.cards.disputes.summary("Garnier", [euro(600)]);
  const line = { title, customer: "C1001", since: "2026-11-20", action: { do: "show-dispute", dispute: 4 } } as const;
  return { ...portfolio, office: { lines: [line], seesCustomers: true } };
}

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
    { is: "good-news", customer: works.sodial, paid: [euro(8_150)], daysAfterCall: 6, thanked: true, leaving: null },
  ],
  others: 0,
  calls: [{ ask: 12, name: "Garnier" }],
  team: null,
  standsIn: [],
  meanwhile: null,
  finance: null,
  dataOf: null,
  asOf,
};

/** What is read: the morning, portfolios, lists and pages. */
export function readingCards(words: Words): readonly NamedCard[] {
  return [
    ["digest", digestCard(digest, words)],
    ["digest of finance who also manages", digestCard(otherDigest(words), words)],
    ["digest quiet", digestCard({ ...digest, entries: [], calls: [] }, words)],
    ["portfolio", portfolioCard(portfolio, words)],
    ["portfolio empty", portfolioCard({ ...portfolio, figures: [], late: [], lateTotal: 0 }, words)],
    ["home", homeCard({ firstName: "Claire", calls: 1, portfolio }, words)],
    ["home of sales administration", homeCard({ firstName: "Luc", calls: 0, portfolio: office(words) }, words)],
    ["portfolio of sales administration", portfolioCard(office(words), words)],
    ["portfolio of IT", portfolioCard({ ...portfolio, office: { lines: [], seesCustomers: false } }, words)],
    ...customerCards(words),
    ["calls", myCallsCard(myCalls(), words)],
    ["no calls", myCallsCard({ calls: [], total: 0, page: 0, after: 0, asOf }, words)],
    ["why me", whyMeCard(whyMe(), words)],
    ["call script", callScriptCard(script(), words)],
    ...(["pre-due", "last", "formal-notice", "broken"] as const).map((step): NamedCard => [
      `call script ${step}`,
      callScriptCard({ ...script(), step }, words),
    ]),
    ["timeline", timelineCard(timeline(), words)],
    ["reminder about to leave", reminderPreviewCard(preview(), words)],
    ["no reminder", reminderPreviewCard({ ...preview(), leaving: [] }, words)],
    ["help", helpCard(words)],
    ["welcome 1", welcomeCard(1, welcome(words), words)],
    ["welcome 2", welcomeCard(2, welcome(words), words)],
    ["welcome 3", welcomeCard(3, welcome(words), words)],
    ["trouble", troubleCard(trouble(), words)],
  ];
}

function otherDigest(words: Words): DigestView {
  return {
    ...digest,
    entries: [],
    calls: [],
    portfolio: null,
    team: { outstanding: [euro(300_000)], overdue: [euro(96_400)], calls: 3, longCalls: 1 },
    finance: {
      counts: { tasks: 2, replies: 1, brokenPromises: 1 },
      lines: financeLinesOf(words),
      total: 9,
      unowned: 2,
      byMail: ["Odile Faure"],
    },
    dataOf: "2026-11-19",
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
    insteadOf: null,
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
    opens: null,
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
        opens: { do: "show-mail", reminder: 8 } as const,
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
  return {
    dead: 1,
    unknown: 2,
    unreachable: ["Paul Roy"],
    byMail: ["Odile Faure"],
    stale: [{ seller: "Exemple SA", days: 4 }],
    asOf,
  };
}

function welcome(words: Words): WelcomeView {
  return {
    firstName: "Claire",
    hour: words.say.time(asOf.now, asOf.timeZone),
    scope: words.cards.figures.scope({ is: "mine" }),
    costs: [{ late: euro(31_600), soFar: euro(96.4), perMonth: euro(129.86) }],
    ratePercent: 5,
  };
}
