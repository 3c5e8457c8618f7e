import type { Form } from "#cards/card.ts";
import { choiceField, dayField, paragraphField } from "#cards/forms/field.ts";
import { COMMENT_LENGTH_MAX, contextOf, type FormSubject } from "#cards/forms/form-context.ts";
import type { Day } from "#domain/calendar.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { Words } from "#i18n/words.ts";

export interface HoldFormView {
  readonly subject: FormSubject;
  readonly customer: string;
  readonly reasons: readonly HoldReason[];
  readonly day: Day;
  /** The last day a rep may give; null = finance, who may give any. */
  readonly latest: Day | null;
  /** The e-mail that would leave, in one line. */
  readonly next: string | null;
}

/** Fields: `reason`, `until`, `comment` (D16). */
export function holdForm(view: HoldFormView, words: Words): Form {
  const say = words.cards.forms;
  const { hold } = say;
  const reasons = view.reasons.map((value) => ({ label: words.say.capital(words.common.holdReasons[value]), value }));
  const about = say.forCustomer(view.customer);
  return {
    name: "hold",
    title: hold.title,
    submit: hold.submit,
    cancel: say.cancel,
    intro: view.next === null ? about : `${about} ${hold.next(view.next)}`,
    fields: [
      choiceField("reason", hold.reason, reasons),
      dayField("until", hold.until, {
        value: view.day,
        hint: view.latest === null ? hold.untilHintFinance : hold.untilHint(view.latest),
      }),
      paragraphField("comment", hold.comment, COMMENT_LENGTH_MAX, { hint: say.privacyHint, optional: true }),
    ],
    context: contextOf(view.subject),
  };
}
