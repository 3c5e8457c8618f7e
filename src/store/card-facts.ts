import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { StepName } from "#domain/scenario.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What one answer made, besides closing its ask. */
export interface MadeByEvent {
  readonly promises: readonly number[];
  readonly disputes: readonly number[];
  /** The last day of the hold it placed. */
  readonly holdUntil: Day | null;
}

/** The promises and disputes that an event made, and the last day of its hold: what a card says of an answer. */
export async function madeByEvent(db: Db, eventId: number): Promise<MadeByEvent> {
  const rows = await db.execute<{ promises: number[]; disputes: number[]; holdUntil: Day | null }>(sql`
    select array(select id from promises where event_id = ${eventId} order by id) as promises,
      array(select id from disputes where event_id = ${eventId} order by id) as disputes,
      (select max(until_on) from holds where event_id = ${eventId}) as "holdUntil"`);
  return rows[0] ?? { promises: [], disputes: [], holdUntil: null };
}

/**
 * The days of the e-mails that listed these invoices, arrived as far as we know, and stayed without an answer: those after
 * the customer's last human reply. Oldest first.
 */
export async function mailsWithoutAnswer(
  db: Db,
  customer: string,
  invoices: readonly number[],
  timeZone: string,
): Promise<readonly Day[]> {
  const rows = await db.execute<{ day: Day }>(sql`
    select distinct (r.sent_at at time zone ${timeZone})::date as day
    from reminders r join reminder_lines l on l.reminder_id = r.id
    where l.invoice_id = any(${intArray(invoices)}) and r.state = 'sent' and r.step <> 'pre-due'
      and r.sent_at > coalesce((
        select max(p.received_at) from replies p where p.customer_code = ${customer} and p.kind = 'human'), '-infinity')
    order by day`);
  return [...rows].map((row) => row.day);
}

/** The last e-mail that listed an invoice, and whether it arrived (V8). */
export interface LastReminder {
  readonly invoice: number;
  readonly step: StepName;
  readonly day: Day;
  readonly state: "sent" | "bounced" | "unknown";
}

/** The last reminder that listed each invoice; an invoice without any is left out. */
export async function lastReminders(
  db: Db,
  invoices: readonly number[],
  timeZone: string,
): Promise<ReadonlyMap<number, LastReminder>> {
  if (invoices.length === 0) return new Map();
  const rows = await db.execute(sql`
    select distinct on (l.invoice_id) l.invoice_id as invoice, r.step, r.state,
      coalesce((r.sent_at at time zone ${timeZone})::date, r.planned_on) as day
    from reminder_lines l join reminders r on r.id = l.reminder_id
    where l.invoice_id = any(${intArray(invoices)}) and r.state in ('sent', 'bounced', 'unknown')
    order by l.invoice_id, r.planned_on desc, r.id desc`);
  const list = rows as unknown as readonly LastReminder[];
  return new Map(list.map((row) => [row.invoice, row]));
}

/** Of the calls answered about these customers, how many a payment followed within 30 days (E5). */
export async function callHistory(
  db: Db,
  customers: readonly string[],
): Promise<{ readonly asked: number; readonly paid: number }> {
  const rows = await db.execute<{ asked: number; paid: number }>(sql`
    select count(*)::int as asked, (count(*) filter (where exists (
      select 1 from payments p join allocations a on a.payment_id = p.id
      where p.customer_code = any(${textArray(customers)}) and a.amount > 0
        and a.date between k.closed_at::date and k.closed_at::date + 30)))::int as paid
    from asks k
    where k.customer_code = any(${textArray(customers)}) and k.kind = 'call' and k.state = 'answered'`);
  return rows[0] ?? { asked: 0, paid: 0 };
}

/** The last promise of these customers that did not hold; null = none. */
export async function lastBrokenPromise(db: Db, customers: readonly string[]): Promise<number | null> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from promises where customer_code = any(${textArray(customers)}) and state in ('broken', 'partly-kept')
      and undone_at is null order by state_on desc, id desc limit 1`);
  return rows[0]?.id ?? null;
}

/** A reminder as a task about it needs it. */
export interface ReminderHead {
  readonly id: number;
  readonly payer: string;
  readonly step: StepName;
  readonly plannedOn: Day;
  readonly recipients: readonly string[];
}

/** A reminder without its mail; null when there is none. */
export async function reminderHead(db: Db, id: number): Promise<ReminderHead | null> {
  const rows = await db.execute(sql`
    select id, payer_code as payer, step, planned_on as "plannedOn", recipients from reminders where id = ${id}`);
  return (rows as unknown as readonly ReminderHead[])[0] ?? null;
}

/** Name and payer of a customer; null = there is none. */
export async function customerName(
  db: Db,
  code: string,
): Promise<{ readonly code: string; readonly name: string; readonly payer: string } | null> {
  const rows = await db.execute<{ code: string; name: string; payer: string }>(
    sql`select code, name, coalesce(payer_code, code) as payer from customers where code = ${code}`,
  );
  return rows[0] ?? null;
}

/** Words a person left with the event of a closed dispute. */
export async function closingOfDispute(db: Db, id: number): Promise<string | null> {
  const rows = await db.execute<{ comment: string | null }>(
    sql`select closing_comment as comment from disputes where id = ${id}`,
  );
  return rows[0]?.comment ?? null;
}

/** Who opened an ask: a person by hand, or through an answer of theirs; the system otherwise. */
export async function openerOf(db: Db, ask: number): Promise<Actor> {
  const rows = await db.execute<{ openedBy: Actor }>(sql`select opened_by as "openedBy" from asks where id = ${ask}`);
  return rows[0]?.openedBy ?? { is: "system" };
}
