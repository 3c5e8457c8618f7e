import type { Chart } from "#cards/card.ts";
import { AGED_BUCKETS, type AgedBucket } from "#domain/aging.ts";
import { toDecimal, type Money } from "#domain/money.ts";
import type { Words } from "#i18n/words.ts";

/** What was late at the end of a reported week. */
export interface TrendPoint {
  readonly week: number;
  readonly overdue: Money;
}

/** The aged balance of one currency, which is named where there are others. */
export function agedChart(aged: Readonly<Record<AgedBucket, Money>>, currency: string | null, words: Words): Chart {
  const say = words.cards.report.charts;
  const points = AGED_BUCKETS.map((bucket) => pointOf(aged[bucket], words));
  const labels = AGED_BUCKETS.map((bucket) => say.buckets[bucket]);
  return {
    kind: "bars",
    title: say.aged(currency),
    labels,
    series: [{ name: say.agedSeries, points }],
    inWords: words.say.capital(
      `${labels.map((label, index) => say.point(label, points[index]?.said ?? "")).join(", ")}.`,
    ),
  };
}

/** What is late, week by week. */
export function overdueChart(trend: readonly TrendPoint[], currency: string | null, words: Words): Chart {
  const say = words.cards.report.charts;
  const [first] = trend;
  const last = trend.at(-1);
  return {
    kind: "lines",
    title: say.overdue(currency),
    labels: trend.map(({ week }) => say.week(week)),
    series: [{ name: words.cards.portfolio.overdue, points: trend.map(({ overdue }) => pointOf(overdue, words)) }],
    inWords:
      first === undefined || last === undefined
        ? ""
        : say.trend({ week: first.week, amount: first.overdue }, { week: last.week, amount: last.overdue }),
  };
}

function pointOf(money: Money, words: Words) {
  // For drawing alone: a picture needs no cents.
  return { value: Number(toDecimal(money)), said: words.cards.report.amount(money) };
}
