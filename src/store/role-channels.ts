import { and, eq, isNull, ne, or } from "drizzle-orm";

import type { ChannelRole, ChannelTrouble, RoleChannel } from "#domain/role-channel.ts";
import { roleChannels } from "#store/schema/role-channels.ts";
import { channels } from "#store/schema/subscriptions.ts";
import type { Db } from "#store/store.ts";

/** The channel of a role with the chat it is in. */
export interface ListedRoleChannel extends RoleChannel {
  readonly channelName: string;
}

const columns = {
  role: roleChannels.role,
  channel: roleChannels.channelId,
  locale: roleChannels.locale,
  setBy: roleChannels.setBy,
  trouble: roleChannels.trouble,
  troubleSince: roleChannels.troubleSince,
};

/** Null = its tasks go to each of its members. */
export async function roleChannelOf(db: Db, role: ChannelRole): Promise<RoleChannel | null> {
  const [found] = await db.select(columns).from(roleChannels).where(eq(roleChannels.role, role));
  return found ?? null;
}

/** The roles that have one, by role. */
export async function roleChannelsSet(db: Db): Promise<readonly ListedRoleChannel[]> {
  return db
    .select({ ...columns, channelName: channels.name })
    .from(roleChannels)
    .innerJoin(channels, eq(channels.id, roleChannels.channelId))
    .orderBy(roleChannels.role);
}

/** One per role: the last that was chosen, with nothing known against it. */
export async function saveRoleChannel(
  tx: Db,
  wanted: Pick<RoleChannel, "role" | "channel" | "locale" | "setBy">,
  at: Date,
): Promise<void> {
  const { role, channel: channelId, locale, setBy } = wanted;
  const set = { channelId, locale, setBy, setAt: at, trouble: null, troubleSince: null };
  await tx
    .insert(roleChannels)
    .values({ role, ...set })
    .onConflictDoUpdate({ target: roleChannels.role, set });
}

/** False when it had none. */
export async function removeRoleChannel(tx: Db, role: ChannelRole): Promise<boolean> {
  const rows = await tx.delete(roleChannels).where(eq(roleChannels.role, role)).returning({ role: roleChannels.role });
  return rows.length > 0;
}

/** False when this was known already: whoever chose the channel was told then. */
export async function noteTrouble(
  tx: Db,
  { role, channel }: Pick<RoleChannel, "role" | "channel">,
  trouble: ChannelTrouble,
  at: Date,
): Promise<boolean> {
  const rows = await tx
    .update(roleChannels)
    .set({ trouble, troubleSince: at })
    .where(
      and(
        eq(roleChannels.role, role),
        eq(roleChannels.channelId, channel),
        or(isNull(roleChannels.trouble), ne(roleChannels.trouble, trouble)),
      ),
    )
    .returning({ role: roleChannels.role });
  return rows.length > 0;
}

/** Something was posted there: nothing is wrong any more. */
export async function forgetTrouble(db: Db, { role, channel }: Pick<RoleChannel, "role" | "channel">): Promise<void> {
  await db
    .update(roleChannels)
    .set({ trouble: null, troubleSince: null })
    .where(and(eq(roleChannels.role, role), eq(roleChannels.channelId, channel)));
}
