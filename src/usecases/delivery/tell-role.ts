import type { Person, Role } from "#domain/person.ts";
import { isChannelRole, readerOfRole, type ChannelRole } from "#domain/role-channel.ts";
import type { Showing } from "#domain/showing.ts";
import { channelById } from "#store/channels.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { membersOf } from "#store/people.ts";
import { roleChannelOf } from "#store/role-channels.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

export interface ToTellRole {
  /** The identity of this telling; the channel, or each member, has it once. */
  readonly key: string;
  readonly showing: Showing;
  /** The event that causes it: undoing it takes this back while unsent. */
  readonly eventId: number | null;
  /** When it may reach somebody who reads at their own hours. */
  readonly at: (reader: Person) => Date;
  /** Whom of the members it is for, when it goes to each of them. */
  readonly isFor?: (member: Person) => boolean;
}

/**
 * Shows something to a role: in its channel when it has one, else to each of its members; of a task the first answer wins
 * (DOMAIN "Who"). Whether the channel may be written to is asked when it leaves (deliver-task.ts).
 */
export async function tellRole(tx: Db, context: Context, role: Role, what: ToTellRole): Promise<void> {
  const standing = isChannelRole(role) ? await roleChannelOf(tx, role) : null;
  const channel = standing === null ? null : await channelById(tx, standing.channel);
  if (standing === null || channel === null) return tellMembers(tx, context, role, what);
  const reader = readerOfRole(standing.role, standing.locale, context.timeZone);
  await enqueue(
    tx,
    [
      {
        key: `${what.key}${suffixOf(standing.role)}`,
        showing: { show: "role-task", role: standing.role, of: what.showing },
        personId: null,
        gate: gateOf.conversation(channel.chat, channel.conversation),
        notBefore: what.at(reader),
        ...(what.eventId === null ? {} : { eventId: what.eventId }),
      },
    ],
    context.now,
  );
}

/** The same to each member, in private. */
export async function tellMembers(tx: Db, context: Context, role: Role, what: ToTellRole): Promise<void> {
  const members = await membersOf(tx, role);
  await enqueue(
    tx,
    members
      .filter((member) => what.isFor?.(member) ?? true)
      .map((member) => ({
        key: `${what.key}:${member.id}`,
        showing: what.showing,
        personId: member.id,
        gate: gateOf.person(member.id),
        notBefore: what.at(member),
        ...(what.eventId === null ? {} : { eventId: what.eventId }),
      })),
    context.now,
  );
}

/** The telling that a channel's row of the outbox stands for. */
export function tellingOf(key: string, role: ChannelRole): string {
  const suffix = suffixOf(role);
  return key.endsWith(suffix) ? key.slice(0, -suffix.length) : key;
}

function suffixOf(role: ChannelRole): string {
  return `:role:${role}`;
}
