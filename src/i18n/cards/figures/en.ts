import type { BalanceWords, DsoWords, FiguresOf, FigureWords } from "#i18n/cards/figures/messages.ts";
import { formatNumber, formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const dso: DsoWords = {
  title: (scope) => `Days to get paid, ${scope}`,
  nothing: "No sales and nothing to come in here for now, so there is nothing to work out.",
  headline: (days, currency) =>
    `${say.count(Math.round(days), "day of sales is", "days of sales are")} still to come in${inCurrency(currency)}`,
  change: (days, before) => {
    if (before === null) return ".";
    const less = Math.round(before) - Math.round(days);
    if (less === 0) return ", as 30 days ago.";
    return `, ${Math.abs(less)} ${less > 0 ? "fewer" : "more"} than 30 days ago.`;
  },
  summary: (scope, days) => (days === null ? dso.title(scope) : `${dso.title(scope)}: ${whole(days)}`),
  noSales: (currency) => `No sales in the period${inCurrency(currency)}, so no figure can be worked out.`,
  window: (first, last) => `Over 90 days, from ${say.day(first, "full")} to ${say.day(last, "full")}, VAT included.`,
  labels: {
    bestPossible: "Best possible",
    delinquent: "Caused by late payment",
    countback: "By counting sales back",
    overdueRate: "Share that is late",
    cei: "Collected this month, of what could be",
    collected: "Collected in 90 days",
    promisesKept: "Promises kept",
    disputeTime: "Time a dispute takes",
  },
  explanationsTitle: "How to read these figures",
  explanations: {
    simple: "Days to get paid (DSO): what is to come in, divided by sales, times 90 days. The lower, the better.",
    bestPossible: "Best possible: the same figure if nobody were late any more.",
    delinquent: "Caused by late payment: the difference between the two, where a call can change things.",
    countback: "Counting back: month by month, back to the sales that are still to come in.",
    overdueRate: "Share that is late: what is past its due date, out of everything to come in.",
    cei: "Collected this month (CEI): 100% means that everything expected has come in.",
    collected: "Collected: payments received, less those returned; a credit note is not cash.",
    promisesKept: "Promises kept: paid within two working days of the day announced.",
    disputeTime: "Time a dispute takes: from its opening to its end, in calendar days.",
  },
  days: (days) => `${formatNumber(days, "en")} ${days === 1 ? "day" : "days"}`,
  percent: (percent) => formatPercent(percent, "en"),
  beyond: (days) => `more than ${whole(days)}, for want of older sales`,
  kept: (inNumber, inAmount, judged, rescheduled) =>
    `${formatPercent(inNumber, "en")} of ${say.count(judged, "promise", "promises")}, ${formatPercent(inAmount, "en")} of the amount${
      rescheduled === 0 ? "" : `; ${say.number(rescheduled)} put off, counted separately`
    }`,
  dispute: (median, mean, closed) =>
    `half of them in ${dso.days(median)} or less, ${dso.days(mean)} on average (${say.count(closed, "dispute closed", "disputes closed")})`,
};

const balance: BalanceWords = {
  title: (scope) => `Aged balance, ${scope}`,
  summary: (outstanding, overdue) =>
    overdue.length === 0
      ? `${say.amounts(outstanding)} to come in, nothing late`
      : `${say.amounts(outstanding)} to come in, ${say.amounts(overdue)} of it late`,
  nothing: "Nothing to come in here for now.",
  outstanding: "To come in",
  overdue: "Late",
  ofOutstanding: (amount, percent) => `${say.money(amount)} (${formatPercent(percent, "en")})`,
  disputed: "Disputed",
  promised: "Promised",
  chaseable: "For reminders",
  unallocated: "Credit notes and payments to match",
  balance: "Balance of the accounts",
  explanation:
    "Lateness counts from the day after the due date. For reminders: late, and neither disputed, promised nor on hold. The balance takes account of credit notes and payments to match.",
};

export const figuresEn: FigureWords = {
  scope: scopeName,
  dso,
  balance,
  openDso: "Days to get paid",
  openBalance: "Aged balance",
  openCustomers: "See the customers",
};

function scopeName(whose: FiguresOf): string {
  switch (whose.is) {
    case "company":
      return "the whole company";
    case "mine":
      return "your customers";
    case "my-team":
      return "your team";
    case "team":
      return `${whose.name}'s team`;
    case "person":
      return `${whose.name}'s customers`;
    case "seller":
      return whose.name;
  }
}

function whole(days: number): string {
  return say.count(Math.round(days), "day", "days");
}

function inCurrency(currency: string | null): string {
  return currency === null ? "" : ` (${currency})`;
}
