import type { Claimed } from "#store/deliveries.ts";

/** Far enough before the first attempt for clocks that differ. */
const LOOK_BACK_MS = 3_600_000;

/** Since when a chat is searched for a message of which nobody knows whether it arrived. `now` may have gone back. */
export function lookBackFrom(claimed: Claimed, now: Date): Date {
  return new Date(Math.min(claimed.firstTriedAt.getTime(), now.getTime()) - LOOK_BACK_MS);
}
