import type { Action } from "#cards/action.ts";
import type { Card, Control, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { FinanceSubject } from "#domain/finance-list.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

export interface FinanceLine {
  readonly subject: FinanceSubject;
  /** A task's own title; null = told by what it is. */
  readonly title: string | null;
  readonly customer: CustomerName | null;
  readonly money: readonly Money[];
  readonly since: Day;
  /** A reply that nobody read in time. */
  readonly late: boolean;
}

/** What waits for finance (D17). */
export interface FinanceListView {
  readonly lines: readonly FinanceLine[];
  /** What stands on the pages after this one. */
  readonly rest: readonly FinanceSubject["is"][];
  readonly total: number;
  readonly page: number;
  readonly unowned: number;
  readonly forgotten: number;
  /** Customers on hold, and pauses. */
  readonly holds: number;
  readonly pauses: number;
  readonly asOf: AsOf;
}

/** What waits for finance, the most pressing first, each with its button (`/finances`). */
export function financeListCard(view: FinanceListView, words: Words): Card {
  const say = words.control.finances;
  const title = say.title(view.total);
  return {
    name: "finance-list",
    summary: title,
    parts: [
      view.total === 0 ? { is: "text", text: title } : { is: "heading", text: title },
      ...view.lines.map((line) => financeLinePart(line, view.asOf.today, words)),
      ...(view.rest.length === 0 ? [] : [{ is: "small", text: say.rest(countsOf(view.rest)) } as const]),
      ...pagesPart(view, words),
      ...asideParts(view, words),
      asOfPart(view.asOf, words),
    ],
  };
}

/** One thing that waits, with its button; in the list and in the morning's digest. */
export function financeLinePart(line: FinanceLine, today: Day, words: Words): Part {
  const say = words.control.finances;
  const title = line.title ?? say.line(line.subject.is, line.customer?.name ?? null);
  return {
    is: "item",
    text: [{ text: title, strong: true }, { text: say.details(line.money, line.since, today, line.late) }],
    control: { is: "button", label: say.open, action: actionOf(line) },
  };
}

function actionOf({ subject, customer }: FinanceLine): Action {
  switch (subject.is) {
    case "task":
    case "call":
    case "given-back":
    case "taken-up":
      return { do: "show-ask", ask: subject.ask };
    case "reply":
      return subject.ask === null ? { do: "show-reply", reply: subject.reply } : { do: "show-ask", ask: subject.ask };
    case "bounce":
    case "unallocated":
    case "forgotten":
    case "missing-contact":
      return { do: "show-customer", customer: customer?.code ?? "" };
    default:
      return subject satisfies never;
  }
}

function countsOf(rest: FinanceListView["rest"]): ReadonlyMap<FinanceSubject["is"], number> {
  return new Map([...Map.groupBy(rest, (is) => is)].map(([is, all]) => [is, all.length]));
}

function pagesPart(view: FinanceListView, words: Words): readonly Part[] {
  const { buttons } = words.common;
  const controls: readonly Control[] = [
    ...(view.rest.length === 0
      ? []
      : [
          {
            is: "button",
            label: buttons.next(view.rest.length),
            action: { do: "show-finance-list", page: view.page + 1 },
          } as const,
        ]),
    ...(view.page === 0 ? [] : [{ is: "button", label: buttons.back, action: { do: "show-finance-list" } } as const]),
  ];
  return controls.length === 0 ? [] : [{ is: "controls", controls }];
}

/** What is counted and not ranked: stops, customers of nobody, and that nothing is forgotten. */
function asideParts(view: FinanceListView, words: Words): readonly Part[] {
  const say = words.control.finances;
  const stops: Part = {
    is: "item",
    text: say.stops(view.pauses, view.holds),
    control: { is: "button", label: say.see, action: { do: "show-stops" } },
  };
  const unowned: Part = {
    is: "item",
    text: words.cards.digest.unowned(view.unowned),
    control: { is: "button", label: say.see, action: { do: "show-portfolio", scope: "unowned" } },
  };
  return [
    { is: "line" },
    ...(view.pauses + view.holds === 0 ? [] : [stops]),
    ...(view.unowned === 0 ? [] : [unowned]),
    { is: "text", text: say.forgotten(view.forgotten) },
  ];
}
