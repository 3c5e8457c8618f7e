import type { Form } from "#cards/card.ts";
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
      { is: "day", name: "from", label: say.from, value: today },
      { is: "day", name: "until", label: say.until, value: today },
      {
        is: "line",
        name: "delegate",
        label: say.delegate,
        hint: say.delegateHint,
        optional: true,
        lengthMax: NAME_LENGTH_MAX,
      },
    ],
    context: {},
  };
}
