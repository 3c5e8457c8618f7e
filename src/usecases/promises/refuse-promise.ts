import type { Actor } from "#domain/event.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { decidePromise } from "#usecases/promises/decide-promise.ts";
import type { Result } from "#usecases/result.ts";

/** Finance does not accept a long promise: dunning goes on, and the person who took it learns why nothing waits. */
export async function refusePromiseByFinance(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return decidePromise(context, actor, input.ask, "refused");
}
