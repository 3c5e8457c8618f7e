import type { Locale, Person, Role } from "./person.ts";

/** Roles whose tasks may go to a channel of theirs (DOMAIN "Who"): those that answer together, not one by one. */
export const CHANNEL_ROLES = ["finance", "adv", "direction"] as const;
export type ChannelRole = (typeof CHANNEL_ROLES)[number];

/** Why a role's tasks cannot be posted in its channel: they go to each member meanwhile. */
export const CHANNEL_TROUBLES = ["archived", "gone", "removed", "guests", "too-many", "not-connected"] as const;
export type ChannelTrouble = (typeof CHANNEL_TROUBLES)[number];

/** The one channel of a role, and what is wrong with it; null = nothing when last tried. */
export interface RoleChannel {
  readonly role: ChannelRole;
  readonly channel: number;
  /** The language it is spoken to in: of whoever chose it. */
  readonly locale: Locale;
  readonly setBy: number;
  readonly trouble: ChannelTrouble | null;
  readonly troubleSince: Date | null;
}

const NOBODY = 0;
/** When a working day begins for those who chose nothing else: the digest's usual hour. */
export const MORNING_MINUTES = 8 * 60 + 30;

export function isChannelRole(role: Role): role is ChannelRole {
  return CHANNEL_ROLES.some((one) => one === role);
}

/** A role as the reader of its channel: it sees and may do what the role may, and is nobody in particular. */
export function readerOfRole(role: ChannelRole, locale: Locale, timeZone: string): Person {
  return {
    id: NOBODY,
    email: "",
    name: "",
    roles: [role],
    managerId: null,
    locale,
    timeZone,
    active: true,
    digestMinutes: MORNING_MINUTES,
    quietLine: false,
    thanks: false,
    chat: null,
    workFromMinutes: null,
    workUntilMinutes: null,
    alsaceMoselle: false,
  };
}
