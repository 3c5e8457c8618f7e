import { z } from "zod";

import type { Place, Places } from "#usecases/people/chat-places.ts";
import { fault } from "#usecases/fault.ts";
import type { Chat, ChatUser, Posted } from "#usecases/ports.ts";
import type { Target, TeamsApi } from "./api.ts";
import { conversationsOf } from "./conversations.ts";
import { orNull } from "./faults.ts";
import { fetchFile } from "./files.ts";
import { withoutThread } from "./parse.ts";
import { renderCard, type Drawing } from "./render.ts";

/** Where a colleague who never spoke to the bot is looked for: so many conversations, so many pages of each. */
const SHARED_MAX = 20;
const PAGES_MAX = 25;

const memberSchema = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  tenantId: z.string().nullish(),
  userRole: z.string().nullish(),
});

export interface ChatDeps {
  readonly api: TeamsApi;
  readonly places: Places;
  readonly tenantId: string;
  readonly drawing: Drawing;
  /** A stand-in on this machine keeps its files here too. */
  readonly isLocal: boolean;
}

/** Teams as the use cases know it. Everything throws a Fault when Teams fails; a card over Teams' limits is a bug. */
export function createChat(deps: ChatDeps): Chat {
  const { api, places, drawing } = deps;
  const chat: Chat = {
    name: "teams",
    async post(conversation, card) {
      const message = await api.send(await targetOf(places, conversation), renderCard(card, drawing));
      return { conversation, message };
    },
    async change(where, card) {
      await api.update(await targetOf(places, where.conversation), where.message, renderCard(card, drawing));
    },
    // Teams takes no key with a message and shows a bot no history: a doubtful one is for an operator to look at.
    find: async () => "cannot-tell",
    async showHome(userId, card) {
      const conversation = await chat.openConversation(userId);
      const place = await places.at(conversation);
      const standing = place?.homeMessage ?? null;
      if (standing !== null && (await changed(chat, { conversation, message: standing }, card))) return;
      const { message } = await chat.post(conversation, card, "home");
      await places.keepHome(conversation, message);
    },
    async openConversation(userId) {
      const known = await places.directWith(userId);
      if (known !== null) return known.conversation;
      const service = await places.latest();
      if (service === null) throw fault("The app is installed for nobody in Teams.", { gone: true });
      const conversation = await api.openDirect(service.serviceUrl, userId);
      const { serviceUrl, teamId } = service;
      await places.heardFrom({ conversation, teamId, kind: "direct", serviceUrl, userId, name: null, team: null });
      return conversation;
    },
    findUser: (email) => findUser(deps, email.toLowerCase()),
    async describeUser(userId) {
      const direct = await places.directWith(userId);
      const known = direct === null ? await places.shared(SHARED_MAX) : [direct];
      for (const place of known) {
        const user = await describeIn(deps, place, userId);
        if (user !== null) return user;
      }
      return null;
    },
    fetchFile: (file, bytesMax) => fetchFile(file, bytesMax, deps.isLocal),
    ...conversationsOf(deps, membersOf),
  };
  return chat;
}

/** Who a user is in the roster of a conversation they are in; null = nobody there. */
export async function describeIn(deps: ChatDeps, where: Target, userId: string): Promise<ChatUser | null> {
  const found = await orNull(() => deps.api.member(where, userId));
  return found === null ? null : describe(found, deps.tenantId);
}

async function targetOf(places: Places, conversation: string): Promise<Target> {
  const place = await places.at(withoutThread(conversation));
  if (place === null) throw fault("The app was removed from this conversation in Teams.", { gone: true });
  return { conversation, serviceUrl: place.serviceUrl };
}

/** False when the message is gone: somebody deleted it. */
async function changed(chat: Chat, where: Posted, card: Parameters<Chat["change"]>[1]): Promise<boolean> {
  return (await orNull(async () => (await chat.change(where, card), true))) ?? false;
}

/** Teams has no look-up by address without rights to the whole directory: people are looked for where the bot is. */
async function findUser(deps: ChatDeps, email: string): Promise<ChatUser | null> {
  const isMeant = (user: ChatUser) => [user.email, user.otherEmail].some((one) => one?.toLowerCase() === email);
  for (const place of await deps.places.ofStrangers(SHARED_MAX)) {
    const user = await describeIn(deps, place, place.userId ?? "");
    if (user !== null && isMeant(user)) return user;
  }
  for (const place of await deps.places.shared(SHARED_MAX)) {
    for await (const user of membersOf(deps, place)) {
      if (isMeant(user)) return user;
    }
  }
  return null;
}

async function* membersOf(deps: ChatDeps, place: Place): AsyncGenerator<ChatUser> {
  let from: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const start = from;
    const found = await orNull(() => deps.api.members(place, start));
    for (const member of found?.members ?? []) yield describe(member, deps.tenantId);
    from = found?.next;
    if (from === undefined) return;
  }
}

function describe(found: unknown, ownTenant: string): ChatUser {
  const member = memberSchema.parse(found);
  const teamId = (member.tenantId ?? ownTenant).toLowerCase();
  return {
    teamId,
    userId: member.id,
    email: member.email ?? member.userPrincipalName ?? null,
    otherEmail: member.userPrincipalName ?? null,
    name: member.name ?? member.id,
    refused: refusalOf(member, teamId, ownTenant),
  };
}

function refusalOf(member: z.infer<typeof memberSchema>, teamId: string, ownTenant: string): ChatUser["refused"] {
  if (member.id.startsWith("28:")) return "bot";
  if (teamId !== ownTenant) return "external";
  const isGuest = member.userRole?.toLowerCase() === "guest" || member.userPrincipalName?.includes("#EXT#") === true;
  return isGuest ? "guest" : null;
}
