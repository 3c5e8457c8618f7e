import { welcomeCard, type WelcomePart } from "#cards/welcome.ts";
import { financingCost } from "#domain/financing-cost.ts";
import { firstName, type Person } from "#domain/person.ts";
import type { CostSaid } from "#i18n/cards/welcome/messages.ts";
import { formatClock } from "#i18n/format.ts";
import { agedRows } from "#store/figures.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { customersOfScope, scopeName, usualScope } from "#usecases/reports/report-scope.ts";
import { done, type Result } from "#usecases/result.ts";

/** One of the three first messages again, at any time, with the figures of now (R8). */
export async function showWelcome(
  context: Context,
  viewer: Person,
  input: { readonly part: WelcomePart },
): Promise<Result<Drawn>> {
  return done(await drawWelcome(drawingFor(context, viewer), input.part));
}

/** The third one counts what lateness costs on the customers that the reader looks after, at the company's rate. */
export async function drawWelcome(drawing: Drawing, part: WelcomePart): Promise<Drawn> {
  const { context, viewer, words } = drawing;
  const view = {
    firstName: firstName(viewer),
    hour: formatClock(viewer.digestMinutes, viewer.locale),
    ratePercent: context.settings.financingRate,
    ...(part === 3 ? await costOf(drawing) : { scope: null, costs: [] }),
  };
  return { card: welcomeCard(part, view, words), customers: [] };
}

async function costOf(
  drawing: Drawing,
): Promise<{ readonly scope: string | null; readonly costs: readonly CostSaid[] }> {
  const { context, viewer } = drawing;
  const scope = usualScope(viewer);
  const filter = await customersOfScope(context, scope);
  if (filter === null || filter.customers?.length === 0) return { scope: null, costs: [] };
  const rows = await agedRows(context.store.db, context.today, filter);
  const late = Map.groupBy(
    rows.filter(({ daysOverdue }) => daysOverdue > 0),
    ({ currency }) => currency,
  );
  const costs = [...late].map(([currency, its]) => {
    const waiting = its.map(({ residual, daysOverdue }) => ({ minor: residual, daysLate: daysOverdue }));
    const cost = financingCost(waiting, context.settings.financingRate);
    const money = (minor: bigint) => ({ minor, currency });
    return { late: money(cost.late), soFar: money(cost.soFar), perMonth: money(cost.perMonth) };
  });
  return { scope: await scopeName(drawing, scope), costs };
}
