import { takePlanned } from "#simulator/planned-faults.ts";
import type { Json } from "./json.ts";
import { textOf } from "./json.ts";
import type { State } from "./state.ts";

/** How a call goes wrong; with `accept-then-...` it was carried out first, so the caller cannot know. */
export const FAULT_KINDS = [
  "429",
  "500",
  "slow",
  "hang",
  "reset",
  "accept-then-500",
  "accept-then-hang",
  "accept-then-reset",
  "error",
] as const;

type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault to play on the next `times` calls of a method (`*`: any; `response_url` for those), in one channel or all. */
export type Fault = {
  readonly method: string;
  readonly kind: FaultKind;
  readonly times: number;
  readonly channel?: string | undefined;
  readonly retryAfterSeconds?: number | undefined;
  readonly delayMs?: number | undefined;
  readonly error?: string | undefined;
};

/** The fault that this call meets, which has one time less from now on; null when the call is to go well. */
export function takeFault(state: State, method: string, body: Json): Fault | null {
  const channels = [
    textOf(body, "channel"),
    textOf(body, "channel_id"),
    directChannelOf(state, textOf(body, "channel")),
  ];
  return takePlanned(
    state,
    (fault) =>
      (fault.method === method || fault.method === "*") &&
      (fault.channel === undefined || channels.includes(fault.channel)),
  );
}

/** A message may be addressed to a person: the fault of their conversation is meant too. */
function directChannelOf(state: State, userId: string | null): string | null {
  const direct = [...state.channels.values()].find(
    (channel) => channel.isIm && userId !== null && channel.members.includes(userId),
  );
  return direct?.id ?? null;
}
