import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { PauseFacts } from "#i18n/control/stops/messages.ts";
import type { Words } from "#i18n/words.ts";

export interface StoppedCustomer {
  readonly customer: CustomerName;
  readonly reason: HoldReason;
  readonly invoice: string | null;
  readonly until: Day | null;
  readonly by: string | null;
}

/** Everything that keeps reminders from leaving by somebody's choice (D16). */
export interface StopsView {
  /** `pause` null = the company's setting. */
  readonly pauses: readonly (PauseFacts & { readonly pause: number | null })[];
  readonly holds: readonly StoppedCustomer[];
  /** Of customers, on all pages. */
  readonly holdsTotal: number;
  readonly page: number;
  readonly before: number;
  readonly mayPause: boolean;
  readonly asOf: AsOf;
}

/** What is suspended, for whom, by whom and until when, with the way to resume (`/pause`). */
export function stopsCard(view: StopsView, words: Words): Card {
  const say = words.control.stops;
  const empty = view.pauses.length === 0 && view.holdsTotal === 0;
  return {
    name: "stops",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      ...(empty ? [{ is: "text", text: say.none } as const] : []),
      ...pauseParts(view, words),
      ...(view.holdsTotal === 0
        ? []
        : [{ is: "text", text: [{ text: say.holds(view.holdsTotal), strong: true }] } as const]),
      ...view.holds.map((hold) => holdPart(hold, words)),
      ...controlsPart(view, words),
      asOfPart(view.asOf, words),
    ],
  };
}

function pauseParts(view: StopsView, words: Words): readonly Part[] {
  const say = words.control.stops;
  if (view.pauses.length === 0 || view.page > 0) return [];
  return [
    { is: "text", text: [{ text: say.pauses, strong: true }] },
    ...view.pauses.map((pause): Part => {
      if (!view.mayPause) return { is: "item", text: say.pause(pause) };
      const action = { do: "end-pause", ...(pause.pause === null ? {} : { pause: pause.pause }) } as const;
      const control: Control = { is: "button", label: say.resume, action, confirm: say.resumeConfirm };
      return { is: "item", text: say.pause(pause), control };
    }),
  ];
}

function holdPart({ customer, reason, invoice, until, by }: StoppedCustomer, words: Words): Part {
  const say = words.control.stops;
  return {
    is: "item",
    text: [{ text: customer.name, strong: true }, { text: say.hold(reason, invoice, until, by) }],
    control: { is: "button", label: say.open, action: { do: "show-customer", customer: customer.code } },
  };
}

function controlsPart(view: StopsView, words: Words): readonly Part[] {
  const { buttons } = words.common;
  const left = view.holdsTotal - view.before - view.holds.length;
  const controls: readonly Control[] = [
    ...(view.mayPause
      ? [{ is: "button", label: words.control.stops.suspend, action: { do: "open-form", form: "pause" } } as const]
      : []),
    ...(left > 0
      ? [{ is: "button", label: buttons.next(left), action: { do: "show-stops", page: view.page + 1 } } as const]
      : []),
    ...(view.page > 0 ? [{ is: "button", label: buttons.back, action: { do: "show-stops" } } as const] : []),
  ];
  return controls.length === 0 ? [] : [{ is: "controls", controls }];
}
