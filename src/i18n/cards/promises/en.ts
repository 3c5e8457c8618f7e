import type { PromiseWords } from "#i18n/cards/promises/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const promisesEn: PromiseWords = {
  summary: (customer, amount, due) => `${customer}: ${say.money(amount)} promised for ${say.day(due, "long")}`,
  pays: (customer, amount, due) => `${customer} pays ${say.money(amount)} on ${say.day(due, "long")}.`,
  noReminder: (invoices, from, due) =>
    `No reminder on ${invoices === 1 ? "this invoice" : `these ${invoices} invoices`} before ${theDay(say.dayNumber(from, due))}.`,
  rest: (rest) => `The rest, ${say.money(rest)}, goes on as planned.`,
  toldFirst: "If the payment is late, you will be the first to know.",
  awaiting: (from, due) =>
    `The date is some way off, so accounting gives its agreement. Meanwhile, no reminder before ${theDay(say.dayNumber(from, due))}.`,
  keptTitle: (customer) => `✅ ${customer}: promise kept`,
  kept: (customer, paid, thanks) =>
    `Good news: ${customer} has paid ${say.money(paid)}, as promised.${thanks === null ? "" : ` Thank you ${thanks}!`}`,
  partlyTitle: (customer) => `${customer}: part of it has come in`,
  partly: (customer, paid, amount, missing, due) =>
    `${customer} has paid ${say.money(paid)} of the ${say.money(amount)} promised for ${say.day(due, "long")}. ${say.money(missing)} is left.`,
  cancelled: (customer, amount, due) =>
    `${customer}'s promise (${say.money(amount)} for ${say.day(due, "long")}) is cancelled. Reminders go on as planned.`,
  moved: (customer, amount) => `${customer}: a new date replaces this one for ${say.money(amount)}.`,
  refused: (customer, due) =>
    `Accounting cannot wait for ${customer} until ${say.day(due, "long")}. A nearer date is still possible; reminders go on as planned.`,
  undone: (customer) => `Undone: nothing is noted for ${customer}, all is as before.`,
  waitingForData: (due) =>
    `Expected on ${say.day(due, "long")}; that day's payments have not reached accounting yet, so nothing leaves meanwhile.`,
  cancel: "Cancel the promise",
  cancelConfirm: {
    title: "Cancel this promise?",
    text: "Reminders go on as planned from today.",
    yes: "Cancel the promise",
    no: "Keep it",
  },
};

/** "the 9th", but "2 January". */
function theDay(day: string): string {
  return day.includes(" ") ? day : `the ${day}`;
}
