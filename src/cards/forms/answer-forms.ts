import type { Form } from "#cards/card.ts";
import { dayField, lineField, paragraphField } from "#cards/forms/field.ts";
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
      lineField("name", otherContact.name, NAME_LENGTH_MAX, { optional: true }),
      lineField("email", otherContact.email, EMAIL_LENGTH_MAX, { optional: true }),
      lineField("phone", otherContact.phone, PHONE_LENGTH_MAX, { optional: true }),
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
  const hint = typeof own.hint === "string" ? own.hint : own.hint(view.latest);
  return {
    name,
    title: own.title,
    submit: own.submit,
    cancel: say.cancel,
    intro: say.forCustomer(view.customer),
    fields: [dayField("day", own.day, { value: view.day, hint })],
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
    fields: [paragraphField("text", say.comment.text, COMMENT_LENGTH_MAX, { hint: say.privacyHint })],
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
    fields: [lineField("why", say.askByHand.why, WHY_LENGTH_MAX, { hint: say.askByHand.whyHint })],
    context: contextOf(subject),
  };
}
