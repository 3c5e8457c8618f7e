import type { CurrencyReport } from "#cards/cash-report.ts";
import { AGED_BUCKETS, type AgedBucket } from "#domain/aging.ts";
import { isoWeek, type Day } from "#domain/calendar.ts";
import { goalIn, goalPercent, goalSpan, type CashGoal } from "#domain/cash-goal.ts";
import { weekName, type ForecastError } from "#domain/forecast.ts";
import type { DailyFigures, Kpis } from "#domain/kpi.ts";
import type { Currency, Money } from "#domain/money.ts";
import { scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { figuresDay, reportWeek, trendDays, weekAfter, weekBefore, type ReportWeek } from "#domain/report-week.ts";
import { goalsOf } from "#store/cash-goals.ts";
import type { Context } from "#usecases/context.ts";
import { forecastErrors, forecastOf } from "#usecases/reports/forecast.ts";
import { figuresTrend } from "#usecases/reports/figures-trend.ts";
import { collectedBetween, kpisOf } from "#usecases/reports/kpis.ts";

/** More would not read in a minute. */
const CURRENCIES_SHOWN_MAX = 3;
/** This week's and the next: the coming week is one of the two. */
const FORECAST_WEEKS = 2;

type TrendFigures = Pick<DailyFigures, "overdue" | "dsoSimple">;
type Sums = ReadonlyMap<Currency, bigint>;

interface Told {
  readonly now: ReadonlyMap<Currency, Kpis>;
  /** One entry per week of the trend, the day of the figures last. */
  readonly days: readonly { readonly day: Day; readonly figures: ReadonlyMap<Currency, TrendFigures> }[];
  readonly collected: Sums;
  readonly collectedBefore: Sums;
  readonly collectedInMonth: Sums;
  readonly goals: readonly CashGoal[];
  readonly expected: ReadonlyMap<Currency, { readonly expected: bigint; readonly promised: bigint }>;
  readonly errors: readonly ForecastError[];
}

/** The figures of a report by currency, the one with most open invoices first; how many more there are is only counted. */
export async function currencyReports(
  context: Context,
  scope: ReportScope,
  on: Day,
): Promise<{ readonly shown: readonly CurrencyReport[]; readonly others: number }> {
  const week = reportWeek(on);
  const told = await tell(context, scope, on, week);
  const { now } = told;
  const currencies = [...new Set([...now.keys(), ...told.collected.keys()])].toSorted(
    (a, b) => (now.get(b)?.openInvoices ?? 0) - (now.get(a)?.openInvoices ?? 0) || (a < b ? -1 : 1),
  );
  const shown = currencies.slice(0, CURRENCIES_SHOWN_MAX).map((currency) => reportOf(currency, week, told));
  return { shown, others: currencies.length - shown.length };
}

async function tell(context: Context, scope: ReportScope, on: Day, week: ReportWeek): Promise<Told> {
  const before = weekBefore(week);
  const month = goalSpan("month", week);
  const day = figuresDay(on);
  const now = await kpisOf(context, scope, day);
  const past = await figuresTrend(context, scope, trendDays(day).slice(0, -1));
  const coming = weekName(weekAfter(week).from);
  const forecasts = await forecastOf(context, scope, on, FORECAST_WEEKS);
  return {
    now,
    days: [...past, { day, figures: now }],
    collected: await collectedBetween(context, scope, week.from, week.until),
    collectedBefore: await collectedBetween(context, scope, before.from, before.until),
    collectedInMonth: await collectedBetween(context, scope, month.from, month.until),
    goals: await goalsOf(context.store.db, scopeKey(scope)),
    expected: new Map(
      forecasts.flatMap(({ currency, weeks }) => {
        const found = weeks.find((one) => one.week === coming);
        return found === undefined ? [] : [[currency, found] as const];
      }),
    ),
    errors: (await forecastErrors(context, scope, on)).filter((error) => error.week === weekName(week.from)),
  };
}

function reportOf(currency: Currency, week: ReportWeek, told: Told): CurrencyReport {
  const money = (minor: bigint | undefined): Money => ({ minor: minor ?? 0n, currency });
  const at = told.days.map(({ figures }) => figures.get(currency));
  const now = told.now.get(currency);
  const month = goalSpan("month", week);
  const monthGoal = goalIn(told.goals, month, currency)?.amount ?? null;
  const inMonth = money(told.collectedInMonth.get(currency));
  const expected = told.expected.get(currency);
  return {
    collected: money(told.collected.get(currency)),
    collectedBefore: money(told.collectedBefore.get(currency)),
    weekGoal: goalIn(told.goals, goalSpan("week", week), currency)?.amount ?? null,
    monthGoal:
      monthGoal === null
        ? null
        : {
            from: month.from,
            isOver: month.isOver,
            collected: inMonth,
            goal: monthGoal,
            percent: goalPercent(inMonth.minor, monthGoal.minor),
          },
    overdue: money(now?.overdue),
    overdueBefore: money(at.at(-2)?.overdue),
    dso: at.map((figures) => wholeDays(figures?.dsoSimple ?? null)),
    aged: Object.fromEntries(AGED_BUCKETS.map((bucket) => [bucket, money(now?.aged[bucket])])) as Record<
      AgedBucket,
      Money
    >,
    trend: told.days.map(({ day, figures }) => ({
      week: isoWeek(day).week,
      overdue: money(figures.get(currency)?.overdue),
    })),
    expected: money(expected?.expected),
    promised: money(expected?.promised),
    missed: told.errors.find((error) => error.currency === currency)?.percent ?? null,
  };
}

/** Days are talked of in whole ones; half a day and more is one. */
function wholeDays(days: number | null): number | null {
  return days === null ? null : Math.round(days);
}
