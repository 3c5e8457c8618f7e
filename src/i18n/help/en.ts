import type { HelpWords } from "#i18n/help/messages.ts";

export const helpEn: HelpWords = {
  title: "What one can do here",
  intro: "One summary each morning, a few calls, and these commands when more is wanted:",
  commands: [
    ["/outstanding", "your customers: what is to come in, late, promised or disputed"],
    [
      "/outstanding garnier",
      "one customer's card; the start of the name will do, without accents, or an invoice number",
    ],
    ["/promise garnier friday 12400", "note a promised payment; without an amount, it is all that is late"],
    ["/dispute garnier", "note a disagreement; the rest of the invoice goes on as planned"],
    ["/cash", "the weekly report: collected, late, to unblock; /cash goal 300000 month sets a goal"],
    ["/brief garnier", "the essentials of a customer, before you meet them"],
    ["/calendar", "link your calendar: a word awaits you before each meeting with a customer"],
    ["/settings", "language, hour of the morning summary, the short line on quiet days"],
    ["/relais-help", "this page"],
  ],
  glossaryTitle: "The words of the trade",
  glossary: [
    ["Outstanding", "all that your customers still have to pay, late or not."],
    ["Due date", "the day the payment is expected, as printed on the invoice."],
    ["Late", "counted from the day after the due date; an invoice expected today is not late."],
    ["Reminder", "a courteous e-mail to the customer, from light to firm."],
    ["Promise", "an amount and a date announced by the customer; no reminder leaves until then, plus 2 working days."],
    ["Dispute", "a disagreement on an invoice; only the contested part is set aside."],
    ["Credit note", "an invoice the other way round, which lowers what the customer has to pay."],
    ["DSO", "days of sales still to come in: the lower, the better."],
    ["Aged balance", "amounts sorted by how late they are: 1 to 30 days, 31 to 60, 61 to 90, beyond."],
    ["Formal notice", "the formal letter, always decided by a person."],
    ["Credit limit", "the amount up to which we agree to deliver before being paid."],
  ],
  privacyTitle: "Who sees what",
  privacy:
    "Your amounts stay between you, your management and accounting. They read comments too: nothing about health, no judgement on a person.",
};
