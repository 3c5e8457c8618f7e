import type { CaseFileWords } from "#i18n/case-file/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const caseFileEn: CaseFileWords = {
  fileName: (customer, day) => `case-file-${customer}-${day}.zip`,
  summaryFile: "00-summary.txt",
  summary: ({ customer, code, siren, day, overdue, interest, indemnity, invoices }) =>
    [
      `Case file: ${customer} (account ${code}${siren === null ? "" : `, SIREN ${siren}`})`,
      `As of ${say.day(day, "full")}`,
      "",
      overdue.length === 0
        ? "Nothing is late."
        : `Late: ${say.amounts(overdue)} on ${say.count(invoices, "invoice", "invoices")}.`,
      interest.length === 0 ? "Legal late interest: none." : `Legal late interest so far: ${say.amounts(interest)}.`,
      indemnity === null ? "Fixed indemnity: none." : `Fixed indemnity (€40 per invoice): ${say.money(indemnity)}.`,
      "",
      "In this file: the invoices, what happened, in order, promises, disputes, deliveries, the text of the e-mails as sent,",
      "the replies received, and the letters approved.",
      "",
    ].join("\n"),
  files: {
    invoices: "01-invoices.csv",
    events: "02-timeline.csv",
    promises: "03-promises.csv",
    disputes: "04-disputes.csv",
    deliveries: "05-deliveries.csv",
    mails: "e-mails",
    replies: "replies",
    letters: "letters",
  },
  columns: {
    number: "Invoice",
    issued: "Date",
    due: "Due date",
    amount: "Amount incl. VAT",
    residual: "Left to pay",
    currency: "Currency",
    daysLate: "Days late",
    disputed: "Disputed",
    promised: "Promised",
    interest: "Interest",
    indemnity: "Indemnity (EUR)",
    day: "Day",
    what: "What happened",
    who: "By",
    state: "State",
    invoices: "Invoices",
    comment: "Comment",
    category: "Reason",
    closed: "Closed on",
    outcome: "Outcome",
    step: "Step",
    to: "To",
    messageId: "Message id",
    because: "If not delivered, why",
  },
  promiseStates: {
    live: "pending",
    kept: "kept",
    "partly-kept": "partly kept",
    broken: "not kept",
    cancelled: "cancelled",
    rescheduled: "replaced",
    refused: "not accepted",
  },
  undone: " (undone)",
  mailHead: (subject, to, day) => `Subject: ${subject}\nTo: ${to.join(", ")}\nSent on ${day}\n\n`,
  replyHead: (subject, from, day) => `Subject: ${subject}\nFrom: ${from}\nReceived on ${day}\n\n`,
};
