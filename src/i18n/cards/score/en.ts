import type { ScoreWords } from "#i18n/cards/score/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const scoreEn: ScoreWords = {
  button: "Why this score?",
  title: (customer) => `Why this score: ${customer}`,
  verdict: (rating, points) => `${rating}, with ${say.count(points, "point", "points")}.`,
  scale: (watch, difficult) =>
    `Under ${watch} points: pays well. From ${watch} to ${difficult - 1}: worth watching. From ${difficult} on: pays with difficulty.`,
  ingredient: {
    delay: "Average lateness",
    "late-share": "Share paid late",
    trend: "Trend",
    "open-overdue": "Late today",
    "broken-promises": "Promises",
    "disputes-lost": "Disputes",
    "limit-used": "Credit limit",
  },
  clean: {
    "open-overdue": "nothing late",
    "broken-promises": "no promise left unkept",
    "disputes-lost": "no unfounded dispute",
  },
  beside: {
    "open-overdue": (invoices, days) =>
      `${say.count(invoices, "invoice", "invoices")}, up to ${say.count(days, "day", "days")}`,
    "limit-used": (percent) => `${formatPercent(percent, "en")} used`,
  },
  weight(points, max) {
    if (points === 0) return `does not count (0 of ${max})`;
    const how = points * 3 <= max ? "counts a little" : points * 3 <= max * 2 ? "counts" : "counts a lot";
    return `${how} (${say.count(points, "point", "points")} of ${max})`;
  },
  basis: (settled) => `From ${say.count(settled, "settled invoice", "settled invoices")} and what is open today.`,
  noHistory: (settled, min) =>
    `Not enough history yet: ${say.count(settled, "settled invoice", "settled invoices")}, and a score needs at least ${min}.`,
  use: "The score helps to choose whom to call first; it decides nothing by itself. A mistake? Finance corrects the data, and the score follows.",
};
