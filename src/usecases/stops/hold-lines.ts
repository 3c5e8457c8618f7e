import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { AskLine } from "#store/asks.ts";
import { insertHolds, setHoldEvent } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

interface LinesHold {
  readonly reason: HoldReason;
  readonly until: Day;
}

/** Has dunning wait for the invoices of an ask, under the event of its answer. */
export async function holdLines(
  tx: Db,
  context: Context,
  actor: Actor,
  lines: readonly AskLine[],
  hold: LinesHold,
  event: number,
): Promise<void> {
  await setHoldEvent(tx, await placeOnLines(tx, context, actor, lines, hold), event);
}

/** The same before its event is known; gives the holds, for `setHoldEvent`. */
export async function placeOnLines(
  tx: Db,
  context: Context,
  actor: Actor,
  lines: readonly AskLine[],
  hold: LinesHold,
): Promise<readonly number[]> {
  const invoices = await invoiceHeads(
    tx,
    lines.map((line) => line.invoice),
  );
  return insertHolds(
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
}
