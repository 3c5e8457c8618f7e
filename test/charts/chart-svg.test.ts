import { describe, expect, test } from "vitest";

import { chartSvg, type ChartPicture } from "#charts/chart-svg.ts";
import { niceTicks } from "#charts/ticks.ts";

const picture = (given: Partial<ChartPicture> = {}): ChartPicture => ({
  kind: "bars",
  title: "Âge <des> montants & restes",
  labels: ["à l'heure", "plus de 90 jours"],
  series: [{ name: "À recevoir", values: [210_000, 52_400] }],
  ...given,
});

const count = (svg: string, tag: string) => svg.split(`<${tag} `).length - 1;

test("a bar for every value, higher for more, on a scale that begins at zero", () => {
  const svg = chartSvg(picture());
  const heights = [...svg.matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));

  expect(heights).toHaveLength(2);
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(210_000 / 52_400, 1);
  expect(svg).toContain("<title>Âge &lt;des&gt; montants &amp; restes</title>");
});

test("a long label is broken, and two series have a legend", () => {
  const two = [
    { name: "Promis", values: [1, 2] },
    { name: "Habitude", values: [3, -4] },
  ];
  expect(count(chartSvg(picture()), "tspan")).toBe(3);
  expect(chartSvg(picture({ series: two }))).toContain(">Habitude</text>");
  expect(chartSvg(picture())).not.toContain(">À recevoir</text>");
});

test("a line has a dot per point; parts of a whole lie one after the other", () => {
  expect(count(chartSvg(picture({ kind: "lines" })), "circle")).toBe(2);
  const stacked = chartSvg(
    picture({
      kind: "stacked-bars",
      labels: ["EUR"],
      series: [
        { name: "a", values: [30] },
        { name: "b", values: [10] },
      ],
    }),
  );
  const [first, second] = [...stacked.matchAll(/<rect x="([\d.]+)"[^>]*width="([\d.]+)"/g)];
  expect(Number(second?.[1])).toBeCloseTo(Number(first?.[1]) + Number(first?.[2]), 0);
});

test("six stacked bars leave their labels free", () => {
  const labels = Array.from({ length: 6 }, (_, n) => `S${48 + n}`);
  const svg = chartSvg(picture({ kind: "stacked-bars", labels, series: [{ name: "a", values: labels.map(() => 5) }] }));
  const bottoms = [...svg.matchAll(/<rect [^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(
    ([, y, h]) => Number(y) + Number(h),
  );
  const baselines = [...svg.matchAll(/<text x="4" y="([\d.]+)"/g)].map(([, y]) => Number(y));
  const textHeight = 8;
  for (const [index, baseline] of baselines.slice(1).entries()) {
    expect(baseline - textHeight).toBeGreaterThanOrEqual(bottoms[index] ?? Infinity);
  }
});

test("nothing to draw is still a picture", () => {
  for (const kind of ["bars", "lines", "stacked-bars"] as const) {
    expect(chartSvg(picture({ kind, series: [{ name: "x", values: [0, 0] }] }))).not.toContain("NaN");
    expect(chartSvg(picture({ kind, labels: [], series: [] }))).not.toContain("NaN");
  }
});

describe("gridlines", () => {
  test.each([
    [[388_055], [0, 100_000, 200_000, 300_000, 400_000]],
    [
      [12, 87],
      [0, 50, 100],
    ],
    [
      [-5, 10],
      [-5, 0, 5, 10],
    ],
    [[0], [0, 1]],
    [[], [0, 1]],
  ])("for %j are %j", (values, ticks) => {
    expect(niceTicks(values)).toEqual(ticks);
  });
});
