import type { Button, Card, Control, Part } from "#cards/card.ts";
import { cityOf } from "#cards/forms/subscribe-form.ts";
import type { Day } from "#domain/calendar.ts";
import type { NoticeReason } from "#domain/showing.ts";
import type { Schedule } from "#domain/subscription.ts";
import type { Locale } from "#domain/person.ts";
import { formatClock } from "#i18n/format.ts";
import type { Words } from "#i18n/words.ts";

/** A subscription as the cards speak of it. */
export interface SubscriptionView extends Schedule {
  readonly id: number;
  readonly channelId: number;
  readonly channel: string;
  /** As a sentence names it. */
  readonly scope: string;
  readonly locale: Locale;
  readonly isStopped: boolean;
  readonly next: Day;
  readonly postedOn: Day | null;
  readonly guestsAllowed: boolean;
}

const LISTED_MAX = 20;

/** What was subscribed to, or that it was stopped. */
export function subscriptionCard(view: SubscriptionView, words: Words): Card {
  const say = words.cards.subscriptions;
  const text = view.isStopped ? say.stopped(view) : say.made(view, everyOf(view, words), view.next);
  const own = view.isStopped ? [] : [changeButton(view, words), stopButton(view, words)];
  return cardOf("subscription", text, [...own, listButton(words)]);
}

/** Why a subscription ended or a report was not posted, and what can be done. `mayAllow` = the reader is finance. */
export function subscriptionNoticeCard(
  view: SubscriptionView,
  because: NoticeReason,
  mayAllow: boolean,
  words: Words,
): Card {
  const say = words.cards.subscriptions;
  const text = say.notice[because](view);
  if (view.isStopped) return cardOf("subscription-notice", text, [listButton(words)]);
  const allow =
    mayAllow && (because === "guests" || because === "too-many") ? [allowButton(view.channelId, words)] : [];
  const again: readonly Button[] =
    because === "unknown"
      ? [{ is: "button", label: say.buttons.postAgain, action: { do: "post-again", subscription: view.id } }]
      : [];
  return cardOf("subscription-notice", text, [...allow, ...again, stopButton(view, words), listButton(words)]);
}

/** All that the reader may change. */
export function subscriptionsCard(
  view: { readonly subscriptions: readonly SubscriptionView[]; readonly mayAllow: boolean },
  words: Words,
): Card {
  const say = words.cards.subscriptions;
  const { subscriptions } = view;
  const rest = subscriptions.length - LISTED_MAX;
  const none: Part = { is: "text", text: say.list.none };
  const more: Part = { is: "small", text: words.common.more(rest) };
  return {
    name: "subscriptions",
    summary: say.list.title,
    parts: [
      { is: "heading", text: say.list.title },
      ...(subscriptions.length === 0 ? [none] : []),
      ...subscriptions.slice(0, LISTED_MAX).map((one) => lineOf(one, view.mayAllow, words)),
      ...(rest > 0 ? [more] : []),
      {
        is: "controls",
        controls: [
          { is: "button", label: say.buttons.add, action: { do: "open-form", form: "subscribe" } },
          { is: "button", label: words.common.buttons.refresh, action: { do: "show-subscriptions" } },
        ],
      },
    ],
  };
}

export interface ChannelGuestsView {
  readonly channel: { readonly id: number; readonly name: string };
  /** Who wants a report there; null = the reader. */
  readonly asker: string | null;
  readonly isAllowed: boolean;
  /** The reader is finance. */
  readonly mayAllow: boolean;
}

/** A report is wanted where guests read along: finance decides, others read that it does. */
export function channelGuestsCard(view: ChannelGuestsView, words: Words): Card {
  const { guests } = words.cards.subscriptions;
  const { id, name } = view.channel;
  const text = view.isAllowed
    ? guests.allowed(name)
    : view.mayAllow
      ? guests.decide(name, view.asker)
      : guests.asked(name);
  const own = view.mayAllow ? [view.isAllowed ? forbidButton(id, words) : allowButton(id, words)] : [];
  return {
    name: "channel-guests",
    summary: guests.title(name),
    parts: [{ is: "text", text }, ...(own.length === 0 ? [] : [{ is: "controls", controls: own } as const])],
  };
}

function lineOf(one: SubscriptionView, mayAllow: boolean, words: Words): Part {
  const say = words.cards.subscriptions;
  const posted = one.postedOn === null ? "" : ` ${say.list.posted(one.postedOn)}`;
  const guests = one.guestsAllowed ? ` ${say.list.guestsAllowed}` : "";
  const actions = [changeButton(one, words), stopButton(one, words)];
  const forbid = mayAllow && one.guestsAllowed ? [forbidButton(one.channelId, words)] : [];
  return {
    is: "item",
    text: [
      { text: one.channel, strong: true },
      { text: `${say.list.line(one.scope, everyOf(one, words))} ${say.list.next(one.next)}${posted}${guests}` },
    ],
    control: {
      is: "menu",
      label: say.buttons.manage,
      options: [...actions, ...forbid].map(({ label, action }) => ({ label, action })),
    },
  };
}

function everyOf({ weekday, minutes, timeZone, locale }: SubscriptionView, words: Words): string {
  const time = { weekday, time: formatClock(minutes, words.locale), city: cityOf(timeZone, words), locale };
  return words.cards.subscriptions.every(time);
}

function cardOf(name: string, text: string, controls: readonly Control[]): Card {
  return {
    name,
    summary: text,
    parts: [
      { is: "text", text },
      { is: "controls", controls },
    ],
  };
}

function changeButton({ id }: SubscriptionView, words: Words): Button {
  const action = { do: "open-form", form: "subscribe", subscription: id } as const;
  return { is: "button", label: words.cards.subscriptions.buttons.change, action };
}

function stopButton({ id }: SubscriptionView, words: Words): Button {
  const action = { do: "stop-subscription", subscription: id } as const;
  return { is: "button", label: words.cards.subscriptions.buttons.stop, action };
}

function listButton(words: Words): Button {
  return { is: "button", label: words.cards.subscriptions.buttons.list, action: { do: "show-subscriptions" } };
}

function allowButton(channel: number, words: Words): Button {
  const { buttons, guests } = words.cards.subscriptions;
  const action = { do: "allow-guests", channel, allowed: true } as const;
  return { is: "button", label: buttons.allow, action, confirm: guests.sure };
}

function forbidButton(channel: number, words: Words): Button {
  const action = { do: "allow-guests", channel, allowed: false } as const;
  return { is: "button", label: words.cards.subscriptions.buttons.forbid, action };
}
