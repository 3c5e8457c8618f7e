import { performance } from "node:perf_hooks";

import { addDays, type Day } from "#domain/calendar.ts";
import { COMPANY } from "#domain/report-scope.ts";
import type { Context } from "#usecases/context.ts";
import { kpisOf } from "#usecases/reports/kpis.ts";
import { showFigures } from "#usecases/reports/show-figures.ts";

/** In the middle of the synthetic ledger: as many invoices come after this day as before. */
const PAST_DAY: Day = "2025-12-17";

/** The figures of a whole company: of today, of a day long past, and of a quarter day by day. */
export async function benchFigures(context: Context): Promise<void> {
  const today = await timed(() => showFigures(context, { asOf: context.today, scope: null, top: 10 }));
  const past = await timed(() => showFigures(context, { asOf: PAST_DAY, scope: null, top: 10 }));
  const weeks = Array.from({ length: 13 }, (_, week) => addDays(PAST_DAY, 7 * week));
  const quarter = await timed(async () => {
    for (const day of weeks) await kpisOf(context, COMPANY, day);
  });
  console.log(`figures today ${today} ms, a day in the past ${past} ms, ${weeks.length} Wednesdays ${quarter} ms`);
}

async function timed(work: () => Promise<unknown>): Promise<string> {
  const started = performance.now();
  await work();
  return (performance.now() - started).toFixed(0);
}
