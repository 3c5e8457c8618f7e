import type { Day } from "#domain/calendar.ts";
import { dailyFigures, type DailyFigures } from "#domain/kpi.ts";
import type { Currency } from "#domain/money.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import { keptFigures } from "#store/daily-figures.ts";
import type { Context } from "#usecases/context.ts";
import { kpisOf } from "#usecases/reports/kpis.ts";

/** A scope's figures of these days, in their order: as they were kept then, else by replay from what is known now. */
export async function figuresTrend(
  context: Context,
  scope: ReportScope,
  days: readonly Day[],
): Promise<readonly { readonly day: Day; readonly figures: ReadonlyMap<Currency, DailyFigures> }[]> {
  const kept = await keptFigures(context.store.db, scope, days);
  const trend = [];
  for (const day of days) {
    const figures = kept.get(day) ?? (await figuresOn(context, scope, day));
    trend.push({ day, figures });
  }
  return trend;
}

/** A scope's figures of a day as they would be kept now. */
export async function figuresOn(
  context: Context,
  scope: ReportScope,
  day: Day,
): Promise<ReadonlyMap<Currency, DailyFigures>> {
  const kpis = await kpisOf(context, scope, day);
  return new Map([...kpis].map(([currency, each]) => [currency, dailyFigures(each)]));
}
