import { newId } from "./state.ts";
import type { ResponseUrl, State, Trigger } from "./state.ts";

const RESPONSE_URL_LIFE_MS = 30 * 60_000;
const RESPONSE_URL_USES_MAX = 5;
const KEPT_MAX = 5_000;

/** A trigger_id for one form, within the workspace's patience; `viewId` is the modal it was given in, which lets it push. */
export function issueTrigger(state: State, userId: string, viewId: string | null = null): string {
  const id = `${newId(state, "")}.${state.team.id}.${userId}`.toLowerCase();
  forgetOldest(state.triggers);
  state.triggers.set(id, { userId, viewId, expiresAt: state.wallNow() + state.patienceMs, isSpent: false });
  return id;
}

/** Spends a trigger: it may be used once. Gives Slack's error when it is not good. */
export function spendTrigger(state: State, id: string | null): Trigger | string {
  const trigger = id === null ? undefined : state.triggers.get(id);
  if (!trigger) return "invalid_trigger_id";
  if (trigger.expiresAt < state.wallNow()) return "expired_trigger_id";
  if (trigger.isSpent) return "exchanged_trigger_id";
  trigger.isSpent = true;
  return trigger;
}

/** An address that takes five answers to one act within 30 minutes; `ts` is the message that was clicked. */
export function issueResponseUrl(state: State, userId: string, channelId: string, ts: string | null): string {
  const id = newId(state, "R");
  const expiresAt = state.wallNow() + RESPONSE_URL_LIFE_MS;
  forgetOldest(state.responseUrls);
  state.responseUrls.set(id, { id, userId, channelId, ts, expiresAt, usesLeft: RESPONSE_URL_USES_MAX });
  return `${state.publicUrl}/response/${id}`;
}

/** Uses a response address once. Gives Slack's error when it is unknown, too old or used up. */
export function spendResponseUrl(state: State, id: string): ResponseUrl | string {
  const address = state.responseUrls.get(id);
  if (!address || address.expiresAt < state.wallNow()) return "expired_url";
  if (address.usesLeft === 0) return "used_url";
  address.usesLeft -= 1;
  return address;
}

function forgetOldest(kept: Map<string, unknown>): void {
  const oldest = kept.size < KEPT_MAX ? undefined : kept.keys().next().value;
  if (oldest !== undefined) kept.delete(oldest);
}
