import type { Subscription } from "#domain/subscription.ts";
import { latestRun, postableAt } from "#domain/subscription.ts";
import { channelById } from "#store/channels.ts";
import { anySellerLive } from "#store/digest-facts.ts";
import { appendEvent } from "#store/events.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { personById } from "#store/people.ts";
import { addRun, hasRun, liveSubscriptions, saveSubscription } from "#store/subscriptions.ts";
import type { Context } from "#usecases/context.ts";
import { tellOwner } from "#usecases/channels/tell-of-subscription.ts";

/**
 * Has the reports that are due posted in their channels: once per subscription and day it is for, whoever asks and however
 * often. One that was missed is made up once, the latest only, until the next is due.
 */
export async function postReports(context: Context): Promise<void> {
  const { db } = context.store;
  const live = await anySellerLive(db, context.today);
  for (const subscription of await liveSubscriptions(db)) {
    await handOver(context, subscription);
    const run = latestRun(subscription, subscription.since, context.now);
    if (run === null || (await hasRun(db, subscription.id, run.dueOn))) continue;
    const notBefore = live ? postableAt(subscription, run, context.now) : null;
    const channel = await channelById(db, subscription.channel);
    if (channel === null) throw new Error(`The subscription ${subscription.id} is of no channel.`);
    await db.transaction(async (tx) => {
      const outcome = notBefore !== null ? null : live ? "too-late" : "nothing";
      const { id } = subscription;
      const isOurs = await addRun(tx, { subscription: id, dueOn: run.dueOn, plannedAt: context.now, outcome });
      if (!isOurs || notBefore === null) return;
      await enqueue(
        tx,
        [
          {
            key: `cash-report:${id}:${run.dueOn}`,
            showing: { show: "cash-report", subscription: id, dueOn: run.dueOn },
            personId: null,
            gate: gateOf.conversation(channel.chat, channel.conversation),
            notBefore,
            validUntil: run.next,
          },
        ],
        context.now,
      );
    });
  }
}

/** Its owner left: finance looks after it from now on, and hears so once. */
async function handOver(context: Context, subscription: Subscription): Promise<void> {
  const { db } = context.store;
  const owner = subscription.ownerId === null ? null : await personById(db, subscription.ownerId);
  if (owner === null || owner.active) return;
  await db.transaction(async (tx) => {
    await saveSubscription(tx, subscription.id, { ownerId: null });
    await appendEvent(tx, {
      at: context.now,
      kind: "subscription-changed",
      actor: { is: "system" },
      customer: null,
      subject: "subscriptions",
      subjectId: subscription.id,
      data: { owner: null, before: owner.id },
    });
    await tellOwner(tx, context, { ...subscription, ownerId: null }, "owner-left", `left:${owner.id}`);
  });
}
