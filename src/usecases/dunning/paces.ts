import type { Pace } from "#domain/dunning-step-day.ts";
import { haveConditions } from "#domain/scenario-condition.ts";
import type { Scenario } from "#domain/scenario.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import type { PositionedInvoice } from "#store/positions.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";

/**
 * What the days of these invoices' steps depend on, by paying customer: as dunning itself looks at it where any step in
 * force has conditions, else as it is known already.
 */
export async function pacesOf(
  context: Context,
  db: Db,
  scenarios: readonly Scenario[],
  invoices: readonly PositionedInvoice[],
): Promise<ReadonlyMap<string, Pace>> {
  const known = new Map(invoices.map(({ payer, pace }) => [payer, pace]));
  if (!haveConditions(scenarios) || known.size === 0) return known;
  const payers = [...known.keys()];
  const { debtors } = await loadDunningFacts(db, factsScope(context, { scenarios, payers, forgetPlanned: true }));
  const full = debtors.map(
    ({ code, kind, region, slowPayer, standing }) => [code, { kind, region, slowPayer, standing }] as const,
  );
  return new Map<string, Pace>([...known, ...full]);
}
