import type { Day } from "#domain/calendar.ts";
import type { StepName } from "#domain/scenario.ts";
import type { DigestWords } from "#i18n/cards/digest/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const LEAVES: Readonly<Record<StepName, (when: string) => string>> = {
  "pre-due": (when) => `A short note ahead of the date goes out ${when}.`,
  first: (when) => `A first, courteous reminder goes out ${when}.`,
  second: (when) => `A second, slightly firmer reminder goes out ${when}.`,
  last: (when) => `A last reminder goes out ${when}.`,
  call: (when) => `A call will be proposed ${when}.`,
  "formal-notice": (when) => `A formal notice will be considered ${when}.`,
  decision: (when) => `The next move will be considered ${when}.`,
};

export const digestEn: DigestWords = {
  greeting: (name, day) => `Good morning ${name}, here is where things stand on ${say.day(day, "long")}.`,
  summary: (overdue, calls) =>
    [
      overdue.length === 0 ? "The morning summary" : `${say.amounts(overdue)} late`,
      calls === 0 ? "" : say.count(calls, "call proposed", "calls proposed"),
    ]
      .filter((part) => part !== "")
      .join(", "),
  totals: (outstanding, overdue, customers) =>
    overdue.length === 0
      ? `${say.amounts(outstanding)} to come in from your customers, nothing late.`
      : `${say.amounts(outstanding)} to come in from your customers, ${say.amounts(overdue)} of it late (${say.count(customers, "customer", "customers")}).`,
  met: (customer, { at, timeZone, day, today }, totals, days, isAsked) =>
    `You are meeting ${customer} ${onNear(day, today)} at ${say.time(at, timeZone)}: ${say.amounts(totals)}, up to ${say.count(days, "day", "days")} late.${
      isAsked ? " A quick call is proposed." : ""
    }`,
  metAnswered: (customer, { at, timeZone, day, today }, amounts, due) =>
    `You are meeting ${customer} ${onNear(day, today)} at ${say.time(at, timeZone)}: ${say.amounts(amounts)}${
      due === null ? " in dispute" : `, promised for ${say.day(due, "long")}`
    }.`,
  newlyLate: (customer, amounts, due, today) =>
    `New: ${customer}, ${say.amounts(amounts)}, expected ${onDay(due, today)}.`,
  notComeIn: (customer, missing, due, today) =>
    `Promised, not in yet: ${customer}, ${say.money(missing)}, expected ${onFullDay(due, today)}.`,
  dueToday: (customer, amount) => `Promised for today: ${customer}, ${say.money(amount)}.`,
  ask: (customer, totals, days) =>
    `A quick call is proposed: ${customer}${
      totals.length === 0 ? "" : `, ${say.amounts(totals)}`
    }${days > 0 ? `, up to ${say.count(days, "day", "days")} late` : ""}.`,
  thanked: " A thank-you note has gone out.",
  goodNews: (customer, paid, days) =>
    `Good news: ${customer} has paid ${say.amounts(paid)}, ${
      days <= 0 ? "on the very day of your call" : `${say.countInLetters(days, "day", "days")} after your call`
    }. Thank you!`,
  leaving: (customer, total) => `${customer}, ${say.money(total)}.`,
  leaves: (step, day, today) => LEAVES[step](onDay(day, today)),
  more: (n) => `And ${say.count(n, "other customer", "other customers")} in "My customers".`,
  readReminder: "Read an e-mail…",
  past: (day) => `The summary of ${say.day(day, "long")} is out of date: its figures have changed since.`,
  quiet: "Nothing new with your customers this morning. Have a good day!",
  dataOf: (day) => `From the books of ${say.day(day, "long")}; payments received since are not in them yet.`,
  team: (outstanding, overdue) =>
    `Your team: ${say.amounts(outstanding)} to come in${overdue.length === 0 ? ", nothing late" : `, ${say.amounts(overdue)} of it late`}.`,
  teamCalls: (open, overdue) =>
    `${say.count(open, "call proposed", "calls proposed")} in the team${overdue === 0 ? "" : `, ${say.number(overdue)} of them for more than 3 days`}.`,
  teamButton: "My team",
  finance: "To look at this morning",
  financeLine: ({ tasks, replies, brokenPromises }) =>
    `${say.list(
      [
        tasks === 0 ? "" : say.count(tasks, "task", "tasks"),
        replies === 0 ? "" : say.count(replies, "reply to read", "replies to read"),
        brokenPromises === 0 ? "" : say.count(brokenPromises, "promise not kept", "promises not kept"),
      ].filter((part) => part !== ""),
    )}.`,
  companyButton: "The whole company",
  unowned: (n) =>
    `${say.count(n, "customer has open invoices and nobody to call them", "customers have open invoices and nobody to call them")}; finance looks after them meanwhile.`,
  unownedButton: "Customers to assign",
  trouble: {
    title: "Relais: a few things to look at",
    dead: (n) => `${say.count(n, "message", "messages")} could not be sent in spite of several attempts.`,
    unknown: (n) => `${say.count(n, "send", "sends")} may or may not have arrived: nothing is sent again without you.`,
    unreachable: (names, others) =>
      `Not reachable in chat: ${say.list(others === 0 ? names : [...names, say.count(others, "other", "others")])}.`,
    byMail: (names, others) =>
      `By e-mail, by choice or because neither Slack nor Teams finds them: ${say.list(others === 0 ? names : [...names, say.count(others, "other", "others")])}.`,
    stale: (seller, days) =>
      days === null
        ? `${seller}: no data received.`
        : `${seller}: no data received for ${say.count(days, "day", "days")}; nothing goes out meanwhile.`,
    none: "Everything is back in order.",
    doctor: 'The details are in the command "doctor".',
  },
};

/** "today", "on Thursday", "on Tuesday 8 December". */
function onNear(day: Day, today: Day): string {
  const near = say.near(day, today);
  return /^(today|tomorrow|yesterday)$/.test(near) ? near : `on ${near}`;
}

function onFullDay(day: Day, today: Day): string {
  const near = say.near(day, today);
  return /^(today|tomorrow|yesterday)$/.test(near) ? near : `on ${say.day(day, "long")}`;
}

function onDay(day: Day, today: Day): string {
  const near = say.near(day, today);
  return /^(today|tomorrow|yesterday)$/.test(near) ? near : `on ${say.day(day, "long")}`;
}
