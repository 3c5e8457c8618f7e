import { neverLeft } from "#chat/never-left.ts";
import { fault, isFault, type Fault } from "#usecases/fault.ts";

const SECOND_MS = 1_000;
/** When Teams says "too many" without saying for how long. */
const RATE_LIMIT_MS = 5_000;
/** A wrong secret or a missing consent is for an operator to mend: nothing is lost meanwhile. */
const OPERATOR_MS = 900_000;

/** One call to the connector service, as far as its failure goes. */
export interface Call {
  /** "POST activities", "PUT activity": for the log; it holds no id. */
  readonly what: string;
  /** Whether doing it twice is the same as doing it once: everything but a new message. */
  readonly isIdempotent: boolean;
}

/** It will never work: the conversation or the message is gone, the app was removed, or the content is refused. */
const GONE = new Set([400, 403, 404, 410, 413]);

/**
 * Microsoft asks for these to be tried again: the activity was not taken. 412 is two writers in one conversation.
 * Source: learn.microsoft.com, "Optimize your bot with rate limiting in Teams".
 */
const TRY_AGAIN = new Set([408, 412, 502, 503, 504]);

/** An answer of the connector service that is not a success, as the fault that the deliverer knows. */
export function faultOfStatus(status: number, retryAfter: string | null, said: string, call: Call): Fault {
  const message = `Teams answered ${call.what} with ${status}${said === "" ? "" : `: ${said}`}`;
  if (status === 429) return fault(message, { retryAfterMs: waitOf(retryAfter) });
  if (status === 401) return fault(message, { retryAfterMs: OPERATOR_MS });
  if (GONE.has(status)) return fault(message, { gone: true });
  if (TRY_AGAIN.has(status)) return fault(message, retryAfter === null ? {} : { retryAfterMs: waitOf(retryAfter) });
  return fault(message, { ambiguous: status >= 500 && !call.isIdempotent });
}

/** No answer: a time-out, a cut connection, nobody there. */
export function faultOf(error: unknown, call: Call): Fault {
  if (isFault(error)) return error;
  const why = error instanceof Error ? error.message : String(error);
  const isAmbiguous = !call.isIdempotent && !neverLeft(networkCode(error));
  return fault(`Teams did not answer ${call.what}: ${why}`, { ambiguous: isAmbiguous });
}

/** Microsoft gave no token, so nothing was sent; a refusal of the secret waits for whoever can change it. */
export function faultOfToken(error: unknown): Fault {
  if (isFault(error)) return error;
  const { errorCode, message } = (error ?? {}) as { readonly errorCode?: unknown; readonly message?: unknown };
  const why = String(message);
  const isRefused = [errorCode, why].some((one) => /\b(invalid_client|unauthorized_client)\b/.test(String(one)));
  return fault(`Microsoft gave no token for the bot: ${why}`, isRefused ? { retryAfterMs: OPERATOR_MS } : {});
}

/** Nobody there, or the app is not there any more, is an answer, not a fault. */
export async function orNull<T>(call: () => Promise<T>): Promise<T | null> {
  try {
    return await call();
  } catch (error) {
    if (isFault(error) && error.gone) return null;
    throw error;
  }
}

/** Retry-After in seconds, and a little more at random, so that everybody does not come back at once. */
function waitOf(retryAfter: string | null): number {
  const seconds = Number(retryAfter ?? Number.NaN);
  const ms = Number.isFinite(seconds) && seconds >= 0 ? seconds * SECOND_MS : RATE_LIMIT_MS;
  return ms + Math.round(Math.random() * SECOND_MS);
}

/** The code of the network's own error, which fetch wraps. */
function networkCode(error: unknown): unknown {
  const { cause } = (error ?? {}) as { readonly cause?: { readonly code?: unknown } };
  return cause?.code;
}
