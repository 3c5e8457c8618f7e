import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { CHANNEL_ROLES, type ChannelRole, type ChannelTrouble, type RoleChannel } from "#domain/role-channel.ts";
import { earliestFor } from "#domain/showing-time.ts";
import { identityOfPerson } from "#store/chat-identities.ts";
import { channelById, type Channel } from "#store/channels.ts";
import { appendEvent } from "#store/events.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { membersOf, personById } from "#store/people.ts";
import { removeRoleChannel, roleChannelOf, saveRoleChannel } from "#store/role-channels.ts";
import type { Db } from "#store/store.ts";
import { accessTo } from "#usecases/channels/channel-access.ts";
import type { Context } from "#usecases/context.ts";
import type { Chat } from "#usecases/ports.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface RoleChannelSet {
  readonly role: ChannelRole;
  readonly channel: Channel;
  /** Members of the role who do not read that channel: they would miss its tasks. */
  readonly absent: readonly string[];
  /** Those whom its chat does not know: nobody can invite them. */
  readonly unknown: readonly string[];
}

/** The roles whose channel somebody may choose. */
export function rolesToPlace(person: Person): readonly ChannelRole[] {
  return CHANNEL_ROLES.filter((role) => mayTouch(person, THE_COMPANY, { do: "set-role-channel", role }));
}

/**
 * Has a role's tasks go to a channel from now on, in the chooser's language. Refused where anybody from outside reads
 * along, and to whoever is not in that channel; the last choice holds.
 */
export async function setRoleChannel(
  context: Context,
  person: Person,
  from: { readonly chat: Chat; readonly userId: string },
  wanted: { readonly role: ChannelRole; readonly channel: Channel },
): Promise<Result<RoleChannelSet>> {
  const { db } = context.store;
  const { role, channel } = wanted;
  if (!rolesToPlace(person).includes(role)) return refused({ why: "not-allowed" });
  const access = await accessTo(context, from.chat, channel);
  if (access.is === "closed") return refused({ why: "channel-closed" });
  if (access.readers.are !== "colleagues") return refused({ why: "guests-read-along" });
  if (!access.readers.userIds.includes(from.userId)) return refused({ why: "not-in-channel" });
  const missing = await missingFrom(context, from.chat, role, access.readers.userIds);
  await db.transaction(async (tx) => {
    const before = await roleChannelOf(tx, role);
    await saveRoleChannel(tx, { role, channel: channel.id, locale: person.locale, setBy: person.id }, context.now);
    await note(tx, context, person, "role-channel-set", { role, channel: channel.id, before: before?.channel ?? null });
  });
  return done({ role, channel, ...missing });
}

/** Has a role's tasks go to each of its members again. Twice is once. */
export async function clearRoleChannel(context: Context, person: Person, role: ChannelRole): Promise<Result<null>> {
  if (!rolesToPlace(person).includes(role)) return refused({ why: "not-allowed" });
  await context.store.db.transaction(async (tx) => {
    const standing = await roleChannelOf(tx, role);
    if (standing === null || !(await removeRoleChannel(tx, role))) return;
    await note(tx, context, person, "role-channel-cleared", { role, channel: standing.channel });
  });
  return done(null);
}

/** Tells whoever chose a channel that it cannot be written to, while they work here; else the whole of finance. */
export async function tellWhoSet(
  tx: Db,
  context: Context,
  { role, channel, setBy }: RoleChannel,
  because: ChannelTrouble,
): Promise<void> {
  const chooser = await personById(tx, setBy);
  const people = chooser?.active === true ? [chooser] : await membersOf(tx, "finance");
  await enqueue(
    tx,
    people.map((reader) => ({
      key: `role-channel:${role}:${channel}:${because}:${context.now.toISOString()}:${reader.id}`,
      showing: { show: "role-channel-notice", role, because },
      personId: reader.id,
      gate: gateOf.person(reader.id),
      notBefore: earliestFor(reader, context.now),
    })),
    context.now,
  );
}

async function missingFrom(
  { store }: Context,
  chat: Chat,
  role: ChannelRole,
  readers: readonly string[],
): Promise<Pick<RoleChannelSet, "absent" | "unknown">> {
  const absent: string[] = [];
  const unknown: string[] = [];
  for (const member of await membersOf(store.db, role)) {
    const identity = await identityOfPerson(store.db, chat.name, member.id);
    const userId = identity?.userId ?? (await chat.findUser(member.email))?.userId;
    if (userId === undefined) unknown.push(member.name);
    else if (!readers.includes(userId)) absent.push(member.name);
  }
  return { absent, unknown };
}

async function note(
  tx: Db,
  context: Context,
  person: Person,
  kind: "role-channel-set" | "role-channel-cleared",
  data: { readonly role: ChannelRole; readonly channel: number; readonly before?: number | null },
): Promise<void> {
  const channel = await channelById(tx, data.channel);
  await appendEvent(tx, {
    at: context.now,
    kind,
    actor: { is: "person", id: person.id },
    customer: null,
    subject: "channels",
    subjectId: data.channel,
    data: { ...data, name: channel?.name ?? "" },
  });
}
