import { sql, type SQL } from "drizzle-orm";

import type { Actor, EventKind } from "#domain/event.ts";
import type { Currency } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import { UNTOLD_EVENTS } from "#domain/told-events.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";
import { companyConcerns, companyRows } from "#store/timeline-company.ts";

/** An event of the log, or a movement of the ledger, on one line of time. */
export interface TimelineRow {
  readonly source: "event" | "payment" | "invoice" | "credit-note";
  /** Of the event, the allocation or the invoice. */
  readonly id: number;
  readonly at: Date;
  readonly kind: EventKind | null;
  readonly actor: Actor | null;
  readonly subject: string | null;
  readonly subjectId: number | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly undone: boolean;
  /** How many invoices an event is about. */
  readonly invoices: number;
  readonly amount: bigint | null;
  readonly currency: Currency | null;
  /** The number of the invoice or credit note. */
  readonly number: string | null;
  readonly due: string | null;
}

/**
 * What happened to some customers (or to one of their invoices), the latest first: one page, and whether there is more.
 * An event that follows from another one (`causedBy`) is told by that one; what was done for the whole company stands where
 * it concerned them.
 */
export async function timelinePage(
  db: Db,
  customers: readonly string[],
  invoice: number | null,
  { timeZone, locale }: { readonly timeZone: string; readonly locale: Locale },
  page: { readonly from: number; readonly length: number },
): Promise<{ readonly rows: readonly TimelineRow[]; readonly more: number }> {
  const concerns = await companyConcerns(db, customers, locale);
  const about = invoice === null ? sql`true` : sql`i.id = ${invoice}`;
  const rows = await db.execute(sql`
    select *, (count(*) over())::int as total from (
      ${eventRows(customers, invoice)} union all ${paymentRows(customers, invoice, timeZone)}
      union all ${invoiceRows(customers, invoice, timeZone)} union all ${companyRows(customers, about, concerns, timeZone)}
    ) happened
    order by at desc, source, id desc
    limit ${page.length} offset ${page.from}`);
  const found = rows as unknown as readonly (TimelineRow & { readonly at: string; readonly total: number })[];
  const total = found[0]?.total ?? 0;
  return {
    rows: found.map((row) => ({ ...row, at: new Date(row.at) })),
    more: Math.max(0, total - page.from - found.length),
  };
}

function eventRows(customers: readonly string[], invoice: number | null): SQL {
  const about =
    invoice === null
      ? sql`e.customer_code = any(${textArray(customers)})`
      : sql`e.customer_code = any(${textArray(customers)}) and e.invoice_ids && ${intArray([invoice])}`;
  return sql`
    select 'event' as source, e.id, e.at, e.kind, e.actor, e.subject, e.subject_id as "subjectId", e.data,
      exists (select 1 from events u where u.undoes = e.id) as undone, cardinality(e.invoice_ids) as invoices,
      null::bigint as amount, null::text as currency, null::text as number, null::text as due
    from events e
    where ${about} and e.kind <> all(${textArray(Object.keys(UNTOLD_EVENTS))}) and e.data->>'causedBy' is null`;
}

function paymentRows(customers: readonly string[], invoice: number | null, timeZone: string): SQL {
  const about = invoice === null ? sql`true` : sql`a.invoice_id = ${invoice}`;
  return sql`
    select 'payment', a.id, (a.date::timestamp + interval '12 hours') at time zone ${timeZone}, null, null::jsonb, null, null, '{}'::jsonb,
      false, 1, a.amount, a.currency, i.number, null
    from allocations a join payments p on p.id = a.payment_id left join invoices i on i.id = a.invoice_id
    where p.customer_code = any(${textArray(customers)}) and ${about}`;
}

function invoiceRows(customers: readonly string[], invoice: number | null, timeZone: string): SQL {
  const about = invoice === null ? sql`true` : sql`(i.id = ${invoice} or i.credit_of_id = ${invoice})`;
  return sql`
    select case i.kind when 'credit_note' then 'credit-note' else 'invoice' end, i.id,
      (i.issue_date::timestamp + interval '12 hours') at time zone ${timeZone}, null, null::jsonb, null, null, '{}'::jsonb,
      false, 1, i.amount, i.currency, i.number, i.due_date::text
    from invoices i where i.customer_code = any(${textArray(customers)}) and ${about}`;
}

/** What timeline lines tell of the rows that events are about, by id. */
export interface TimelineSubjects {
  readonly reminders: ReadonlyMap<
    number,
    { readonly step: string; readonly to: readonly string[]; readonly invoices: number }
  >;
  readonly replies: ReadonlyMap<number, { readonly from: string; readonly text: string; readonly state: string }>;
  readonly contacts: ReadonlyMap<number, string>;
  /** The name in a proposed contact, by the proposal. */
  readonly proposals: ReadonlyMap<number, string>;
}

/** What the events of a timeline speak of, by their ids; unknown ones are left out. */
export async function timelineSubjects(
  db: Db,
  ids: {
    readonly reminders: readonly number[];
    readonly replies: readonly number[];
    readonly contacts: readonly number[];
    readonly proposals: readonly number[];
  },
): Promise<TimelineSubjects> {
  const reminders = await db.execute<{ id: number; step: string; to: string[]; invoices: number }>(sql`
    select r.id, r.step, r.recipients as "to",
      (select count(*)::int from reminder_lines l where l.reminder_id = r.id) as invoices
    from reminders r where r.id = any(${intArray(ids.reminders)})`);
  const replies = await db.execute<{ id: number; from: string; text: string; state: string }>(sql`
    select id, from_email as "from", new_text as text, state from replies where id = any(${intArray(ids.replies)})`);
  const contacts = await db.execute<{ id: number; name: string }>(
    sql`select id, name from contacts where id = any(${intArray(ids.contacts)})`,
  );
  const proposals = await db.execute<{ id: number; name: string }>(
    sql`select id, name from contact_proposals where id = any(${intArray(ids.proposals)})`,
  );
  return {
    reminders: new Map([...reminders].map((row) => [row.id, row])),
    replies: new Map([...replies].map((row) => [row.id, row])),
    contacts: new Map([...contacts].map((row) => [row.id, row.name])),
    proposals: new Map([...proposals].map((row) => [row.id, row.name])),
  };
}
