import type { CompanyWords } from "#i18n/control/company/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const companyEn: CompanyWords = {
  title: "The company's settings",
  labels: {
    threshold: "Smallest total worth a reminder",
    interval: "Between two reminders",
    cap: "Reminders a day, at most",
    mailFrom: "E-mails leave from",
    mailUntil: "And until",
    callsPerDay: "Calls proposed to a person in a day",
    callsPerWeek: "Calls proposed to a person in a week",
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
    threshold: "In euros; exactly this amount still leaves.",
    interval: "In days, for one customer.",
    cap: "Empty: no limit. The rest leaves the next day, the oldest first.",
    mailFrom: "Such as 9:00, on working days.",
    thanks: "A word to a customer who pays after a reminder, never more than one a day.",
  },
  wrong: {
    threshold: "An amount in euros, such as 50.",
    interval: "A number of days, 0 to 60.",
    cap: "A whole number, or nothing at all.",
    mailFrom: "A time of day, such as 9 or 9:30.",
    mailUntil: "A time later than the first, such as 18:00.",
    callsPerDay: "A whole number, 0 to 100.",
    callsPerWeek: "A whole number, at least that of a day.",
    thanks: "Yes or no?",
  },
};
