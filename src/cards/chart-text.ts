import type { Chart, ChartPoint } from "#cards/card.ts";

/** How many blocks the longest bar has: a line of a phone holds it with its label and figure. */
const BAR_LENGTH_MAX = 12;

/**
 * A chart as lines of text, where no picture can stand: a bar for every point, its label and the figure itself. The bar
 * comes first, so that all begin at the same place in any typeface.
 */
export function chartBars({ labels, series }: Chart): readonly string[] {
  const max = Math.max(0, ...series.flatMap(({ points }) => points.map(({ value }) => Math.abs(value))));
  return labels.flatMap((label, index) =>
    series.map(({ name, points }) => {
      const { value, said }: ChartPoint = points[index] ?? { value: 0, said: "" };
      const who = series.length === 1 ? label : `${label}, ${name}`;
      return `${bar(value, max)} ${who} · ${said}`;
    }),
  );
}

/** Whole blocks only: thinner ones are missing in some typefaces. What is not nothing shows at least one. */
function bar(value: number, max: number): string {
  if (max === 0 || value === 0) return "▏";
  return "▇".repeat(Math.max(1, Math.round((Math.abs(value) / max) * BAR_LENGTH_MAX)));
}
