import { addDays, type Day } from "#domain/calendar.ts";
import { mondayOf, percentOff, weekName, type ForecastError } from "#domain/forecast.ts";
import type { Currency } from "#domain/money.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import type { FiguresScope } from "#store/figures.ts";
import { saidOfWeek } from "#store/forecasts-made.ts";
import type { Context } from "#usecases/context.ts";
import { forecastOf } from "#usecases/forecast.ts";
import { collectedBetween } from "#usecases/kpis.ts";
import { customersOfScope } from "#usecases/report-scope.ts";

/** How many past weeks a forecast is compared with. */
const ERRORS_SHOWN = 4;

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
  const errors: ForecastError[] = [];
  for (let nth = 1; nth <= ERRORS_SHOWN; nth += 1) {
    errors.push(...(await errorsOfWeek(context, scope, filter, addDays(mondayOf(asOf), -7 * nth))));
  }
  return errors;
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
