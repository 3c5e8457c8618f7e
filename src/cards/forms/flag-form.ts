import type { Form } from "#cards/card.ts";
import { COMMENT_LENGTH_MAX } from "#cards/forms/form-context.ts";
import type { Words } from "#i18n/words.ts";

/** Field: `comment`. */
export function flagForm(view: { readonly reminder: number; readonly customer: string }, words: Words): Form {
  const say = words.control.effect.form;
  return {
    name: "badly-received",
    title: say.title,
    submit: say.submit,
    cancel: words.cards.forms.cancel,
    intro: say.intro(view.customer),
    fields: [
      {
        is: "paragraph",
        name: "comment",
        label: say.comment,
        hint: words.cards.forms.privacyHint,
        optional: true,
        lengthMax: COMMENT_LENGTH_MAX,
      },
    ],
    context: { reminder: view.reminder },
  };
}
