import { alreadyPaidUntil } from "#domain/ask-answer.ts";
import type { Actor } from "#domain/event.ts";
import { answerAsk } from "#usecases/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { holdLines } from "#usecases/hold-lines.ts";
import { openAsk } from "#usecases/open-ask.ts";
import { done, type Result } from "#usecases/result.ts";
import { staffedRole } from "#usecases/tell.ts";

/** The customer says it is paid: dunning waits five working days for the money to show, and finance looks for it. */
export async function answerAlreadyPaid(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    const until = alreadyPaidUntil(context.today);
    return done({
      ending: { outcome: "already-paid" },
      data: { until },
      async apply(event) {
        await holdLines(tx, context, actor, ask.lines, { reason: "already-paid", until }, event);
        await openAsk(tx, context, {
          kind: "check-payment",
          customer: ask.customer,
          holder: { role: await staffedRole(tx, "finance") },
          lines: ask.lines,
          openedBy: actor,
          when: "after-undo",
          causedBy: event,
        });
      },
    });
  });
}
