import { addDays } from "#domain/calendar.ts";
import { forgetForecasts, isForecastMade, keepForecast } from "#store/forecasts-made.ts";
import type { Context } from "#usecases/context.ts";
import { basisOf } from "#usecases/reports/forecast.ts";

/** The week it is made in and the three after it: further away it would be compared with nothing. */
const WEEKS_KEPT = 4;
/** More than a year, so that the same season of the year before can be looked at. */
const DAYS_KEPT = 400;

/** Once in each ISO week keeps what is expected then, to be compared with what comes; a missed Monday is made up later. */
export async function makeForecasts(context: Context): Promise<void> {
  const { db } = context.store;
  const { today } = context;
  if (await isForecastMade(db, today)) return;
  const basis = await basisOf(context, { customers: null, seller: null }, today, WEEKS_KEPT);
  await db.transaction(async (tx) => {
    await keepForecast(tx, basis);
    await forgetForecasts(tx, addDays(today, -DAYS_KEPT));
  });
}
