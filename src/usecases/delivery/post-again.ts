import type { Person } from "#domain/person.ts";
import { nextRun } from "#domain/subscription.ts";
import { channelById } from "#store/channels.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { doubtfulRunOf, subscriptionById } from "#store/subscriptions.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { mayChange } from "#usecases/channels/subscription-rights.ts";

/** Posts a report once more that somebody looked for in its channel and did not find; gives the channel's name. */
export async function postAgain(context: Context, person: Person, id: number): Promise<Result<string>> {
  const { db } = context.store;
  const subscription = await subscriptionById(db, id);
  const channel = subscription === null ? null : await channelById(db, subscription.channel);
  if (subscription === null || subscription.stopped !== null || channel === null) return refused({ why: "gone" });
  if (!(await mayChange(context, person, subscription))) return refused({ why: "not-allowed" });
  const dueOn = await doubtfulRunOf(db, id);
  if (dueOn === null) return refused({ why: "already-done", by: "", at: context.now });
  await enqueue(
    db,
    [
      {
        key: `cash-report:${id}:${dueOn}:again`,
        showing: { show: "cash-report", subscription: id, dueOn },
        personId: null,
        gate: gateOf.conversation(channel.chat, channel.conversation),
        notBefore: context.now,
        validUntil: nextRun(subscription, context.now).at,
      },
    ],
    context.now,
  );
  return done(channel.name);
}
