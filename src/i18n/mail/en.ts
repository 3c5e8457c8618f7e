import type { MailWords, ReminderFacts } from "#i18n/mail/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const SOMETHING_MISSING =
  "If anything is missing (a copy, an order number, a detail), just reply to this message and we will see to it.";

const invoices = (n: number) => say.count(n, "invoice", "invoices");
const days = (n: number) => say.count(n, "day", "days");
const alone = (facts: ReminderFacts) => facts.invoices.length === 1;

export const mailEn: MailWords = {
  greeting: (name) => (name === null ? "Hello," : `Hello ${name},`),
  signOff: "Kind regards,",
  steps: {
    "pre-due": {
      subject: (f) =>
        alone(f)
          ? `Invoice ${f.oldest.number}, due on ${say.day(f.oldest.due, "short")}`
          : `Your ${invoices(f.invoices.length)} from ${f.seller}, due soon`,
      before: (f) => [
        alone(f)
          ? `A quick word in advance: the invoice below is due on ${say.day(f.oldest.due, "long")}.`
          : `A quick word in advance: the ${invoices(f.invoices.length)} below will soon be due, the first on ${say.day(f.oldest.due, "long")}.`,
      ],
      after: () => [
        SOMETHING_MISSING,
        "If everything is already under way on your side, there is nothing more to do. Have a good day!",
      ],
    },
    first: {
      subject: (f) =>
        alone(f)
          ? `Invoice ${f.oldest.number} of ${say.day(f.oldest.issued, "short")}: a quick reminder`
          : `Your ${invoices(f.invoices.length)} from ${f.seller}: a quick reminder`,
      before: (f) => [
        (f.missedPromise === null ? "Unless we are mistaken, payment of " : "Payment of ") +
          (f.late <= 1
            ? `invoice ${f.oldest.number}, due on ${say.day(f.oldest.due, "long")}, has not reached us yet.`
            : `${invoices(f.late)} has not reached us yet; the oldest was due on ${say.day(f.oldest.due, "long")}.`) +
          (f.missedPromise === null && !f.debitsOnly ? " These things easily slip through." : ""),
      ],
      after: (f) => [
        ...(f.debitsOnly
          ? []
          : [
              "Your payment may already be on its way: if so, thank you, and please disregard this message. Otherwise, could you tell us when to expect it?",
            ]),
        SOMETHING_MISSING + (f.rep === null ? "" : ` ${f.rep}, who looks after you here, will be happy to help too.`),
      ],
    },
    second: {
      subject: (f) =>
        alone(f)
          ? `Invoice ${f.oldest.number}: when may we expect payment?`
          : `${invoices(f.invoices.length)} outstanding, ${say.money(f.net)}: when may we expect payment?`,
      before: (f) => [
        (f.lastWrittenOn === null
          ? "We are writing about your account: "
          : `We are coming back to you after our message of ${say.day(f.lastWrittenOn, "short")}: `) +
          (f.late <= 1
            ? `invoice ${f.oldest.number} has not been paid and is now ${days(f.oldest.daysLate)} late.`
            : `${invoices(f.late)} have not been paid, and the oldest is now ${days(f.oldest.daysLate)} late.`),
      ],
      after: (f) => [
        `Could you settle ${f.late <= 1 ? "it" : "them"} in the next few days, or give us a firm date? One line in reply is enough.`,
        "If something stands in the way (a disagreement, an approval, a missing document), please tell us: we would rather know, and find a solution with you." +
          (f.rep === null ? "" : ` ${f.rep}, who looks after you here, is there to help as well.`),
      ],
    },
    last: {
      subject: (f) => `Last friendly reminder: ${say.money(f.net)} outstanding with ${f.seller}`,
      before: (f) => [
        (f.lastWrittenOn === null ? "To date, " : "Despite our messages, ") +
          (f.late <= 1
            ? `invoice ${f.oldest.number} has still not been paid: it is now ${days(f.oldest.daysLate)} late.`
            : `${invoices(f.late)} have still not been paid: the oldest is now ${days(f.oldest.daysLate)} late.`) +
          " This message is our last friendly reminder.",
      ],
      after: (f) => [
        `We are counting on your payment, or on a firm date, by ${say.day(f.answerBy, "long")}. Without word from you by then, ${f.noticeFollows ? "the next step would be a formal notice" : "we would have to decide what comes next"}; we would much rather come to an understanding with you before that.`,
        "If something is in question, or if times are hard for you, please reply to this message: a solution is easier to find now." +
          (f.rep === null ? "" : ` You can also speak with ${f.rep}, who looks after you here.`),
      ],
    },
  },
  missedPromise: (promise) =>
    `You had told us to expect ${say.money(promise.amount)} on ${say.day(promise.dueOn, "long")}; unless we are mistaken, ` +
    (promise.partly ? "only part of it has reached us." : "it has not reached us yet."),
  returnedDebits: (numbers, isFirst) => {
    if (numbers.length === 1) {
      return isFirst
        ? `The direct debit for invoice ${say.list(numbers)} was returned to us. No transfer is expected for it: just tell us when we may present it again.`
        : `The direct debit for invoice ${say.list(numbers)} had been returned to us: please tell us when we may present it again, or how you would rather settle it.`;
    }
    return isFirst
      ? `The direct debits for invoices ${say.list(numbers)} were returned to us. No transfer is expected for them: just tell us when we may present them again.`
      : `The direct debits for invoices ${say.list(numbers)} had been returned to us: please tell us when we may present them again, or how you would rather settle them.`;
  },
  upcoming: (n) =>
    n === 1
      ? "To give you the full picture, the table also shows 1 invoice that is not due yet."
      : `To give you the full picture, the table also shows ${invoices(n)} that are not due yet.`,
  listAttached: (shown, all) =>
    `The table shows the ${shown} oldest; the full list of the ${invoices(all)} is attached to this message.`,
  table: {
    number: "Invoice",
    issued: "Date",
    due: "Due",
    late: "Late",
    residual: "Outstanding",
    lateCell: (late) => (late > 0 ? days(late) : "not yet"),
    total: "Total",
    setAside: "Disputed or promised amounts, set aside",
    credit: "Credit notes and payments to deduct",
    net: "Left to pay",
  },
  list: {
    fileName: (day) => `open-invoices-${day}.csv`,
    columns: ["Invoice", "Customer", "Date", "Due on", "Days late", "Outstanding", "Currency"],
    separator: ",",
    decimalSign: ".",
  },
  copy: {
    subject: ({ invoice }) => `Invoice ${invoice.number}: your copy`,
    before: ({ invoice, rep }) => [
      `${rep === null ? "As agreed" : `As agreed with ${rep}`}, here is invoice ${invoice.number} of ${say.day(invoice.issued, "full")} again. ${say.money(invoice.residual)} is left to pay.`,
    ],
    link: (number) => `Open invoice ${number}`,
    after: () => [
      "If you also need an order number or another document to process it, reply to this message and we will see to it. Have a good day!",
    ],
  },
};
