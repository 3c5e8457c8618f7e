import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { REP_HOLD_REASONS } from "#domain/hold.ts";
import { appendEvent, lastEventAbout } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { holdById, setHoldEnded, type RecordedHold } from "#store/holds.ts";
import { openItems } from "#store/open-items.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { positionsToKeep } from "#store/positions.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Lifts a hold before its day: dunning goes on with the next step (the dunning pass does it). */
export async function endHold(
  context: Context,
  actor: Actor,
  input: { readonly hold: number },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const known = await holdById(tx, input.hold);
    const payer = known === null ? null : await lockFamily(tx, known.customer);
    const hold = await holdById(tx, input.hold);
    if (hold === null || payer === null) return refused({ why: "gone" });
    const isRepsOwn = REP_HOLD_REASONS.some((reason) => reason === hold.reason) || hold.reason === "visit-planned";
    const refusal = await refuseAct(tx, actor, hold.customer, isRepsOwn ? "hold" : "long-hold");
    if (refusal !== null) return refused(refusal);
    if (hold.undoneAt !== null) return refused({ why: "gone" });
    if (hold.endedOn !== null) {
      return alreadyDone(tx, await lastEventAbout(tx, "holds", hold.id, ["hold-ended"]), context.now);
    }
    const family = await paidBy(tx, hold.customer);
    const event = await recordHoldEnd(
      tx,
      context,
      actor,
      hold,
      context.today,
      await heldInvoices(tx, context, hold, family),
    );
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "customer", customer: hold.customer }, event });
  });
}

/** Writes the end of a hold and its line in the timeline; `on` = the first day on which it stops nothing. */
export async function recordHoldEnd(
  tx: Db,
  context: Context,
  actor: Actor,
  hold: RecordedHold,
  on: Day,
  invoices: readonly number[],
): Promise<number> {
  await setHoldEnded(tx, hold.id, on);
  return appendEvent(tx, {
    at: context.now,
    kind: "hold-ended",
    actor,
    customer: hold.customer,
    invoices,
    subject: "holds",
    subjectId: hold.id,
    data: actor.is === "system" ? {} : { positions: await positionsToKeep(tx, invoices) },
  });
}

async function heldInvoices(
  tx: Db,
  context: Context,
  hold: RecordedHold,
  family: readonly string[],
): Promise<readonly number[]> {
  if (hold.invoice !== null) return [hold.invoice];
  return (await openItems(tx, context.today, family)).map((item) => item.id);
}
