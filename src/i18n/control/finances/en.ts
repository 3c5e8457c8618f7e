import { daysBetween } from "#domain/calendar.ts";
import type { FinanceSubject } from "#domain/finance-list.ts";
import type { FinancesWords } from "#i18n/control/finances/messages.ts";
import { RECIPIENTS_EN } from "#i18n/scenarios/findings-en.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const WHAT: Readonly<Record<FinanceSubject["is"], string>> = {
  task: "a task",
  call: "a call to make",
  "given-back": "a call given back to finance",
  "taken-up": "a call that finance takes over",
  reply: "a reply to read",
  bounce: "a refused address",
  unallocated: "a payment to match",
  forgotten: "invoices nobody follows up",
  "missing-contact": "a contact to find",
};

const COUNTED: Readonly<Record<FinanceSubject["is"], readonly [one: string, other: string]>> = {
  task: ["task", "tasks"],
  call: ["call", "calls"],
  "given-back": ["call given back", "calls given back"],
  "taken-up": ["call taken over", "calls taken over"],
  reply: ["reply to read", "replies to read"],
  bounce: ["refused address", "refused addresses"],
  unallocated: ["payment to match", "payments to match"],
  forgotten: ["forgotten customer", "forgotten customers"],
  "missing-contact": ["contact to find", "contacts to find"],
};

export const financesEn: FinancesWords = {
  title: (n) =>
    n === 0 ? "Nothing is waiting this morning. Have a good day!" : `To look at: ${say.count(n, "thing", "things")}`,
  line: (subject, customer) => (customer === null ? say.capital(WHAT[subject]) : `${customer}: ${WHAT[subject]}`),
  missingContact: (customer, roles) =>
    `${customer}: contact to find (${say.list(roles.map((role) => RECIPIENTS_EN[role]))})`,
  details: (money, since, today, late) => {
    const days = daysBetween(since, today);
    const parts = [
      money.length === 0 ? "" : say.amounts(money),
      days <= 0 ? "since today" : days === 1 ? "since yesterday" : `for ${say.number(days)} days`,
      late ? "waiting for over 2 working days" : "",
    ];
    return `, ${parts.filter((part) => part !== "").join(", ")}`;
  },
  rest: (counts) => `Then: ${say.list([...counts].map(([is, n]) => say.count(n, ...COUNTED[is])))}.`,
  open: "Open",
  see: "See",
  stops: (pauses, customers) =>
    `Paused reminders: ${say.list(
      [
        pauses === 0 ? "" : say.count(pauses, "pause", "pauses"),
        customers === 0 ? "" : `${say.count(customers, "hold", "holds")} on customers`,
      ].filter((part) => part !== ""),
    )}.`,
  forgotten: (n) =>
    n === 0
      ? "Forgotten invoices: none. Everything late has a next step or a reason."
      : `Forgotten invoices: ${say.count(n, "customer", "customers")}.`,
  all: (n) => `The whole list (${say.number(n)})`,
};
