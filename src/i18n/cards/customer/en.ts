import type { ScoreReason } from "#domain/score.ts";
import type { CustomerWords } from "#i18n/cards/customer/messages.ts";
import { commonEn } from "#i18n/common/en.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const customerEn: CustomerWords = {
  summary: (customer, overdue) =>
    overdue.length === 0 ? `${customer}: nothing late` : `${customer}: ${say.amounts(overdue)} late`,
  settled: (customer) => `✅ ${customer}: all settled`,
  toReceive: "To come in",
  late: "Late",
  lateValue: (overdue, days) => `${say.amounts(overdue)}, up to ${say.count(days, "day", "days")}`,
  nothingLate: "nothing",
  notDue: "Not expected yet",
  nextDue: "Next due",
  nextDueValue: (amount, day, today) => `${say.money(amount)}, ${say.near(day, today)}`,
  promised: "Promised",
  promiseValue: (amount, due, state) =>
    `${say.money(amount)} for ${say.day(due, "long")}${
      { waiting: "", "awaits-finance": " (waiting for finance's agreement)", late: " (not in yet)" }[state]
    }`,
  disputes: "Open disputes",
  disputeValue: (amount, invoice, category, answerBy) =>
    `${say.money(amount)} on ${invoice}, ${category}, answer expected by ${say.day(answerBy, "short")}`,
  pastDisputesLabel: "Past disputes",
  pastDisputes: (count, theirs) =>
    count === 1
      ? `1, ${theirs === 0 ? "unfounded or shared" : "the customer was right"}`
      : `${say.number(count)}, ${theirs === 0 ? "all unfounded or shared" : `the customer was right in ${say.number(theirs)}`}`,
  credit: "Credit notes and payments to match",
  habits: "Habits",
  habitsValue: (mean, settled) =>
    `pays ${mean <= 0 ? "on time" : `${say.count(mean, "day", "days")} after the due date`} on average (${say.count(settled, "settled invoice", "settled invoices")})`,
  noHistory: (settled) => `not enough history yet (${say.count(settled, "settled invoice", "settled invoices")})`,
  score: "In short",
  ratings: { good: "Pays well", watch: "Worth watching", difficult: "Pays with difficulty" },
  reason,
  terms: "Terms",
  creditLimit: "Credit limit",
  limitValue: (limit, percent, excess) =>
    `${say.money(limit)}${percent === null ? "" : `, ${formatPercent(percent, "en")} used`}${
      excess === null ? "" : ` (${say.money(excess)} over)`
    }`,
  noCredit: "no credit granted",
  lastAction: "Last step",
  nextAction: "Next step",
  withFinance: (step) => `${commonEn.steps[step]}, in finance's hands`,
  action: (step, day, today, undelivered) =>
    `${commonEn.steps[step]}, ${say.near(day, today)}${undelivered ? " (did not arrive)" : ""}`,
  nothingPlanned: "nothing planned",
  holds: "On hold",
  holdValue: (why, until, invoice, author) =>
    `${invoice === null ? "" : `invoice ${invoice}, `}${why}${until === null ? "" : `, until ${say.day(until, "long")}`}${author === null ? "" : ` (${author})`}`,
  contacts: "Contacts",
  contactStopped: (because) => ` (${because})`,
  owner: "Looked after by",
  unowned: "nobody for now",
  payer: "Paid by",
  keyAccount: "Key account: no e-mail goes out by itself.",
  insolvency: (day) =>
    `Insolvency proceedings opened on ${say.day(day, "full")}: earlier invoices can no longer be claimed.`,
  comments: "Last comment",
  commentValue: (text, author, day) => `"${text}"${author === null ? "" : `, ${author}`}, ${say.day(day, "short")}`,
  invoicesTitle: (n) => say.count(n, "open invoice", "open invoices"),
  invoiceLine: (number, residual, due, today, daysLate) =>
    daysLate > 0
      ? `${number}: ${say.money(residual)}, ${say.count(daysLate, "day", "days")} late`
      : `${number}: ${say.money(residual)}, expected ${due === today ? "today" : `on ${say.day(due, "short")}`}`,
  lastReminder: (step, day) => `${commonEn.steps[step]} on ${say.day(day, "short")}`,
  notArrived: ", did not arrive",
  invoicePromised: (amount) => `${say.money(amount)} promised`,
  invoiceDisputed: (amount) => `${say.money(amount)} disputed`,
  others: (n, amount) => `and ${say.count(n, "other invoice", "other invoices")} for ${say.amounts(amount)}`,
  menu: {
    timeline: "History",
    hold: "Wait before the next reminder",
    endHold: (until) =>
      until === null ? "Resume reminders" : `Resume reminders (on hold until ${say.day(until, "short")})`,
    comment: "Add a comment",
    askByHand: "Propose a call",
    call: "See the open call",
    movePromise: (due) => `Change the date of ${say.day(due, "short")}`,
    cancelPromise: (due) => `Cancel the promise for ${say.day(due, "short")}`,
    closeDispute: (invoice) => `Answer the dispute on ${invoice}`,
    reminder: "Read the next e-mail",
    more: (n) => `See ${n === 1 ? "1 other invoice" : `${say.number(n)} other invoices`}`,
  },
  reminder: {
    title: (customer) => `The next e-mail to ${customer}`,
    none: (customer) => `No e-mail goes out to ${customer} today or on the next working day.`,
    leaves: (step, day, today, total, invoices) =>
      `${say.capital(commonEn.steps[step])}, ${say.near(day, today)}: ${say.money(total)} on ${say.count(invoices, "invoice", "invoices")}.`,
    to: (addresses) => `To ${say.list(addresses)}`,
    subject: (subject) => `Subject: ${subject}`,
    held: "Nothing is live yet: this e-mail would go out if sending began that day.",
  },
};

function reason(why: ScoreReason): string {
  switch (why.is) {
    case "delay":
      return why.days <= 0 ? "pays on time on average" : `pays ${say.count(why.days, "day", "days")} late on average`;
    case "late-share":
      return `${say.number(why.late)} of ${say.count(why.of, "invoice", "invoices")} paid late`;
    case "trend":
      if (Math.abs(why.days) < 1) return "the last 3 paid as those before";
      return `the last 3 paid ${say.count(Math.abs(why.days), "day", "days")} ${why.days > 0 ? "later" : "sooner"} than before`;
    case "open-overdue":
      return `${say.count(why.invoices, "invoice", "invoices")} late at the moment, up to ${say.count(why.days, "day", "days")}`;
    case "broken-promises":
      return say.count(why.count, "promise not kept", "promises not kept");
    case "disputes-lost":
      return say.count(why.count, "unfounded dispute", "unfounded disputes");
    case "limit-used":
      return `${formatPercent(why.percent, "en")} of the credit limit used`;
  }
}
