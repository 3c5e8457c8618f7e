import type { Action } from "#cards/action.ts";
import type { Card, Control, Part } from "#cards/card.ts";
import { placeSaid } from "#cards/forecast.ts";
import { asOfPart, type AsOf } from "#cards/view.ts";
import type { Day } from "#domain/calendar.ts";
import type { ForecastMethod, ForecastPlace, ForecastWeek } from "#domain/forecast.ts";
import type { Currency } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** One amount expected from one invoice, and why then. */
export interface ForecastLineView {
  readonly customer: { readonly code: string; readonly name: string };
  readonly number: string;
  readonly minor: bigint;
  readonly due: Day;
  /** The payment day; null for what is disputed. */
  readonly expectedOn: Day | null;
  readonly method: ForecastMethod | null;
  readonly delayDays: number | null;
}

/** One page of what a place of the forecast is made of, the largest amounts first. */
export interface ForecastLinesView {
  readonly scope: string;
  readonly scopeName: string;
  readonly place: ForecastPlace;
  readonly currency: Currency;
  readonly weeks: readonly Pick<ForecastWeek, "week" | "from" | "until">[];
  readonly lines: readonly ForecastLineView[];
  readonly total: number;
  readonly amount: bigint;
  readonly page: number;
  readonly more: number;
  readonly asOf: AsOf;
}

/** A week of the forecast, invoice by invoice, each with its method (R4). */
export function forecastLinesCard(view: ForecastLinesView, words: Words): Card {
  const say = words.cards.forecast;
  const place = placeSaid(view.place, view.weeks);
  const title = say.linesTitle(place, view.total, { minor: view.amount, currency: view.currency });
  return {
    name: "forecast-lines",
    summary: title,
    parts: [
      { is: "heading", text: title },
      { is: "small", text: say.title(view.scopeName) },
      ...view.lines.map((line) => linePart(line, view, words)),
      { is: "controls", controls: controlsOf(view, words) },
      asOfPart(view.asOf, words),
    ],
  };
}

function linePart(line: ForecastLineView, { currency }: ForecastLinesView, words: Words): Part {
  const say = words.cards.forecast;
  const { code, name } = line.customer;
  return {
    is: "item",
    text: [
      { text: name, strong: true },
      { text: say.invoice(line.number, { minor: line.minor, currency }, line.expectedOn) },
      { text: ` (${say.because(line.method, line.due, line.delayDays)})` },
    ],
    control: {
      is: "button",
      label: words.control.stops.open,
      action: { do: "show-customer", customer: code },
    },
  };
}

function controlsOf(view: ForecastLinesView, words: Words): readonly Control[] {
  const { scope, currency, place, page, more } = view;
  const { buttons } = words.common;
  const button = (label: string, action: Action): Control => ({ is: "button", label, action });
  const whole = { do: "show-forecast", scope, currency } as const;
  return [
    ...(more === 0 ? [] : [button(buttons.next(more), { ...whole, in: place, page: page + 1 })]),
    ...(page === 0 ? [] : [button(buttons.back, { ...whole, in: place })]),
    button(words.cards.forecast.back, whole),
  ];
}
