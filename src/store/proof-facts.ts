import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import { FOLLOWED_DAYS, LATER_DAYS, type CashCase, type ProofCase } from "#domain/proof.ts";
import type { Db } from "#store/store.ts";

/** What is compared: a seller's days before its go-live and since, up to what its payments are known of. */
export interface ProofSpan {
  readonly seller: string;
  readonly liveOn: Day;
  /** The first day of "before". */
  readonly beginsOn: Day;
  /** Payments up to and including this day have been heard of. */
  readonly knownUntil: Day;
}

export interface SellerToProve {
  readonly seller: string;
  readonly name: string;
  readonly wentLiveOn: Day;
  /** The day of the last import of payments; null = none ever. */
  readonly paymentsHeardOn: Day | null;
}

/** The sellers that are live, by code. */
export async function sellersToProve(db: Db, today: Day, timeZone: string): Promise<readonly SellerToProve[]> {
  const rows = await db.execute(sql`
    select s.code as seller, s.name, s.went_live_on as "wentLiveOn",
      (select (f.imported_at at time zone ${timeZone})::date from feeds f
        where f.seller_code = s.code and f.kind = 'payments') as "paymentsHeardOn"
    from sellers s where s.went_live_on <= ${today}::date order by s.code`);
  return rows as unknown as readonly SellerToProve[];
}

export interface InvoiceCase extends CashCase {
  readonly currency: Currency;
  /** From its due date to the day nothing was left; early is negative, and what took longer than 30 days is 31. */
  readonly days: number;
}

/**
 * The invoices of which thirty days after the due date are over: all of them before go-live, or all since, so that none
 * was followed by both. What a credit note took away was never to be paid; the group's own companies do not count.
 */
export async function invoicesFollowed(db: Db, span: ProofSpan): Promise<readonly InvoiceCase[]> {
  const rows = await db.execute(sql`
    select * from (
      select coalesce(c.payer_code, c.code) as customer, i.currency,
        case when i.due_date < ${span.liveOn}::date then 'before' else 'after' end as since,
        (i.amount - coalesce(n.amount, 0))::bigint as due,
        least(i.amount - coalesce(n.amount, 0), greatest(0, coalesce(a.amount, 0)))::bigint as collected,
        case when i.settled_on <= i.due_date + ${FOLLOWED_DAYS}::int then i.settled_on - i.due_date
          else ${LATER_DAYS}::int end as days
      from invoices i join customers c on c.code = i.customer_code
      left join (
        select v.id, sum(n.amount) as amount from invoices n join invoices v on v.id = n.credit_of_id
        where v.seller_code = ${span.seller} and n.issue_date <= v.due_date + ${FOLLOWED_DAYS}::int
        group by v.id) n on n.id = i.id
      left join (
        select v.id, sum(a.amount) as amount from allocations a join invoices v on v.id = a.invoice_id
        where v.seller_code = ${span.seller} and v.due_date >= ${span.beginsOn}::date
          and a.date <= v.due_date + ${FOLLOWED_DAYS}::int
        group by v.id) a on a.id = i.id
      where i.seller_code = ${span.seller} and i.kind <> 'credit_note' and c.kind <> 'intercompany'
        and (
          (i.due_date >= ${span.beginsOn}::date and i.due_date + ${FOLLOWED_DAYS}::int < ${span.liveOn}::date)
          or (i.due_date >= ${span.liveOn}::date and i.due_date + ${FOLLOWED_DAYS}::int <= ${span.knownUntil}::date))
    ) followed where due > 0 order by customer`);
  return rows as unknown as readonly InvoiceCase[];
}

/** The disputes closed in the year before go-live and since, with their age in calendar days. */
export async function disputesClosed(db: Db, span: ProofSpan, today: Day): Promise<readonly ProofCase[]> {
  const rows = await db.execute(sql`
    select coalesce(c.payer_code, c.code) as customer, (d.closed_on - d.opened_on)::int as days,
      case when d.closed_on < ${span.liveOn}::date then 'before' else 'after' end as since
    from disputes d join invoices i on i.id = d.invoice_id join customers c on c.code = i.customer_code
    where d.undone_at is null and i.seller_code = ${span.seller}
      and d.closed_on between ${span.beginsOn}::date and ${today}::date
    order by customer`);
  return rows as unknown as readonly ProofCase[];
}

/** The calls asked for since go-live and answered by a person, with the days that this took. Nobody was asked before. */
export async function callsAnswered(
  db: Db,
  span: ProofSpan,
  today: Day,
  timeZone: string,
): Promise<readonly ProofCase[]> {
  const rows = await db.execute(sql`
    select coalesce(c.payer_code, c.code) as customer, 'after' as since,
      ((k.closed_at at time zone ${timeZone})::date - (k.opened_at at time zone ${timeZone})::date)::int as days
    from asks k join customers c on c.code = k.customer_code
    join events e on e.id = k.closed_by_event and e.actor->>'is' = 'person'
    where k.kind = 'call' and k.state = 'answered' and k.outcome not in ('not-mine', 'later')
      and (k.opened_at at time zone ${timeZone})::date >= ${span.liveOn}::date
      and (k.closed_at at time zone ${timeZone})::date <= ${today}::date
      and exists (
        select 1 from ask_lines l join invoices i on i.id = l.invoice_id
        where l.ask_id = k.id and i.seller_code = ${span.seller})
    order by customer`);
  return rows as unknown as readonly ProofCase[];
}
