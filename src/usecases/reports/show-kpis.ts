import { agedBalanceCard } from "#cards/aged-balance.ts";
import { dsoCard } from "#cards/dso.ts";
import { addDays } from "#domain/calendar.ts";
import type { Kpis } from "#domain/kpi.ts";
import type { Currency } from "#domain/money.ts";
import type { Person } from "#domain/person.ts";
import { readScopeKey, scopeKey, type ReportScope } from "#domain/report-scope.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";
import { figuresTrend } from "#usecases/reports/figures-trend.ts";
import { kpisOf } from "#usecases/reports/kpis.ts";
import { maySeeScope, scopeName, usualScope } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** More would not be read on a phone. */
const CURRENCIES_MAX = 4;
/** What a delay is compared with: long enough to move, short enough to be remembered. */
const TREND_DAYS = 30;

interface KpisAsked {
  /** A scope's key; without it, what the reader means by "the figures". */
  readonly scope?: string | undefined;
}

/** `/dso`, by permission: how long the money takes as of today, against thirty days before. */
export async function showDso(context: Context, viewer: Person, asked: KpisAsked): Promise<Result<Drawn>> {
  const scope = await scopeAsked(context, viewer, asked);
  if (scope === null) return refused({ why: "not-allowed" });
  const drawing = drawingFor(context, viewer);
  const [before] = await figuresTrend(context, scope, [addDays(context.today, -TREND_DAYS)]);
  const currencies = (await largestFirst(context, scope)).map(({ currency, kpis }) => ({
    currency,
    kpis,
    before: before?.figures.get(currency)?.dsoSimple ?? null,
  }));
  return done({ card: dsoCard({ ...(await viewOf(drawing, scope)), currencies }, drawing.words), customers: [] });
}

/** `/balance`, by permission: what is open as of today, by age. */
export async function showBalance(context: Context, viewer: Person, asked: KpisAsked): Promise<Result<Drawn>> {
  const scope = await scopeAsked(context, viewer, asked);
  if (scope === null) return refused({ why: "not-allowed" });
  const drawing = drawingFor(context, viewer);
  const currencies = (await largestFirst(context, scope)).filter(
    ({ kpis }) => kpis.outstanding !== 0n || kpis.unallocated !== 0n,
  );
  return done({
    card: agedBalanceCard({ ...(await viewOf(drawing, scope)), currencies }, drawing.words),
    customers: [],
  });
}

async function scopeAsked(context: Context, viewer: Person, { scope: key }: KpisAsked): Promise<ReportScope | null> {
  const scope = key === undefined ? usualScope(viewer) : readScopeKey(key);
  return scope !== null && (await maySeeScope(context, viewer, scope)) ? scope : null;
}

/** The currency with most open invoices first: amounts of two currencies do not compare. */
async function largestFirst(
  context: Context,
  scope: ReportScope,
): Promise<readonly { readonly currency: Currency; readonly kpis: Kpis }[]> {
  return [...(await kpisOf(context, scope, context.today))]
    .map(([currency, kpis]) => ({ currency, kpis }))
    .toSorted((a, b) => b.kpis.openInvoices - a.kpis.openInvoices)
    .slice(0, CURRENCIES_MAX);
}

async function viewOf(drawing: Drawing, scope: ReportScope) {
  return {
    scope: scopeKey(scope),
    scopeName: await scopeName(drawing, scope),
    portfolio: portfolioOf(drawing.viewer, scope),
    asOf: drawing.asOf,
  };
}

/** How the portfolio names the same customers; it has no name for the team of somebody else. */
function portfolioOf(viewer: Person, scope: ReportScope): string | null {
  switch (scope.is) {
    case "company":
      return "all";
    case "team":
      return scope.manager === viewer.id ? "team" : null;
    case "person":
      return scope.person === viewer.id ? "mine" : `rep:${scope.person}`;
    case "seller":
      return `seller:${scope.code}`;
  }
}
