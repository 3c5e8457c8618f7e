import type { Action } from "#cards/action.ts";
import type { Card, Control, Part } from "#cards/card.ts";
import { asOfText, type AsOf } from "#cards/view.ts";
import { isoWeek } from "#domain/calendar.ts";
import {
  FORECAST_METHODS,
  type Forecast,
  type ForecastError,
  type ForecastMethod,
  type ForecastPlace,
  type ForecastSum,
  type ForecastWeek,
} from "#domain/forecast.ts";
import { toDecimal, type Currency, type Money } from "#domain/money.ts";
import type { PlaceSaid } from "#i18n/cards/forecast/messages.ts";
import type { Words } from "#i18n/words.ts";

/** The forecast of a scope in one currency; amounts of two currencies are never summed. */
export interface ForecastView {
  /** As it goes into buttons. */
  readonly scope: string;
  readonly scopeName: string;
  /** Null = nothing is open. */
  readonly forecast: Forecast | null;
  readonly errors: readonly ForecastError[];
  /** All currencies of the scope, this one too. */
  readonly currencies: readonly Currency[];
  readonly asOf: AsOf;
}

/** `/previsionnel` (R4): a chart, the weeks with a way into each, the method, and what the last forecasts got wrong. */
export function forecastCard(view: ForecastView, words: Words): Card {
  const say = words.cards.forecast;
  const { forecast, scopeName } = view;
  const title = say.title(scopeName);
  if (forecast === null) {
    return {
      name: "forecast",
      summary: say.nothing,
      parts: [
        { is: "heading", text: title },
        { is: "text", text: say.nothing },
        ...errorParts(view, words),
        refreshPart(view, words),
      ],
    };
  }
  const money = (minor: bigint) => ({ minor, currency: forecast.currency });
  return {
    name: "forecast",
    summary: say.summary(scopeName, money(forecast.weeks[0]?.expected ?? 0n)),
    parts: [
      { is: "heading", text: title },
      forecastChart(forecast, words),
      ...placeParts(view, forecast, words),
      ...methodParts(forecast, words),
      ...errorParts(view, words),
      ...currencyControls(view, forecast, words),
      { is: "small", text: say.asOfDay(view.asOf.today) },
      refreshPart(view, words),
    ],
  };
}

/** The weeks as a chart, promised and by habit; also for reports. */
export function forecastChart({ currency, weeks }: Forecast, words: Words): Part {
  const say = words.cards.forecast;
  const money = (minor: bigint): Money => ({ minor, currency });
  const point = (minor: bigint) => ({ value: Number(toDecimal(money(minor))), said: words.say.money(money(minor)) });
  return {
    is: "chart",
    chart: {
      kind: "stacked-bars",
      title: say.chart.title(currency),
      labels: weeks.map(({ from }) => say.chart.week(isoWeek(from).week)),
      series: [
        { name: say.chart.promised, points: weeks.map(({ promised }) => point(promised)) },
        { name: say.chart.habits, points: weeks.map(({ expected, promised }) => point(expected - promised)) },
      ],
      inWords: say.chart.inWords(
        weeks.map(({ from, expected }) => ({ week: isoWeek(from).week, expected: money(expected) })),
      ),
    },
  };
}

const APART = ["should-have-come", "later", "disputed"] as const;

/** A place as sentences name it; `current` = the week of the day asked. */
export function placeSaid(
  place: ForecastPlace,
  weeks: readonly Pick<ForecastWeek, "week" | "from" | "until">[],
): PlaceSaid {
  const apart = APART.find((each) => each === place);
  if (apart !== undefined) return { is: apart };
  const at = weeks.findIndex(({ week }) => week === place);
  const week = weeks[at];
  if (week === undefined) throw new Error(`The forecast has no week ${place}.`);
  return { is: "week", week: isoWeek(week.from).week, from: week.from, until: week.until, current: at === 0 };
}

