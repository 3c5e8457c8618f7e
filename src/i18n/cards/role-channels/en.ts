import type { RoleChannelWords } from "#i18n/cards/role-channels/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const ROLE_TASKS = {
  finance: "Finance's tasks",
  adv: "Sales administration's tasks",
  direction: "Senior management's tasks",
} as const;

export const roleChannelsEn: RoleChannelWords = {
  set: (role, channel) => `Noted. ${ROLE_TASKS[role]} come to ${channel} from now on.`,
  firstAnswer:
    "The first answer counts, and the card says who gave it. Everybody in the channel reads these tasks, amounts included; only those they are meant for can answer.",
  absent: (names, channel) => `Not in ${channel} yet: ${say.list(names)}. An invitation is enough.`,
  unknown: (names, channel) => `No account in this chat: ${say.list(names)}. These tasks now come to ${channel} only.`,
  title: "Where tasks go",
  eachOfThem: ": to each person, in a private chat.",
  goesTo: (channel) => `: to ${channel}.`,
  trouble: {
    archived: "It is archived: private chats meanwhile.",
    gone: "Relais has no access to it any more: private chats meanwhile.",
    removed: "Relais is not in it any more: private chats meanwhile.",
    guests: "Guests or people from outside read it: private chats meanwhile.",
    "too-many": "It has too many members to know who reads it: private chats meanwhile.",
    "not-connected": "This chat is not connected any more: private chats meanwhile.",
  },
  how: "To choose a channel, write in that channel: /finance channel (or /finance channel adv, /finance channel management).",
  notice: {
    archived: (channel) => `${channel} is archived: tasks do not come there any more.`,
    gone: (channel) => `Relais has no access to ${channel} any more, archived or deleted: tasks do not come there.`,
    removed: (channel) => `Relais is not in ${channel} any more: tasks do not come there. An invitation is enough.`,
    guests: (channel) => `Guests or people from outside read ${channel}: tasks do not come there while they do.`,
    "too-many": (channel) =>
      `${channel} has too many members to know who reads it: tasks do not come there while that is so.`,
    "not-connected": (channel) => `The chat of ${channel} is not connected any more: tasks do not come there.`,
  },
  meanwhile: (role) =>
    `${ROLE_TASKS[role]} go to each person meanwhile, in private chats. The channel has them again as soon as it can be written to.`,
  clear: "Remove the channel",
  list: "All channels",
};
