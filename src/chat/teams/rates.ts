/** What Teams takes in one conversation: so many sends in so long. Source: learn.microsoft.com, rate limiting per bot per thread. */
const WINDOWS = [
  { sends: 7, ms: 1_000 },
  { sends: 8, ms: 2_000 },
  { sends: 60, ms: 30_000 },
  { sends: 1_800, ms: 3_600_000 },
] as const;
const LONGEST_MS = 3_600_000;

export interface Gate {
  /** How long a send to this conversation has to wait, in milliseconds; 0 = it may leave now, and is counted. */
  admit(conversation: string): number;
}

/**
 * Counts this process's sends per conversation. Several replicas count each for itself; what slips through all the same is
 * told by Teams itself with a 429. `wallMs` is wall time in milliseconds.
 */
export function createGate(wallMs: () => number): Gate {
  const sent = new Map<string, readonly number[]>();
  return {
    admit(conversation) {
      const now = wallMs();
      const recent = (sent.get(conversation) ?? []).filter((at) => at > now - LONGEST_MS);
      const waitMs = Math.max(...WINDOWS.map((window) => waitFor(recent, window, now)));
      if (waitMs === 0) sent.set(conversation, [...recent, now]);
      forgetQuiet(sent, now);
      return waitMs;
    },
  };
}

/** For a stand-in that counts nothing. */
export const OPEN_GATE: Gate = { admit: () => 0 };

/** Until the oldest send that fills the window has left it. */
function waitFor(
  recent: readonly number[],
  window: { readonly sends: number; readonly ms: number },
  now: number,
): number {
  const filling = recent.at(-window.sends);
  return filling === undefined ? 0 : Math.max(0, filling + window.ms - now);
}

const CONVERSATIONS_MAX = 5_000;

/** Conversations without a send in the last hour are not kept in memory for ever. */
function forgetQuiet(sent: Map<string, readonly number[]>, now: number): void {
  if (sent.size <= CONVERSATIONS_MAX) return;
  for (const [conversation, at] of sent) {
    if ((at.at(-1) ?? 0) <= now - LONGEST_MS) sent.delete(conversation);
  }
}
