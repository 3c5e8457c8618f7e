import type { Form } from "#cards/card.ts";
import { dayField, lineField } from "#cards/forms/field.ts";
import type { Day } from "#domain/calendar.ts";
import type { Words } from "#i18n/words.ts";

const NAME_LENGTH_MAX = 200;

/** Fields: `from` and `until` (days), `delegate` (a name or an address, or nothing). */
export function absenceForm(today: Day, words: Words): Form {
  const say = words.cards.clock.absence.form;
  return {
    name: "absence",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    fields: [
      dayField("from", say.from, { value: today }),
      dayField("until", say.until, { value: today }),
      lineField("delegate", say.delegate, NAME_LENGTH_MAX, { hint: say.delegateHint, optional: true }),
    ],
    context: {},
  };
}
