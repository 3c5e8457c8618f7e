import type { AskKind } from "#domain/ask.ts";
import type { Actor } from "#domain/event.ts";
import { answerAsk } from "#usecases/asks/answer-ask.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** A call asks what came of it, and "who should we write to?" for an address: "done" says neither. */
const WANTS_AN_ANSWER: readonly AskKind[] = [
  "call",
  "who-to-write-to",
  "read-reply",
  "urgent-block",
  "contact-proposed",
  "vip-proposed",
];

/** Somebody of the role did what the task asked. */
export async function finishTask(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return answerAsk(context, actor, input.ask, async (_tx, ask) =>
    WANTS_AN_ANSWER.includes(ask.kind) ? refused({ why: "gone" }) : done({ ending: { outcome: "done" } }),
  );
}
