import { isPastTelling } from "#cards/clock.ts";
import { readerOfRole, type ChannelTrouble, type RoleChannel } from "#domain/role-channel.ts";
import { earliestFor } from "#domain/showing-time.ts";
import type { Showing } from "#domain/showing.ts";
import { openingOf } from "#domain/working-hours.ts";
import { channelById, keepChannel, type Channel } from "#store/channels.ts";
import type { Claimed } from "#store/deliveries.ts";
import { anySellerLive } from "#store/digest-facts.ts";
import { forgetTrouble, noteTrouble, roleChannelOf } from "#store/role-channels.ts";
import type { ShownCard } from "#store/shown-cards.ts";
import { accessTo } from "#usecases/channels/channel-access.ts";
import type { Context } from "#usecases/context.ts";
import type { Delivering } from "#usecases/delivery/deliver.ts";
import type { Delivered } from "#usecases/delivery/deliver-one.ts";
import { drawShowing } from "#usecases/delivery/draw.ts";
import type { Drawn } from "#usecases/delivery/drawing.ts";
import { lookBackFrom } from "#usecases/delivery/look-back.ts";
import { isFault } from "#usecases/fault.ts";
import { noteShown } from "#usecases/delivery/note-shown.ts";
import type { Chat, Posted } from "#usecases/ports.ts";
import { tellWhoSet } from "#usecases/channels/role-channels.ts";
import { tellingOf, tellMembers } from "#usecases/delivery/tell-role.ts";
import { isToldBefore } from "#usecases/delivery/tell.ts";

type RoleTask = Extract<Showing, { show: "role-task" }>;

/**
 * Posts what a role is asked in the role's channel, if it may be: who reads there and whether it is still there are asked
 * again now. Where it may not be, each member of the role has it, and whoever chose the channel hears why, once. Throws a
 * Fault when the outside fails.
 */
export async function deliverTask(
  deps: Delivering,
  context: Context,
  claimed: Claimed,
  showing: RoleTask,
): Promise<Delivered> {
  if (deps.chats.length === 0) return { is: "unreachable" };
  const { db } = context.store;
  const standing = await roleChannelOf(db, showing.role);
  const channel = standing === null ? null : await channelById(db, standing.channel);
  if (standing === null || channel === null) return await toMembers(context, claimed, showing, null);
  const reader = readerOfRole(showing.role, standing.locale, context.timeZone);
  const opening = openingOf(reader, [], context.now, context.settings);
  if (opening > context.now && !claimed.ambiguous) return { is: "closed", until: opening };

  const chat = deps.chats.find(({ name }) => name === channel.chat);
  if (chat === undefined) return await toMembers(context, claimed, showing, { standing, trouble: "not-connected" });
  const trouble = await troubleOf(context, chat, channel);
  if (trouble !== null) return await toMembers(context, claimed, showing, { standing, trouble });
  if (claimed.ambiguous) {
    const since = lookBackFrom(claimed, context.now);
    const found = await chat.find(channel.conversation, claimed.key, since);
    // Nobody can look it up: in each member's own messages it is not lost, and the first answer wins all the same.
    if (found === "cannot-tell") return await toMembers(context, claimed, showing, null);
    if (found !== "absent") return await noted(context, chat, found, { standing, showing, drawn: null });
  }
  const drawn = await drawShowing(context, showing.of, reader);
  if (drawn === null || isPastTelling(drawn.card)) return { is: "dropped", because: "nothing to show any more" };
  try {
    const posted = await chat.post(channel.conversation, drawn.card, claimed.key);
    return await noted(context, chat, posted, { standing, showing, drawn });
  } catch (error) {
    if (!isFault(error) || !error.gone) throw error;
    // "Gone" may also mean that the chat refuses the card, which is a bug of ours: then the channel is still there.
    const since = await troubleOf(context, chat, channel);
    if (since === null) throw error;
    return await toMembers(context, claimed, showing, { standing, trouble: since });
  }
}

/** A role's card as it is to be now; null = it stays as it stands. */
export async function redrawTask(deps: Delivering, context: Context, shown: ShownCard): Promise<Drawn | null> {
  const { showing } = shown;
  const chat = deps.chats.find(({ name }) => name === shown.chat);
  if (showing.show !== "role-task" || chat === undefined) return null;
  const seen = await chat.describeConversation(shown.conversation);
  if (seen.is !== "there") return null;
  const { chat: chatName, conversation } = shown;
  const channel = await keepChannel(context.store.db, { chat: chatName, conversation, name: seen.name });
  if ((await troubleOf(context, chat, channel)) !== null) return null;
  const locale = (await roleChannelOf(context.store.db, showing.role))?.locale ?? context.locale;
  return drawShowing(context, showing.of, readerOfRole(showing.role, locale, context.timeZone));
}

/** Why tasks may not be posted in a channel: that guests may read reports there does not open it to names and amounts. */
export async function troubleOf(context: Context, chat: Chat, channel: Channel): Promise<ChannelTrouble | null> {
  const access = await accessTo(context, chat, channel);
  if (access.is === "closed") return access.because;
  return access.readers.are === "colleagues" ? null : access.readers.are;
}

/** `drawn` null = how it looked when it arrived is not known: the next redraw sends it anew. */
async function noted(
  context: Context,
  chat: Chat,
  at: Posted,
  { standing, showing, drawn }: { standing: RoleChannel; showing: RoleTask; drawn: Drawn | null },
): Promise<Delivered> {
  const reader = readerOfRole(showing.role, standing.locale, context.timeZone);
  const customers = (drawn ?? (await drawShowing(context, showing.of, reader)))?.customers ?? [];
  await noteShown(context, chat.name, null, at, drawn?.card ?? null, { showing, customers });
  if (standing.trouble !== null) await forgetTrouble(context.store.db, standing);
  return { is: "sent", throughChat: true };
}

/** Each member has it instead; `because` null = the role has no channel any more, or nobody knows whether it arrived. */
async function toMembers(
  context: Context,
  claimed: Claimed,
  showing: RoleTask,
  because: { readonly standing: RoleChannel; readonly trouble: ChannelTrouble } | null,
): Promise<Delivered> {
  const live = await anySellerLive(context.store.db, context.today);
  await context.store.db.transaction(async (tx) => {
    await tellMembers(tx, context, showing.role, {
      key: tellingOf(claimed.key, showing.role),
      showing: showing.of,
      eventId: claimed.eventId,
      at: (member) => earliestFor(member, context.now),
      isFor: (member) => live || isToldBefore(member),
    });
    if (because === null || !(await noteTrouble(tx, because.standing, because.trouble, context.now))) return;
    await tellWhoSet(tx, context, because.standing, because.trouble);
  });
  return { is: "dropped", because: `shown to each member of ${showing.role}: ${because?.trouble ?? "no channel"}` };
}
