import { laterDay } from "#domain/ask-answer.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { answerAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** The card comes back on the chosen day, at most five working days later, and once only. */
export async function answerLater(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly on: Day },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (_tx, ask) => {
    const chosen = laterDay(input.on, context.today, ask.postponed);
    if ("refusal" in chosen) return refused(chosen.refusal);
    return done({ ending: { outcome: "later", comesBackOn: chosen.day, comesBackAs: "later-again" } });
  });
}
