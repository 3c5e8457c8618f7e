import type { ChannelRole, ChannelTrouble } from "./role-channel.ts";
import type { StopReason, WithheldReason } from "./subscription.ts";

export type NoticeReason = StopReason | WithheldReason | "owner-left";

/**
 * What to show or send: names and ids only, never drawn content, so that nothing stale is ever posted. The outbox keeps
 * it until delivery; a shown card keeps it for as long as it may change.
 */
export type Showing =
  | { readonly show: "digest"; readonly day: string }
  /** The payments of a day that followed the reader's calls. */
  | { readonly show: "thanks"; readonly day: string }
  | { readonly show: "ask"; readonly ask: number }
  /** What waits a little long for the reader, as of a day: asks of theirs, and those of others that direction hears of. */
  | { readonly show: "nudge"; readonly day: string }
  /** To a manager: an ask of the team that waits. To whoever holds it: that the manager was told. */
  | { readonly show: "ask-help" | "ask-told"; readonly ask: number }
  /** An absence, to whoever is absent or stands in. */
  | { readonly show: "absence"; readonly absence: number }
  | { readonly show: "customer"; readonly customer: string }
  | { readonly show: "portfolio"; readonly scope: string }
  /** A promise or a dispute in whatever state it is by then. */
  | { readonly show: "promise"; readonly promise: number }
  | { readonly show: "dispute"; readonly dispute: number }
  | { readonly show: "reply"; readonly reply: number }
  | { readonly show: "welcome"; readonly part: 1 | 2 | 3 }
  | { readonly show: "admin-trouble"; readonly day: string }
  /** Draws a shown card again where it stands. */
  | { readonly show: "redraw"; readonly shown: number }
  | { readonly show: "home" }
  /** The weekly report of a scope as of a day, to whoever asked, and the decisions it counts. */
  | { readonly show: "cash"; readonly scope: string; readonly on: string }
  | { readonly show: "decisions"; readonly scope: string }
  /** The week's report of a subscription, in its channel. */
  | { readonly show: "cash-report"; readonly subscription: number; readonly dueOn: string }
  | { readonly show: "subscription"; readonly subscription: number }
  | { readonly show: "subscriptions" }
  /** Why a subscription ended, or why a week's report was not posted. */
  | { readonly show: "subscription-notice"; readonly subscription: number; readonly because: NoticeReason }
  /** Somebody wants a report where guests read along: finance decides. */
  | { readonly show: "channel-guests"; readonly channel: number; readonly asker: number }
  /** What a role is asked or told, in the role's channel: drawn for the role, and for nobody in particular. */
  | { readonly show: "role-task"; readonly role: ChannelRole; readonly of: Showing }
  /** Where each role's tasks go, and that a channel of theirs cannot be written to. */
  | { readonly show: "role-channels" }
  | { readonly show: "role-channel-notice"; readonly role: ChannelRole; readonly because: ChannelTrouble }
  /** The reader's own calendar, and that it fails. */
  | { readonly show: "calendar" | "calendar-trouble" }
  /** What to know before a customer is met: asked for, or 45 minutes before; and what came of it, an hour after. */
  | { readonly show: "brief"; readonly customer: string }
  /** Whom to call and write to at a customer, and how it takes invoices in. */
  | { readonly show: "contacts"; readonly customer: string }
  | { readonly show: "meeting-brief" | "meeting-outcome"; readonly meeting: number }
  /** Finance's scenarios of reminders: all, one, a draft; and what a rep proposes for a customer. */
  | { readonly show: "scenarios" }
  | { readonly show: "scenario"; readonly scenario: string }
  | { readonly show: "scenario-package"; readonly package: number }
  | { readonly show: "scenario-proposal"; readonly proposal: number }
  /** Everything suspended; what leaves on a day, told the evening before; the company's choices. */
  | { readonly show: "stops" | "company-settings" | "finance-list" | "start" }
  | { readonly show: "evening"; readonly day: string }
  /** Shows nothing: finds out whether a chat knows the person, before anything is to be said. */
  | { readonly show: "look-up" }
  | { readonly show: "reminder"; readonly reminder: number }
  | { readonly show: "invoice-copy"; readonly dispute: number }
  /** A word of thanks to a customer who paid. */
  | { readonly show: "thank-you"; readonly mail: number }
  /** The copy by e-mail of a posted letter. */
  | { readonly show: "letter-copy"; readonly letter: number };
