import { addDays, type Day } from "#domain/calendar.ts";
import {
  delaysOf,
  forecastsFrom,
  mondayOf,
  percentOff,
  placesOf,
  weekName,
  type Forecast,
  type ForecastError,
} from "#domain/forecast.ts";
import type { Currency } from "#domain/money.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import { forecastRows, habitsOf, type ForecastBasis } from "#store/forecast.ts";
import { saidOfWeek } from "#store/forecasts-made.ts";
import type { FiguresScope } from "#store/figures.ts";
import type { Context } from "#usecases/context.ts";
import { collectedBetween } from "#usecases/reports/kpis.ts";
import { customersOfScope } from "#usecases/reports/report-scope.ts";

export const WEEKS_DEFAULT = 6;
export const WEEKS_MAX = 26;
/** How many past weeks a forecast is compared with. */
const ERRORS_SHOWN = 4;

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

/**
 * What the forecasts said of the last four whole weeks and what came, the newest first. A week nobody forecast then is
 * worked out as of its Monday, and says so; one of which nothing was expected and in which nothing came is left out.
 */
export async function forecastErrors(
  context: Context,
  scope: ReportScope,
  asOf: Day = context.today,
): Promise<readonly ForecastError[]> {
  const filter = await customersOfScope(context, scope);
  if (filter === null) return [];
  const mondays = Array.from({ length: ERRORS_SHOWN }, (_, nth) => addDays(mondayOf(asOf), -7 * (nth + 1)));
  // Side by side: each week that nobody forecast is a replay of the whole ledger.
  const errors = await Promise.all(mondays.map((monday) => errorsOfWeek(context, scope, filter, monday)));
  return errors.flat();
}

async function errorsOfWeek(
  context: Context,
  scope: ReportScope,
  filter: FiguresScope,
  monday: Day,
): Promise<readonly ForecastError[]> {
  const until = addDays(monday, 6);
  const collected = await collectedBetween(context, scope, monday, until);
  const { madeOn, expected } = await saidOf(context, scope, filter, monday);
  const currencies = new Set([...expected.keys(), ...collected.keys()]);
  return [...currencies]
    .map((currency) => {
      const [said, came] = [expected.get(currency) ?? 0n, collected.get(currency) ?? 0n];
      return {
        currency,
        week: weekName(monday),
        from: monday,
        until,
        expected: said,
        collected: came,
        percent: percentOff(said, came),
        madeOn,
      };
    })
    .filter((error) => error.expected !== 0n || error.collected !== 0n);
}

interface Said {
  readonly madeOn: Day | null;
  readonly expected: ReadonlyMap<Currency, bigint>;
}

async function saidOf(context: Context, scope: ReportScope, filter: FiguresScope, monday: Day): Promise<Said> {
  const made = await saidOfWeek(context.store.db, monday, filter);
  if (made !== null) return made;
  const replayed = await forecastOf(context, scope, monday, 1);
  return {
    madeOn: null,
    expected: new Map(replayed.map(({ currency, weeks }) => [currency, weeks[0]?.expected ?? 0n])),
  };
}
