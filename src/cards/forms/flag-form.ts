import type { Form } from "#cards/card.ts";
import { paragraphField } from "#cards/forms/field.ts";
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
      paragraphField("comment", say.comment, COMMENT_LENGTH_MAX, {
        hint: words.cards.forms.privacyHint,
        optional: true,
      }),
    ],
    context: { reminder: view.reminder },
  };
}
