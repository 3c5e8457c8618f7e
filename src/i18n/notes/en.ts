import type { NoteWords } from "#i18n/notes/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");
const from = (by: string | null): string => (by === null ? "" : ` (${by})`);
const who = (by: string | null): string => by ?? "Somebody on the team";

export const notesEn: NoteWords = {
  menu: {
    contacts: "Contacts and invoicing",
    note: "Note something useful",
    block: "Urgent stop",
  },
  block: {
    title: (customer) => `${customer}: an urgent stop`,
    text: (by, until) =>
      `${who(by)} asks that nothing goes out to this customer. E-mails are stopped up to and including ${say.day(until, "long")}.`,
    why: (why) => `"${why}"`,
    carryOn: "Carry on",
    keep: "Keep on hold…",
    waits: (customer, until) =>
      `Noted: no e-mail goes out to ${customer} up to and including ${say.day(until, "long")}. Finance will answer you on this card.`,
    kept: (customer, until, by) =>
      `${customer} stays on hold ${until === null ? "until further notice" : `up to and including ${say.day(until, "long")}`}${from(by)}.`,
    carriedOn: (customer, by) => `Reminders to ${customer} resume${from(by)}.`,
    formTitle: "Urgent stop",
    formIntro: (customer, until) =>
      `No e-mail to ${customer} from now up to and including ${say.day(until, "long")}. Finance decides what comes next and answers you.`,
    formWhy: "Why, in one line",
    submit: "Stop everything",
    keepTitle: "Keep on hold",
    keepUntil: "Until (inclusive)",
    keepSubmit: "Keep",
  },
  contact: {
    title: (customer) => `${customer}: a contact to check`,
    text: () => "To be changed in the invoicing software too, before the next import.",
    proposes: (by, isNew) => `${who(by)} suggests ${isNew ? "a new contact" : "a correction"}.`,
    now: (contact) => `Today: ${contact}`,
    proposed: (contact) => `Suggested: ${contact}`,
    agree: "Looks right",
    refuse: "Leave as it is",
    waits: (customer) => `Thank you! Sales administration will check this contact at ${customer}.`,
    agreed: (customer, by) => `The contact at ${customer} is up to date${from(by)}.`,
    refused: (customer, by) => `The contacts at ${customer} stay as they were${from(by)}.`,
    heading: (customer) => `Contacts and invoicing: ${customer}`,
    none: "No contact is known for now.",
    add: "Add a contact",
    correct: "Correct a contact…",
    formTitle: "Customer's contact",
    formIntro: (customer, name) =>
      name === null ? `A new contact at ${customer}.` : `${name}, at ${customer}: what changed.`,
    name: "Name",
    email: "E-mail address",
    phone: "Phone",
    role: "Role",
    submit: "Save",
  },
  circuit: {
    heading: "How to send them an invoice",
    unknown: "Nothing is noted for now.",
    portal: (portal) => `Portal: ${portal}`,
    orderNumber: "An order number is asked for.",
    noOrderNumber: "No order number is asked for.",
    cutOff: (day) => `To be submitted by day ${day} of the month.`,
    changedBy: (by, day) => `Noted by ${by} on ${say.day(day, "long")}.`,
    button: "Note what they need",
    title: (customer) => `${customer}: invoicing works differently now`,
    text: (by) => `${who(by)} says so, so that the next invoice reaches the right place.`,
    done: "Ready for the next one",
    formTitle: "Invoicing",
    formIntro: (customer) => `What ${customer} expects of an invoice.`,
    formPortal: "Portal, or address to send to",
    formOrder: "Order number",
    formOrderHint: "Asked for on every invoice",
    formCutOff: "Last day of the month to submit",
    formCutOffHint: "From 1 to 31; left empty when there is none",
    formNote: "Anything else",
    submit: "Save",
  },
  vip: {
    title: (customer) => `${customer}: to be followed closely?`,
    text: (by) => `${who(by)} asks that no e-mail goes out to this customer by itself: each step then becomes a task.`,
    agree: "Agreed",
    refuse: "Not agreed",
    waits: (customer) =>
      `Noted: finance will look at whether to follow ${customer} closely, without automatic e-mails.`,
    agreed: (customer, by) => `${customer}: no e-mail goes out by itself any more${from(by)}.`,
    refused: (customer, by) => `${customer}: e-mails go on as planned${from(by)}.`,
  },
  noteForm: {
    title: "Something useful",
    intro: (customer) => `What you know about ${customer}, so that reminders take it into account.`,
    kind: "What is it about?",
    kinds: {
      vip: "VIP: no automatic e-mail",
      "order-in-progress": "An order is in progress: wait",
      "new-contact": "A new contact is coming: wait",
      "validation-circuit": "The invoice is being approved: wait",
    },
    until: "Wait until (inclusive)",
    untilHint: (latest) => `${say.day(latest, "long")} at the latest; no effect for a VIP`,
    text: "In one line",
    submit: "Save",
  },
  factored: {
    tags: {
      notified: "assigned, to be paid to the factor",
      confidential: "assigned, confidential factoring",
      mandate: "assigned, collected under mandate",
    },
    title: "Factored invoices",
    none: "No factored invoice is open.",
    ours: "For us to collect, first in line",
    notified: "To be paid to the factor: no message goes out from here",
    line: (customer, number, amount, days) =>
      `${customer}, ${number}: ${say.money(amount)}${days > 0 ? `, ${say.count(days, "day", "days")} late` : ""}`,
    totals: (amounts, invoices) => `${say.amounts(amounts)} on ${say.count(invoices, "invoice", "invoices")}`,
  },
  paidToUs: {
    title: (customer) => `${customer}: paid to us, but owed to the factor`,
    text: "This invoice is assigned to a factor: only a payment to the factor discharges the customer. The amount is to be passed on, and the customer told where to pay.",
    done: "Passed on",
  },
  insurer: {
    title: (customer) => `${customer}: a declaration to the credit insurer`,
    declareBefore: (day) =>
      day === null
        ? "The declaration is due within the policy's time limit."
        : `To keep the cover, the declaration is due by ${say.day(day, "long")} at the latest.`,
    done: "Declared",
    beyond: (covered) =>
      `The credit insurer's extension ends on ${say.day(covered, "long")}: beyond it the cover may be lost.`,
    dispute: "Insured customer: a dispute may suspend the cover while it is open.",
  },
};
