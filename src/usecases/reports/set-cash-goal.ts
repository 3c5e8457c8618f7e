import { cashGoalsCard } from "#cards/cash-goals.ts";
import { GOAL_PERIODS, goalFrom, goalNow, type CashGoal, type GoalPeriod } from "#domain/cash-goal.ts";
import type { Currency, Money } from "#domain/money.ts";
import { mayTouch, THE_COMPANY, type Ownership } from "#domain/permission.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { scopeKey, type ReportScope } from "#domain/report-scope.ts";
import { goalsOf, writeGoal } from "#store/cash-goals.ts";
import { appendEvent } from "#store/events.ts";
import { ownershipOfPerson } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { kpisOf } from "#usecases/reports/kpis.ts";
import { scopeName } from "#usecases/reports/report-scope.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface NewCashGoal {
  readonly scope: ReportScope;
  readonly period: GoalPeriod;
  /** Zero = no goal any more. */
  readonly amount: Money;
}

/** Where nothing was ever invoiced: the currency of most readers. */
const CURRENCY_DEFAULT: Currency = "EUR";

/** Sets what a scope is to collect in every week or month from now on; finance may, and a manager for those below. */
export async function setCashGoal(
  context: Context,
  viewer: Person,
  { scope, period, amount }: NewCashGoal,
): Promise<Result<NewCashGoal>> {
  const key = scopeKey(scope);
  return context.store.db.transaction(async (tx) => {
    if (!(await maySetGoal({ ...context, store: { ...context.store, db: tx } }, viewer, scope))) {
      return refused({ why: "not-allowed" });
    }
    const from = goalFrom(period, amount.currency, context.today, await goalsOf(tx, key));
    await writeGoal(tx, key, { period, amount, from }, viewer.id, context.now);
    const goal = { scope: key, period, currency: amount.currency, minor: String(amount.minor), from };
    await appendEvent(tx, {
      at: context.now,
      kind: "setting-changed",
      actor: { is: "person", id: viewer.id },
      customer: null,
      data: { name: "cash-goal", value: goal },
    });
    return done({ scope, period, amount });
  });
}

/** The goals of a scope as they stand, to somebody who may see it (findScope said so); `changed` = what was just set. */
export async function drawCashGoals(
  context: Context,
  viewer: Person,
  scope: ReportScope,
  changed: Pick<NewCashGoal, "period" | "amount"> | null,
): Promise<Drawn> {
  const drawing = drawingFor(context, viewer);
  const goals = standing(await goalsOf(context.store.db, scopeKey(scope)), context);
  const card = cashGoalsCard(
    {
      scope: scopeKey(scope),
      scopeName: await scopeName(drawing, scope),
      goals,
      changed,
      mayChange: await maySetGoal(context, viewer, scope),
    },
    drawing.words,
  );
  return { card, customers: [] };
}

/** The currency a bare amount is meant in: the one with most open invoices. */
export async function mainCurrencyOf(context: Context, scope: ReportScope): Promise<Currency> {
  const kpis = [...(await kpisOf(context, scope, context.today))];
  const [main] = kpis.toSorted(([, a], [, b]) => b.openInvoices - a.openInvoices);
  return main?.[0] ?? CURRENCY_DEFAULT;
}

async function maySetGoal(context: Context, viewer: Person, scope: ReportScope): Promise<boolean> {
  return mayTouch(viewer, await ownershipOfScope(context, viewer, scope), "set-goal");
}

/** A team is below its own manager, too; what a rep is to collect is for those above to say. */
async function ownershipOfScope({ store }: Context, viewer: Person, scope: ReportScope): Promise<Ownership> {
  switch (scope.is) {
    case "company":
    case "seller":
      return THE_COMPANY;
    case "person":
      return ownershipOfPerson(store.db, scope.person);
    case "team": {
      const { managersAbove } = await ownershipOfPerson(store.db, scope.manager);
      const leads = hasRole(viewer, "manager") ? [scope.manager, ...managersAbove] : [];
      return { repId: null, managersAbove: leads };
    }
  }
}

function standing(goals: readonly CashGoal[], { today }: Context): readonly Pick<CashGoal, "period" | "amount">[] {
  const currencies = [...new Set(goals.map(({ amount }) => amount.currency))].toSorted();
  return GOAL_PERIODS.flatMap((period) =>
    currencies.flatMap((currency) => goalNow(goals, period, currency, today) ?? []),
  );
}
