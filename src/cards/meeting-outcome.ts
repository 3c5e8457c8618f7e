import type { Card } from "#cards/card.ts";
import { promiseMenu } from "#cards/promise-menu.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Money } from "#domain/money.ts";
import type { PromiseDay } from "#domain/promise-days.ts";
import type { Words } from "#i18n/words.ts";

/** "So?", an hour after a meeting with a customer who was late (V12). */
export interface MeetingOutcomeView {
  readonly meeting: number;
  readonly customer: CustomerName;
  readonly firstName: string;
  readonly late: readonly Money[];
  readonly oldestDaysLate: number;
  readonly days: readonly PromiseDay[];
  readonly state:
    | { readonly is: "open" }
    | { readonly is: "settled" }
    | { readonly is: "noted"; readonly what: "promise" | "dispute" | "comment" | "nothing" };
  readonly asOf: AsOf;
}

/** What came of it, in a tap or two; what is noted elsewhere about the customer answers it too. */
export function meetingOutcomeCard(view: MeetingOutcomeView, words: Words): Card {
  const say = words.cards.meetings.outcome;
  const { name } = view.customer;
  const { state } = view;
  if (state.is !== "open") {
    const text = state.is === "noted" ? say.noted(view.firstName, name, state.what) : say.settled(name);
    return { name: "meeting-outcome", summary: text, parts: [{ is: "text", text }, asOfPart(view.asOf, words)] };
  }
  return {
    name: "meeting-outcome",
    summary: say.title(name),
    parts: [
      { is: "heading", text: say.title(name) },
      { is: "text", text: say.wasLate(view.late, view.oldestDaysLate) },
      { is: "controls", controls: answers(view, words) },
      asOfPart(view.asOf, words),
    ],
  };
}

function answers({ meeting, customer: { code: customer }, days }: MeetingOutcomeView, words: Words) {
  const say = words.cards.meetings.outcome;
  const { buttons } = words.common;
  return [
    promiseMenu({ customer }, days, buttons.promise, words),
    { is: "button", label: buttons.dispute, action: { do: "open-form", form: "dispute", customer } },
    { is: "button", label: say.nothingSaidButton, action: { do: "nothing-said", meeting } },
    { is: "button", label: say.commentButton, action: { do: "open-form", form: "comment", customer } },
  ] as const;
}
