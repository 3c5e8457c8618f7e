import { wrongUse, type CliEnv, type Command, type ExitCode } from "#cli/command.ts";
import { dayTyped, numberTyped, optionsOf, SCOPE_USAGE, unknownScope } from "#cli/options.ts";
import { daysBetween, isDay } from "#domain/calendar.ts";
import { recomputeFigures } from "#usecases/reports/keep-figures.ts";
import {
  showFigures,
  TOP_DEFAULT,
  TOP_MAX,
  type CurrencyFigures,
  type Figures,
} from "#usecases/reports/show-figures.ts";

/** Two years and a bit in one go. */
const DAYS_RECOMPUTED_MAX = 800;
const OPTIONS = {
  "as-of": { type: "string" },
  scope: { type: "string" },
  top: { type: "string" },
  recompute: { type: "string" },
} as const;
const TAKES = "figures takes --as-of DAY, --scope SCOPE and --top N, or --recompute FROM..TO.";

/** `figures --as-of DAY`: the ledger as it stood on a day; `--recompute FROM..TO` keeps the days of a trend anew. */
export const figuresCommand: Command = {
  name: "figures",
  usage: `[--as-of DAY] ${SCOPE_USAGE} [--top N] | --recompute FROM..TO`,
  does: "outstanding, aged balance, DSO, CEI and what was collected, as they stood on a day (today by default)",
  async run(args, env) {
    const context = await env.context();
    const { values } = optionsOf({ args: [...args], options: OPTIONS }, TAKES);
    if (values.recompute !== undefined) return recompute(env, values.recompute);
    const asOf = dayTyped(values["as-of"], context.today);
    const top = numberTyped("top", values.top, { from: 0, to: TOP_MAX, usual: TOP_DEFAULT });
    const figures = await showFigures(context, { asOf, scope: values.scope ?? null, top });
    if (figures === "unknown-scope") throw unknownScope(values.scope);
    env.answer(figures, linesOf(figures));
    return 0;
  },
};

/** Days to come have no figures yet. */
async function recompute(env: CliEnv, range: string): Promise<ExitCode> {
  const context = await env.context();
  const [from = "", to = "", ...more] = range.split("..");
  if (!isDay(from) || !isDay(to) || more.length > 0 || from > to || to > context.today) {
    throw wrongUse(`--recompute takes two days up to today, the earlier first: 2026-09-01..2026-11-30.`);
  }
  const days = daysBetween(from, to) + 1;
  if (days > DAYS_RECOMPUTED_MAX) throw wrongUse(`--recompute takes ${DAYS_RECOMPUTED_MAX} days at most.`);
  const kept = await recomputeFigures(context, from, to);
  env.answer({ from, to, days, scopes: kept / days }, [`Kept anew: ${days} days, ${kept / days} scopes.`]);
  return 0;
}

function linesOf({ asOf, currencies }: Figures): readonly string[] {
  const lines = Object.entries(currencies).flatMap(([currency, figures]) => currencyLines(currency, figures));
  return [`As of ${asOf}`, ...(lines.length > 0 ? lines : ["Nothing is open."])];
}

function currencyLines(currency: string, figures: CurrencyFigures): readonly string[] {
  const { aged, top } = figures;
  const row = (label: string, value: string) => `  ${label.padEnd(14)} ${value.padStart(18)}`;
  return [
    currency,
    row("outstanding", figures.outstanding) + `   ${figures.openInvoices} invoices`,
    row("overdue", figures.overdue) + `   ${figures.overdueInvoices} invoices`,
    row("disputed", figures.disputed),
    row("promised", figures.promised),
    row("chaseable", figures.chaseable),
    row("unallocated", figures.unallocated),
    ...Object.entries(aged).map(([bucket, amount]) => row(bucket === "notDue" ? "not due" : `${bucket} days`, amount)),
    ...delayLines(figures),
    row("collected", figures.collected) + `   after ${figures.window.from}, up to ${figures.window.to}`,
    ...top.map(
      ({ customer, overdue }, place) => `  ${String(place + 1).padStart(3)}. ${customer.padEnd(20)} ${overdue}`,
    ),
  ];
}

function delayLines(figures: CurrencyFigures): readonly string[] {
  const row = (label: string, value: number | null, unit: string) =>
    `  ${label.padEnd(14)} ${value === null ? "-".padStart(18) : value.toFixed(2).padStart(18)} ${unit}`;
  return [
    row("DSO", figures.dsoSimple, "days"),
    row("best possible", figures.dsoBestPossible, "days"),
    row("delinquent", figures.averageDaysDelinquent, "days"),
    figures.dsoCountbackBeyond === null
      ? row("countback", figures.dsoCountback, "days")
      : `  ${"countback".padEnd(14)} ${`> ${figures.dsoCountbackBeyond}`.padStart(18)} days`,
    row("CEI", figures.cei, "% of the month"),
    row("overdue rate", figures.overdueRate, "%"),
    row("promises kept", figures.promiseKeptRate.count, "% in number"),
    row("", figures.promiseKeptRate.amount, "% in amount"),
    row("dispute time", figures.disputeDays.median, "days, median"),
    row("", figures.disputeDays.mean, "days, mean"),
  ];
}
