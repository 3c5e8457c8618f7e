import type { Day } from "#domain/calendar.ts";
import { delaysOf, forecastsFrom, placesOf, type Forecast } from "#domain/forecast.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import { forecastRows, habitsOf, type ForecastBasis } from "#store/forecast.ts";
import type { FiguresScope } from "#store/figures.ts";
import type { Context } from "#usecases/context.ts";
import { customersOfScope } from "#usecases/report-scope.ts";

export const WEEKS_DEFAULT = 6;
export const WEEKS_MAX = 26;

/**
 * What is expected of the open invoices of a scope, as they stood on a day: one forecast per currency, never summed, with
 * `weeks` ISO weeks from that of the day on. No currency, or an unknown scope: none.
 */
export async function forecastOf(
  context: Context,
  scope: ReportScope,
  asOf: Day,
  weeks: number,
): Promise<readonly Forecast[]> {
  const filter = await customersOfScope(context, scope);
  if (filter === null) return [];
  const basis = await basisOf(context, filter, asOf, weeks);
  return forecastsFrom(await forecastRows(context.store.db, basis), asOf, weeks);
}

/** What a forecast of these customers is worked out from; one basis serves its sums and its lines. */
export async function basisOf(
  { store }: Context,
  scope: FiguresScope,
  asOf: Day,
  weeks: number,
): Promise<ForecastBasis> {
  return { asOf, scope, delays: delaysOf(await habitsOf(store.db, asOf)), places: placesOf(asOf, weeks) };
}
