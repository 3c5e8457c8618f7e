import { addDays, daysBetween, maxDay, type Day } from "#domain/calendar.ts";
import { forgetFigures, keepFigures as writeFigures, lastDayKept, scopesWithFigures } from "#store/daily-figures.ts";
import type { Context } from "#usecases/context.ts";
import { figuresOn } from "#usecases/reports/figures-trend.ts";

/** A longer standstill is made up by hand, by `figures --recompute`; trends work out by themselves what was not kept. */
const DAYS_MADE_UP_MAX = 7;
/** Three years of trends. */
const DAYS_KEPT = 1100;

/** What was booked on a day is imported on the next: only then is the day whole. */
const DAYS_UNTIL_WHOLE = 2;

/**
 * Keeps the figures of every day that is over and imported, for every scope: those of the day before yesterday, and of days
 * that were missed. A day is kept once; it may be told anew by `recomputeFigures` when more was imported about it.
 */
export async function keepFigures(context: Context): Promise<void> {
  const { db } = context.store;
  const whole = addDays(context.today, -DAYS_UNTIL_WHOLE);
  const last = await lastDayKept(db);
  if (last !== null && last >= whole) return;
  const from = last === null ? whole : maxDay(addDays(last, 1), addDays(whole, 1 - DAYS_MADE_UP_MAX));
  await recomputeFigures(context, from, whole);
  await forgetFigures(db, addDays(context.today, -DAYS_KEPT));
}

/** Works out the figures of these days anew, both included, from what is known now; gives how many days times scopes. */
export async function recomputeFigures(context: Context, from: Day, to: Day): Promise<number> {
  const { db } = context.store;
  const scopes = await scopesWithFigures(db);
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
  for (const day of days) {
    for (const scope of scopes) {
      const kept = await figuresOn(context, scope, day);
      await db.transaction((tx) => writeFigures(tx, scope, day, kept, context.now));
    }
  }
  return days.length * scopes.length;
}
