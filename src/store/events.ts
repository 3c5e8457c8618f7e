import { eq, sql, type SQL } from "drizzle-orm";

import type { Actor, EventKind } from "#domain/event.ts";
import { events } from "#store/schema/loop.ts";
import { intArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export type EventSubject =
  | "asks"
  | "promises"
  | "disputes"
  | "holds"
  | "reminders"
  | "replies"
  | "contacts"
  | "customers"
  | "scenario-proposals"
  | "absences"
  | "channels"
  | "subscriptions";

/** What happened, to be written. */
export interface NewEvent {
  readonly at: Date;
  readonly kind: EventKind;
  readonly actor: Actor;
  readonly customer: string | null;
  readonly invoices?: readonly number[];
  readonly subject?: EventSubject;
  readonly subjectId?: number;
  /** JSON: no bigint. `causedBy` = the event this one follows from, in the same transaction. */
  readonly data?: Readonly<Record<string, unknown>>;
  readonly undoes?: number;
}

export interface RecordedEvent {
  readonly id: number;
  readonly at: Date;
  readonly kind: EventKind;
  readonly actor: Actor;
  readonly customer: string | null;
  readonly invoices: readonly number[];
  readonly subject: string | null;
  readonly subjectId: number | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Appends to the log, in the transaction of what it tells, and gives its id. */
export async function appendEvent(tx: Db, event: NewEvent): Promise<number> {
  const [row] = await tx
    .insert(events)
    .values({
      at: event.at,
      kind: event.kind,
      actor: event.actor,
      customerCode: event.customer,
      invoiceIds: [...(event.invoices ?? [])],
      subject: event.subject ?? null,
      subjectId: event.subjectId ?? null,
      data: event.data ?? {},
      undoes: event.undoes ?? null,
    })
    .returning({ id: events.id });
  if (row === undefined) throw new Error("The event log gave no id back.");
  return row.id;
}

/** Marks an event as the consequence of another, so that it does not stand in the way of undoing it. */
export function causedBy(eventId: number | null): Readonly<Record<string, unknown>> {
  return eventId === null ? {} : { causedBy: eventId };
}

export async function eventById(db: Db, id: number): Promise<RecordedEvent | null> {
  const [row] = await db.select(eventColumns).from(events).where(eq(events.id, id));
  return row ?? null;
}

/** The last change to a customer's contacts or circuit that nobody took back; null = none. */
export async function lastNoteOn(db: Db, customer: string): Promise<RecordedEvent | null> {
  const rows = await db.execute<{ id: number }>(sql`
    select e.id from events e
    where e.customer_code = ${customer} and e.kind in ('contact-changed', 'circuit-changed')
      and not exists (select 1 from events u where u.undoes = e.id)
    order by e.id desc limit 1`);
  const found = rows[0];
  return found === undefined ? null : eventById(db, found.id);
}

/** The event that took this one back, if any. */
export async function undoingOf(db: Db, eventId: number): Promise<RecordedEvent | null> {
  const [row] = await db.select(eventColumns).from(events).where(eq(events.undoes, eventId));
  return row ?? null;
}

/** The last event about a row, that nobody took back: who answered an ask, who cancelled a promise. */
export async function lastEventAbout(
  db: Db,
  subject: EventSubject,
  id: number,
  kinds: readonly EventKind[],
): Promise<RecordedEvent | null> {
  const rows = await db.execute<{ id: number }>(sql`
    select e.id from events e
    where e.subject = ${subject} and e.subject_id = ${id} and e.kind in (${sql.join(
      kinds.map((kind) => sql`${kind}`),
      sql`, `,
    )})
      and not exists (select 1 from events u where u.undoes = e.id)
    order by e.id desc limit 1`);
  const found = rows[0];
  return found === undefined ? null : eventById(db, found.id);
}

/**
 * Whether something happened since to the same invoices or to the same ask, promise, dispute or hold: it can no longer be
 * undone then. Talk (comments, notes, views), what the event itself caused, and what was taken back do not count; nor does
 * `besides`, an event of the same click, with what that one caused.
 */
export async function isOvertaken(db: Db, event: RecordedEvent, besides: number = event.id): Promise<boolean> {
  const together = intArray([event.id, besides]);
  const rows = await db.execute<{ id: number }>(sql`
    select e.id from events e
    where e.id > ${event.id} and e.id <> ${besides} and e.undoes is null
      and (e.invoice_ids && ${intArray(event.invoices)} or (e.subject = ${event.subject} and e.subject_id = ${event.subjectId})
        or ${touchesNote(event)})
      and e.kind not in ('comment', 'note', 'viewed')
      and coalesce(e.data->>'causedBy' <> all(${together}::text[]), true)
      and not exists (select 1 from events u where u.undoes = e.id)
    limit 1`);
  return rows.length > 0;
}

/** Whether `e` touches the same contacts or circuit, or did what the change asked for: these have no invoices to tell by. */
function touchesNote({ id, kind, customer }: RecordedEvent): SQL {
  if (kind !== "contact-changed" && kind !== "circuit-changed") return sql`false`;
  const answered = sql`exists (select 1 from events o where e.kind = 'ask-answered' and o.kind = 'ask-opened'
    and o.subject = 'asks' and o.subject_id = e.subject_id and o.data->>'causedBy' = ${String(id)})`;
  return sql`(e.customer_code = ${customer} and (e.kind = ${kind} or ${kind === "contact-changed" ? sql`e.data ? 'contacts'` : sql`false`})
    or ${answered})`;
}

const eventColumns = {
  id: events.id,
  at: events.at,
  kind: events.kind,
  actor: events.actor,
  customer: events.customerCode,
  invoices: events.invoiceIds,
  subject: events.subject,
  subjectId: events.subjectId,
  data: events.data,
};
