import { alreadyPaidUntil } from "#domain/ask-answer.ts";
import type { Actor } from "#domain/event.ts";
import { answerAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { holdLines } from "#usecases/stops/hold-lines.ts";
import { haveLookedFor, promiseAlreadyPaid } from "#usecases/promises/promise-already-paid.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/**
 * The customer says it is paid: dunning waits five working days for the money to show, and finance looks for it. Said of a
 * call's lines, or of those of a promise that did not come in.
 */
export async function answerAlreadyPaid(
  context: Context,
  actor: Actor,
  input: { readonly ask?: number | undefined; readonly promise?: number | undefined },
): Promise<Result<Answered>> {
  const until = alreadyPaidUntil(context.today);
  if (input.promise !== undefined) return promiseAlreadyPaid(context, actor, { promise: input.promise, until });
  if (input.ask === undefined) return refused({ why: "gone" });
  return answerAsk(context, actor, input.ask, async (tx, ask) =>
    done({
      ending: { outcome: "already-paid" },
      data: { until },
      async apply(event) {
        await holdLines(tx, context, actor, ask.lines, { reason: "already-paid", until }, event);
        await haveLookedFor(tx, context, actor, ask, event);
      },
    }),
  );
}
