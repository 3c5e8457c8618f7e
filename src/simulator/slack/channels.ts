import type { Json } from "./json.ts";
import { fullChannel, newId } from "./state.ts";
import type { Channel, Person, State } from "./state.ts";

/** The direct conversation of a person and the bot, made when there is none yet. */
export function openDirect(state: State, userId: string): Channel {
  const known = directOf(state, userId);
  if (known) return known;
  const members = [userId, state.botUserId];
  const channel = fullChannel({ id: newId(state, "D"), name: "directmessage", isIm: true, isPrivate: true, members });
  state.channels.set(channel.id, channel);
  return channel;
}

/** Somebody's direct conversation with the app; null before the first word. */
export function directOf(state: State, userId: string): Channel | null {
  return [...state.channels.values()].find((channel) => channel.isIm && channel.members.includes(userId)) ?? null;
}

/** Where a message addressed to a channel id, `#name` or user id goes, or Slack's error. */
export function resolveTarget(state: State, to: string | null): Channel | string {
  if (to === null) return "channel_not_found";
  const person = state.people.get(to);
  if (person) return canWriteTo(person) ? openDirect(state, person.id) : refusedPerson(person);
  const name = to.replace(/^#/, "");
  const channel = state.channels.get(to) ?? [...state.channels.values()].find((one) => !one.isIm && one.name === name);
  if (!channel) return "channel_not_found";
  if (channel.members.includes(state.botUserId)) return channel.isArchived ? "is_archived" : channel;
  return channel.isPrivate ? "channel_not_found" : "not_in_channel";
}

function canWriteTo(person: Person): boolean {
  return person.isDeleted !== true && person.isBot !== true;
}

function refusedPerson(person: Person): string {
  return person.isBot === true ? "cannot_dm_bot" : "user_disabled";
}

/** Channels as a click or a command names them: a direct conversation has no name of its own. */
export function channelReference(channel: Channel): Json {
  return { id: channel.id, name: channel.isIm || !channel.isPrivate ? channel.name : "privategroup" };
}

/** The `channel` object of conversations.info and of lists. */
export function channelJson(state: State, channel: Channel): Json {
  const common = {
    id: channel.id,
    created: 1_700_000_000,
    is_archived: channel.isArchived,
    is_im: channel.isIm,
    is_mpim: false,
    is_ext_shared: channel.isExtShared,
    is_shared: channel.isExtShared,
    is_org_shared: false,
    context_team_id: state.team.id,
    is_private: channel.isPrivate,
  };
  if (channel.isIm) return { ...common, user: channel.members.find((id) => id !== state.botUserId), is_open: true };
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.isPrivate,
    is_group: channel.isPrivate,
    is_general: false,
    is_member: channel.members.includes(state.botUserId),
    num_members: channel.members.length,
  };
}

/** The `user` object of users.info and of lists: the locale only if it was asked for, the e-mail only with its scope. */
export function personJson(state: State, person: Person, hasLocale: boolean): Json {
  const hasEmail = person.email !== "" && (state.options.scopes?.includes("users:read.email") ?? true);
  return {
    id: person.id,
    team_id: person.teamId ?? state.team.id,
    name: person.name,
    deleted: person.isDeleted === true,
    real_name: person.realName,
    tz: person.timeZone ?? "Europe/Paris",
    ...(hasLocale ? { locale: person.locale ?? "fr-FR" } : {}),
    profile: {
      real_name: person.realName,
      display_name: person.name,
      ...(hasEmail ? { email: person.email } : {}),
      team: person.teamId ?? state.team.id,
    },
    is_admin: false,
    is_owner: false,
    is_bot: person.isBot === true,
    is_app_user: false,
    is_restricted: person.isRestricted === true,
    is_ultra_restricted: person.isUltraRestricted === true,
    is_stranger: person.isStranger === true,
  };
}
