import type { EveningWords } from "#i18n/control/evening/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const eveningEn: EveningWords = {
  title: (day, today, n) =>
    `${say.capital(say.near(day, today))}, ${say.count(n, "reminder leaves", "reminders leave")}`,
  text: (customers, totals, asks) =>
    `To ${say.count(customers, "customer", "customers")}, for ${say.amounts(totals)}.${
      asks === 0 ? "" : ` ${say.count(asks, "thing", "things")} will be asked of colleagues.`
    }`,
  largest: "The largest:",
  line: (total) => `: ${say.money(total)}`,
  see: "See",
  suspend: (day, today) => {
    const near = say.near(day, today);
    return near === "tomorrow" ? "Pause all of tomorrow" : `Pause all of ${near}`;
  },
  confirm: (day, n) => ({
    title: "Pause all of it?",
    text: `${say.count(n, "reminder", "reminders")} of ${say.day(day, "long")}: nothing leaves that day, and all goes on the next working day.`,
    yes: "Pause that day",
    no: "Let them leave",
  }),
  reason: "paused the evening before",
  suspended: (day, by) =>
    `Nothing leaves on ${say.day(day, "long")}: the reminders are paused that day${by === null ? "" : ` by ${by}`}.`,
  nothing: (day) => `No reminder is left to send on ${say.day(day, "long")}.`,
  past: (day) => `The preview of ${say.day(day, "long")} is over.`,
  resume: "Let them leave",
};
