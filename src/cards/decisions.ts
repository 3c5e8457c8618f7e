import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import { DISPUTE_OUTCOMES } from "#domain/dispute.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** What waits for the reader's decision, and only that. */
export interface DecisionsView {
  readonly scope: string;
  /** Whether the reader may see the report that this was opened from. */
  readonly canGoBack: boolean;
  readonly lines: readonly DecisionLine[];
  readonly total: number;
  readonly asOf: AsOf;
}

export type DecisionLine = { readonly since: Day } & (
  | { readonly is: "dispute"; readonly dispute: number; readonly customer: string; readonly amount: Money }
  | { readonly is: "call"; readonly ask: number; readonly customer: string }
  /** Answered in the list by yes or no; the other tasks open as their own card. */
  | { readonly is: "promise" | "task"; readonly ask: number; readonly title: string }
);

/** The decisions of a report, each with its answer beside it. */
export function decisionsCard(view: DecisionsView, words: Words): Card {
  const say = words.cards.report;
  const title = view.total === 0 ? say.decide.none : say.decide.title(view.total);
  const others = view.total - view.lines.length;
  const back: Control = {
    is: "button",
    label: say.decide.back,
    action: { do: "show-cash-report", scope: view.scope },
  };
  return {
    name: "decisions",
    summary: title,
    parts: [
      view.total === 0 ? { is: "text", text: title } : { is: "heading", text: title },
      ...view.lines.map((line) => linePart(line, view.asOf.today, words)),
      ...(others === 0 ? [] : [{ is: "small", text: say.others(others) } as const]),
      ...(view.canGoBack ? [{ is: "controls", controls: [back] } as const] : []),
      asOfPart(view.asOf, words),
    ],
  };
}

function linePart(line: DecisionLine, today: Day, words: Words): Part {
  const say = words.cards.report.decide;
  return {
    is: "item",
    text: [{ text: titleOf(line, words), strong: true }, { text: `, ${say.since(line.since, today)}` }],
    control: controlOf(line, words),
  };
}

function titleOf(line: DecisionLine, words: Words): string {
  const say = words.cards.report.decide;
  if (line.is === "dispute") return say.dispute(line.customer, line.amount);
  return line.is === "call" ? say.call(line.customer) : line.title;
}

function controlOf(line: DecisionLine, words: Words): Control {
  const say = words.cards.report.decide;
  if (line.is === "dispute") {
    const { close } = words.cards.disputes;
    return {
      is: "menu",
      label: say.menu,
      options: [
        ...DISPUTE_OUTCOMES.map((outcome) => ({
          label: close[outcome],
          action: { do: "close-dispute", dispute: line.dispute, outcome } as const,
        })),
        { label: say.open, action: { do: "show-dispute", dispute: line.dispute } },
      ],
    };
  }
  const { ask } = line;
  if (line.is !== "promise") return { is: "button", label: say.open, action: { do: "show-ask", ask } };
  const { approve, refuse } = words.cards.tasks.approvePromise;
  return {
    is: "menu",
    label: say.menu,
    options: [
      { label: approve, action: { do: "approve-promise", ask } },
      { label: refuse, action: { do: "refuse-promise", ask } },
      { label: say.open, action: { do: "show-ask", ask } },
    ],
  };
}
