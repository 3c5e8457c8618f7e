import type { Command } from "#cli/command.ts";
import { dayTyped, numberTyped, optionsOf, SCOPE_USAGE, unknownScope } from "#cli/options.ts";
import { WEEKS_DEFAULT, WEEKS_MAX } from "#usecases/reports/forecast.ts";
import { forecastFigures, type ForecastFigures, type SumFigures } from "#usecases/reports/forecast-figures.ts";

const OPTIONS = {
  "as-of": { type: "string" },
  weeks: { type: "string" },
  scope: { type: "string" },
  lines: { type: "boolean" },
} as const;
const TAKES = "forecast takes --as-of DAY, --weeks N, --scope SCOPE and --lines.";

/** `forecast --as-of DAY`: what is expected week by week, and what the last forecasts got wrong. */
export const forecastCommand: Command = {
  name: "forecast",
  usage: `[--as-of DAY] [--weeks N] ${SCOPE_USAGE} [--lines]`,
  does: "what is expected by ISO week, and what the last four forecasts got wrong",
  async run(args, env) {
    const context = await env.context();
    const { values } = optionsOf({ args: [...args], options: OPTIONS }, TAKES);
    const { scope, lines = false } = values;
    const asOf = dayTyped(values["as-of"], context.today);
    const weeks = numberTyped("weeks", values.weeks, { from: 1, to: WEEKS_MAX, usual: WEEKS_DEFAULT });
    const figures = await forecastFigures(context, { asOf, scope: scope ?? null, weeks, lines });
    if (figures === "unknown-scope") throw unknownScope(scope);
    env.answer(figures, linesOf(figures));
    return 0;
  },
};

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
