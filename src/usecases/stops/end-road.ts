import type { Day } from "#domain/calendar.ts";
import { ENDING_OWNERS, type RoadEnding } from "#domain/end-of-road.ts";
import type { Actor } from "#domain/event.ts";
import { closeAsk, type Ending } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { insertHolds, setHoldEvent } from "#store/holds.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import { insertEnding } from "#store/road-endings.ts";
import type { Db } from "#store/store.ts";
import { refuseAct } from "#usecases/allow.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { openAsk } from "#usecases/asks/open-ask.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeAsk } from "#usecases/asks/take-matter.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";
import type { TakenAsk } from "#usecases/asks/answer-ask.ts";

const COMMENT_LENGTH_MAX = 500;

/**
 * What comes after every reminder (D18): recorded with its reason, given to the role that sees to it, and no reminder about
 * these invoices any more. "Wait" brings the question back on a day instead.
 */
export async function endRoad(
  context: Context,
  actor: Actor,
  input: {
    readonly ask: number;
    readonly ending: RoadEnding;
    readonly comment?: string | undefined;
    readonly until?: Day | undefined;
  },
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, input.ask);
    if (!taken.ok) return taken;
    const ask = taken.value;
    if (ask.kind !== "decision") return refused({ why: "gone" });
    const refusal = await refuseAct(tx, actor, ask.customer, "end-road");
    if (refusal !== null) return refused(refusal);
    const { ending, until } = input;
    if (ending === "wait" && (until === undefined || until <= context.today)) {
      return refused({ why: "date-in-past", day: until ?? context.today });
    }
    const comment = input.comment?.trim().slice(0, COMMENT_LENGTH_MAX) || null;
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "road-ended",
      actor,
      customer: ask.customer,
      invoices: ask.lines.map((line) => line.invoice),
      subject: "asks",
      subjectId: ask.id,
      data: { ending, comment, until: ending === "wait" ? until : null },
    });
    await closeAsk(tx, ask.id, endingOf(ending, until), context.now, event);
    if (ending !== "wait") await follow(tx, context, actor, { ask, ending, comment, event });
    await withdrawDoneAsks(tx, context, ask.payer, event);
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}

function endingOf(ending: RoadEnding, until: Day | undefined): Ending {
  return ending === "wait" && until !== undefined
    ? { outcome: "later", comesBackOn: until, comesBackAs: "later-again" }
    : { outcome: "done" };
}

/** Recorded, dunning stopped for its invoices, and a task for the role that sees to it. */
async function follow(
  tx: Db,
  context: Context,
  actor: Actor,
  decided: {
    readonly ask: TakenAsk;
    readonly ending: RoadEnding;
    readonly comment: string | null;
    readonly event: number;
  },
): Promise<void> {
  const { ask, ending, comment, event } = decided;
  const ownerRole = await staffedRole(tx, ENDING_OWNERS[ending]);
  const id = await insertEnding(tx, {
    ask: ask.id,
    customer: ask.customer,
    ending,
    ownerRole,
    comment,
    decidedAt: context.now,
    decidedBy: actor,
    eventId: event,
  });
  const invoices = await invoiceHeads(
    tx,
    ask.lines.map((line) => line.invoice),
  );
  const holds = await insertHolds(
    tx,
    invoices.map((invoice) => ({
      customer: invoice.customer,
      invoice: invoice.id,
      reason: "end-of-road",
      comment: null,
      from: context.today,
      until: null,
      placedBy: actor,
    })),
  );
  await setHoldEvent(tx, holds, event);
  await openAsk(tx, context, {
    kind: "end-of-road",
    customer: ask.customer,
    about: id,
    holder: { role: ownerRole },
    lines: ask.lines.map((line) => ({ invoice: line.invoice, step: null })),
    openedBy: actor,
    when: "after-undo",
    causedBy: event,
  });
}
