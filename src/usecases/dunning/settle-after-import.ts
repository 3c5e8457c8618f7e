import { lockFamily, payersInTheLoop, payersOf } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { askApprovals } from "#usecases/promises/ask-approvals.ts";
import { closeSettledOf } from "#usecases/disputes/close-settled-disputes.ts";
import type { Context } from "#usecases/context.ts";
import { judgeFamily } from "#usecases/promises/judge-promises.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

/**
 * What new invoices and payments mean for the loop: promises that came in are kept, disputes that were paid or credited are
 * closed, asks with nothing left are withdrawn, and every card of these customers is drawn again.
 */
export async function settleAfterImport(context: Context, customers: readonly string[]): Promise<void> {
  const { db } = context.store;
  for (const payer of await payersInTheLoop(db, customers)) {
    await db.transaction(async (tx) => {
      await lockFamily(tx, payer);
      await judgeFamily(tx, context, payer);
      await askApprovals(tx, context, payer);
      await closeSettledOf(tx, context, payer);
      await withdrawDoneAsks(tx, context, payer, null);
    });
  }
  await enqueueRedraws(db, [...new Set([...customers, ...(await payersOf(db, customers))])], context.now);
}
