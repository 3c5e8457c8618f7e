import { takePlanned } from "#simulator/planned-faults.ts";
import type { State } from "./state.ts";

/** How a call goes wrong; with `accept-then-...` it was carried out first, so the caller cannot know. */
export const FAULT_KINDS = [
  "401",
  "403",
  "404",
  "412",
  "429",
  "500",
  "502",
  "503",
  "504",
  "slow",
  "hang",
  "reset",
  "accept-then-500",
  "accept-then-hang",
  "accept-then-reset",
] as const;

type FaultKind = (typeof FAULT_KINDS)[number];

/** What the app calls: a new message, a changed one, a new conversation, the roster; or any of them. */
export const FAULT_CALLS = ["send", "update", "delete", "create", "members", "*"] as const;

export type FaultCall = (typeof FAULT_CALLS)[number];

/** A fault to play on the next `times` calls, in one conversation or all. */
export type Fault = {
  readonly call: FaultCall;
  readonly kind: FaultKind;
  readonly times: number;
  readonly conversation?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly delayMs?: number | undefined;
};

/** The fault that this call meets, which has one time less from now on; null when the call is to go well. */
export function takeFault(state: State, call: FaultCall, conversation: string | null): Fault | null {
  return takePlanned(
    state,
    (fault) =>
      (fault.call === call || fault.call === "*") &&
      (fault.conversation === undefined || fault.conversation === conversation),
  );
}
