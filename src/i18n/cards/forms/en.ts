import type { FormWords } from "#i18n/cards/forms/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const formsEn: FormWords = {
  cancel: "Close",
  forCustomer: (customer) => `For ${customer}.`,
  owed: (customer, owed) =>
    owed.length === 0 ? `${customer} has nothing late.` : `${customer} has ${say.amounts(owed)} to pay.`,
  privacyHint: "Read by your management and accounting: nothing about health, no judgement on a person.",
  promise: {
    title: "Payment promised",
    moveTitle: "Change the promise",
    submit: "Note it",
    due: "For which day?",
    amount: "How much?",
    amountHint: (owed) => `All that is to be paid: ${say.money(owed)}.`,
    currency: "In which currency?",
    comment: "A comment?",
    longHint: "Beyond 30 days, accounting gives its agreement.",
  },
  dispute: {
    title: "There is a dispute",
    submit: "Note it",
    category: "What is it about?",
    invoices: "On which invoices?",
    invoiceOption: (number, residual, due) => `${number}, ${say.money(residual)}, ${say.day(due, "short")}`,
    othersHint: (n) => `${say.count(n, "more recent invoice is", "more recent invoices are")} not in this list.`,
    amount: "How much is disputed?",
    amountHint: "Empty: all that is chosen. An amount goes with one invoice, and the rest goes on as planned.",
    comment: "What does the customer say?",
    commentHint: "One sentence will do for the person who looks into it.",
  },
  closeDispute: {
    title: "Answer the dispute",
    submit: "Close it",
    outcome: "How does it stand?",
    comment: "What to tell the customer?",
    commentHint: "Sales will read it and can explain it to them.",
  },
  otherContact: {
    title: "Other contact",
    submit: "Note it",
    intro: "The former contact will get no more e-mail from us.",
    name: "Name",
    email: "E-mail address",
    phone: "Phone",
  },
  visit: {
    title: "Visit planned",
    submit: "Note it",
    day: "Which day?",
    hint: "No reminder until then; the card comes back the day after.",
  },
  later: {
    title: "Later",
    submit: "Note it",
    day: "On which day again?",
    hint: (latest) => `Until ${say.day(latest, "long")}, once only.`,
  },
  noAnswer: { title: "No answer", submit: "Note it", day: "On which day again?", hint: "E-mails go on as planned." },
  comment: { title: "Comment", submit: "Add", text: "Your comment" },
  hold: {
    title: "Wait",
    submit: "Put on hold",
    reason: "Why wait?",
    until: "Until which day?",
    untilHint: (latest) => `Until ${say.day(latest, "long")} at most; the hold ends by itself.`,
    untilHintFinance: "The hold ends by itself on that day.",
    comment: "A comment?",
    next: (line) => `Planned: ${line}`,
  },
  askByHand: {
    title: "Propose a call",
    submit: "Propose",
    why: "In one line, why?",
    whyHint: "It is the first thing they will read.",
    intro: (customer, owner) =>
      owner === null
        ? `Nobody takes care of ${customer}: the call goes to accounting.`
        : `The call to ${customer} will be proposed to ${owner}.`,
  },
  settings: {
    title: "Settings",
    submit: "Save",
    locale: "Language",
    french: "Français",
    english: "English",
    digest: "Hour of the morning summary",
    quiet: "On days without news",
    quietYes: "One short kind line",
    quietNo: "Nothing at all",
    thanks: "A word when a payment follows your call",
    thanksYes: "Yes, during the day (once a day at most)",
    thanksNo: "No, the morning digest is enough",
    chat: "Where to read Relais",
    chatAny: "Wherever I am found",
    byEmail: "By e-mail",
  },
};
