import type { Place } from "#usecases/people/chat-places.ts";
import type { Chat, ChatUser, SharedConversation } from "#usecases/ports.ts";
import { orNull } from "./faults.ts";
import { withoutThread } from "./parse.ts";
import type { ChatDeps } from "./send.ts";

/** A channel with more members is too big to vouch for each of them. */
const MEMBERS_MAX = 200;
/** Where the bot looks for what it has in common with somebody. */
const SHARED_MAX = 20;

type MembersOf = (deps: ChatDeps, place: Place) => AsyncGenerator<ChatUser>;

/** Channels and groups as the use cases know them. `membersOf` reads a roster, page by page. */
export function conversationsOf(
  deps: ChatDeps,
  membersOf: MembersOf,
): Pick<Chat, "describeConversation" | "readersOf" | "sharedWith"> {
  const { api, places } = deps;
  return {
    async describeConversation(conversation) {
      const place = await places.at(withoutThread(conversation));
      if (place === null) return { is: "removed" };
      // Teams tells nobody that a channel was archived while the bot was away: its roster is refused then.
      if ((await orNull(() => api.members(place, undefined))) === null) return { is: "gone" };
      const channels = place.kind === "channel" ? await channelsOf(deps, place) : [];
      const own = channels.find((one) => one.conversation === place.conversation);
      return { is: "there", name: own?.name ?? place.name ?? place.conversation };
    },
    async readersOf(conversation) {
      const place = await places.at(withoutThread(conversation));
      const userIds: string[] = [];
      if (place === null) return { are: "guests", userIds };
      for await (const user of membersOf(deps, place)) {
        userIds.push(user.userId);
        if (user.refused === "guest" || user.refused === "external") return { are: "guests", userIds };
        if (userIds.length > MEMBERS_MAX) return { are: "too-many", userIds };
      }
      return { are: "colleagues", userIds };
    },
    async sharedWith(userId) {
      const found = new Map<string, SharedConversation>();
      for (const place of await places.shared(SHARED_MAX)) {
        if (found.has(place.conversation) || (await orNull(() => api.member(place, userId))) === null) continue;
        const channels = place.kind === "channel" ? await channelsOf(deps, place) : [];
        const own = { conversation: place.conversation, name: place.name ?? place.conversation };
        for (const one of channels.length === 0 ? [own] : channels) found.set(one.conversation, one);
      }
      return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
    },
  };
}

/** The channels of a place's team; each is kept with its address, so that it can be written to. Empty when the team is gone. */
async function channelsOf({ api, places }: ChatDeps, place: Place): Promise<readonly SharedConversation[]> {
  const { teamId, kind, serviceUrl } = place;
  const conversation = place.team ?? place.conversation;
  const team = await orNull(() => api.team({ conversation, serviceUrl }));
  const channels = (team?.channels ?? []).map(({ id, name }) => ({
    conversation: id,
    name: name === null ? (team?.name ?? id) : `${team?.name ?? ""} › ${name}`,
  }));
  for (const one of channels) {
    await places.heardFrom({ ...one, teamId, kind, serviceUrl, userId: null, team: conversation });
  }
  return channels;
}
