import { and, desc, eq, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { ReportScope } from "#domain/report-scope.ts";
import type { RunOutcome, StopReason, Subscription } from "#domain/subscription.ts";
import { shownCards } from "#store/schema/delivery.ts";
import { channels, subscriptionRuns, subscriptions } from "#store/schema/subscriptions.ts";
import type { Db } from "#store/store.ts";

/** What somebody chose in the form. */
export type SubscriptionChoices = Pick<Subscription, "scope" | "weekday" | "minutes" | "timeZone" | "locale">;

/** A subscription with its channel's name and when its last report was posted. */
export interface ListedSubscription extends Subscription {
  readonly channelName: string;
  readonly postedOn: Day | null;
}

const columns = {
  id: subscriptions.id,
  channel: subscriptions.channelId,
  scope: subscriptions.scope,
  weekday: subscriptions.weekday,
  minutes: subscriptions.minutes,
  timeZone: subscriptions.timeZone,
  locale: subscriptions.locale,
  ownerId: subscriptions.ownerId,
  since: subscriptions.since,
  stopped: subscriptions.stopped,
};

/** Null when there is none. */
export async function subscriptionById(db: Db, id: number): Promise<Subscription | null> {
  const [found] = await db.select(columns).from(subscriptions).where(eq(subscriptions.id, id));
  return found ?? null;
}

/** As subscriptionById; whoever else wants to change it waits for the end of the transaction. */
export async function lockSubscription(tx: Db, id: number): Promise<Subscription | null> {
  const [found] = await tx.select(columns).from(subscriptions).where(eq(subscriptions.id, id)).for("update");
  return found ?? null;
}

/** Those that go on, by the name of their channel. */
export async function liveSubscriptions(db: Db): Promise<readonly ListedSubscription[]> {
  return db
    .select({
      ...columns,
      channelName: channels.name,
      postedOn: sql<Day | null>`(select max(r.due_on)::text from ${subscriptionRuns} r
        where r.subscription_id = ${subscriptions.id} and r.outcome = 'posted')`,
    })
    .from(subscriptions)
    .innerJoin(channels, eq(channels.id, subscriptions.channelId))
    .where(isNull(subscriptions.stopped))
    .orderBy(channels.name, subscriptions.id);
}

/** The one that goes on for this channel and scope. */
export async function liveSubscriptionOf(db: Db, channel: number, scope: string): Promise<Subscription | null> {
  const [found] = await db
    .select(columns)
    .from(subscriptions)
    .where(and(eq(subscriptions.channelId, channel), eq(subscriptions.scope, scope), isNull(subscriptions.stopped)));
  return found ?? null;
}

/** Null when the same channel has this scope already: somebody was quicker. */
export async function addSubscription(
  tx: Db,
  made: SubscriptionChoices & { readonly channel: number; readonly ownerId: number; readonly since: Date },
): Promise<number | null> {
  const { channel: channelId, ...rest } = made;
  const rows = await tx
    .insert(subscriptions)
    .values({ ...rest, channelId })
    .onConflictDoNothing()
    .returning({ id: subscriptions.id });
  return rows[0]?.id ?? null;
}

/** Changes what is given and leaves the rest. */
export async function saveSubscription(
  tx: Db,
  id: number,
  changed: Partial<SubscriptionChoices & { readonly since: Date; readonly ownerId: number | null }>,
): Promise<void> {
  await tx.update(subscriptions).set(changed).where(eq(subscriptions.id, id));
}

/** False when it had ended before. */
export async function endSubscription(tx: Db, id: number, why: StopReason, at: Date): Promise<boolean> {
  const rows = await tx
    .update(subscriptions)
    .set({ stopped: why, stoppedAt: at })
    .where(and(eq(subscriptions.id, id), isNull(subscriptions.stopped)))
    .returning({ id: subscriptions.id });
  return rows.length > 0;
}

/** Claims a posting for good; false when it was claimed before. */
export async function addRun(
  tx: Db,
  run: {
    readonly subscription: number;
    readonly dueOn: Day;
    readonly plannedAt: Date;
    readonly outcome: RunOutcome | null;
  },
): Promise<boolean> {
  const rows = await tx
    .insert(subscriptionRuns)
    .values({ subscriptionId: run.subscription, dueOn: run.dueOn, plannedAt: run.plannedAt, outcome: run.outcome })
    .onConflictDoNothing()
    .returning({ dueOn: subscriptionRuns.dueOn });
  return rows.length > 0;
}

/** Whether the report of a day was begun already, however it ended. */
export async function hasRun(db: Db, subscription: number, dueOn: Day): Promise<boolean> {
  const rows = await db
    .select({ dueOn: subscriptionRuns.dueOn })
    .from(subscriptionRuns)
    .where(and(eq(subscriptionRuns.subscriptionId, subscription), eq(subscriptionRuns.dueOn, dueOn)));
  return rows.length > 0;
}

/** Notes how the report of a day ended. */
export async function endRun(db: Db, subscription: number, dueOn: Day, outcome: RunOutcome): Promise<void> {
  await db
    .update(subscriptionRuns)
    .set({ outcome })
    .where(and(eq(subscriptionRuns.subscriptionId, subscription), eq(subscriptionRuns.dueOn, dueOn)));
}

/** The last posting, when nobody knows whether it arrived. */
export async function doubtfulRunOf(db: Db, subscription: number): Promise<Day | null> {
  const [last] = await db
    .select({ dueOn: subscriptionRuns.dueOn, outcome: subscriptionRuns.outcome })
    .from(subscriptionRuns)
    .where(eq(subscriptionRuns.subscriptionId, subscription))
    .orderBy(desc(subscriptionRuns.dueOn))
    .limit(1);
  return last !== undefined && last.outcome === null ? last.dueOn : null;
}

/** A new report came: the ones before it stay as they were posted. */
export async function freezeEarlierReports(db: Db, subscription: number, dueOn: string): Promise<void> {
  await db.execute(sql`
    update ${shownCards} set customers = '{}'
    where showing @> jsonb_build_object('show', 'cash-report', 'subscription', ${subscription}::int)
      and showing->>'dueOn' < ${dueOn}`);
}

/** How many active sales people a scope is about: whose figures would be shown together. */
export async function repsIn(db: Db, scope: ReportScope): Promise<number> {
  const rows = await db.execute<{ count: number }>(sql`
    with recursive led as (
      select id, 0 as depth from people where ${leaderOf(scope)}
      union
      select p.id, led.depth + 1 from people p join led on p.manager_id = led.id where led.depth < ${LEVELS_MAX}
    )
    select count(*)::int as count from people p
    where p.active and p.roles @> '{rep}' and ${belongsTo(scope)}`);
  return rows[0]?.count ?? 0;
}

/** Deeper than any company; ends the walk should two people be each other's manager. */
const LEVELS_MAX = 20;

function leaderOf(scope: ReportScope) {
  return scope.is === "team" ? sql`id = ${scope.manager}` : sql`false`;
}

function belongsTo(scope: ReportScope) {
  switch (scope.is) {
    case "company":
      return sql`true`;
    case "team":
      return sql`exists (select 1 from led where led.id = p.id)`;
    case "person":
      return sql`p.id = ${scope.person}`;
    case "seller":
      return sql`exists (select 1 from customers c join invoices i on i.customer_code = c.code
        where c.rep_id = p.id and i.seller_code = ${scope.code})`;
    default:
      return scope satisfies never;
  }
}
