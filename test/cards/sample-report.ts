import { cashGoalsCard } from "#cards/cash-goals.ts";
import { cashReportCard, type CashReportView, type CurrencyReport } from "#cards/cash-report.ts";
import { decisionsCard } from "#cards/decisions.ts";
import { addDays, type Day } from "#domain/calendar.ts";
import { reportWeek, weekAfter, weekBefore } from "#domain/report-week.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";

/** The Monday on which week 48 of 2026 is talked about, at 7:10 in Paris. */
const MONDAY: Day = "2026-11-30";
const AS_OF = { now: new Date("2026-11-30T06:10:00Z"), timeZone: "Europe/Paris", today: MONDAY };

const eur = (main: number) => ({ minor: BigInt(main) * 100n, currency: "EUR" });
const usd = (main: number) => ({ minor: BigInt(main) * 100n, currency: "USD" });

/** The weekly report to a channel, to a person with little to tell, and what is opened from it. */
export function reportCards(words: Words): readonly NamedCard[] {
  const report = sampleReport(words);
  return [
    ["cash report in a channel", cashReportCard(report, words)],
    ["cash report read again, two currencies", cashReportCard(readAgain(report), words)],
    ["cash report of a quiet rep", cashReportCard(quiet(report, words), words)],
    [
      "decisions",
      decisionsCard(
        {
          scope: "team:12",
          canGoBack: true,
          total: 6,
          lines: [
            { is: "dispute", dispute: 4, customer: "Garnier", amount: eur(600), since: "2026-11-24" },
            { is: "promise", ask: 31, title: words.cards.tasks.approvePromise.title("Batival"), since: "2026-11-29" },
            { is: "task", ask: 32, title: words.cards.tasks.decision.title("Texto"), since: "2026-11-10" },
            { is: "call", ask: 33, customer: "Lemoine", since: "2026-11-26" },
          ],
          asOf: AS_OF,
        },
        words,
      ),
    ],
    ["decisions none", decisionsCard({ scope: "company", canGoBack: false, total: 0, lines: [], asOf: AS_OF }, words)],
    [
      "goals",
      cashGoalsCard(
        {
          scope: "team:12",
          scopeName: words.cards.figures.scope({ is: "my-team" }),
          goals: [{ period: "month", amount: eur(300_000) }],
          changed: { period: "month", amount: eur(300_000) },
          mayChange: true,
        },
        words,
      ),
    ],
  ];
}

/** As TONE has it, in a channel. */
export function sampleReport(words: Words): CashReportView {
  const week = reportWeek(MONDAY);
  const { roles } = words.common;
  return {
    scope: "team:12",
    scopeName: words.cards.figures.scope({ is: "team", name: "Paul Roy" }),
    whom: "team",
    isChannel: true,
    week,
    before: weekBefore(week),
    coming: weekAfter(week),
    figuresOn: addDays(MONDAY, -1),
    currencies: [euros(week.from)],
    otherCurrencies: 0,
    blocked: {
      customers: 5,
      totals: [eur(58_200)],
      items: [
        { customer: "Garnier", amount: eur(24_000), what: "answer-dispute", who: roles.adv, since: "2026-11-12" },
        { customer: "Batival", amount: eur(18_200), what: "call", who: roles.rep, since: "2026-11-24" },
        { customer: "Texto", amount: eur(9_000), what: "nothing", who: roles.finance, since: "2026-10-01" },
        { customer: "Sodial", amount: eur(5_000), what: "read-reply", who: roles.finance, since: "2026-11-29" },
        {
          customer: "Atelier Nord",
          amount: eur(2_000),
          what: "collect-debit",
          who: roles.finance,
          since: "2026-11-25",
        },
      ],
      others: 3,
    },
    promised: {
      count: 4,
      totals: [eur(47_000)],
      items: [
        { customer: "Sodial", missing: eur(30_000), due: "2026-12-03" },
        { customer: "Texto", missing: eur(9_000), due: "2026-12-01" },
        { customer: "Garnier", missing: { minor: 499_950n, currency: "EUR" }, due: "2026-12-04" },
      ],
      others: 1,
    },
    broken: {
      count: 2,
      totals: [eur(7_500)],
      items: [
        { customer: "Batival", missing: eur(6_000), due: "2026-11-19" },
        { customer: "Lemoine", missing: eur(1_500), due: "2026-11-24" },
      ],
      others: 0,
    },
    done: { calls: 9, promises: 4, disputesSolved: 1 },
    followed: [eur(41_000)],
    callsAsked: 9,
    decisions: 3,
    asOf: AS_OF,
  };
}

function euros(monday: Day): CurrencyReport {
  return {
    collected: eur(312_000),
    collectedBefore: eur(268_000),
    weekGoal: eur(300_000),
    monthGoal: {
      from: "2026-11-01",
      isOver: false,
      collected: eur(912_000),
      goal: eur(1_200_000),
      percent: 76,
    },
    overdue: eur(96_400),
    overdueBefore: eur(103_500),
    dso: [58, 57, 57, null, 55, 54, 53, 52],
    aged: { notDue: eur(210_000), "1-30": eur(52_400), "31-60": eur(24_000), "61-90": eur(15_000), "90+": eur(5_000) },
    trend: [130, 128, 131, 122, 115, 110, 103, 96].map((thousands, index) => ({
      week: reportWeek(addDays(monday, 7 * (index - 6))).week,
      overdue: eur(thousands * 1_000),
    })),
    expected: eur(141_000),
    promised: eur(47_000),
    missed: -8,
  };
}

/** On the Wednesday after, and the company sells in dollars too. */
function readAgain(report: CashReportView): CashReportView {
  const dollars: CurrencyReport = {
    ...euros(report.week.from),
    collected: usd(0),
    collectedBefore: usd(1_200),
    weekGoal: null,
    monthGoal: null,
    overdue: usd(300),
    overdueBefore: usd(300),
    dso: [null, null, null, null, null, null, null, null],
    expected: usd(300),
    promised: usd(0),
    missed: null,
  };
  const now = new Date("2026-12-02T06:10:00Z");
  return {
    ...report,
    isChannel: false,
    currencies: [...report.currencies, dollars],
    otherCurrencies: 1,
    asOf: { ...AS_OF, now, today: "2026-12-02" },
  };
}

function quiet(report: CashReportView, words: Words): CashReportView {
  const none = { count: 0, totals: [], items: [], others: 0 };
  const [one] = report.currencies;
  return {
    ...report,
    scope: "person:7",
    scopeName: words.cards.figures.scope({ is: "mine" }),
    whom: "person",
    isChannel: false,
    currencies:
      one === undefined ? [] : [{ ...one, weekGoal: null, monthGoal: null, expected: eur(0), overdue: eur(0) }],
    blocked: { customers: 0, totals: [], items: [], others: 0 },
    promised: none,
    broken: none,
    done: { calls: 0, promises: 0, disputesSolved: 0 },
    followed: [],
    callsAsked: 0,
    decisions: 0,
  };
}
