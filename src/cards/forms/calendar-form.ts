import type { Form } from "#cards/card.ts";
import type { Words } from "#i18n/words.ts";

/** Addresses of calendars are long: they hold their own key. */
export const CALENDAR_ADDRESS_LENGTH_MAX = 2_000;

/** Field: `address`. What is linked already is not shown: it is a secret. */
export function calendarForm(words: Words): Form {
  const say = words.cards.meetings.form;
  return {
    name: "calendar",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    fields: [
      {
        is: "line",
        name: "address",
        label: say.address,
        hint: say.hint,
        lengthMax: CALENDAR_ADDRESS_LENGTH_MAX,
      },
    ],
    context: {},
  };
}
