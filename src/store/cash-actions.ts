import { sql } from "drizzle-orm";

import type { CashAction, InvoicePayment } from "#domain/action-cash.ts";
import type { Day } from "#domain/calendar.ts";
import type { Db } from "#store/store.ts";

/** A `CashAction` with what the counts of a week need. */
export interface RecordedAction extends CashAction {
  /** The sellers whose invoices it was about; a call without lines is about all that its customer owes. */
  readonly sellers: readonly string[];
  /** A promise that only moved another to a new day. */
  readonly moved: boolean;
}

/** Answers for which nobody called: the customer is somebody else's, or the call was put off. */
const NO_CALL = ["not-mine", "later"] as const;

/**
 * What people did between two days (inclusive): calls answered, promises recorded, disputes closed. What was undone never
 * existed, and what a machine or a customer did is no person's action. Of a promise in two currencies one action is kept.
 */
export async function actionsBetween(db: Db, from: Day, to: Day, timeZone: string): Promise<readonly RecordedAction[]> {
  const rows = await db.execute(sql`
    with done as (
      select 'call' as kind, (e.actor->>'id')::int as person, (k.closed_at at time zone ${timeZone})::date as day,
        k.closed_at as at, k.customer_code as customer,
        array(select l.invoice_id from ask_lines l where l.ask_id = k.id) as invoices, false as moved
      from asks k join events e on e.id = k.closed_by_event
      where k.kind = 'call' and k.state = 'answered' and e.actor->>'is' = 'person'
        and k.outcome not in (${sql.join([...NO_CALL], sql`, `)})
        and (k.closed_at at time zone ${timeZone})::date between ${from}::date and ${to}::date
      union all
      select 'promise', (p.given_by->>'id')::int, p.given_on, min(p.recorded_at), p.customer_code,
        array_agg(l.invoice_id), bool_and(p.rescheduled_from_id is not null)
      from promises p join promise_lines l on l.promise_id = p.id
      where p.undone_at is null and p.given_by->>'is' = 'person' and p.given_on between ${from}::date and ${to}::date
      group by coalesce(p.event_id, -p.id), p.given_by, p.given_on, p.customer_code
      union all
      select 'dispute', (d.closed_by->>'id')::int, d.closed_on, e.at, d.customer_code, array[d.invoice_id], false
      from disputes d join lateral (
        select max(e.at) as at from events e
        where e.subject = 'disputes' and e.subject_id = d.id and e.kind = 'dispute-closed'
          and not exists (select 1 from events u where u.undoes = e.id)
      ) e on e.at is not null
      where d.undone_at is null and d.closed_by->>'is' = 'person' and d.closed_on between ${from}::date and ${to}::date
    )
    select done.*, array(
      select distinct i.seller_code from invoices i
      where i.id = any(done.invoices) or (done.invoices = '{}' and i.customer_code = done.customer)
    ) as sellers
    from done order by day, at, customer`);
  return [...rows].map((row) => ({ ...(row as unknown as RecordedAction), at: new Date(row["at"] as string) }));
}

/**
 * The payments on invoices between two days (inclusive), with every earlier one on the same invoices: a return has to find
 * what it takes back.
 */
export async function paymentsBetween(db: Db, from: Day, to: Day): Promise<readonly InvoicePayment[]> {
  const rows = await db.execute(sql`
    select a.invoice_id as invoice, i.customer_code as customer, coalesce(c.payer_code, c.code) as payer,
      i.seller_code as seller, a.currency, a.date as day, a.amount as minor
    from allocations a join invoices i on i.id = a.invoice_id join customers c on c.code = i.customer_code
    where a.date <= ${to}::date and a.invoice_id in (
      select w.invoice_id from allocations w where w.date between ${from}::date and ${to}::date)
    order by a.date, a.id`);
  return rows as unknown as readonly InvoicePayment[];
}
