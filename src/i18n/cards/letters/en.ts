import type { LetterWords } from "#i18n/cards/letters/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const lettersEn: LetterWords = {
  title: (customer) => `${customer}: a formal notice to approve`,
  decided: (customer) => `${customer}: the formal notice`,
  intro: "The reminders have had no effect. The letter goes out only if a person reads and approves it.",
  letter: ({ from, to, invoices, residual, interest, indemnity, total, answerBy }) =>
    `${from} to ${to}: ${say.money(total)}, which is ${say.money(residual)} on ${say.count(invoices, "invoice", "invoices")}, ${say.money(interest)} of interest and ${say.money(indemnity)} of indemnity. To be paid by ${say.day(answerBy, "long")}.`,
  computedOn: (day) => `Interest worked out on ${say.day(day, "long")}; worked out again on the day of approval.`,
  refused: (to, invoices, why) => `${to}, ${say.count(invoices, "invoice", "invoices")}: no letter. ${why}`,
  approvedBy: (name, day) => `Approved by ${name} on ${say.day(day, "long")}.`,
  toPost: "To print, post as a registered letter, then note here: the step counts from the posting.",
  posted: (number, day) => `Posted on ${say.day(day, "long")}, registered letter ${number}.`,
  received: (day) => `Received on ${say.day(day, "long")}.`,
  noReceipt: "The acknowledgement of receipt has not come back yet.",
  refusedBy: (customer, name, reason) =>
    `${customer}: no formal notice${name === null ? "" : `, ${name} decided`}.${reason === null ? "" : ` Reason: ${reason}`}`,
  aboveLimit: (limit) => `Above ${say.money(limit)}, senior management approves.`,
  buttons: {
    see: "See the letter",
    seeOf: (to) => `See the letter to ${to}`,
    approve: "Approve",
    confirm: {
      title: "Approve the formal notice?",
      text: "The letter is kept exactly as it is, in your name. It goes out when you post it.",
      yes: "Approve",
      no: "Not yet",
    },
    refuse: "Refuse",
    pass: "Pass to senior management",
    post: "Note the posting",
    receive: "Note the receipt",
  },
  caseFile: "Case file",
  endings: {
    litigation: "Litigation",
    agency: "Hand over to an agency",
    insurer: "Credit insurer",
    factor: "Factor",
    doubtful: "Doubtful debt",
    "write-off": "Write off",
    wait: "Wait longer",
  },
  endOfRoad: {
    neverPosted: "No formal notice has been posted so far.",
    postedOn: (day) => `Formal notice posted on ${say.day(day, "full")}.`,
  },
  document: {
    title: (name) => name,
    text: "This link is personal and valid for a day.",
    open: "Open the document",
    mail: (subject, to) => `${subject}${to.length === 0 ? "" : ` (to ${say.list(to)})`}`,
    more: (n) => `… and ${say.count(n, "more character", "more characters")}.`,
  },
  forms: {
    refuse: { title: "No formal notice", submit: "Refuse", reason: "Why?" },
    post: {
      title: "The letter is posted",
      submit: "Note the posting",
      number: "Number of the registered letter",
      numberHint: "It is on the posting slip.",
      day: "Posted on",
      copy: "Copy by e-mail",
      copyYes: (to) => `Yes, to ${say.list(to)}`,
      copyNo: "No",
    },
    receive: { title: "The receipt is back", submit: "Note the receipt", day: "Received on" },
    end: {
      title: "What comes next",
      submit: "Decide",
      ending: "What is decided",
      until: "Until",
      untilHint: 'For "Wait longer": the card comes back that day.',
      comment: "In a few words",
    },
  },
};
