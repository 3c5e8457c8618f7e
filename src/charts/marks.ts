import type { ChartPicture } from "#charts/chart-svg.ts";
import { PLOT, type Scale } from "#charts/plot.ts";
import { text } from "#charts/svg-text.ts";

/** Of the room a label has, what its bars take. */
const BARS_SHARE = 0.62;
const DOT_RADIUS = 3;
const STACK_HEIGHT_MAX = 26;
const STACK_HEIGHT_MIN = 4;
const STACK_LABEL_HEIGHT = 15;

/** Bars side by side over each label; below zero they hang. */
export function barMarks(
  { series }: ChartPicture,
  { x, y, step }: Scale,
  colors: readonly string[],
): readonly string[] {
  const width = (step * BARS_SHARE) / series.length;
  return series.flatMap(({ values }, nth) =>
    values.map((value, index) => {
      const left = x(index) - (step * BARS_SHARE) / 2 + nth * width;
      const top = Math.min(y(value), y(0));
      const height = Math.abs(y(value) - y(0));
      return `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" rx="2" fill="${colorOf(nth, colors)}"/>`;
    }),
  );
}

/** A line with a dot over each label. */
export function lineMarks({ series }: ChartPicture, { x, y }: Scale, colors: readonly string[]): readonly string[] {
  return series.flatMap(({ values }, nth) => {
    const color = colorOf(nth, colors);
    const points = values.map((value, index) => [round(x(index)), round(y(value))] as const);
    return [
      `<polyline points="${points.map((point) => point.join(",")).join(" ")}" fill="none" stroke="${color}" stroke-width="2.5" stroke-linejoin="round"/>`,
      ...points.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="${DOT_RADIUS}" fill="${color}"/>`),
    ];
  });
}

/** One lying bar per label, its parts one after the other. */
export function stackMarks({ labels, series }: ChartPicture, colors: readonly string[]): readonly string[] {
  const wholes = labels.map((_, index) => series.reduce((sum, { values }) => sum + Math.max(0, values[index] ?? 0), 0));
  const most = Math.max(1, ...wholes);
  const step = (PLOT.bottom + 20 - PLOT.top) / Math.max(1, labels.length);
  // The bar and, above it, its label share the step.
  const height = Math.min(STACK_HEIGHT_MAX, Math.max(STACK_HEIGHT_MIN, step - STACK_LABEL_HEIGHT));
  return labels.flatMap((one, index) => {
    const top = PLOT.top + index * step;
    let left = 4;
    const parts = series.map(({ values }, nth) => {
      const width = (Math.max(0, values[index] ?? 0) / most) * (PLOT.right - 4);
      const part = `<rect x="${round(left)}" y="${round(top + 12)}" width="${round(width)}" height="${round(height)}" fill="${colorOf(nth, colors)}"/>`;
      left += width;
      return part;
    });
    return [`<text x="4" y="${round(top + 8)}">${text(one)}</text>`, ...parts];
  });
}

function colorOf(nth: number, colors: readonly string[]): string {
  return colors[nth % colors.length] ?? "#454245";
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
