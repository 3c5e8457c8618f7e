import type { Person } from "#domain/person.ts";
import { readScopeKey } from "#domain/report-scope.ts";
import { channelById, type Channel } from "#store/channels.ts";
import { appendEvent } from "#store/events.ts";
import { addSubscription, liveSubscriptionOf, type SubscriptionChoices } from "#store/subscriptions.ts";
import { accessTo } from "#usecases/channels/channel-access.ts";
import { changeSubscription } from "#usecases/channels/change-subscription.ts";
import type { Context } from "#usecases/context.ts";
import type { Chat } from "#usecases/ports.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { refuseScope } from "#usecases/channels/subscription-rights.ts";
import { tellFinanceOfGuests } from "#usecases/channels/tell-of-subscription.ts";

export type Subscribed =
  | { readonly is: "subscribed"; readonly subscription: number }
  /** Guests read there: finance was asked. */
  | { readonly is: "guests"; readonly channel: number };

/**
 * Has a report come to a channel every week (R3). The chat itself is asked who reads there, and whether the person is one
 * of them. The same channel and scope twice is one subscription, as it was chosen last.
 */
export async function subscribe(
  context: Context,
  person: Person,
  from: { readonly chat: Chat; readonly userId: string },
  wanted: SubscriptionChoices & { readonly channel: number },
): Promise<Result<Subscribed>> {
  const { db } = context.store;
  const scope = readScopeKey(wanted.scope);
  const channel = await channelById(db, wanted.channel);
  if (scope === null || channel === null || channel.chat !== from.chat.name) return refused({ why: "gone" });
  const refusal = await refuseScope(context, person, scope);
  if (refusal !== null) return refused(refusal);

  const access = await accessTo(context, from.chat, channel);
  if (access.is === "closed") return refused({ why: "channel-closed" });
  const mayBeThere = access.readers.are !== "colleagues" || access.readers.userIds.includes(from.userId);
  if (!mayBeThere) return refused({ why: "not-in-channel" });
  if (access.is === "withheld") return askFinance(context, person, channel);
  return keep(context, person, wanted);
}

async function askFinance(context: Context, person: Person, channel: Channel): Promise<Result<Subscribed>> {
  await context.store.db.transaction(async (tx) => {
    const key = `asked:${person.id}:${context.today}`;
    await tellFinanceOfGuests(tx, context, { channel: channel.id, asker: person.id, key });
  });
  return done({ is: "guests", channel: channel.id });
}

async function keep(
  context: Context,
  person: Person,
  wanted: SubscriptionChoices & { readonly channel: number },
): Promise<Result<Subscribed>> {
  const made = await context.store.db.transaction(async (tx) => {
    const id = await addSubscription(tx, { ...wanted, ownerId: person.id, since: context.now });
    if (id === null) return null;
    await appendEvent(tx, {
      at: context.now,
      kind: "channel-subscribed",
      actor: { is: "person", id: person.id },
      customer: null,
      subject: "subscriptions",
      subjectId: id,
      data: { ...wanted },
    });
    return id;
  });
  if (made !== null) return done({ is: "subscribed", subscription: made });
  const standing = await liveSubscriptionOf(context.store.db, wanted.channel, wanted.scope);
  if (standing === null) return refused({ why: "gone" });
  const changed = await changeSubscription(context, person, standing.id, wanted);
  return changed.ok ? done({ is: "subscribed", subscription: standing.id }) : changed;
}
