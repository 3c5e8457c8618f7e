import type { PortfolioOf, PortfolioWords } from "#i18n/cards/portfolio/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const portfolioEn: PortfolioWords = {
  title: (whose) => say.capital(name(whose)),
  summary: (outstanding, overdue) =>
    overdue.length === 0
      ? `${say.amounts(outstanding)} to come in, nothing late`
      : `${say.amounts(outstanding)} to come in, ${say.amounts(overdue)} of it late`,
  empty: (whose) =>
    whose.is === "mine"
      ? "No customer is assigned to you for now. If this is an oversight, finance can put it right."
      : "Nothing to come in here for now.",
  allOnTime: "Nothing late: everybody is up to date. Well done!",
  outstanding: "To come in",
  overdue: "Late",
  notDue: "Not expected yet",
  disputed: "Disputed",
  promised: "Promised",
  credit: "Credit notes and payments to match",
  buckets: { "1-30": "1 to 30 days", "31-60": "31 to 60 days", "61-90": "61 to 90 days", "90+": "over 90 days" },
  aged: "How late",
  late: (customers) => `Late: ${say.count(customers, "customer", "customers")}`,
  line: (overdue, days) => `${say.money(overdue)}, ${say.count(days, "day", "days")} late`,
  promisedPart: (amount) => `${say.money(amount)} promised`,
  disputedPart: (amount) => `${say.money(amount)} disputed`,
  held: "reminders on hold",
  others: (n, overdue) => `and ${say.count(n, "other customer", "other customers")} for ${say.amounts(overdue)}`,
  office: {
    homeTitle: (first) => `Hello ${first}, here is what is waiting for you`,
    count: (n) =>
      n === 0
        ? "Nothing is waiting for you for now."
        : say.count(n, "thing is waiting for you", "things are waiting for you"),
    customers:
      'Your role has no customers of its own. For a customer\'s card, the name is enough: "/outstanding garnier".',
    noCustomers: "Customers' accounts are not part of your role.",
  },
  homeTitle: (first) => `Hello ${first}, here are your customers`,
  homeCalls: (n) => `${say.count(n, "call is", "calls are")} proposed to you.`,
  homeNoCalls: "No call is waiting for you.",
  scopes: {
    label: "See…",
    mine: "My customers",
    team: "My team",
    all: "The whole company",
    unowned: "Customers to assign",
  },
  settings: "Settings",
  help: "Help",
};

function name(whose: PortfolioOf): string {
  switch (whose.is) {
    case "mine":
      return "your customers";
    case "team":
      return "your team";
    case "all":
      return "the whole company";
    case "rep":
    case "seller":
      return `${whose.name}'s customers`;
    case "unowned":
      return "customers nobody looks after";
  }
}
