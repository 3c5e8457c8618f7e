import type { Actor } from "#domain/event.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { decidePromise } from "#usecases/promises/decide-promise.ts";
import type { Result } from "#usecases/result.ts";

/** Finance accepts a long promise: dunning waits for it like for any other. */
export async function approvePromise(
  context: Context,
  actor: Actor,
  input: { readonly ask: number },
): Promise<Result<Answered>> {
  return decidePromise(context, actor, input.ask, "approved");
}
