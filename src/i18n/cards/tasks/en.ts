import type { TaskWithdrawal } from "#domain/ask.ts";
import type { TaskWords } from "#i18n/cards/tasks/messages.ts";
import { lettersEn } from "#i18n/cards/letters/en.ts";
import { commonEn } from "#i18n/common/en.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const notedBy = (by: string | null): string => (by === null ? "" : ` (noted by ${by})`);

const WITHDRAWN: Readonly<Record<TaskWithdrawal, (customer: string, by: string | null) => string>> = {
  paid: (customer) => `${customer} has settled everything: nothing left to do here. Good news!`,
  promised: (customer, by) => `${customer} has promised to pay${notedBy(by)}: nothing left to do here for now.`,
  disputed: (customer, by) =>
    `${customer} disputes the amount${notedBy(by)} and somebody is on it: nothing left to do here for now.`,
  stopped: (customer, by) => `Reminders to ${customer} are on hold${notedBy(by)}: nothing left to do here for now.`,
  reassigned: (customer) => `Somebody else is now looking after ${customer}: nothing left to do here.`,
  "taken-back": (customer, by) =>
    `${customer}: the request was withdrawn${by === null ? "" : ` by ${by}`}, nothing left to do here.`,
  "promise-over": (customer) => `${customer}: the promise no longer runs, nothing left to do here.`,
};

export const tasksEn: TaskWords = {
  facts: (totals, invoices, days) =>
    `${say.amounts(totals)} on ${say.count(invoices, "invoice", "invoices")}${days > 0 ? `, up to ${say.count(days, "day", "days")} late` : ""}.`,
  formalNotice: {
    title: lettersEn.title,
  },
  decision: {
    title: (customer) => `${customer}: the next move to decide`,
    text: "Two months after the due date, the next move is chosen together: instalments, a third party, or patience.",
    decide: "Decide what comes next",
  },
  endOfRoad: {
    title: (customer, ending) => `${customer}: ${lettersEn.endings[ending].toLocaleLowerCase("en")}, to set in motion`,
    text: "It is decided; no more reminders go out for these invoices. The case file is ready to hand over.",
    done: "In motion",
  },
  checkPayment: {
    title: (customer) => `${customer} says it is paid`,
    text: (by, until) =>
      `${by === null ? "The customer" : by} reports a payment already made.${until === null ? "" : ` No reminder until ${say.day(until, "long")}, which leaves time to find it.`}`,
    done: "Checked",
  },
  approvePromise: {
    title: (customer) => `${customer}: a promise to approve`,
    text: (amount, due, author) =>
      `${say.money(amount)} for ${say.day(due, "full")}${author === null ? "" : `, noted by ${author}`}.`,
    meanwhile: (until) => `While your answer is awaited, no reminder until ${say.day(until, "long")}.`,
    approve: "Agreed",
    refuse: "Not agreed",
    approved: (customer, due, by) =>
      `Agreed for ${customer}${by === null ? "" : `, by ${by}`}${
        due === null ? "." : `: we wait until ${say.day(due, "long")}.`
      }`,
    refusedAs: (customer, by) => `${customer}'s date was not agreed${by === null ? "" : ` (${by})`}; reminders resume.`,
  },
  brokenPromise: {
    title: (customer) => `${customer}: the promised payment has not come in`,
    text: (missing, due, author) =>
      `${say.money(missing)} was expected on ${say.day(due, "long")}.${author === null ? "" : ` ${author} got the card first.`}`,
    done: "Seen",
  },
  whoToWriteTo: {
    title: (customer) => `Who should we write to at ${customer}?`,
    text: "No address works for now: e-mails wait for a good contact.",
    others: (names) => `Meanwhile e-mails go to ${say.list(names)}.`,
    stopped: (name, email, because, since) =>
      `${name}${email === null || email === name ? "" : ` (${email})`}: ${because}${since === null ? "" : `, since ${say.day(since, "long")}`}.`,
    call: (contact) => `To ask for an address: ${contact}.`,
    give: "New contact",
  },
  assignOwner: {
    title: (customer) => `Who looks after ${customer}?`,
    text: (by) => (by === null ? "Nobody looks after this customer." : `${by} says this is not their customer.`),
    assign: "Give to…",
  },
  inCredit: {
    title: (customer) => `${customer}: a credit to match`,
    text: (credit) =>
      `${say.amounts(credit)} is still to be matched, at least as much as what is late: no reminder goes out.`,
    done: "Done",
  },
  unknownSend: {
    title: (customer) => `${customer}: an e-mail to check`,
    text: (step, day, to) =>
      `${step === null ? "An e-mail" : say.capital(commonEn.steps[step])}${day === null ? "" : ` of ${say.day(day, "short")}`}${
        to.length === 0 ? "" : `, to ${say.list(to)}`
      }: the server did not say whether it took it. Nothing is sent again without you.`,
    done: "Checked",
  },
  reply: {
    title: (customer) => (customer === null ? "A reply to read" : `${customer} has replied`),
    from: (email, day, time) => `${email}, on ${say.day(day, "long")} at ${time}`,
    takenOver: (from) =>
      from === null
        ? "This reply was still waiting: finance takes over."
        : `${from} has not been able to deal with this reply yet: finance takes over.`,
    waits: "No reminder goes out while this reply is waiting to be read.",
    unmatched: "No customer is known with this address.",
    dealtWith: "Dealt with",
    carryOn: "Carry on",
    more: (n) => `… and ${say.count(n, "more line", "more lines")}.`,
    attachments: (names) => `With ${say.list(names)}.`,
    whole: "Read it all",
    wholeTitle: (customer, subject) => (customer === null ? subject : `${customer}: ${subject}`),
    promiseRead: (due, amount) =>
      `It reads like a promise: ${amount === null ? "everything late" : say.money(amount)}, ${
        due === null ? "on a day still to be agreed" : `for ${say.day(due, "long")}`
      }.`,
    disputeRead: (category, amount, invoices) =>
      `It reads like a dispute: ${[
        category,
        ...(amount === null ? [] : [say.money(amount)]),
        ...(invoices.length === 0 ? [] : [`${invoices.length === 1 ? "invoice" : "invoices"} ${say.list(invoices)}`]),
      ].join(", ")}.`,
    nothingYet: "Nothing is noted without your say-so.",
    confirmPromise: "Yes, note the promise",
    confirmDispute: "Yes, note the dispute",
    confirmBoth: "Yes, note both",
    fillPromise: "Complete the promise…",
    fillDispute: "Complete the dispute…",
    complaintTitle: (customer) =>
      customer === null ? "An address wants no more e-mails" : `${customer}: an address wants no more e-mails`,
    complaint: (addresses) =>
      `Our e-mails were reported as unwanted there. Nothing more is sent to ${
        addresses.length === 0 ? "that address" : say.list(addresses)
      }.`,
    closedDealtWith: (customer, by) => `${customer}'s reply: dealt with${by === null ? "" : ` by ${by}`}.`,
    closedCarryOn: (customer, by) =>
      `${customer}'s reply: read${by === null ? "" : ` by ${by}`}, reminders go on as planned.`,
  },
  closed: (customer, by) => `${customer}: done${by === null ? "" : `, by ${by}`}. Thank you!`,
  withdrawn: (customer, why, by) => WITHDRAWN[why](customer, by),
  openCustomer: "Customer card",
};
