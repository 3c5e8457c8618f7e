import { roleChannelNoticeCard, roleChannelsCard } from "#cards/role-channels.ts";
import type { ChannelRole, ChannelTrouble } from "#domain/role-channel.ts";
import { roleChannelsSet } from "#store/role-channels.ts";
import type { Drawing, Drawn } from "#usecases/delivery/drawing.ts";
import { rolesToPlace } from "#usecases/channels/role-channels.ts";

/** `/finances canaux`: where the tasks of each role go that the reader may place; null = none is. */
export async function drawRoleChannels({ context, viewer, words }: Drawing): Promise<Drawn | null> {
  const mine = rolesToPlace(viewer);
  if (mine.length === 0) return null;
  const standing = await roleChannelsSet(context.store.db);
  const roles = mine.map((role) => {
    const found = standing.find((one) => one.role === role);
    return {
      role,
      channel: found === undefined ? null : { name: found.channelName, trouble: found.trouble },
    };
  });
  return { card: roleChannelsCard(roles, words), customers: [] };
}

/** That a role's channel cannot be written to; null = nothing to say, or not to this person. */
export async function drawRoleChannelNotice(
  { context, viewer, words }: Drawing,
  role: ChannelRole,
  because: ChannelTrouble,
): Promise<Drawn | null> {
  const found = (await roleChannelsSet(context.store.db)).find((one) => one.role === role);
  if (found === undefined || !rolesToPlace(viewer).includes(role)) return null;
  return { card: roleChannelNoticeCard({ role, channel: found.channelName, because }, words), customers: [] };
}
