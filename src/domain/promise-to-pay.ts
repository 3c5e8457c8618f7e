export const PROMISE_STATES = [
  "live",
  "kept",
  "partly-kept",
  "broken",
  "cancelled",
  "rescheduled",
  "refused",
] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];
