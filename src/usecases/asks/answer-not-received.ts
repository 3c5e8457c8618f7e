import type { Actor } from "#domain/event.ts";
import { afterUndo } from "#domain/undo.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import type { Db } from "#store/store.ts";
import { answerAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { bindDisputes, contestedLines, recordDisputes } from "#usecases/disputes/open-dispute.ts";
import { done, type Result } from "#usecases/result.ts";

const CATEGORY = "not_received";

/** The customer says that the invoices never came: a dispute of that category for adv, and the copies are sent again. */
export async function answerNotReceived(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly comment?: string | undefined },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    const lines = ask.lines.map(({ invoice }) => ({ invoice }));
    const contested = await contestedLines(tx, context, ask.customer, lines, CATEGORY);
    if (!contested.ok) return contested;
    const about = { category: CATEGORY, comment: input.comment } as const;
    const disputes = await recordDisputes(tx, context, actor, ask.customer, contested.value, about);
    return done({
      ending: { outcome: "not-received" },
      data: { disputes },
      async apply(event) {
        await bindDisputes(tx, context, disputes, event);
        await sendCopies(tx, context, disputes, event);
      },
    });
  });
}

/** The mails leave once nobody can take the answer back. */
async function sendCopies(tx: Db, context: Context, disputes: readonly number[], event: number): Promise<void> {
  await enqueue(
    tx,
    disputes.map((dispute) => ({
      key: `invoice-copy:${dispute}`,
      showing: { show: "invoice-copy", dispute },
      personId: null,
      gate: gateOf.mail,
      notBefore: afterUndo(context.now),
      eventId: event,
    })),
    context.now,
  );
}
