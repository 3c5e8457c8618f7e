import { visitDay } from "#domain/ask-answer.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { actsAsFinance } from "#usecases/allow.ts";
import { answerAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { holdLines } from "#usecases/stops/hold-lines.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** The rep meets the customer: dunning waits until the day after, on which the card asks what came of it. */
export async function answerVisitPlanned(
  context: Context,
  actor: Actor,
  input: { readonly ask: number; readonly on: Day },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (tx, ask) => {
    const after = visitDay(input.on, context.today, await actsAsFinance(tx, actor));
    if ("refusal" in after) return refused(after.refusal);
    return done({
      ending: { outcome: "visit-planned", comesBackOn: after.day, comesBackAs: "after-visit" },
      data: { visit: input.on },
      apply: (event) => holdLines(tx, context, actor, ask.lines, { reason: "visit-planned", until: after.day }, event),
    });
  });
}
