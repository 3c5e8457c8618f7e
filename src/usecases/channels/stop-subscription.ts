import type { Actor } from "#domain/event.ts";
import type { Person } from "#domain/person.ts";
import type { StopReason, Subscription } from "#domain/subscription.ts";
import { appendEvent } from "#store/events.ts";
import { endSubscription, subscriptionById } from "#store/subscriptions.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { mayChange } from "#usecases/channels/subscription-rights.ts";
import { tellOwner } from "#usecases/channels/tell-of-subscription.ts";

/** No more reports there; its owner is told when somebody else stopped it. Stopping it twice is stopping it once. */
export async function stopSubscription(context: Context, person: Person, id: number): Promise<Result<number>> {
  const { db } = context.store;
  const standing = await subscriptionById(db, id);
  if (standing === null) return refused({ why: "gone" });
  if (!(await mayChange(context, person, standing))) return refused({ why: "not-allowed" });
  await db.transaction(async (tx) => {
    const stopped = await stopIt(tx, context, standing, "asked", { is: "person", id: person.id });
    if (stopped && standing.ownerId !== person.id) await tellOwner(tx, context, standing, "asked", "asked");
  });
  return done(id);
}

/** It stops itself: there is nowhere left to post, or nobody left who may. Its owner is told why. */
export async function stopItself(context: Context, subscription: Subscription, why: StopReason): Promise<void> {
  await context.store.db.transaction(async (tx) => {
    if (!(await stopIt(tx, context, subscription, why, { is: "system" }))) return;
    await tellOwner(tx, context, subscription, why, why);
  });
}

/** False when it had ended before. */
async function stopIt(
  tx: Db,
  context: Context,
  subscription: Subscription,
  why: StopReason,
  actor: Actor,
): Promise<boolean> {
  if (!(await endSubscription(tx, subscription.id, why, context.now))) return false;
  await appendEvent(tx, {
    at: context.now,
    kind: "subscription-stopped",
    actor,
    customer: null,
    subject: "subscriptions",
    subjectId: subscription.id,
    data: { because: why },
  });
  return true;
}
