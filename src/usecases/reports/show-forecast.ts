import { forecastCard } from "#cards/forecast.ts";
import { forecastLinesCard } from "#cards/forecast-lines.ts";
import { expectedOn, forecastsFrom, type Forecast, type ForecastPlace } from "#domain/forecast.ts";
import type { Currency } from "#domain/money.ts";
import type { Person } from "#domain/person.ts";
import { readScopeKey, scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { forecastLines, forecastRows } from "#store/forecast.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { basisOf, forecastErrors, WEEKS_DEFAULT } from "#usecases/reports/forecast.ts";

import { customersOfScope, maySeeScope, scopeName, usualScope } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";

const LINES_PER_PAGE = 10;

export interface ForecastAsked {
  /** A scope's key; without it, what the reader means by "the forecast". */
  readonly scope?: string | undefined;
  readonly currency?: string | undefined;
  /** A week ("2026-W49") or another place of the forecast, to see its invoices. */
  readonly in?: string | undefined;
  readonly page?: number | undefined;
}

/** `/previsionnel` (R4), by permission: the weeks to come in one currency, or the invoices of one of them. */
export async function showForecast(context: Context, viewer: Person, asked: ForecastAsked): Promise<Result<Drawn>> {
  const scope = asked.scope === undefined ? usualScope(viewer) : readScopeKey(asked.scope);
  if (scope === null || !(await maySeeScope(context, viewer, scope))) return refused({ why: "not-allowed" });
  const filter = await customersOfScope(context, scope);
  if (filter === null) return refused({ why: "not-allowed" });
  const basis = await basisOf(context, filter, context.today, WEEKS_DEFAULT);
  const forecasts = forecastsFrom(await forecastRows(context.store.db, basis), context.today, WEEKS_DEFAULT);
  const forecast = forecasts.find(({ currency }) => currency === asked.currency) ?? largest(forecasts);
  const drawing = drawingFor(context, viewer);
  if (asked.in === undefined || forecast === null) return done(await drawWhole(drawing, scope, forecast, forecasts));
  const place = asked.in;
  if (!isPlaceOf(place, forecast)) return refused({ why: "gone" });
  const page = asked.page ?? 0;
  const from = page * LINES_PER_PAGE;
  const { currency, weeks } = forecast;
  const found = await forecastLines(context.store.db, basis, { place, currency, from, max: LINES_PER_PAGE });
  const view = {
    scope: scopeKey(scope),
    scopeName: await scopeName(drawing, scope),
    place,
    currency,
    weeks,
    lines: found.lines.map(({ customer, customerName, number, amount, due, on, method, delayDays }) => ({
      customer: { code: customer, name: customerName },
      number,
      minor: amount,
      due,
      expectedOn: on === null ? null : expectedOn(on),
      method,
      delayDays,
    })),
    total: found.total,
    amount: found.amount,
    page,
    more: Math.max(0, found.total - from - found.lines.length),
    asOf: drawing.asOf,
  };
  return done({ card: forecastLinesCard(view, drawing.words), customers: [] });
}

async function drawWhole(
  drawing: Drawing,
  scope: ReportScope,
  forecast: Forecast | null,
  forecasts: readonly Forecast[],
): Promise<Drawn> {
  const errors = await forecastErrors(drawing.context, scope);
  const currency: Currency | undefined = forecast?.currency ?? errors[0]?.currency;
  const view = {
    scope: scopeKey(scope),
    scopeName: await scopeName(drawing, scope),
    forecast,
    errors: errors.filter((error) => error.currency === currency),
    currencies: forecasts.map((each) => each.currency),
    asOf: drawing.asOf,
  };
  return { card: forecastCard(view, drawing.words), customers: [] };
}

/** The currency with most invoices: amounts of two currencies do not compare. */
function largest(forecasts: readonly Forecast[]): Forecast | null {
  const invoices = ({ weeks, later, shouldHaveCome }: Forecast) =>
    [...weeks, later, shouldHaveCome].reduce((total, each) => total + each.invoices, 0);
  return forecasts.toSorted((a, b) => invoices(b) - invoices(a))[0] ?? null;
}

function isPlaceOf(place: ForecastPlace, { weeks }: Forecast): boolean {
  return ["should-have-come", "later", "disputed", ...weeks.map(({ week }) => week)].includes(place);
}
