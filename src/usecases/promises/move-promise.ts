import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { refusePromise, type CoveredLine } from "#domain/promise-to-pay.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { openItems } from "#store/open-items.ts";
import type { RecordedPromise } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { bindPromises, recordPromise } from "#usecases/promises/record-promise.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeLivePromise } from "#usecases/promises/take-promise.ts";

/** Gives a promise another day: a new promise for what is left of it replaces it (rescheduled, counted apart). */
export async function movePromise(
  context: Context,
  actor: Actor,
  input: { readonly promise: number; readonly due: Day },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeLivePromise(tx, context, actor, input.promise);
    if (!taken.ok) return taken;
    const { promise: moved, payer } = taken.value;
    if (moved.due === input.due) return alreadyDone(tx, { actor: moved.givenBy, at: moved.recordedAt }, context.now);

    const { lines, owed } = await leftOf(tx, context, moved, payer);
    const amount = { minor: lines.reduce((total, line) => total + line.covered, 0n), currency: moved.currency };
    if (lines.length === 0) return refused({ why: "nothing-owed" });
    const refusal = refusePromise({ amount, due: input.due }, { minor: owed, currency: moved.currency }, context.today);
    if (refusal !== null) return refused(refusal);

    const recorded = await recordPromise(tx, context, actor, {
      customer: moved.customer,
      payer,
      currency: moved.currency,
      due: input.due,
      lines,
      contact: null,
      comment: moved.comment,
    });
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "promise-moved",
      actor,
      customer: moved.customer,
      invoices: moved.lines.map((line) => line.invoice),
      subject: "promises",
      subjectId: moved.id,
      data: { from: moved.due, due: input.due, promises: [recorded.id] },
    });
    await bindPromises(tx, context, payer, [recorded], actor, event);
    return done({ showing: { show: "promise", promise: recorded.id }, event });
  });
}

/** What the promise still covers today, after what was paid since. */
async function leftOf(
  tx: Db,
  context: Context,
  promise: RecordedPromise,
  payer: string,
): Promise<{ readonly lines: readonly CoveredLine[]; readonly owed: bigint }> {
  const items = new Map((await openItems(tx, context.today, await paidBy(tx, payer))).map((item) => [item.id, item]));
  let owed = 0n;
  const lines = promise.lines.flatMap((line): readonly CoveredLine[] => {
    const residual = items.get(line.invoice)?.residual ?? 0n;
    if (line.releasedOn !== null || residual === 0n) return [];
    owed += residual;
    const paid = line.residualWhenGiven > residual ? line.residualWhenGiven - residual : 0n;
    const covered = line.covered > paid ? line.covered - paid : 0n;
    return covered === 0n
      ? []
      : [{ invoice: line.invoice, covered: covered < residual ? covered : residual, residual }];
  });
  return { lines, owed };
}