function placeParts(view: ForecastView, forecast: Forecast, words: Words): readonly Part[] {
  const say = words.cards.forecast;
  const { currency, weeks } = forecast;
  const lines = linesOf(forecast);
  const options = lines
    .filter(({ expected }) => expected > 0n)
    .map(({ place }) => ({
      label: say.place(placeSaid(place, weeks)),
      action: { do: "show-forecast", scope: view.scope, in: place, currency } as const,
    }));
  return [
    ...lines.map((line) => ({ is: "item", text: lineText(line, forecast, words) }) as const),
    { is: "controls", controls: [{ is: "menu", label: say.details, options }] },
  ];
}

interface Line extends Pick<ForecastSum, "expected" | "promised"> {
  readonly place: ForecastPlace;
  readonly invoices: number | null;
}

/** Every week, and the other places that hold anything. */
function linesOf({ weeks, later, shouldHaveCome, disputed }: Forecast): readonly Line[] {
  const others: readonly Line[] = [
    { place: "later", ...later },
    { place: "should-have-come", ...shouldHaveCome },
    { place: "disputed", expected: disputed, promised: 0n, invoices: null },
  ];
  return [
    ...weeks.map((week): Line => ({ ...week, place: week.week })),
    ...others.filter(({ expected }) => expected > 0n),
  ];
}

function lineText(line: Line, { currency, weeks }: Forecast, words: Words): string {
  const say = words.cards.forecast;
  const money = (minor: bigint) => ({ minor, currency });
  const named = placeSaid(line.place, weeks);
  if (line.expected === 0n) return say.emptyLine(named);
  return say.line(named, money(line.expected), line.promised === 0n ? null : money(line.promised), line.invoices);
}

function methodParts(forecast: Forecast, words: Words): readonly Part[] {
  const say = words.cards.forecast;
  const { currency, weeks, later, shouldHaveCome } = forecast;
  const sums = [...weeks, later, shouldHaveCome];
  const total = (method: ForecastMethod) => sums.reduce((sum, { byMethod }) => sum + byMethod[method], 0n);
  const said = FORECAST_METHODS.map((method) => [method, total(method)] as const)
    .filter(([, minor]) => minor > 0n)
    .map(([method, minor]) => say.methodPart({ minor, currency }, method));
  return said.length === 0 ? [] : [{ is: "small", text: say.methods(said) }];
}

function errorParts({ errors }: ForecastView, words: Words): readonly Part[] {
  const say = words.cards.forecast;
  const lines = errors.map((error) => ({ is: "item", text: errorText(error, words) }) as const);
  return [
    { is: "line" },
    { is: "text", text: [{ text: say.errorsTitle, strong: true }] },
    ...(lines.length === 0 ? [{ is: "text", text: say.noErrors } as const] : lines),
    ...(lines.length === 0 ? [] : [{ is: "small", text: say.errorsNote } as const]),
  ];
}

/** "Semaine 47 : 100 000 € attendus, 92 000 € reçus, soit 8 % de moins"; also for reports. */
export function errorText(
  { currency, from, expected, collected, percent, madeOn }: ForecastError,
  words: Words,
): string {
  return words.cards.forecast.error({
    week: isoWeek(from).week,
    expected: { minor: expected, currency },
    collected: { minor: collected, currency },
    percent,
    madeOn,
  });
}

function currencyControls(view: ForecastView, { currency }: Forecast, words: Words): readonly Part[] {
  const others = view.currencies.filter((other) => other !== currency);
  if (others.length === 0) return [];
  const action = (other: Currency): Action => ({ do: "show-forecast", scope: view.scope, currency: other });
  const menu: Control = {
    is: "menu",
    label: words.cards.forecast.otherCurrency,
    options: others.map((other) => ({ label: other, action: action(other) })),
  };
  return [{ is: "controls", controls: [menu] }];
}

function refreshPart({ scope, forecast, asOf }: ForecastView, words: Words): Part {
  return {
    is: "item",
    text: asOfText(asOf, words),
    control: {
      is: "button",
      label: words.common.buttons.refresh,
      action: { do: "show-forecast", scope, ...(forecast === null ? {} : { currency: forecast.currency }) },
    },
  };
}
