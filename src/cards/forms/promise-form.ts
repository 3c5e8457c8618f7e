import type { Field, Form } from "#cards/card.ts";
import { choiceField, dayField, paragraphField } from "#cards/forms/field.ts";
import { COMMENT_LENGTH_MAX, contextOf, typedAmount, type FormSubject } from "#cards/forms/form-context.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** A promise to note, or one to move: then its day and amount are filled in. */
export interface PromiseFormView {
  readonly subject: FormSubject;
  readonly customer: string;
  /** What can be promised, per currency, the largest first. */
  readonly owed: readonly Money[];
  readonly due: Day;
  /** What a customer's mail names; left out: all that is owed. */
  readonly amount?: Money | null;
  /** Set when a promise moves: only its day is asked. */
  readonly moving: Money | null;
}

/**
 * Fields: `due`; unless a promise moves also `amount` (filled with all that is owed), `currency` when there are several,
 * and `comment`.
 */
export function promiseForm(view: PromiseFormView, words: Words): Form {
  const say = words.cards.forms;
  const due = dayField("due", say.promise.due, { value: view.due, hint: say.promise.longHint });
  return {
    name: "promise",
    title: view.moving === null ? say.promise.title : say.promise.moveTitle,
    submit: say.promise.submit,
    cancel: say.cancel,
    intro: say.owed(view.customer, view.moving === null ? view.owed : [view.moving]),
    fields:
      view.moving === null ? [due, ...amountFields(view.owed, view.amount ?? null, words), commentField(words)] : [due],
    context: {
      ...contextOf(view.subject),
      ...(view.owed.length === 1 ? { currency: view.owed[0]?.currency ?? null } : {}),
    },
  };
}

function amountFields(owed: readonly Money[], said: Money | null, words: Words): readonly Field[] {
  const say = words.cards.forms.promise;
  const [first] = owed;
  if (first === undefined) return [];
  const amount: Field = {
    is: "amount",
    name: "amount",
    label: say.amount,
    hint: say.amountHint(first),
    value: typedAmount(said?.currency === first.currency ? said : first, words),
    currency: first.currency,
  };
  if (owed.length === 1) return [amount];
  const currencies = owed.map((money) => ({ label: words.say.money(money), value: money.currency }));
  return [choiceField("currency", say.currency, currencies, { value: first.currency }), amount];
}

function commentField(words: Words): Field {
  const say = words.cards.forms;
  return paragraphField("comment", say.promise.comment, COMMENT_LENGTH_MAX, {
    hint: say.privacyHint,
    optional: true,
  });
}
