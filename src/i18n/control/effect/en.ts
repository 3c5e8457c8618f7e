import { PAID_WITHIN_DAYS, SENDS_MIN } from "#domain/effectiveness.ts";
import { commonEn } from "#i18n/common/en.ts";
import type { EffectWords } from "#i18n/control/effect/messages.ts";
import { formatPercent } from "#i18n/format.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

export const effectEn: EffectWords = {
  title: "What the reminders are worth",
  intro: `Paid: every invoice of the reminder is settled within ${PAID_WITHIN_DAYS} days. A more recent one is not judged yet.`,
  none: "No reminder has left yet.",
  step: ({ step, language, template }) =>
    `${say.capital(commonEn.steps[step])} (${language}, ${
      template === null ? "the wording as shipped" : `wording "${template.name}", version ${template.version}`
    })`,
  line: ({ sent, judged, paid, paidShare, flagged }) =>
    [
      say.count(sent, "send", "sends"),
      paidShare === null
        ? `not enough sends yet for a share (${judged} judged of ${SENDS_MIN})`
        : `${paid} paid of ${judged} judged, ${formatPercent(paidShare, "en")}`,
      flagged === 0 ? "" : `${flagged} badly received`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  flag: "Badly received…",
  flaggedBy: (names) => `Said to be badly received by ${say.list(names)}.`,
  form: {
    title: "Badly received",
    submit: "Report it",
    comment: "What the customer said",
    intro: (customer) => `A reminder sent to ${customer}. It is counted, so that the wordings get better.`,
  },
};
