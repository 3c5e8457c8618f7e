import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { channelById, setGuestsAllowed } from "#store/channels.ts";
import { appendEvent } from "#store/events.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/** Finance lets reports be posted in a channel where guests read along, or no longer does. */
export async function allowGuests(
  context: Context,
  person: Person,
  wanted: { readonly channel: number; readonly allowed: boolean },
): Promise<Result<number>> {
  if (!mayTouch(person, THE_COMPANY, "allow-guests")) return refused({ why: "not-allowed" });
  const { db } = context.store;
  const channel = await channelById(db, wanted.channel);
  if (channel === null) return refused({ why: "gone" });
  if ((channel.guestsAllowedAt !== null) === wanted.allowed) return done(channel.id);
  await db.transaction(async (tx) => {
    await setGuestsAllowed(tx, channel.id, wanted.allowed ? { by: person.id, at: context.now } : null);
    await appendEvent(tx, {
      at: context.now,
      kind: "channel-guests-allowed",
      actor: { is: "person", id: person.id },
      customer: null,
      subject: "channels",
      subjectId: channel.id,
      data: { allowed: wanted.allowed, channel: channel.name },
    });
  });
  return done(channel.id);
}
