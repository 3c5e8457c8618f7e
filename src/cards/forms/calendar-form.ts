import type { Field, Form } from "#cards/card.ts";
import { lineField } from "#cards/forms/field.ts";
import type { Words } from "#i18n/words.ts";

/** Addresses of calendars are long: they hold their own key. */
const CALENDAR_ADDRESS_LENGTH_MAX = 2_000;

/** Field: `address`. What is linked already is not shown: it is a secret. */
export function calendarForm(words: Words): Form {
  const say = words.cards.meetings.form;
  return {
    name: "calendar",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    fields: [lineField("address", say.address, CALENDAR_ADDRESS_LENGTH_MAX, { hint: say.hint })],
    context: {},
  };
}

/** The same within the settings, where leaving it empty changes nothing; `where`: what is linked, as it may be shown. */
export function calendarField(where: string | null, words: Words): Field {
  const say = words.cards.meetings.form;
  const hint = say.inSettings(where);
  return lineField("calendar", say.address, CALENDAR_ADDRESS_LENGTH_MAX, { hint, optional: true });
}
