import { daysBetween, type Day } from "#domain/calendar.ts";
import type { ClockWords, Waiting } from "#i18n/cards/clock/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

/** Days for which the name of the weekday is enough. */
const WEEKDAY_IS_ENOUGH_DAYS = 6;

/** "Tuesday", else "Tuesday 24 November". */
function since(day: Day, today: Day): string {
  const ago = daysBetween(day, today);
  if (ago < 2 || ago > WEEKDAY_IS_ENOUGH_DAYS) return say.near(day, today);
  return say.day(day, "weekday").split(" ")[0] ?? "";
}

function what({ customer, totals, task }: Waiting): string {
  if (task !== null) return task;
  return totals.length === 0 ? customer : `${customer} (${say.amounts(totals)})`;
}

function callOrTask({ totals, task }: Waiting): string {
  if (task !== null) return `"${task}"`;
  return totals.length === 0 ? "The call" : `The call (${say.amounts(totals)})`;
}

const days = (from: Day, last: Day) =>
  from === last ? `on ${say.day(from, "long")}` : `from ${say.day(from, "long")} to ${say.day(last, "long")}`;

export const clockEn: ClockWords = {
  nudge: {
    title: (n) => (n === 1 ? "A quick word" : `${say.number(n)} small things are still waiting for you`),
    one: (waiting) =>
      waiting.task === null
        ? `The call to ${what(waiting)} has been waiting for you since ${since(waiting.since, waiting.today)}.`
        : `"${waiting.task}" has been waiting for you since ${since(waiting.since, waiting.today)}.`,
    line: (waiting) =>
      `${waiting.task === null ? what(waiting) : `"${waiting.task}"`}, since ${since(waiting.since, waiting.today)}`,
    exit: "A few minutes will do; if now is not a good time, one click says so.",
    others: (n) => `${say.count(n, "decision has", "decisions have")} been waiting for several days`,
    heldBy: (role) => ` (${role})`,
    open: "Open…",
    openOne: "Open",
    done: "Nothing is waiting here any more, thank you!",
  },
  help: {
    title: (customer) => `A hand with ${customer}?`,
    text: (waiting, holder) =>
      `${callOrTask(waiting)} has been waiting since ${since(waiting.since, waiting.today)}. ${holder} probably has a busy week, and knows that this message reaches you.`,
    give: "Give it to…",
    take: "I will take it",
    giveBack: "Give it back to finance",
    leave: (day, today) => `Leave it until ${say.near(day, today)}`,
    open: "See it",
    answered: (customer, by) =>
      by.you
        ? `${customer}: you have answered, nothing is waiting any more.`
        : by.name === null
          ? `${customer}: there is news, nothing is waiting any more.`
          : `${customer}: ${by.name} has answered, nothing is waiting any more.`,
    withdrawn: (customer) => `${customer}: no need to call any more.`,
    takenByYou: (customer) => `Noted, thank you: ${customer} is among your calls.`,
    taken: (customer, holder) => `${customer}: ${holder} is on it.`,
    given: (customer, by, holder) =>
      by.you
        ? `${customer}: you have given it to ${holder}.`
        : by.name === null
          ? `${customer}: now with ${holder}.`
          : `${customer}: ${by.name} has given it to ${holder}.`,
    givenBack: (customer, by) =>
      by.you
        ? `${customer}: you have given it back to finance.`
        : by.name === null
          ? `${customer}: finance takes over.`
          : `${customer}: given back to finance by ${by.name}.`,
    left: (customer, by, day, today) =>
      `${customer}: left until ${say.near(day, today)}${by === null ? "" : ` (${by})`}.`,
  },
  told: {
    text: (waiting, manager) =>
      `${callOrTask(waiting)} for ${waiting.customer} has been waiting since ${since(waiting.since, waiting.today)}. ${manager} knows and can lend a hand. If it is already done, one click says so.`,
    open: "Open",
    done: (customer) => `${customer}: nothing is waiting for you any more, thank you.`,
  },
  passed: {
    managerKnows: (manager) => `${manager} knows and can lend a hand.`,
    withFinance: "Finance is on it now.",
    givenBackBy: (name) => `Given back to finance by ${name}.`,
    waited: (holder) => `${holder} has not been able to call yet: finance takes over.`,
    left: (by, day, today) => `Left until ${say.near(day, today)}${by === null ? "" : ` (${by})`}.`,
  },
  absence: {
    title: (from, last) => `Absence ${days(from, last)}`,
    delegate: (name) => `${name} has your calls and looks after your customers meanwhile.`,
    nobody:
      "Nobody stands in: your calls wait until you are back, and new ones go to your manager if the absence lasts.",
    quiet: "Nothing will be sent to you meanwhile.",
    cancel: "Cancel the absence",
    back: "I am back",
    over: "The absence is over: your morning summary and your calls are back.",
    insteadOf: (name) => `You stand in for ${name}`,
    whatComes: (from, last) =>
      `${say.capital(days(from, last))}, their calls and their lines of the morning summary come to you. Thank you for helping out!`,
    isBack: (name) => `${name} is back: thank you for standing in.`,
    insteadOver: (name) => `No need to stand in for ${name} after all.`,
    standsIn: (name, last) => `You also have ${name}'s customers, until ${say.day(last, "long")}.`,
    meanwhile: (by, { calls, promises, disputes }) => {
      const did = [
        ...(calls === 0 ? [] : [say.countInLetters(calls, "call made", "calls made")]),
        ...(promises === 0 ? [] : [say.countInLetters(promises, "payment promised", "payments promised")]),
        ...(disputes === 0 ? [] : [say.countInLetters(disputes, "dispute recorded", "disputes recorded")]),
      ];
      const told =
        did.length === 0 ? "nothing in particular with your customers" : `${say.list(did)} with your customers`;
      return by === null ? `While you were away: ${told}.` : `While you were away, with ${by}'s help: ${told}.`;
    },
    form: {
      title: "Your absence",
      submit: "Record",
      from: "First day",
      until: "Last day",
      delegate: "Who stands in?",
      delegateHint: "A name or an e-mail address. Without one, your calls wait.",
    },
  },
};
