import { addWorkingDays, type Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { openAskOf } from "#store/asks.ts";
import { openerOf } from "#store/card-facts.ts";
import { appendEvent } from "#store/events.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { insertHolds, setHoldEvent } from "#store/holds.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { COMMENT_LENGTH_MAX } from "#usecases/customers/add-comment.ts";
import { refuseAct } from "#usecases/allow.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/** How long nothing leaves while finance has not answered. */
const BLOCKED_WORKING_DAYS = 1;

/** The last day of an urgent stop that is asked for today. */
export function blockedUntil(today: Day): Day {
  return addWorkingDays(today, BLOCKED_WORKING_DAYS);
}

/**
 * Stops every e-mail to whoever pays for a customer, at once and until the next working day; finance is asked what comes
 * next, and answers on the card that the asker keeps (E9).
 */
export async function blockUrgently(
  context: Context,
  actor: Actor,
  input: { readonly customer: string; readonly why?: string | undefined },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const payer = await lockFamily(tx, input.customer);
    if (payer === null) return refused({ why: "unknown-customer", typed: input.customer });
    const refusal = await refuseAct(tx, actor, input.customer, "urgent-block");
    if (refusal !== null) return refused(refusal);
    const open = await openAskOf(tx, payer, "urgent-block", 0);
    if (open !== null) return alreadyDone(tx, { actor: await openerOf(tx, open.id), at: open.openedAt }, context.now);

    const until = blockedUntil(context.today);
    const why = input.why?.trim().slice(0, COMMENT_LENGTH_MAX) ?? "";
    const said = why === "" ? null : why;
    const hold = {
      customer: payer,
      invoice: null,
      reason: "urgent",
      comment: said,
      from: context.today,
      until,
    } as const;
    const holds = await insertHolds(tx, [{ ...hold, placedBy: actor }]);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "hold-placed",
      actor,
      customer: payer,
      subject: "holds",
      ...(holds[0] === undefined ? {} : { subjectId: holds[0] }),
      data: { reason: "urgent", until },
    });
    await setHoldEvent(tx, holds, event);
    const asked = await openAsk(tx, context, {
      kind: "urgent-block",
      customer: payer,
      holder: { role: await staffedRole(tx, "finance") },
      lines: [],
      openedBy: actor,
      why: said,
      when: "after-undo",
      causedBy: event,
    });
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
    return done({ showing: { show: "ask", ask: asked.ask }, event });
  });
}
