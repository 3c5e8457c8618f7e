import type { Day } from "#domain/calendar.ts";
import {
  expectedOn,
  forecastsFrom,
  type Forecast,
  type ForecastError,
  type ForecastMethod,
  type ForecastPlace,
  type ForecastSum,
} from "#domain/forecast.ts";
import { toDecimal, type Currency } from "#domain/money.ts";
import { forecastLines, forecastRows, type ForecastBasis } from "#store/forecast.ts";
import type { Context } from "#usecases/context.ts";
import { basisOf, forecastErrors } from "#usecases/reports/forecast.ts";

import { customersOfScope } from "#usecases/reports/report-scope.ts";
import { scopeNamed } from "#usecases/reports/show-figures.ts";

export interface ForecastFiguresAsked {
  readonly asOf: Day;
  /** "person:EMAIL", "team:EMAIL", "seller:CODE"; null = the company. */
  readonly scope: string | null;
  readonly weeks: number;
  /** Every expected amount too, invoice by invoice. */
  readonly lines: boolean;
}

/** Amounts as decimals in the currency's own digits. */
export interface SumFigures {
  readonly expected: string;
  readonly promised: string;
  readonly byMethod: Readonly<Record<ForecastMethod, string>>;
  readonly invoices: number;
}

export interface LineFigures {
  /** A week ("2026-W49"), "should-have-come", "later" or "disputed". */
  readonly in: ForecastPlace;
  readonly customer: string;
  readonly invoice: string;
  readonly amount: string;
  readonly due: Day;
  /** The payment day; null for what is disputed. */
  readonly expectedOn: Day | null;
  readonly method: ForecastMethod | null;
  readonly delayDays: number | null;
}

export interface ForecastFigures {
  readonly asOf: Day;
  readonly currencies: Readonly<
    Record<
      Currency,
      {
        readonly weeks: readonly ({ readonly week: string; readonly from: Day; readonly until: Day } & SumFigures)[];
        readonly later: SumFigures;
        readonly shouldHaveCome: SumFigures;
        readonly disputed: string;
        /** The last four whole weeks: what was said and what came; `madeOn` null = worked out afterwards. */
        readonly errors: readonly ErrorFigures[];
        readonly lines?: readonly LineFigures[];
      }
    >
  >;
}

export interface ErrorFigures {
  readonly week: string;
  readonly expected: string;
  readonly collected: string;
  readonly percent: number | null;
  readonly madeOn: Day | null;
}

/** More than any ledger has open; an answer without end would take the memory of the service. */
const LINES_MAX = 200_000;

/** The forecast as programs read it; `unknown-scope` when nobody and nothing has that name. */
export async function forecastFigures(
  context: Context,
  asked: ForecastFiguresAsked,
): Promise<ForecastFigures | "unknown-scope"> {
  const { asOf, weeks } = asked;
  const scope = await scopeNamed(context, asked.scope);
  const filter = scope === null ? null : await customersOfScope(context, scope);
  if (scope === null || filter === null) return "unknown-scope";
  const basis = await basisOf(context, filter, asOf, weeks);
  const forecasts = forecastsFrom(await forecastRows(context.store.db, basis), asOf, weeks);
  const errors = Map.groupBy(await forecastErrors(context, scope, asOf), ({ currency }) => currency);
  const currencies: [Currency, ForecastFigures["currencies"][Currency]][] = [];
  for (const forecast of forecasts) {
    const { currency } = forecast;
    const figures = figuresOf(forecast, errors.get(currency) ?? []);
    const lines = asked.lines ? { lines: await linesOf(context, basis, currency) } : {};
    currencies.push([currency, { ...figures, ...lines }]);
  }
  return { asOf, currencies: Object.fromEntries(currencies) };
}

function figuresOf(forecast: Forecast, errors: readonly ForecastError[]): ForecastFigures["currencies"][Currency] {
  const { currency } = forecast;
  const decimal = (minor: bigint) => toDecimal({ minor, currency });
  const sum = ({ expected, promised, byMethod, invoices }: ForecastSum): SumFigures => ({
    expected: decimal(expected),
    promised: decimal(promised),
    byMethod: {
      promise: decimal(byMethod.promise),
      "customer-habit": decimal(byMethod["customer-habit"]),
      "segment-habit": decimal(byMethod["segment-habit"]),
      "company-habit": decimal(byMethod["company-habit"]),
      "due-date": decimal(byMethod["due-date"]),
    },
    invoices,
  });
  return {
    weeks: forecast.weeks.map((each) => ({ week: each.week, from: each.from, until: each.until, ...sum(each) })),
    later: sum(forecast.later),
    shouldHaveCome: sum(forecast.shouldHaveCome),
    disputed: decimal(forecast.disputed),
    errors: errors.map(({ week, expected, collected, percent, madeOn }) => ({
      week,
      expected: decimal(expected),
      collected: decimal(collected),
      percent,
      madeOn,
    })),
  };
}

async function linesOf({ store }: Context, basis: ForecastBasis, currency: Currency): Promise<readonly LineFigures[]> {
  const places = [...basis.places.map(({ place }) => place), "disputed"];
  const found: LineFigures[] = [];
  for (const place of places) {
    const { lines } = await forecastLines(store.db, basis, { place, currency, from: 0, max: LINES_MAX });
    for (const { customer, number, amount, due, on, method, delayDays } of lines) {
      found.push({
        in: place,
        customer,
        invoice: number,
        amount: toDecimal({ minor: amount, currency }),
        due,
        expectedOn: on === null ? null : expectedOn(on),
        method,
        delayDays,
      });
    }
  }
  return found;
}
