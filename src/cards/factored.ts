import type { Card, Part } from "#cards/card.ts";
import { asOfPart, type AsOf, type CustomerName } from "#cards/view.ts";
import type { Factoring } from "#domain/invoice.ts";
import type { Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** Open invoices that a factor has financed (P10): what we collect, then what the factor collects. */
export interface FactoredView {
  readonly ours: FactoredShare;
  readonly notified: FactoredShare;
  readonly lines: readonly FactoredLine[];
  readonly page: number;
  /** How many lines the next pages hold. */
  readonly after: number;
  readonly asOf: AsOf;
}

export interface FactoredShare {
  readonly invoices: number;
  readonly amounts: readonly Money[];
}

export interface FactoredLine {
  readonly id: number;
  readonly customer: CustomerName;
  readonly number: string;
  readonly residual: Money;
  readonly daysLate: number;
  readonly factoring: Exclude<Factoring, "none">;
}

/** The open invoices ceded to a factor, those for us to collect first (P10). */
export function factoredCard(view: FactoredView, words: Words): Card {
  const say = words.notes.factored;
  const isEmpty = view.ours.invoices + view.notified.invoices === 0;
  return {
    name: "factored",
    summary: isEmpty ? say.none : say.title,
    parts: [
      { is: "heading", text: say.title },
      ...(isEmpty ? [{ is: "text", text: say.none } as const] : [facts(view, words)]),
      ...view.lines.map((line) => lineOf(line, words)),
      ...(view.after === 0 ? [] : [next(view, words)]),
      asOfPart(view.asOf, words),
    ],
  };
}

function facts({ ours, notified }: FactoredView, words: Words): Part {
  const say = words.notes.factored;
  const fact = (label: string, { amounts, invoices }: FactoredShare) =>
    invoices === 0 ? [] : [{ label, value: say.totals(amounts, invoices) }];
  return { is: "facts", facts: [...fact(say.ours, ours), ...fact(say.notified, notified)] };
}

function lineOf({ customer, number, residual, daysLate, factoring }: FactoredLine, words: Words): Part {
  const say = words.notes.factored;
  return {
    is: "item",
    text: `${say.line(customer.name, number, residual, daysLate)} (${say.tags[factoring]})`,
    control: {
      is: "button",
      label: words.control.stops.open,
      action: { do: "show-customer", customer: customer.code },
    },
  };
}

function next({ page, after }: FactoredView, words: Words): Part {
  const label = words.common.buttons.next(after);
  return {
    is: "controls",
    controls: [{ is: "button", label, action: { do: "show-factored", page: page + 1 } }],
  };
}
