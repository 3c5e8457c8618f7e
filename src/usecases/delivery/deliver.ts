import type { Context } from "#usecases/context.ts";
import { deliverOne, type Delivered } from "#usecases/delivery/deliver-one.ts";
import { fault, isFault, type Fault } from "#usecases/fault.ts";
import type { Chat, DrawCardMail, Mailer } from "#usecases/ports.ts";
import { claimNext, nextTryAt, putOff, settle, shutGate, type Claimed, type Clocks } from "#store/deliveries.ts";
import { gateOf } from "#store/outbox.ts";

/** What the deliverer talks through, and the two clocks it needs. */
export interface Delivering {
  /** Fresh for every row: product time goes on while a queue empties. */
  context(): Promise<Context>;
  readonly chats: readonly Chat[];
  /** Null = SMTP is not set up: mail waits. */
  readonly mailer: Mailer | null;
  /** Absent = no public address for links is set: people without a chat wait for one. */
  readonly drawCardMail?: DrawCardMail;
  wallNow(): Date;
  /** Between two messages to one person or channel; Slack takes about one a second. */
  readonly paceMs: number;
  onBug(error: unknown, claimed: Claimed): void;
}

export interface DeliveryCounts {
  readonly sent: number;
  readonly dropped: number;
  readonly retried: number;
  readonly failed: number;
}

/** Longer than every call of one delivery together, so that a live worker is never taken for a dead one. */
const LEASE_MS = 60_000;
/** How long after a doubtful attempt we look for it: far above the longest timeout, because a late arrival is possible. */
export const GRACE_MS = 20_000;
/** How often somebody whom no chat knows is looked for again. */
const UNREACHABLE_MS = 3_600_000;
const FAULTS_MAX = 12;
const BACK_OFF_FIRST_MS = 1_000;
const BACK_OFF_MAX_MS = 600_000;

/**
 * Delivers one row of the outbox; null when none can be taken now. What the outside says decides: sent, dropped (nothing
 * to say any more), waiting again, dead, or unknown.
 */
export async function deliverNext(deps: Delivering): Promise<keyof DeliveryCounts | null> {
  const context = await deps.context();
  const claimed = await claimNext(context.store.db, clocks(deps, context), {
    leaseMs: LEASE_MS,
    notThrough: blocked(deps),
  });
  if (claimed === null) return null;
  try {
    if (claimed.validUntil !== null && claimed.validUntil < context.now && !claimed.ambiguous) {
      await settle(context.store.db, claimed, { state: "dropped", fault: "too late" });
      return "dropped";
    }
    const delivered = await deliverOne(deps, context, claimed);
    return await conclude(deps, context, claimed, delivered);
  } catch (error) {
    if (!isFault(error)) deps.onBug(error, claimed);
    return await giveBack(deps, context, claimed, asFault(error));
  }
}

/** Delivers until nothing more can be taken, waiting for gates and retries at most until `deadline` (wall time). */
export async function drain(deps: Delivering, deadline: Date): Promise<DeliveryCounts> {
  const counts = { sent: 0, dropped: 0, retried: 0, failed: 0 };
  for (;;) {
    const outcome = await deliverNext(deps);
    if (outcome !== null) {
      counts[outcome] += 1;
      continue;
    }
    const context = await deps.context();
    const at = await nextTryAt(context.store.db, clocks(deps, context), blocked(deps));
    if (at === null || at > deadline || deps.wallNow() > deadline) return counts;
    await sleep(Math.max(1, at.getTime() - deps.wallNow().getTime()));
  }
}

function clocks(deps: Delivering, context: Context): Clocks {
  return { product: context.now, wall: deps.wallNow() };
}

/** Without a mail server, mail waits in the outbox; nothing else does. */
function blocked(deps: Delivering): readonly string[] {
  return deps.mailer === null ? [gateOf.mail] : [];
}

async function conclude(
  deps: Delivering,
  context: Context,
  claimed: Claimed,
  delivered: Delivered,
): Promise<keyof DeliveryCounts> {
  const db = context.store.db;
  switch (delivered.is) {
    case "sent":
      if (delivered.throughChat) await shutGate(db, claimed.gate, later(deps.wallNow(), deps.paceMs));
      await settle(db, claimed, { state: "sent", sentAt: context.now });
      return "sent";
    case "dropped":
      await settle(db, claimed, { state: "dropped", fault: delivered.because });
      return "dropped";
    case "unknown":
      await settle(db, claimed, { state: "unknown", fault: delivered.because });
      return "failed";
    case "unreachable":
      await settle(db, claimed, {
        state: "waiting",
        fault: "not reachable in chat",
        nextTryAt: later(deps.wallNow(), UNREACHABLE_MS),
      });
      return "retried";
    case "closed":
      await putOff(db, claimed, delivered.until);
      return "retried";
    default:
      return delivered satisfies never;
  }
}

/** A fault of the outside: wait as long as it asks, back off, look first when in doubt, or give up. */
async function giveBack(
  deps: Delivering,
  context: Context,
  claimed: Claimed,
  failed: Fault,
): Promise<keyof DeliveryCounts> {
  const db = context.store.db;
  if (failed.gone) {
    await settle(db, claimed, { state: "dead", fault: failed.message });
    return "failed";
  }
  if (failed.retryAfterMs !== null) {
    const opensAt = later(deps.wallNow(), failed.retryAfterMs);
    await shutGate(db, claimed.gate, opensAt);
    await settle(db, claimed, {
      state: "waiting",
      fault: failed.message,
      ambiguous: claimed.ambiguous,
      nextTryAt: opensAt,
    });
    return "retried";
  }
  if (claimed.faults + 1 >= FAULTS_MAX) {
    await settle(db, claimed, { state: "dead", fault: failed.message });
    return "failed";
  }
  const ambiguous = failed.ambiguous || claimed.ambiguous;
  const waitMs = Math.max(ambiguous ? GRACE_MS : 0, backOff(claimed.faults));
  await settle(db, claimed, {
    state: "waiting",
    fault: failed.message,
    countsAsFault: true,
    ambiguous,
    nextTryAt: later(deps.wallNow(), waitMs),
  });
  return "retried";
}

/** Longer each time, and a little at random, so that what failed together does not come back together. */
function backOff(faults: number): number {
  const ms = Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** faults);
  return ms + Math.round((Math.random() * ms) / 4);
}

/** A bug while drawing is no reason to lose the row: it waits like a fault and ends among the dead letters. */
function asFault(error: unknown): Fault {
  if (isFault(error)) return error;
  return fault(error instanceof Error ? error.message : String(error));
}

function later(from: Date, ms: number): Date {
  return new Date(from.getTime() + ms);
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}
