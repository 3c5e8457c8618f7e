import type { Person } from "#domain/person.ts";
import type { NoticeReason, Showing } from "#domain/showing.ts";
import { earliestFor } from "#domain/showing-time.ts";
import type { Subscription } from "#domain/subscription.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { membersOf, personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";

/** Tells whoever looks after a subscription what became of it; `key` is the telling's identity. */
export async function tellOwner(
  tx: Db,
  context: Context,
  subscription: Subscription,
  because: NoticeReason,
  key: string,
): Promise<void> {
  const showing: Showing = { show: "subscription-notice", subscription: subscription.id, because };
  await tellEach(tx, context, await ownersOf(tx, subscription), showing, `subscription:${subscription.id}:${key}`);
}

/** Asks finance whether a report may be posted where guests read; once per occasion. */
export async function tellFinanceOfGuests(
  tx: Db,
  context: Context,
  ask: { readonly channel: number; readonly asker: number; readonly key: string },
): Promise<void> {
  const { channel, asker, key } = ask;
  const finance = (await membersOf(tx, "finance")).filter(({ id }) => id !== asker);
  await tellEach(tx, context, finance, { show: "channel-guests", channel, asker }, `guests:${channel}:${key}`);
}

/** Its owner, while they work here; else the whole of finance. */
async function ownersOf(tx: Db, { ownerId }: Subscription): Promise<readonly Person[]> {
  const owner = ownerId === null ? null : await personById(tx, ownerId);
  return owner?.active === true ? [owner] : membersOf(tx, "finance");
}

async function tellEach(
  tx: Db,
  context: Context,
  people: readonly Person[],
  showing: Showing,
  key: string,
): Promise<void> {
  await enqueue(
    tx,
    people.map((person) => ({
      key: `${key}:${person.id}`,
      showing,
      personId: person.id,
      gate: gateOf.person(person.id),
      notBefore: earliestFor(person, context.now),
    })),
    context.now,
  );
}
