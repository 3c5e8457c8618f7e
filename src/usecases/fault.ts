/**
 * The outside world failed. `retryAfterMs`: the other side said when to come back. `gone`: it will never work (channel
 * deleted, account closed). `ambiguous`: it may have happened all the same, so look before trying again.
 */
export interface Fault extends Error {
  readonly name: "Fault";
  readonly retryAfterMs: number | null;
  readonly gone: boolean;
  readonly ambiguous: boolean;
}

/** A failure of the outside: worth another try unless it is `gone`; `ambiguous` = it may have happened all the same. */
export function fault(
  message: string,
  kind: { readonly retryAfterMs?: number | null; readonly gone?: boolean; readonly ambiguous?: boolean } = {},
): Fault {
  return Object.assign(new Error(message), {
    name: "Fault" as const,
    retryAfterMs: kind.retryAfterMs ?? null,
    gone: kind.gone ?? false,
    ambiguous: kind.ambiguous ?? false,
  });
}

/** Whether it is a failure of the outside, not a bug. */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === "Fault";
}
