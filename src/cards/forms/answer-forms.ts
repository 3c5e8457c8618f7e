import type { Form } from "#cards/card.ts";
import { COMMENT_LENGTH_MAX, contextOf, type FormSubject } from "#cards/forms/form-context.ts";
import type { Day } from "#domain/calendar.ts";
import type { Words } from "#i18n/words.ts";

const NAME_LENGTH_MAX = 100;
const EMAIL_LENGTH_MAX = 254;
const PHONE_LENGTH_MAX = 40;
const WHY_LENGTH_MAX = 200;

/** Fields: `name`, `email`, `phone`. */
export function otherContactForm(subject: FormSubject, customer: string, words: Words): Form {
  const say = words.cards.forms;
  const { otherContact } = say;
  return {
    name: "other-contact",
    title: otherContact.title,
    submit: otherContact.submit,
    cancel: say.cancel,
    intro: `${say.forCustomer(customer)} ${otherContact.intro}`,
    fields: [
      { is: "line", name: "name", label: otherContact.name, optional: true, lengthMax: NAME_LENGTH_MAX },
      { is: "line", name: "email", label: otherContact.email, optional: true, lengthMax: EMAIL_LENGTH_MAX },
      { is: "line", name: "phone", label: otherContact.phone, optional: true, lengthMax: PHONE_LENGTH_MAX },
    ],
    context: contextOf(subject),
  };
}

/** One field, `day`: of a visit, of the next try, of coming back to it. `latest` only for "later". */
export function dayForm(
  name: "visit" | "later" | "no-answer",
  view: { readonly subject: FormSubject; readonly customer: string; readonly day: Day; readonly latest: Day },
  words: Words,
): Form {
  const say = words.cards.forms;
  const own = { visit: say.visit, later: say.later, "no-answer": say.noAnswer }[name];
  return {
    name,
    title: own.title,
    submit: own.submit,
    cancel: say.cancel,
    intro: say.forCustomer(view.customer),
    fields: [
      {
        is: "day",
        name: "day",
        label: own.day,
        hint: typeof own.hint === "string" ? own.hint : own.hint(view.latest),
        value: view.day,
      },
    ],
    context: contextOf(view.subject),
  };
}

/** One field: `text`. */
export function commentForm(subject: FormSubject, customer: string, words: Words): Form {
  const say = words.cards.forms;
  return {
    name: "comment",
    title: say.comment.title,
    submit: say.comment.submit,
    cancel: say.cancel,
    intro: say.forCustomer(customer),
    fields: [
      {
        is: "paragraph",
        name: "text",
        label: say.comment.text,
        hint: say.privacyHint,
        lengthMax: COMMENT_LENGTH_MAX,
      },
    ],
    context: contextOf(subject),
  };
}

/** One field: `why`. `owner` null = finance gets the call. */
export function askByHandForm(subject: FormSubject, customer: string, owner: string | null, words: Words): Form {
  const say = words.cards.forms;
  return {
    name: "ask-by-hand",
    title: say.askByHand.title,
    submit: say.askByHand.submit,
    cancel: say.cancel,
    intro: say.askByHand.intro(customer, owner),
    fields: [
      { is: "line", name: "why", label: say.askByHand.why, hint: say.askByHand.whyHint, lengthMax: WHY_LENGTH_MAX },
    ],
    context: contextOf(subject),
  };
}
