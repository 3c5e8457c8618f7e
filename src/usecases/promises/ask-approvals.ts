import { paidBy } from "#store/families.ts";
import { unaskedLongPromises } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/**
 * Puts the long promises that came in by a file to finance, once each and once a seller of theirs is live; those given here
 * are put by their own verb. Gives how many.
 */
export async function askApprovals(tx: Db, context: Context, payer: string): Promise<number> {
  const promises = await unaskedLongPromises(tx, await paidBy(tx, payer), context.today);
  for (const promise of promises) {
    await openAsk(tx, context, {
      kind: "approve-promise",
      customer: payer,
      about: promise.id,
      holder: { role: await staffedRole(tx, "finance") },
      lines: promise.lines
        .filter((line) => line.releasedOn === null)
        .map((line) => ({ invoice: line.invoice, step: null })),
      openedBy: { is: "system" },
      when: "now",
    });
  }
  return promises.length;
}
