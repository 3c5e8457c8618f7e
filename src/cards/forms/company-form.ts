import type { Field, Form } from "#cards/card.ts";
import { COMPANY_FIELDS, type CompanyChoices, type CompanyField } from "#domain/company-choices.ts";
import { formatClock } from "#i18n/format.ts";
import type { Words } from "#i18n/words.ts";

const LENGTH_MAX = 12;

/** Fields: those of domain/company-choices.ts, by their names. */
export function companyForm(choices: CompanyChoices, words: Words): Form {
  const say = words.control.company;
  const values = valuesOf(choices, words);
  return {
    name: "company",
    title: say.formTitle,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    fields: COMPANY_FIELDS.map((name): Field => {
      const hint = say.hints[name];
      const base = { name, label: say.labels[name], value: values[name], ...(hint === undefined ? {} : { hint }) };
      if (name !== "thanks") return { ...base, is: "line", lengthMax: LENGTH_MAX, optional: name === "cap" };
      const options = [
        { label: say.no, value: "no" },
        { label: say.yes, value: "yes" },
      ];
      return { ...base, is: "choice", options };
    }),
    context: {},
  };
}

function valuesOf(choices: CompanyChoices, { locale }: Words): Readonly<Record<CompanyField, string>> {
  return {
    threshold: String(choices.threshold.default),
    interval: String(choices.reminderIntervalDays),
    cap: choices.dailyCap === null ? "" : String(choices.dailyCap),
    mailFrom: formatClock(choices.mailFromMinutes, locale),
    mailUntil: formatClock(choices.mailUntilMinutes, locale),
    callsPerDay: String(choices.askCapPerDay),
    callsPerWeek: String(choices.askCapPerWeek),
    thanks: choices.thankYouMails ? "yes" : "no",
  };
}
