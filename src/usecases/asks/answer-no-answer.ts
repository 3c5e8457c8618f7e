import { retryDay } from "#domain/ask-answer.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { answerAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Nobody picked up: a new card comes on the retry day, and e-mails go on meanwhile. */
export async function answerNoAnswer(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly on?: Day | undefined },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async () => {
    const chosen = retryDay(input.on ?? null, context.today);
    if ("refusal" in chosen) return refused(chosen.refusal);
    return done({ ending: { outcome: "no-answer", comesBackOn: chosen.day, comesBackAs: "no-answer-again" } });
  });
}
