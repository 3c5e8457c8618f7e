import { nextMove } from "#domain/next-move.ts";
import { payersOf } from "#store/families.ts";
import { overdueUnderWay, type OverdueUnderWay } from "#store/next-moves.ts";
import type { Context } from "#usecases/context.ts";
import { nextStepsOf } from "#usecases/dunning/next-steps.ts";
import { planFor } from "#usecases/dunning/preview-dunning.ts";

/**
 * The overdue invoices about which nobody does anything next, and for which today's plan states no reason either (D10).
 * None of them is the rule; whatever stands here is finance's to look at.
 */
export async function forgottenInvoices(context: Context): Promise<readonly OverdueUnderWay[]> {
  const { db } = context.store;
  const late = await overdueUnderWay(db, context.today, context.timeZone, { customers: null, seller: null });
  const steps = await nextStepsOf(
    context,
    late.map(({ id }) => id),
  );
  const idle = late.filter((invoice) => {
    const move = nextMove({ ...invoice, nextStep: steps.get(invoice.id) ?? null }, context.today);
    return move.what.is === "nothing";
  });
  if (idle.length === 0) return [];
  const payers = await payersOf(db, [...new Set(idle.map(({ customer }) => customer))]);
  const { plan } = await planFor(context, context.today, payers);
  const told = new Set([
    ...plan.heldBack.map(({ invoice }) => invoice.id),
    ...[...plan.messages, ...plan.asks].flatMap(({ lines }) => lines.map(({ invoice }) => invoice.id)),
  ]);
  return idle.filter(({ id }) => !told.has(id));
}
