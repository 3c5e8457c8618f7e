import type { Action } from "#cards/action.ts";
import type { Card, Control, Part } from "#cards/card.ts";
import { asOfText, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";
import type { Happening } from "#i18n/cards/timeline/messages.ts";
import type { Words } from "#i18n/words.ts";

export interface TimelineEntry {
  readonly day: Day;
  readonly happening: Happening;
  readonly who: string | null;
  readonly undone: boolean;
  /** What it opens: a mail or a letter as it was sent. */
  readonly opens: Action | null;
}

/** What comes next, soonest first. */
export type Coming =
  | { readonly is: "step"; readonly step: StepName; readonly day: Day }
  | { readonly is: "promise"; readonly amount: Money; readonly day: Day }
  | { readonly is: "answer"; readonly invoice: string; readonly day: Day }
  | { readonly is: "hold-ends"; readonly day: Day };

/** The history of a customer or one of its invoices, one page of it, and what comes next (V7). */
export interface TimelineView {
  readonly customer: CustomerName;
  readonly invoice: { readonly id: number; readonly number: string } | null;
  readonly coming: readonly Coming[];
  readonly entries: readonly TimelineEntry[];
  readonly page: number;
  readonly more: number;
  readonly asOf: AsOf;
}

/** A customer's story, or one invoice's, the latest first. */
export function timelineCard(view: TimelineView, words: Words): Card {
  const say = words.cards.timeline;
  const title = say.title(view.customer.name, view.invoice?.number ?? null);
  return {
    name: "timeline",
    summary: title,
    parts: [
      { is: "heading", text: title },
      ...(view.page === 0 ? comingParts(view, words) : []),
      { is: "text", text: [{ text: say.past, strong: true }] },
      ...(view.entries.length === 0 ? [{ is: "text", text: say.empty } as const] : []),
      ...view.entries.map((entry) => entryPart(entry, words)),
      { is: "controls", controls: controlsOf(view, words) },
      { is: "small", text: asOfText(view.asOf, words) },
    ],
  };
}

function comingParts(view: TimelineView, words: Words): readonly Part[] {
  const say = words.cards.timeline;
  const lines = view.coming.length === 0 ? [say.nothingNext] : view.coming.map((each) => comingText(each, view, words));
  return [
    { is: "text", text: [{ text: say.next, strong: true }] },
    ...lines.map((text) => ({ is: "item", text }) as const),
  ];
}

function comingText(coming: Coming, view: TimelineView, words: Words): string {
  const say = words.cards.timeline;
  switch (coming.is) {
    case "step":
      return say.nextStep(coming.step, coming.day, view.asOf.today);
    case "promise":
      return say.nextPromise(coming.amount, coming.day);
    case "answer":
      return say.nextAnswer(coming.invoice, coming.day);
    case "hold-ends":
      return say.nextHoldEnds(coming.day);
  }
}

function entryPart(entry: TimelineEntry, words: Words): Part {
  const text = entryText(entry, words);
  if (entry.opens === null) return { is: "item", text };
  return { is: "item", text, control: { is: "button", label: words.cards.timeline.open, action: entry.opens } };
}

function entryText(entry: TimelineEntry, words: Words) {
  const say = words.cards.timeline;
  const text = say.entry(words.say.day(entry.day, "full"), say.tell(entry.happening), entry.who);
  return entry.undone ? [{ text, struck: true }, { text: say.undone }] : text;
}

function controlsOf(view: TimelineView, words: Words): readonly Control[] {
  const { buttons } = words.common;
  const about = {
    do: "show-timeline",
    customer: view.customer.code,
    ...(view.invoice === null ? {} : { invoice: view.invoice.id }),
  } as const;
  return [
    {
      is: "button",
      label: words.cards.tasks.openCustomer,
      action: { do: "show-customer", customer: view.customer.code },
    },
    ...(view.more === 0
      ? []
      : [{ is: "button", label: buttons.next(view.more), action: { ...about, page: view.page + 1 } } as const]),
    ...(view.page === 0 ? [] : [{ is: "button", label: buttons.back, action: about } as const]),
  ];
}
