import { and, eq, inArray, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { ChatName } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { outbox, shownCards } from "#store/schema/delivery.ts";
import { asks } from "#store/schema/loop.ts";
import type { Db } from "#store/store.ts";

/** What to show or send once; `key` is its identity for ever, so writing it twice is writing it once. */
export interface ToShow {
  readonly key: string;
  readonly showing: Showing;
  /** Whose direct messages; null for mail to customers and channels. */
  readonly personId: number | null;
  /** What it queues behind: see `gateOf`. */
  readonly gate: string;
  /** Product time before which it must not leave; undo has until then to take it back. */
  readonly notBefore: Date;
  /** Product time after which it is no longer worth sending. */
  readonly validUntil?: Date;
  /** The event that caused it: undoing that event cancels it while unsent. */
  readonly eventId?: number;
}

export const gateOf = {
  person: (personId: number) => `person:${personId}`,
  mail: "mail",
  conversation: (chat: ChatName, conversation: string) => `conversation:${chat}:${conversation}`,
} as const;

/** A channel's report speaks of many customers: what happens within a minute is one redraw. */
const CHANNEL_REDRAW_SECONDS = 60;
const isReport = sql`(s.showing->>'show' = 'cash-report')`;
/** Cards older than this stay as they are. */
const REDRAW_DAYS_MAX = 30;

/** Writes what to show, in the transaction of its cause. */
export async function enqueue(tx: Db, entries: readonly ToShow[], now: Date): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .insert(outbox)
    .values(
      entries.map((entry) => ({
        key: entry.key,
        showing: entry.showing,
        personId: entry.personId,
        gate: entry.gate,
        notBefore: entry.notBefore,
        validUntil: entry.validUntil ?? null,
        eventId: entry.eventId ?? null,
        createdAt: now,
      })),
    )
    .onConflictDoNothing({ target: outbox.key });
}

/** Takes back what an event caused and what has not left yet. */
export async function cancelUnsent(tx: Db, eventId: number): Promise<void> {
  await tx
    .update(outbox)
    .set({ state: "dropped", lastFault: "undone" })
    .where(and(eq(outbox.eventId, eventId), inArray(outbox.state, ["waiting"])));
}

/**
 * Has every card of the last 30 days that speaks of these customers drawn again where it stands. Several changes before
 * the redraw are one redraw: a card already waiting for one is left alone.
 */
export async function enqueueRedraws(tx: Db, customers: readonly string[], now: Date): Promise<void> {
  if (customers.length === 0) return;
  const list = sql`array[${sql.join(
    customers.map((code) => sql`${code}`),
    sql`, `,
  )}]::text[]`;
  await tx.execute(sql`
    insert into ${outbox} (key, showing, person_id, gate, not_before, created_at)
    select 'redraw:' || s.id || ':' || gen_random_uuid(), jsonb_build_object('show', 'redraw', 'shown', s.id), s.person_id,
      coalesce('person:' || s.person_id, 'conversation:' || s.chat || ':' || s.conversation),
      ${now.toISOString()}::timestamptz + case when ${isReport} then make_interval(secs => ${CHANNEL_REDRAW_SECONDS}) else interval '0' end,
      ${now.toISOString()}::timestamptz
    from ${shownCards} s
    where s.customers && ${list} and not s.gone
      and s.shown_at > ${now.toISOString()}::timestamptz - make_interval(days => ${REDRAW_DAYS_MAX})
      and not exists (
        select 1 from ${outbox} o
        where o.state = 'waiting' and (${isReport} or o.not_before <= ${now.toISOString()}::timestamptz)
          and o.showing @> jsonb_build_object('show', 'redraw', 'shown', s.id))`);
}

/**
 * Has a person's cards of open asks drawn again at an instant, those shown before a day began: their menus hold dates, and
 * they name days as people say them. One that waits for a redraw already is left alone.
 */
export async function enqueueRedrawsOfOpenAsks(
  tx: Db,
  personId: number,
  shown: { readonly before: Date; readonly again: Date },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into ${outbox} (key, showing, person_id, gate, not_before, created_at)
    select 'redraw:' || s.id || ':' || gen_random_uuid(), jsonb_build_object('show', 'redraw', 'shown', s.id), s.person_id,
      ${gateOf.person(personId)}, ${shown.again.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from ${shownCards} s join ${asks} a on s.showing = jsonb_build_object('show', 'ask', 'ask', a.id)
    where s.person_id = ${personId} and a.state = 'open' and not s.gone
      and s.shown_at < ${shown.before.toISOString()}::timestamptz
      and s.shown_at > ${now.toISOString()}::timestamptz - make_interval(days => ${REDRAW_DAYS_MAX})
      and not exists (
        select 1 from ${outbox} o
        where o.state = 'waiting' and o.not_before <= ${now.toISOString()}::timestamptz
          and o.showing @> jsonb_build_object('show', 'redraw', 'shown', s.id))`);
}

/**
 * The same for what stands in the channels of roles: an open ask there was last drawn on an earlier day. Once a channel's
 * card and day, whoever asks and however often.
 */
export async function enqueueRedrawsOfRoleTasks(
  tx: Db,
  shown: { readonly day: Day; readonly before: Date },
  now: Date,
): Promise<void> {
  await tx.execute(sql`
    insert into ${outbox} (key, showing, person_id, gate, not_before, created_at)
    select 'redraw:' || s.id || ':day:' || ${shown.day}, jsonb_build_object('show', 'redraw', 'shown', s.id), null,
      'conversation:' || s.chat || ':' || s.conversation, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from ${shownCards} s join ${asks} a on s.showing->'of' = jsonb_build_object('show', 'ask', 'ask', a.id)
    where s.person_id is null and s.showing->>'show' = 'role-task' and a.state = 'open' and not s.gone
      and s.shown_at < ${shown.before.toISOString()}::timestamptz
      and s.shown_at > ${now.toISOString()}::timestamptz - make_interval(days => ${REDRAW_DAYS_MAX})
    on conflict (key) do nothing`);
}

/** Has every card that shows this very thing drawn again where it stands. */
export async function enqueueShownAgain(tx: Db, showing: Showing, now: Date): Promise<void> {
  await tx.execute(sql`
    insert into ${outbox} (key, showing, person_id, gate, not_before, created_at)
    select 'redraw:' || s.id || ':' || gen_random_uuid(), jsonb_build_object('show', 'redraw', 'shown', s.id), s.person_id,
      'person:' || s.person_id, ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
    from ${shownCards} s
    where s.person_id is not null and not s.gone and s.showing = ${JSON.stringify(showing)}::jsonb
      and s.shown_at > ${now.toISOString()}::timestamptz - make_interval(days => ${REDRAW_DAYS_MAX})`);
}

/** Has one card drawn again at an instant, for what time alone changes on it. */
export async function enqueueRedrawAt(tx: Db, shown: number, personId: number, at: Date, now: Date): Promise<void> {
  const key = `redraw:${shown}:at:${at.toISOString()}`;
  await enqueue(
    tx,
    [{ key, showing: { show: "redraw", shown }, personId, gate: gateOf.person(personId), notBefore: at }],
    now,
  );
}
