import type { Button, Card, Part } from "#cards/card.ts";
import type { ChannelRole, ChannelTrouble } from "#domain/role-channel.ts";
import type { Words } from "#i18n/words.ts";

/** Where a role's tasks go; `channel` null = to each of its members. */
export interface RoleChannelView {
  readonly role: ChannelRole;
  readonly channel: { readonly name: string; readonly trouble: ChannelTrouble | null } | null;
}

/** A choice just made; `absent` = members who do not read the channel, `unknown` = those whom its chat does not know. */
export interface RoleChannelSetView {
  readonly role: ChannelRole;
  readonly channel: string;
  readonly absent: readonly string[];
  readonly unknown: readonly string[];
}

/** A role's tasks go to a channel from now on. */
export function roleChannelSetCard(view: RoleChannelSetView, words: Words): Card {
  const say = words.cards.roleChannels;
  const text = say.set(view.role, view.channel);
  const missing: readonly Part[] = [
    ...(view.absent.length === 0 ? [] : [say.absent(view.absent, view.channel)]),
    ...(view.unknown.length === 0 ? [] : [say.unknown(view.unknown, view.channel)]),
  ].map((line) => ({ is: "text", text: line }));
  return {
    name: "role-channel",
    summary: text,
    parts: [
      { is: "text", text },
      { is: "text", text: say.firstAnswer },
      ...missing,
      { is: "controls", controls: [clearButton(view.role, words), listButton(words)] },
    ],
  };
}

/** Every role that the reader may place, and how a channel is chosen. */
export function roleChannelsCard(roles: readonly RoleChannelView[], words: Words): Card {
  const say = words.cards.roleChannels;
  return {
    name: "role-channels",
    summary: say.title,
    parts: [
      { is: "heading", text: say.title },
      ...roles.map((one) => lineOf(one, words)),
      { is: "small", text: say.how },
    ],
  };
}

/** A role's channel cannot be written to: each member has its tasks meanwhile. */
export function roleChannelNoticeCard(
  view: { readonly role: ChannelRole; readonly channel: string; readonly because: ChannelTrouble },
  words: Words,
): Card {
  const say = words.cards.roleChannels;
  const text = say.notice[view.because](view.channel);
  return {
    name: "role-channel-notice",
    summary: text,
    parts: [
      { is: "text", text },
      { is: "text", text: say.meanwhile(view.role) },
      { is: "controls", controls: [clearButton(view.role, words), listButton(words)] },
    ],
  };
}

function lineOf({ role, channel }: RoleChannelView, words: Words): Part {
  const say = words.cards.roleChannels;
  const name = words.say.capital(words.common.roles[role]);
  if (channel === null) return { is: "item", text: [{ text: name, strong: true }, { text: say.eachOfThem }] };
  const trouble = channel.trouble === null ? "" : ` ${say.trouble[channel.trouble]}`;
  return {
    is: "item",
    text: [{ text: name, strong: true }, { text: `${say.goesTo(channel.name)}${trouble}` }],
    control: clearButton(role, words),
  };
}

function clearButton(role: ChannelRole, words: Words): Button {
  return { is: "button", label: words.cards.roleChannels.clear, action: { do: "clear-role-channel", role } };
}

function listButton(words: Words): Button {
  return { is: "button", label: words.cards.roleChannels.list, action: { do: "show-role-channels" } };
}
