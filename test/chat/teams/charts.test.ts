import { expect, test } from "vitest";

import type { Card, Chart } from "#cards/card.ts";
import { cashReportCard } from "#cards/cash-report.ts";
import { checkTeamsCard, TEAMS_LIMITS, utf16Bytes } from "#chat/teams/limits.ts";
import { renderCard } from "#chat/teams/render.ts";
import { LOCALES } from "#domain/person.ts";
import { wordsFor } from "#i18n/words.ts";
import { sampleReport } from "../../cards/sample-report.ts";

const points = [
  { value: 210_000, said: "210 000 €" },
  { value: 52_400.5, said: "52 400,50 €" },
];

const chart = (given: Partial<Chart> = {}): Chart => ({
  kind: "bars",
  title: "Âge des montants",
  labels: ["à l'heure", "1 à 30 jours"],
  series: [{ name: "À recevoir", points }],
  inWords: "À l'heure : 210 000 €.",
  ...given,
});

const drawn = (one: Chart) => {
  const card: Card = { name: "report", summary: "Un point", parts: [{ is: "chart", chart: one }] };
  const rendered = renderCard(card, { opensDialogs: true }).card;
  expect(checkTeamsCard(rendered)).toEqual([]);
  return rendered.body;
};

const xy = [
  { x: "à l'heure", y: 210_000 },
  { x: "1 à 30 jours", y: 52_400.5 },
];
const two = [
  { name: "Promis", points },
  { name: "Habitude", points },
];

test.each<[string, Partial<Chart>, string, unknown]>([
  ["bars", {}, "Chart.VerticalBar", xy],
  ["a line", { kind: "lines" }, "Chart.Line", [{ legend: "À recevoir", values: xy }]],
  [
    "bars side by side",
    { series: two },
    "Chart.VerticalBar.Grouped",
    [
      { legend: "Promis", values: xy },
      { legend: "Habitude", values: xy },
    ],
  ],
  [
    "parts of a whole",
    { kind: "stacked-bars", series: two },
    "Chart.HorizontalBar.Stacked",
    [
      {
        title: "à l'heure",
        data: [
          { legend: "Promis", value: 210_000 },
          { legend: "Habitude", value: 210_000 },
        ],
      },
      {
        title: "1 à 30 jours",
        data: [
          { legend: "Promis", value: 52_400.5 },
          { legend: "Habitude", value: 52_400.5 },
        ],
      },
    ],
  ],
])("%s are Teams' own chart, with text bars for a client that has none", (_, given, type, data) => {
  const [title, element, words] = drawn(chart(given));

  // Teams keeps a chart's own title to itself unless it is told otherwise.
  expect(JSON.stringify(title)).toContain("Âge des montants");
  expect(element).toMatchObject({ type, title: "Âge des montants", showTitle: false, data });
  expect(JSON.stringify(element)).toContain("▇▇▇▇▇▇▇▇▇▇▇▇ à l'heure");
  expect(JSON.stringify(words)).toContain("À l'heure : 210 000 €.");
});

test("more labels than a phone can tell apart come as text bars", () => {
  const labels = Array.from({ length: 21 }, (_, n) => `S${n}`);
  expect(JSON.stringify(drawn(chart({ labels })))).not.toContain("Chart.");
});

test.each(LOCALES)("the report fits a message in %s", (locale) => {
  const words = wordsFor(locale);
  const { card } = renderCard(cashReportCard(sampleReport(words), words), { opensDialogs: true });

  expect(checkTeamsCard(card)).toEqual([]);
  expect(utf16Bytes(JSON.stringify(card))).toBeLessThan(TEAMS_LIMITS.messageBytes);
});
