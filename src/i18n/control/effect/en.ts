import { PAID_WITHIN_DAYS, SENDS_MIN } from "#domain/effectiveness.ts";
import { commonEn } from "#i18n/common/en.ts";
import type { EffectWords } from "#i18n/control/effect/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { LANGUAGES } from "#i18n/scenarios/names.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const effectEn: EffectWords = {
  title: "How well the reminders work",
  intro: `Paid: every invoice of the reminder is settled within ${PAID_WITHIN_DAYS} days. More recent reminders are not judged yet.`,
  none: "No reminder has gone out yet.",
  step: ({ step, language, template }) =>
    `${say.capital(commonEn.steps[step])} (${LANGUAGES.en[language]}, ${
      template === null ? "original wording" : `wording "${template.name}", version ${template.version}`
    })`,
  line: ({ sent, judged, paid, paidShare, flagged }) =>
    [
      say.count(sent, "send", "sends"),
      paidShare === null
        ? `not enough sends yet for a rate (${say.number(judged)} judged, at least ${SENDS_MIN} needed)`
        : `${say.number(paid)} paid out of ${say.number(judged)} judged, ${formatPercent(paidShare, "en")}`,
      flagged === 0 ? "" : `${say.number(flagged)} badly received`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  flag: "Badly received…",
  flaggedBy: (names) => `Reported as badly received by ${say.list(names)}.`,
  form: {
    title: "Badly received",
    submit: "Report it",
    comment: "What the customer said",
    intro: (customer) => `A reminder sent to ${customer}. Reports are counted, so that the wordings get better.`,
  },
};
