import type { WelcomeWords } from "#i18n/cards/welcome/messages.ts";
import { aboutUnits } from "#domain/money.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");
const LOST = say.money({ minor: 100_000n, currency: "EUR" });
const SALES = say.money({ minor: 1_000_000n, currency: "EUR" });

export const welcomeEn: WelcomeWords = {
  hello: {
    summary: "Welcome to Relais",
    text: (name, hour) =>
      `Hello ${name}, welcome. Relais tells you when one of your customers is slow to pay, with the facts and a contact. One summary on working days at ${hour}, a few calls a week, and nothing else to open.`,
    button: "Change the time",
  },
  reading: {
    summary: "How to read a card",
    lines: [
      "How to read a card: the customer, the amount, since when, whom to call, and a sentence to open with.",
      'Two taps will do: "Payment promised for…", then the day. Reminders stop by themselves until then, and you have 10 minutes to undo.',
      'At the foot of every card, "As of…" says how old its figures are, and "Refresh" updates them.',
      'Before an e-mail goes out to one of your customers, the morning summary says so, with a "Wait" button.',
    ],
    button: "The words of the trade",
  },
  cost: {
    summary: "What a late invoice costs",
    lines: [
      `What a late invoice costs: at a margin of ${formatPercent(10, "en")}, it takes ${SALES} of sales to make up for ${LOST} that never comes in.`,
      "And it is often a detail: a signature, an address, a line to correct. A call from somebody the customer knows finds it sooner than an e-mail does.",
    ],
    ours: (scope, { late, soFar, perMonth }, rate) =>
      `${say.capital(scope)}: ${say.money(late)} late today. Advancing this money at ${formatPercent(rate, "en")} a year has cost the company about ${say.money(aboutUnits(soFar))} so far, and costs about ${say.money(aboutUnits(perMonth))} for each month of waiting.`,
    nothingLate: (scope) => `${say.capital(scope)}: nothing late today, so nothing to advance.`,
    note: "It is the price of waiting, and nobody's fault. The rate is the one finance chose.",
    button: "My customers",
  },
};
