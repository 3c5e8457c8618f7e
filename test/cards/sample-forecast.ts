import { forecastCard, type ForecastView } from "#cards/forecast.ts";
import { forecastLinesCard } from "#cards/forecast-lines.ts";
import { helpCard } from "#cards/help.ts";
import { myDataCard, myDataLinkCard } from "#cards/my-data.ts";
import { scoreCard } from "#cards/score.ts";
import { forecastsFrom, type ForecastRow } from "#domain/forecast.ts";
import { explainScore } from "#domain/score.ts";
import type { Words } from "#i18n/words.ts";
import { asOf, garnier, today } from "./sample-people.ts";
import type { NamedCard } from "./samples.ts";

const WEEKS = 6;

const row = (place: string, method: ForecastRow["method"], euros: number, invoices: number): ForecastRow => ({
  currency: "EUR",
  place,
  method,
  amount: BigInt(euros) * 100n,
  invoices,
});

const [forecast = null] = forecastsFrom(
  [
    row("2026-W48", "promise", 9_000, 1),
    row("2026-W48", "customer-habit", 12_500, 3),
    row("2026-W49", "promise", 47_000, 4),
    row("2026-W49", "customer-habit", 94_000, 12),
    row("2026-W50", "segment-habit", 18_200, 2),
    row("2026-W52", "company-habit", 5_400, 1),
    row("2026-W53", "due-date", 800, 1),
    row("later", "customer-habit", 22_000, 5),
    row("should-have-come", "customer-habit", 31_600, 9),
    row("disputed", null, 600, 1),
  ],
  today,
  WEEKS,
);

const error = (week: string, from: "2026-11-16" | "2026-11-09" | "2026-11-02", came: bigint, percent: number | null) =>
  ({
    currency: "EUR",
    week,
    from,
    until: from,
    expected: percent === null ? 0n : 10_000_000n,
    collected: came,
    percent,
    madeOn: week === "2026-W45" ? null : from,
  }) as const;

function forecastView(words: Words): ForecastView {
  return {
    scope: "team:12",
    scopeName: words.cards.figures.scope({ is: "my-team" }),
    forecast,
    errors: [
      error("2026-W47", "2026-11-16", 9_200_000n, -8),
      error("2026-W46", "2026-11-09", 10_000_000n, 0),
      error("2026-W45", "2026-11-02", 1_200_000n, null),
    ],
    currencies: ["EUR", "USD"],
    asOf,
  };
}

function linesCard(words: Words) {
  const line = { customer: garnier, number: "F00031", minor: 820_000n, due: "2026-11-16" } as const;
  return forecastLinesCard(
    {
      scope: "team:12",
      scopeName: words.cards.figures.scope({ is: "my-team" }),
      place: "2026-W49",
      currency: "EUR",
      weeks: forecast?.weeks ?? [],
      lines: [
        { ...line, expectedOn: "2026-12-04", method: "promise", delayDays: null },
        { ...line, number: "F00040", expectedOn: "2026-11-30", method: "customer-habit", delayDays: 12 },
        { ...line, number: "F00041", expectedOn: "2026-11-30", method: "due-date", delayDays: 0 },
        { ...line, number: "F00042", expectedOn: null, method: null, delayDays: null },
      ],
      total: 16,
      amount: 14_100_000n,
      page: 1,
      more: 2,
      asOf,
    },
    words,
  );
}

const score = explainScore({
  delays: [12, 14, 0, 20, 12, 18, 0, 16, 16],
  openOverdue: 3,
  oldestOverdueDays: 30,
  brokenPromises: 0,
  disputesLost: 1,
  limitUsedPercent: 125.8,
});

function myData(words: Words) {
  return myDataCard(
    {
      person: {
        id: 7,
        email: "claire.morel@exemple.example",
        name: "Claire Morel",
        roles: ["rep"],
        managerId: 3,
        locale: words.locale,
        timeZone: "Europe/Paris",
        active: true,
        digestMinutes: 510,
        quietLine: false,
        thanks: false,
        chat: null,
        workFromMinutes: null,
        workUntilMinutes: null,
        alsaceMoselle: false,
      },
      manager: "Karim Benali",
      managers: ["Karim Benali", "Hélène Roy"],
      finance: ["Nadia Costa"],
      chats: ["slack", "teams"],
      kept: {
        customers: 12,
        asks: 8,
        acts: 31,
        promises: 5,
        disputes: 2,
        comments: 3,
        messages: 41,
        meetings: 2,
        calendarLinked: true,
      },
      since: "2026-10-01",
      asOf,
    },
    words,
  );
}

/** The forecast, why a score, and what one may know of oneself. */
export function forecastCards(words: Words): readonly NamedCard[] {
  const nothing = { ...forecastView(words), forecast: null, errors: [], currencies: [] };
  return [
    ["forecast", forecastCard(forecastView(words), words)],
    ["forecast of nothing", forecastCard(nothing, words)],
    ["forecast lines", linesCard(words)],
    ["score", scoreCard({ customer: garnier, settled: 9, score, asOf }, words)],
    ["score without history", scoreCard({ customer: garnier, settled: 2, score: null, asOf }, words)],
    ["my data", myData(words)],
    ["help about a word", helpCard(words, "dso")],
    ["help with a link to one's data", myDataLinkCard("https://relais.example/links/token", words)],
  ];
}
