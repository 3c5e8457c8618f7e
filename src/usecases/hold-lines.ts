import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { AskLine } from "#store/asks.ts";
import { insertHolds, setHoldEvent } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** Has dunning wait for the invoices of an ask, under the event of its answer. */
export async function holdLines(
  tx: Db,
  context: Context,
  actor: Actor,
  lines: readonly AskLine[],
  hold: { readonly reason: HoldReason; readonly until: Day },
  event: number,
): Promise<void> {
  const invoices = await invoiceHeads(
    tx,
    lines.map((line) => line.invoice),
  );
  const ids = await insertHolds(
    tx,
    invoices.map((invoice) => ({
      ...hold,
      customer: invoice.customer,
      invoice: invoice.id,
      comment: null,
      from: context.today,
      placedBy: actor,
    })),
  );
  await setHoldEvent(tx, ids, event);
}
