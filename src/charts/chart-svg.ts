import { barMarks, lineMarks, stackMarks } from "#charts/marks.ts";
import { PLOT, WIDTH } from "#charts/plot.ts";
import { label, LINE_HEIGHT, linesOf, text } from "#charts/svg-text.ts";
import { niceTicks } from "#charts/ticks.ts";

/** What is drawn: one value per label in every series. */
export interface ChartPicture {
  /** `bars` stand side by side, `stacked-bars` lie and add up to a whole, `lines` go through time. */
  readonly kind: "bars" | "stacked-bars" | "lines";
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}

/** Told apart in print and by most who see colours less; the first is the one that most charts need. */
const PALETTE = ["#1264a3", "#e8912d", "#2f9e6e", "#8a4fbf", "#c43d6b", "#5b6470"] as const;

const LEGEND_HEIGHT = 20;

/** A chart as an SVG document that stands on its own and fits a phone's width at its natural size. */
export function chartSvg(picture: ChartPicture): string {
  const height = heightOf(picture);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    `<title>${text(picture.title)}</title>`,
    `<g font-family="system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif" font-size="10" fill="#454245">`,
    ...(picture.kind === "stacked-bars" ? stackMarks(picture, PALETTE) : upright(picture)),
    ...legend(picture, height),
    "</g>",
    "</svg>",
  ].join("\n");
}

/** Gridlines with their amounts, the labels below, and the marks between them. */
function upright(picture: ChartPicture): readonly string[] {
  const ticks = niceTicks(picture.series.flatMap(({ values }) => values));
  const [least = 0] = ticks;
  const most = ticks.at(-1) ?? 1;
  const y = (value: number) => PLOT.bottom - ((value - least) / (most - least)) * (PLOT.bottom - PLOT.top);
  const step = (PLOT.right - PLOT.left) / Math.max(1, picture.labels.length);
  const x = (index: number) => PLOT.left + step * (index + 0.5);
  const grid = ticks.flatMap((tick) => [
    `<line x1="${PLOT.left}" x2="${PLOT.right}" y1="${y(tick)}" y2="${y(tick)}" stroke="${tick === 0 ? "#868686" : "#e4e4e4"}"/>`,
    `<text x="${PLOT.left - 5}" y="${y(tick) + 3}" text-anchor="end">${compact(tick)}</text>`,
  ]);
  const below = picture.labels.map((one, index) => label(one, x(index), PLOT.bottom + 13));
  const marks = picture.kind === "lines" ? lineMarks : barMarks;
  return [...grid, ...below, ...marks(picture, { x, y, step }, PALETTE)];
}

/** No more than its labels and its legend need. */
function heightOf({ kind, labels, series }: ChartPicture): number {
  const lines = kind === "stacked-bars" ? 1 : Math.max(1, ...labels.map((one) => linesOf(one).length));
  return PLOT.bottom + 8 + lines * LINE_HEIGHT + (series.length < 2 ? 0 : LEGEND_HEIGHT);
}

function legend({ series }: ChartPicture, height: number): readonly string[] {
  if (series.length < 2) return [];
  const step = (WIDTH - PLOT.left) / series.length;
  return series.map(({ name }, index) => {
    const x = PLOT.left + step * index;
    const y = height - 6;
    return `<rect x="${x}" y="${y - 8}" width="9" height="9" rx="2" fill="${PALETTE[index % PALETTE.length]}"/><text x="${x + 13}" y="${y}">${text(name)}</text>`;
  });
}

/** An axis needs no units: 210 000 is 210k. */
function compact(value: number): string {
  return new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 }).format(value);
}
