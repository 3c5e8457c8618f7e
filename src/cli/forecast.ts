import { parseArgs } from "node:util";

import { wrongUse, type Command } from "#cli/command.ts";
import { isDay } from "#domain/calendar.ts";
import { WEEKS_DEFAULT, WEEKS_MAX } from "#usecases/forecast.ts";
import { forecastFigures, type ForecastFigures, type SumFigures } from "#usecases/forecast-figures.ts";

/** `forecast --as-of DAY`: what is expected week by week, and what the last forecasts got wrong. */
export const forecastCommand: Command = {
  name: "forecast",
  usage: "[--as-of DAY] [--weeks N] [--scope person:EMAIL|team:EMAIL|seller:CODE] [--lines]",
  does: "what is expected by ISO week, and what the last four forecasts got wrong",
  async run(args, env) {
    const context = await env.context();
    const { values } = parsed(args);
    const asOf = values["as-of"] ?? context.today;
    if (!isDay(asOf)) throw wrongUse(`${asOf} is no day: write it as 2026-12-04.`);
    const weeks = values.weeks ?? String(WEEKS_DEFAULT);
    if (!/^\d{1,2}$/.test(weeks) || Number(weeks) < 1 || Number(weeks) > WEEKS_MAX) {
      throw wrongUse(`--weeks takes a number from 1 to ${WEEKS_MAX}.`);
    }
    const scope = values.scope ?? null;
    const figures = await forecastFigures(context, { asOf, scope, weeks: Number(weeks), lines: values.lines ?? false });
    if (figures === "unknown-scope") {
      throw wrongUse(`Nothing is known as ${scope}: use person:EMAIL, team:EMAIL or seller:CODE.`);
    }
    env.answer(figures, linesOf(figures));
    return 0;
  },
};

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        "as-of": { type: "string" },
        weeks: { type: "string" },
        scope: { type: "string" },
        lines: { type: "boolean" },
      },
    });
  } catch {
    throw wrongUse("forecast takes --as-of DAY, --weeks N, --scope SCOPE and --lines.");
  }
}

function linesOf({ asOf, currencies }: ForecastFigures): readonly string[] {
  const lines = Object.entries(currencies).flatMap(([currency, figures]) => [
    currency,
    ...figures.weeks.map((week) => row(week.week, week)),
    row("later", figures.later),
    row("should have come", figures.shouldHaveCome),
    `  ${"disputed".padEnd(16)} ${figures.disputed.padStart(18)}`,
    ...figures.errors.map(
      ({ week, expected, collected, percent }) =>
        `  ${week}: ${expected} expected, ${collected} received${percent === null ? "" : ` (${percent > 0 ? "+" : ""}${percent} %)`}`,
    ),
    ...(figures.lines ?? []).map(
      (line) =>
        `  ${line.in.padEnd(16)} ${line.customer.padEnd(20)} ${line.invoice.padEnd(16)} ${line.amount.padStart(14)}  ${line.expectedOn ?? "-"}  ${line.method ?? "disputed"}`,
    ),
  ]);
  return [`As of ${asOf}`, ...(lines.length > 0 ? lines : ["Nothing is open."])];
}

function row(label: string, { expected, promised }: SumFigures): string {
  return `  ${label.padEnd(16)} ${expected.padStart(18)}   ${promised} promised`;
}
