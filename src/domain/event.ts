/** What happened, in the words of the timeline; data differs by kind and is read by the cards alone. */
export const EVENT_KINDS = [
  "invoice-imported",
  "payment-imported",
  "payment-returned",
  "credit-note-imported",
  "went-live",
  "go-live-undone",
  "reminder-sent",
  "reminder-dropped",
  "reminder-unknown",
  "reminder-bounced",
  "reply-received",
  "reply-closed",
  "ask-opened",
  "ask-joined",
  "ask-withdrawn",
  "ask-reassigned",
  "ask-answered",
  "promise-given",
  "promise-moved",
  "promise-cancelled",
  "promise-approved",
  "promise-refused",
  "promise-kept",
  "promise-partly-kept",
  "promise-broken",
  "dispute-opened",
  "dispute-closed",
  "letter-approved",
  "letter-voided",
  "letter-posted",
  "letter-received",
  "road-ended",
  "hold-placed",
  "hold-ended",
  "contact-stopped",
  "contact-added",
  "owner-changed",
  "comment",
  "note",
  "undone",
  "setting-changed",
  "channel-subscribed",
  "subscription-changed",
  "subscription-stopped",
  "channel-guests-allowed",
  "viewed",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Who acts: known at every entrance, kept with every event. */
export type Actor =
  | { readonly is: "person"; readonly id: number }
  | { readonly is: "api-key"; readonly name: string }
  | { readonly is: "system" }
  | { readonly is: "customer"; readonly email: string };
