import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** What leaves on the next working day, told the evening before (D9). */
export interface EveningView {
  /** The day on which it leaves. */
  readonly day: Day;
  readonly state:
    | {
        readonly is: "leaves";
        readonly messages: number;
        readonly customers: number;
        readonly totals: readonly Money[];
        readonly asks: number;
        readonly largest: readonly { readonly customer: CustomerName; readonly total: Money }[];
      }
    | { readonly is: "suspended"; readonly pause: number | null; readonly by: string | null }
    | { readonly is: "nothing" }
    | { readonly is: "past" };
  readonly mayPause: boolean;
  readonly asOf: AsOf;
}

/** The evening before: what leaves tomorrow, with the button that pauses it until it was looked at. */
export function eveningCard(view: EveningView, words: Words): Card {
  const parts = statePart(view, words);
  return { name: "evening", summary: summaryOf(view, words), parts: [...parts, asOfPart(view.asOf, words)] };
}

function summaryOf({ day, state, asOf }: EveningView, words: Words): string {
  const say = words.control.evening;
  switch (state.is) {
    case "leaves":
      return say.title(day, asOf.today, state.messages);
    case "suspended":
      return say.suspended(day, state.by);
    case "nothing":
      return say.nothing(day);
    case "past":
      return say.past(day);
  }
}

function statePart(view: EveningView, words: Words): readonly Part[] {
  const say = words.control.evening;
  const { day, state } = view;
  const see = { is: "button", label: say.see, action: { do: "show-preview", on: day } } as const;
  if (state.is === "leaves") {
    const suspend = {
      is: "button",
      label: say.suspend(day, view.asOf.today),
      action: { do: "pause-day", on: day },
      look: "danger",
      confirm: say.confirm(day, state.messages),
    } as const;
    return [
      { is: "heading", text: summaryOf(view, words) },
      { is: "text", text: say.text(state.customers, state.totals, state.asks) },
      ...(state.messages <= state.largest.length ? [] : [{ is: "small", text: say.largest } as const]),
      ...state.largest.map(({ customer, total }): Part => ({
        is: "item",
        text: [{ text: customer.name, strong: true }, { text: say.line(total) }],
      })),
      { is: "controls", controls: view.mayPause ? [see, suspend] : [see] },
    ];
  }
  const text: Part = { is: "text", text: summaryOf(view, words) };
  if (state.is === "suspended" && state.pause !== null && view.mayPause) {
    const resume = { is: "button", label: say.resume, action: { do: "end-pause", pause: state.pause } } as const;
    return [text, { is: "controls", controls: [see, resume] }];
  }
  return state.is === "past" ? [text] : [text, { is: "controls", controls: [see] }];
}
