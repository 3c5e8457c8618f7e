import type { DisputeOutcome } from "#domain/dispute.ts";
import type { DisputeWords } from "#i18n/cards/disputes/messages.ts";
import { commonEn } from "#i18n/common/en.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const CLOSED: Readonly<Record<DisputeOutcome, (amount: string) => string>> = {
  ours: (amount) =>
    `after a check, ${amount} is still due. You can explain it to them; reminders resume in 3 working days.`,
  theirs: (amount) =>
    `the customer is right about ${amount}. A credit note follows, nothing more is asked for that amount.`,
  shared: (amount) => `${amount} is shared: a credit note for one part, the rest is still to be paid.`,
};

export const disputesEn: DisputeWords = {
  summary: (customer, amount) => `${customer} disputes ${say.amounts(amount)}`,
  contests: (customer, amount, what) => `${customer} disputes ${say.amounts(amount)} (${what}).`,
  what: (category, comment) => comment ?? commonEn.categories[category],
  looksInto: (owner, by, today) =>
    `${owner.name === null ? say.capital(commonEn.roles[owner.role]) : `${owner.name}, ${commonEn.atRole[owner.role]},`} will look into it and answer you here by ${say.near(by, today)}.`,
  youLookInto: (by, today) => `The answer is in your hands, by ${say.near(by, today)} if possible.`,
  noReminder: (amount) => `No reminder on these ${say.amounts(amount)}`,
  rest: (rest) => `; the other ${say.amounts(rest)} goes on as planned.`,
  toSay: (by) =>
    `To tell the customer: "We are checking, and I will come back to you on ${say.day(by, "weekday").split(" ")[0]}."`,
  ownerTitle: (customer, amount) => `${customer} disputes ${say.amounts(amount)}: could you have a look?`,
  ownerFacts: (amount, invoice, what) => `${say.money(amount)} on invoice ${invoice} (${what}).`,
  openedBy: (name, day) => `Noted by ${name} on ${say.day(day, "short")}.`,
  answerBy: (by, today) => `An answer by ${say.near(by, today)} lets sales call the customer back.`,
  late: (by) => `An answer was expected on ${say.day(by, "long")}; the customer is still waiting for ours.`,
  close: { ours: "The amount is due", theirs: "The customer is right", shared: "It is shared" },
  closeWithWords: "Answer in detail…",
  closed: (customer, amount, invoice, outcome) =>
    outcome === null
      ? `${customer}, invoice ${invoice}: the dispute of ${say.money(amount)} is closed.`
      : `${customer}, invoice ${invoice}: ${CLOSED[outcome](say.money(amount))}`,
  closedBy: (name, day) => `Answered by ${name} on ${say.day(day, "short")}.`,
  closedByItself: (day) => `Closed on ${say.day(day, "short")}: the payment or the credit note has come in.`,
  undone: (customer) => `Undone: no dispute is noted for ${customer}, everything is as before.`,
};
