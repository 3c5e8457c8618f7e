import type { DisputeOutcome } from "#domain/dispute.ts";
import type { Actor } from "#domain/event.ts";
import { latestHold } from "#domain/hold.ts";
import { disputeById, setDisputeClosed } from "#store/disputes.ts";
import { appendEvent, lastEventAbout } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { insertHolds, setHoldEvent } from "#store/holds.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { positionsToKeep } from "#store/positions.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface ClosingInput {
  readonly dispute: number;
  readonly outcome: DisputeOutcome;
  readonly comment?: string | undefined;
}

/**
 * Its owner or finance decides a dispute. Ours: the same step again after three working days (the dunning pass does it).
 * Theirs or shared: a credit note is owed, so the invoice waits for it, as long as a hold may last.
 */
export async function closeDispute(context: Context, actor: Actor, input: ClosingInput): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const known = await disputeById(tx, input.dispute);
    const payer = known === null ? null : await lockFamily(tx, known.customer);
    const dispute = await disputeById(tx, input.dispute);
    if (dispute === null || payer === null) return refused({ why: "gone" });
    const { ownerId, ownerRole } = dispute;
    const refusal = await refuseAct(tx, actor, dispute.customer, { do: "close-dispute", ownerId, ownerRole });
    if (refusal !== null) return refused(refusal);
    if (dispute.undoneAt !== null) return refused({ why: "gone" });
    if (dispute.closedOn !== null) {
      return alreadyDone(tx, await lastEventAbout(tx, "disputes", dispute.id, ["dispute-closed"]), context.now);
    }

    const comment = input.comment?.trim().slice(0, COMMENT_LENGTH_MAX) ?? "";
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "dispute-closed",
      actor,
      customer: dispute.customer,
      invoices: [dispute.invoice],
      subject: "disputes",
      subjectId: dispute.id,
      data: { outcome: input.outcome, positions: await positionsToKeep(tx, [dispute.invoice]) },
    });
    await setDisputeClosed(tx, dispute.id, {
      on: context.today,
      outcome: input.outcome,
      by: actor,
      comment: comment === "" ? null : comment,
    });
    if (input.outcome !== "ours") {
      const { customer, invoice } = dispute;
      const until = latestHold(context.today);
      const hold = {
        customer,
        invoice,
        reason: "finance",
        comment: null,
        from: context.today,
        until,
        placedBy: actor,
      } as const;
      await setHoldEvent(tx, await insertHolds(tx, [hold]), event);
    }
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "dispute", dispute: dispute.id }, event });
  });
}
