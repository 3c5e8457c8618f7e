import { commonEn } from "#i18n/common/en.ts";
import type { StartWords } from "#i18n/control/start/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const startEn: StartWords = {
  title: "Go-live",
  intro: (sellers) => `For ${say.list(sellers)}, nothing leaves yet. If it is today, what is late enters like this:`,
  level: (step, invoices) => `${say.capital(commonEn.steps[step])}: ${commonEn.invoices(invoices)}`,
  noneLate: "Nothing is late: everything begins at the beginning.",
  preview: "See the preview",
  confirm: {
    title: "Go live?",
    text: "Reminders leave to customers, calls are proposed to colleagues. Nobody enters higher than the second reminder.",
    yes: "Go live",
    no: "Not yet",
  },
  start: "Go live",
  live: "Everything is live: reminders leave.",
};
