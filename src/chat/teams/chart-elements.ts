import type { Chart } from "#cards/card.ts";
import { chartBars } from "#cards/chart-text.ts";
import type { CardElement, ChartElement } from "./card-elements.ts";
import { TEAMS_LIMITS as L } from "./limits.ts";
import { plain, textBlocks } from "./text.ts";

/**
 * A chart that Teams draws, and under it what it says, for those who do not see it and for the exact figures. Its fallback,
 * and one with too many series or labels, is text bars. The title stands above as text: the chart's own is for screen
 * readers, since Teams does not show it by default, and Microsoft's Playground not at all.
 */
export function renderChart(chart: Chart): readonly CardElement[] {
  const { labels, series } = chart;
  const fits =
    labels.length > 0 && labels.length <= L.chartLabels && series.length > 0 && series.length <= L.chartSeries;
  const above = textBlocks([{ text: chart.title, strong: true }]);
  const bars = textBlocks(chartBars(chart).join("\n"));
  if (!fits) return [...above, ...bars];
  const title = plain(chart.title, L.headingText);
  const fallback = { type: "Container", items: bars } as const;
  const drawn: ChartElement = { title, showTitle: false, fallback, ...dataOf(chart) };
  return [...above, drawn, ...textBlocks(chart.inWords, { size: "small", isSubtle: true })];
}

type ChartData = ChartElement extends infer One
  ? One extends ChartElement
    ? Pick<One, "type" | "data">
    : never
  : never;

function dataOf({ kind, labels, series }: Chart): ChartData {
  const [only] = series;
  const pointsOf = (points: Chart["series"][number]["points"]) =>
    labels.map((x, index) => ({ x, y: points[index]?.value ?? 0 }));
  if (kind === "stacked-bars") {
    const data = labels.map((title, index) => ({
      title,
      data: series.map(({ name, points }) => ({ legend: name, value: points[index]?.value ?? 0 })),
    }));
    return { type: "Chart.HorizontalBar.Stacked", data };
  }
  if (kind === "bars" && series.length === 1 && only !== undefined) {
    return { type: "Chart.VerticalBar", data: pointsOf(only.points) };
  }
  const data = series.map(({ name, points }) => ({ legend: name, values: pointsOf(points) }));
  return { type: kind === "lines" ? "Chart.Line" : "Chart.VerticalBar.Grouped", data };
}
