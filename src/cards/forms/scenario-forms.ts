import type { Form } from "#cards/card.ts";
import { choiceField, lineField, paragraphField } from "#cards/forms/field.ts";
import { PLACEHOLDERS, type Placeholder } from "#domain/mail-template.ts";
import { PAYER_PROFILES } from "#domain/payer-profile.ts";
import type { Locale } from "#domain/person.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

const OFFSET_LENGTH_MAX = 5;
const SUBJECT_LENGTH_MAX = 150;
const BODY_LENGTH_MAX = 2_900;

/** Field: `offset`, a whole number of days. */
export function scenarioDayForm(
  view: { readonly scenario: string; readonly step: StepName; readonly offset: number },
  words: Words,
): Form {
  const say = words.scenarios.forms.day;
  return {
    name: "scenario-day",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: words.scenarios.one.title(view.scenario),
    fields: [
      lineField("offset", say.offset(view.step), OFFSET_LENGTH_MAX, {
        value: String(view.offset),
        hint: say.offsetHint,
      }),
    ],
    context: { scenario: view.scenario, step: view.step },
  };
}

/** Fields: `subject`, `body`; the intro lists every placeholder by its name in the language of the text. */
export function templateForm(
  view: {
    readonly scenario: string;
    readonly step: StepName;
    readonly locale: Locale;
    readonly subject: string;
    readonly body: string;
  },
  words: Words,
): Form {
  const say = words.scenarios.forms.text;
  const places = Object.entries(PLACEHOLDERS).map(
    ([place, names]) => `{{${names[view.locale]}}} (${words.scenarios.places[place as Placeholder]})`,
  );
  return {
    name: "template-text",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: `${words.say.capital(words.scenarios.wording(view.step, view.locale, null))}. ${say.places(places)}`,
    fields: [
      lineField("subject", say.subject, SUBJECT_LENGTH_MAX, { value: view.subject }),
      paragraphField("body", say.body, BODY_LENGTH_MAX, { value: view.body, hint: say.bodyHint }),
    ],
    context: { scenario: view.scenario, step: view.step, locale: view.locale },
  };
}

/** The value that stands for "no choice of finance's": no scenario may be called so. */
export const USUAL_SCENARIO = "-";

/** Field: `scenario`, by name, or the usual one. */
export function chooseScenarioForm(
  view: {
    readonly customer: string;
    readonly name: string;
    readonly scenarios: readonly string[];
    readonly chosen: string | null;
  },
  words: Words,
): Form {
  const say = words.scenarios.forms.choose;
  const options = [
    { label: words.scenarios.customer.usual, value: USUAL_SCENARIO },
    ...view.scenarios.map((value) => ({ label: words.say.capital(words.scenarios.name(value)), value })),
  ];
  return {
    name: "choose-scenario",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: words.cards.forms.forCustomer(view.name),
    fields: [choiceField("scenario", say.scenario, options, { value: view.chosen ?? USUAL_SCENARIO })],
    context: { customer: view.customer },
  };
}

/** Field: `profile` (D15). */
export function profileForm(view: { readonly customer: string; readonly name: string }, words: Words): Form {
  const say = words.scenarios.forms.profile;
  const profiles = PAYER_PROFILES.map((value) => ({
    label: words.say.capital(words.scenarios.profiles[value]),
    value,
  }));
  return {
    name: "payer-profile",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: words.cards.forms.forCustomer(view.name),
    fields: [choiceField("profile", say.profile, profiles, { hint: say.hint })],
    context: { customer: view.customer },
  };
}
