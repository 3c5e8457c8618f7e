import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Words } from "#i18n/words.ts";

/** One e-mail that is about to leave, as its customer will read it. */
export interface LeavingView {
  readonly step: StepName;
  readonly day: Day;
  readonly total: Money;
  readonly invoices: number;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

export interface ReminderPreviewView {
  readonly customer: CustomerName;
  /** One per seller and currency; none = nothing leaves soon. */
  readonly leaving: readonly LeavingView[];
  readonly mayHold: boolean;
  readonly asOf: AsOf;
}

const TEXT_LENGTH_MAX = 2000;

/** The next reminder, before it leaves: day, level, text, and a way to wait (V14). */
export function reminderPreviewCard(view: ReminderPreviewView, words: Words): Card {
  const say = words.cards.customer.reminder;
  const { code, name } = view.customer;
  const title = view.leaving.length === 0 ? say.none(name) : say.title(name);
  const hold: Part = {
    is: "controls",
    controls: [
      {
        is: "button",
        label: words.common.buttons.wait,
        action: { do: "open-form", form: "hold", customer: code },
      },
    ],
  };
  return {
    name: "reminder-preview",
    summary: title,
    parts: [
      view.leaving.length === 0 ? { is: "text", text: title } : { is: "heading", text: title },
      ...view.leaving.flatMap((leaving) => leavingParts(leaving, view.asOf.today, words)),
      ...(view.leaving.length > 0 && view.mayHold ? [hold] : []),
      asOfPart(view.asOf, words),
    ],
  };
}

function leavingParts(leaving: LeavingView, today: Day, words: Words): readonly Part[] {
  const say = words.cards.customer.reminder;
  const { step, day, total, invoices, to, subject, text } = leaving;
  const cut = text.length > TEXT_LENGTH_MAX ? `${text.slice(0, TEXT_LENGTH_MAX)}…` : text;
  return [
    { is: "text", text: say.leaves(step, day, today, total, invoices) },
    { is: "small", text: say.to(to) },
    { is: "text", text: [{ text: say.subject(subject), strong: true }] },
    { is: "quote", text: cut },
  ];
}
