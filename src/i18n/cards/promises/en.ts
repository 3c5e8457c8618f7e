import type { PromiseWords } from "#i18n/cards/promises/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const promisesEn: PromiseWords = {
  summary: (customer, amount, due) => `${customer}: ${say.money(amount)} promised for ${say.day(due, "long")}`,
  pays: (customer, amount, due) => `${customer} pays ${say.money(amount)} on ${say.day(due, "long")}.`,
  noReminder: (invoices, from, due) =>
    `No reminder on ${invoices === 1 ? "this invoice" : `these ${say.number(invoices)} invoices`} before ${theDay(say.dayNumber(from, due))}.`,
  rest: (rest) => `The rest, ${say.money(rest)}, goes on as planned.`,
  toldFirst: "If the payment is late, you will be the first to know.",
  awaiting: (from, due) =>
    `The date is some way off, so finance has to agree. Meanwhile, no reminder before ${theDay(say.dayNumber(from, due))}.`,
  keptTitle: (customer) => `✅ ${customer}: promise kept`,
  kept: (customer, paid, thanks) =>
    `Good news: ${customer} has paid ${say.money(paid)}, as promised.${thanks === null ? "" : ` Thank you ${thanks}!`}`,
  partlyTitle: (customer) => `${customer}: part of it has come in`,
  partly: (customer, paid, amount, missing, due) =>
    `${customer} has paid ${say.money(paid)} of the ${say.money(amount)} promised for ${say.day(due, "long")}. ${say.money(missing)} is left to pay.`,
  cancelled: (customer, amount, due) =>
    `${customer}'s promise (${say.money(amount)} for ${say.day(due, "long")}) is cancelled. Reminders resume.`,
  moved: (customer, amount) => `${customer}: a new date replaces this one for ${say.money(amount)}.`,
  refused: (customer, due) =>
    `Finance cannot wait for ${customer} until ${say.day(due, "long")}. An earlier date is still possible; reminders resume.`,
  undone: (customer) => `Undone: nothing is noted for ${customer}, everything is as before.`,
  waitingForData: (due) =>
    `Expected on ${say.day(due, "long")}; that day's payments are not in the books yet, so nothing goes out meanwhile.`,
  cancel: "Cancel the promise",
  cancelConfirm: {
    title: "Cancel this promise?",
    text: "Reminders resume today.",
    yes: "Cancel the promise",
    no: "Keep it",
  },
};

/** "the 9th", but "2 January". */
function theDay(day: string): string {
  return day.includes(" ") ? day : `the ${day}`;
}
