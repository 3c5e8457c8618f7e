import type { Refusal } from "#domain/refusal.ts";

/** A verb either did it, or says why not, as a value that the person can act on; nothing was changed then. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** It was done. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** It was not done, for a reason that the person can mend. */
export function refused<T>(refusal: Refusal): Result<T> {
  return { ok: false, refusal };
}
