import { addDays } from "#domain/calendar.ts";
import { lockFamily } from "#store/families.ts";
import { holdById, holdsPast } from "#store/holds.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Context } from "#usecases/context.ts";
import { recordHoldEnd } from "#usecases/stops/end-hold.ts";

/** Ends every hold whose last day is past, with a line in the timeline. */
export async function endHolds(context: Context): Promise<void> {
  for (const past of await holdsPast(context.store.db, context.today)) {
    await context.store.db.transaction(async (tx) => {
      await lockFamily(tx, past.customer);
      const hold = await holdById(tx, past.id);
      if (hold === null || hold.endedOn !== null || hold.undoneAt !== null || hold.until === null) return;
      await recordHoldEnd(
        tx,
        context,
        { is: "system" },
        hold,
        addDays(hold.until, 1),
        hold.invoice === null ? [] : [hold.invoice],
      );
      await enqueueRedraws(tx, [hold.customer], context.now);
    });
  }
}
