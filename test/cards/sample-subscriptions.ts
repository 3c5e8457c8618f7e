import type { Form } from "#cards/card.ts";
import { subscribeForm, type SubscribeFormView } from "#cards/forms/subscribe-form.ts";
import {
  channelGuestsCard,
  subscriptionCard,
  subscriptionNoticeCard,
  subscriptionsCard,
  type SubscriptionView,
} from "#cards/subscription.ts";
import type { NoticeReason } from "#domain/showing.ts";
import type { Words } from "#i18n/words.ts";
import type { NamedCard } from "./samples.ts";

const REASONS: readonly NoticeReason[] = [
  "asked",
  "archived",
  "gone",
  "removed",
  "not-allowed",
  "guests",
  "too-many",
  "too-few",
  "unknown",
  "owner-left",
];
const ENDED = ["asked", "archived", "gone", "removed", "not-allowed"];

/** Reports in channels: what was subscribed to, what became of it, and where guests read. */
export function subscriptionCards(words: Words): readonly NamedCard[] {
  const view: SubscriptionView = {
    id: 4,
    channelId: 2,
    channel: "#equipe-ouest",
    scope: words.cards.figures.scope({ is: "team", name: "Paul Roy" }),
    weekday: 5,
    minutes: 540,
    timeZone: "Europe/Paris",
    locale: words.locale,
    isStopped: false,
    next: "2026-11-27",
    postedOn: "2026-11-20",
    guestsAllowed: false,
  };
  const channel = { id: 2, name: "#equipe-ouest" };
  const allowed = { ...view, id: 5, channel: "#general", guestsAllowed: true, postedOn: null };
  const guests = { channel, asker: "Claire Morel", isAllowed: false, mayAllow: true };
  return [
    ["subscription made", subscriptionCard(view, words)],
    ["subscription stopped", subscriptionCard({ ...view, isStopped: true }, words)],
    ["subscriptions", subscriptionsCard({ subscriptions: [view, allowed], mayAllow: true }, words)],
    ["subscriptions, none", subscriptionsCard({ subscriptions: [], mayAllow: false }, words)],
    ...REASONS.map((because): NamedCard => {
      const own = { ...view, isStopped: ENDED.includes(because) };
      return [`subscription notice ${because}`, subscriptionNoticeCard(own, because, true, words)];
    }),
    ["subscription guests, to finance", channelGuestsCard(guests, words)],
    ["subscription guests, to whoever asked", channelGuestsCard({ ...guests, asker: null, mayAllow: false }, words)],
    ["subscription guests, allowed", channelGuestsCard({ ...guests, isAllowed: true }, words)],
  ];
}

/** A new subscription from a private chat, and one to change. */
export function subscribeForms(words: Words): readonly Form[] {
  const view: SubscribeFormView = {
    subscription: null,
    channel: null,
    channels: [{ label: "#equipe-ouest", value: "2" }],
    scopes: [{ label: "L'équipe de Paul Roy", value: "team:3" }],
    scope: "team:3",
    weekday: 5,
    minutes: 540,
    timeZone: "Europe/Paris",
    timeZones: ["Europe/Paris", "Indian/Reunion"],
    locale: words.locale,
  };
  const standing = { ...view, subscription: 4, channel: { id: 2, name: "#equipe-ouest" }, channels: [], scopes: [] };
  return [subscribeForm(view, words), subscribeForm(standing, words)];
}
