/** Why a calendar feed could not be read. The feed's own words are never told: they may hold anything. */
export const FEED_FAULTS = [
  "not-https",
  "private-address",
  "not-found",
  "refused",
  "unavailable",
  "too-slow",
  "too-big",
  "too-many-redirects",
  "not-a-calendar",
  "unreadable",
] as const;
export type FeedFault = (typeof FEED_FAULTS)[number];

/** What a person can do nothing about but wait: the feed may be kept all the same. */
const PASSING: ReadonlySet<FeedFault> = new Set(["too-slow", "unavailable"]);

/** Whether a fault may be over at the next reading, without anybody doing anything. */
export function mayPass(why: FeedFault): boolean {
  return PASSING.has(why);
}

const ADDRESS_LENGTH_MAX = 2_000;
const TOLD_AFTER_MS = 86_400_000;

/**
 * The address of a feed in what somebody pasted: "<https://…|agenda>" as a chat writes a link, or "webcal://…" as
 * calendars offer it. Null when it is no web address.
 */
export function readFeedAddress(typed: string): string | null {
  const bare = (/^<([^<>|]+)(?:\|[^<>]*)?>$/.exec(typed.trim())?.[1] ?? typed).trim();
  if (bare.length > ADDRESS_LENGTH_MAX) return null;
  const url = URL.parse(bare.replace(/^webcals?:/i, "https:"));
  return url !== null && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** What may be shown of a feed's address, which is a secret: where it is, never what opens it. */
export function shownAddress(address: string): string {
  return `${URL.parse(address)?.host ?? ""}/…`;
}

/** Whether its owner should hear that a feed fails: once it has for a day. Nobody is disturbed for a bad hour. */
export function isWorthTelling(failingSince: Date | null, now: Date): boolean {
  return failingSince !== null && now.getTime() - failingSince.getTime() >= TOLD_AFTER_MS;
}
