import type { Json } from "./json.ts";
import { textOf } from "./json.ts";
import type { State } from "./state.ts";

type Rate = { readonly calls: number; readonly seconds: number };

const MINUTE = 60;
const POSTS_BURST: Rate = { calls: 5, seconds: 5 };
const TIER_3: Rate = { calls: 50, seconds: MINUTE };
const TIER_4: Rate = { calls: 100, seconds: MINUTE };

/** Published rates per method. Source: docs.slack.dev, rate limits; one post a second and channel, short bursts allowed. */
const RATES: Readonly<Record<string, Rate>> = {
  "chat.postMessage": POSTS_BURST,
  "chat.update": TIER_3,
  "chat.delete": TIER_3,
  "conversations.open": TIER_3,
  "conversations.history": TIER_3,
  "users.lookupByEmail": TIER_3,
  "users.info": TIER_4,
  "views.open": TIER_4,
  "views.push": TIER_4,
  "views.update": TIER_4,
  "views.publish": TIER_4,
};

/** Counts a call, and gives the seconds after which it may be tried again when it is one too many, else 0. */
export function secondsToWait(state: State, method: string, args: Json): number {
  const rate = RATES[method];
  if (!rate) return 0;
  const key = method === "chat.postMessage" ? `${method} ${textOf(args, "channel")}` : method;
  const now = state.wallNow();
  const recent = (state.recentCalls.get(key) ?? []).filter((at) => at > now - rate.seconds * 1000);
  const oldest = recent[0];
  const isFull = recent.length >= rate.calls && oldest !== undefined;
  state.recentCalls.set(key, isFull ? recent : [...recent, now]);
  return isFull ? Math.max(1, Math.ceil((oldest + rate.seconds * 1000 - now) / 1000)) : 0;
}
