import { commonEn } from "#i18n/common/en.ts";
import type { StartWords } from "#i18n/control/start/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const startEn: StartWords = {
  title: "Go-live",
  intro: (sellers) =>
    `For ${say.list(sellers)}, nothing goes out yet. With a go-live today, what is late starts like this:`,
  level: (step, invoices) => `${say.capital(commonEn.steps[step])}: ${commonEn.invoices(invoices)}`,
  noneLate: "Nothing is late: every invoice will start at the first step.",
  preview: "See the preview",
  confirm: {
    title: "Go live?",
    text: "Reminders go out to customers and calls are proposed to colleagues. No invoice starts beyond the second reminder.",
    yes: "Go live",
    no: "Not yet",
  },
  start: "Go live",
  live: "Everything is live: reminders go out.",
};
