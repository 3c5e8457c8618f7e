import type { Form } from "#cards/card.ts";
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
  const about = say.forCustomer(view.customer);
  return {
    name: "hold",
    title: hold.title,
    submit: hold.submit,
    cancel: say.cancel,
    intro: view.next === null ? about : `${about} ${hold.next(view.next)}`,
    fields: [
      {
        is: "choice",
        name: "reason",
        label: hold.reason,
        options: view.reasons.map((value) => ({ label: words.say.capital(words.common.holdReasons[value]), value })),
      },
      {
        is: "day",
        name: "until",
        label: hold.until,
        hint: view.latest === null ? hold.untilHintFinance : hold.untilHint(view.latest),
        value: view.day,
      },
      {
        is: "paragraph",
        name: "comment",
        label: hold.comment,
        hint: say.privacyHint,
        optional: true,
        lengthMax: COMMENT_LENGTH_MAX,
      },
    ],
    context: contextOf(view.subject),
  };
}
