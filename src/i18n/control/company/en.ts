import type { CompanyWords } from "#i18n/control/company/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const companyEn: CompanyWords = {
  title: "The company's settings",
  labels: {
    threshold: "Smallest total worth a reminder",
    interval: "Between two reminders",
    cap: "Reminders a day, at most",
    mailFrom: "E-mails go out from",
    mailUntil: "And until",
    callsPerDay: "Calls proposed per person and day",
    callsPerWeek: "Calls proposed per person and week",
    thanks: "A thank-you e-mail after a payment",
  },
  interval: (days) => say.count(days, "day", "days"),
  cap: (perDay) => (perDay === null ? "no limit" : say.count(perDay, "reminder", "reminders")),
  calls: (n) => say.count(n, "call", "calls"),
  yes: "Yes",
  no: "No",
  change: "Change…",
  mine: "My settings",
  stops: "Paused reminders",
  formTitle: "The company",
  submit: "Save",
  hints: {
    threshold: "In euros; at exactly this amount a reminder still goes out.",
    interval: "In days, for one customer.",
    cap: "Left empty: no limit. The rest goes out the next day, oldest first.",
    mailFrom: "Such as 9:00, on working days.",
    thanks: "A note to a customer who pays after a reminder, never more than one a day.",
  },
  wrong: {
    threshold: "An amount in euros, such as 50.",
    interval: "A number of days, 0 to 60.",
    cap: "A whole number, or nothing at all.",
    mailFrom: "A time of day, such as 9 or 9:30.",
    mailUntil: "A time later than the first, such as 18:00.",
    callsPerDay: "A whole number, 0 to 100.",
    callsPerWeek: "A whole number, at least as many as in a day.",
    thanks: "Yes or no?",
  },
};
