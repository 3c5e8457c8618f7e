import type { EventKind } from "#domain/event.ts";

/** Kinds that have no line in a customer's timeline (V7), each with the reason; every other kind has its words. */
export const UNTOLD_EVENTS = {
  "invoice-imported": "the ledger's own row tells it, with its amount",
  "payment-imported": "the ledger's own row tells it, with its amount",
  "payment-returned": "the ledger's own row tells it, with its amount",
  "credit-note-imported": "the ledger's own row tells it, with its amount",
  undone: "the line of what was taken back is struck out",
  viewed: "kept for the audit: a look changes nothing about a customer",
  "absence-recorded":
    "about a colleague, who may have reasons; what it changes here is told as a call given to another",
  "absence-ended": "about a colleague, as above",
  "channel-subscribed": "about a channel's report, of no customer",
  "subscription-changed": "about a channel's report, of no customer",
  "subscription-stopped": "about a channel's report, of no customer",
  "role-channel-set": "about a channel, of no customer",
  "role-channel-cleared": "about a channel, of no customer",
  "channel-guests-allowed": "about a channel's report, of no customer",
} as const satisfies Partial<Readonly<Record<EventKind, string>>>;

export type UntoldEvent = keyof typeof UNTOLD_EVENTS;
export type ToldEvent = Exclude<EventKind, UntoldEvent>;

export function isTold(kind: EventKind): kind is ToldEvent {
  return !(kind in UNTOLD_EVENTS);
}
