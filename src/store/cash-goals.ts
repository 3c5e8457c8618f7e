import { eq } from "drizzle-orm";

import type { CashGoal } from "#domain/cash-goal.ts";
import { cashGoals } from "#store/schema/goals.ts";
import type { Db } from "#store/store.ts";

/** All goals a scope ever had, the oldest first; which one holds when is the domain's to say. */
export async function goalsOf(db: Db, scope: string): Promise<readonly CashGoal[]> {
  const rows = await db.select().from(cashGoals).where(eq(cashGoals.scope, scope)).orderBy(cashGoals.fromOn);
  return rows.map(({ period, currency, amount, fromOn }) => ({
    period,
    amount: { minor: amount, currency },
    from: fromOn,
  }));
}

/** Writes a goal; another one of the same scope, period, currency and first day gives way to it. */
export async function writeGoal(tx: Db, scope: string, goal: CashGoal, by: number, at: Date): Promise<void> {
  const { period, amount, from } = goal;
  const set = { amount: amount.minor, setBy: by, setAt: at };
  await tx
    .insert(cashGoals)
    .values({ scope, period, currency: amount.currency, fromOn: from, ...set })
    .onConflictDoUpdate({
      target: [cashGoals.scope, cashGoals.period, cashGoals.currency, cashGoals.fromOn],
      set,
    });
}
