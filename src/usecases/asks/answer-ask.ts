import type { Actor } from "#domain/event.ts";
import { closeAsk, type Ending, type RecordedAsk } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { enqueueRedraws } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { ANSWERED_APART, takeAsk } from "#usecases/asks/take-matter.ts";
import { withdrawDoneAsks } from "#usecases/asks/withdraw-asks.ts";

/** An open ask, locked, in the hands of somebody who may answer it. */
export type TakenAsk = RecordedAsk & { readonly payer: string };

export interface Answer {
  readonly ending: Extract<Ending, { outcome: unknown }>;
  /** Kept with the event, for the card and the timeline. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Writes what follows from the answer, under its event, so that undo takes it back. */
  readonly apply?: (event: number) => Promise<void>;
}

/**
 * What all answers to a card have in common: lock, rights, still open, decide, one event, close, redraw. The first answer
 * wins; whoever comes second learns who and when.
 */
export async function answerAsk(
  context: Context,
  actor: Actor,
  askId: number,
  decide: (tx: Db, ask: TakenAsk) => Promise<Result<Answer>>,
): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeAsk(tx, context, actor, askId);
    if (!taken.ok) return taken;
    const ask = taken.value;
    if (ANSWERED_APART.includes(ask.kind)) return refused({ why: "gone" });
    const answer = await decide(tx, ask);
    if (!answer.ok) return answer;
    const { ending, data = {}, apply } = answer.value;
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "ask-answered",
      actor,
      customer: ask.customer,
      invoices: ask.lines.map((line) => line.invoice),
      subject: "asks",
      subjectId: ask.id,
      data: { ask: ask.kind, ...ending, ...data },
    });
    await closeAsk(tx, ask.id, ending, context.now, event);
    await apply?.(event);
    await withdrawDoneAsks(tx, context, ask.payer, event);
    await enqueueRedraws(tx, await paidBy(tx, ask.payer), context.now);
    return done({ showing: { show: "ask", ask: ask.id }, event });
  });
}
