import type { EveningWords } from "#i18n/control/evening/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const eveningEn: EveningWords = {
  title: (day, today, n) =>
    `${say.capital(say.near(day, today))}, ${say.count(n, "reminder goes out", "reminders go out")}`,
  text: (customers, totals, asks) =>
    `To ${say.count(customers, "customer", "customers")}, for ${say.amounts(totals)}.${
      asks === 0 ? "" : ` ${say.count(asks, "request", "requests")} will go to the team.`
    }`,
  largest: "The largest:",
  line: (total) => `: ${say.money(total)}`,
  see: "See",
  suspend: (day, today) => {
    const near = say.near(day, today);
    return near === "tomorrow" ? "Pause all tomorrow" : `Pause all on ${near}`;
  },
  confirm: (day, n) => ({
    title: "Pause everything?",
    text: `${say.count(n, "reminder", "reminders")} of ${say.day(day, "long")}: nothing goes out that day, and everything resumes on the next working day.`,
    yes: "Pause that day",
    no: "Let them go out",
  }),
  reason: "paused the evening before",
  suspended: (day, by) =>
    `Nothing goes out on ${say.day(day, "long")}: the reminders are paused that day${by === null ? "" : ` by ${by}`}.`,
  nothing: (day) => `No reminder is left to send on ${say.day(day, "long")}.`,
  past: (day) => `The preview of ${say.day(day, "long")} is over.`,
  resume: "Let them go out",
};
