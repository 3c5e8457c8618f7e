import type { MiddlewareHandler } from "hono";

/** How many requests one key may make in a minute, and how many keys are kept in mind at once. */
export interface RateLimit {
  readonly perMinute: number;
  readonly keysMax: number;
  /** Wall time, in milliseconds. */
  readonly nowMs: () => number;
  /** What is counted: an address, a token. */
  readonly keyOf: (path: string) => string;
  /** The answer to one too many. */
  readonly refuse: () => Response | Promise<Response>;
}

const MINUTE_MS = 60_000;

/**
 * Counts requests by key in windows of a minute, in this process alone: enough to keep a loop somewhere from being a load.
 * With more keys than it keeps in mind, all of them begin anew.
 */
export function rateLimit(limit: RateLimit): MiddlewareHandler {
  const counts = new Map<string, number>();
  let windowFrom = 0;
  return async (c, next) => {
    const now = limit.nowMs();
    if (now - windowFrom >= MINUTE_MS || counts.size >= limit.keysMax) {
      counts.clear();
      windowFrom = now;
    }
    const key = limit.keyOf(c.req.path);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > limit.perMinute) return await limit.refuse();
    await next();
    return undefined;
  };
}
