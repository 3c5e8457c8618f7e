import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { PaymentMeans } from "#domain/invoice.ts";
import type { Currency } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A customer as accounting describes it. Limits in minor units of its currency, null = not known. */
export interface CustomerHead {
  readonly code: string;
  readonly name: string;
  readonly payer: string;
  readonly payerName: string;
  readonly repId: number | null;
  /** Of who pays. */
  readonly segment: string | null;
  readonly currency: Currency;
  readonly creditLimit: bigint | null;
  readonly insurerLimit: bigint | null;
  readonly factorLimit: bigint | null;
  readonly terms: string | null;
  readonly since: Day | null;
  readonly keyAccount: boolean;
  readonly insolvencyDate: Day | null;
  /** The means its last invoice names. */
  readonly means: PaymentMeans | null;
}

/** A customer with its payer, limits in minor units and terms; null when the code is not known. */
export async function customerHead(db: Db, code: string): Promise<CustomerHead | null> {
  const rows = await db.execute(sql`
    select c.code, c.name, p.code as payer, p.name as "payerName", c.rep_id as "repId", p.segment, c.currency,
      c.credit_limit as "creditLimit", c.insurer_limit as "insurerLimit", c.factor_limit as "factorLimit", c.terms, c.since,
      (c.key_account or c.vip or p.key_account or p.vip) as "keyAccount", coalesce(c.insolvency_date, p.insolvency_date) as "insolvencyDate",
      (select i.payment_means from invoices i where i.customer_code = c.code and i.payment_means is not null
        order by i.issue_date desc, i.id desc limit 1) as means
    from customers c join customers p on p.code = coalesce(c.payer_code, c.code)
    where c.code = ${code}`);
  return (rows as unknown as readonly CustomerHead[])[0] ?? null;
}

/** Signed days from due to settled, of the invoices settled by a day, first settled first. */
export async function settledDelays(db: Db, customers: readonly string[], asOf: Day): Promise<readonly number[]> {
  const rows = await db.execute<{ days: number }>(sql`
    select (settled_on - due_date)::int as days from invoices
    where customer_code = any(${textArray(customers)}) and kind <> 'credit_note' and settled_on <= ${asOf}::date
    order by settled_on, id`);
  return [...rows].map((row) => row.days);
}

export interface DisputeHistory {
  readonly closed: number;
  readonly theirs: number;
  readonly ours: number;
}

/** How many disputes were closed, and in whose favour; what was undone does not count. */
export async function disputeHistory(db: Db, customers: readonly string[]): Promise<DisputeHistory> {
  const rows = await db.execute(sql`
    select count(*)::int as closed, (count(*) filter (where outcome = 'theirs'))::int as theirs,
      (count(*) filter (where outcome = 'ours'))::int as ours
    from disputes where customer_code = any(${textArray(customers)}) and closed_on is not null and undone_at is null`);
  return (rows as unknown as readonly DisputeHistory[])[0] ?? { closed: 0, theirs: 0, ours: 0 };
}

/** How many promises were not kept, ever. */
export async function brokenPromiseCount(db: Db, customers: readonly string[]): Promise<number> {
  const rows = await db.execute<{ n: number }>(sql`
    select count(*)::int as n from promises
    where customer_code = any(${textArray(customers)}) and state = 'broken' and undone_at is null`);
  return rows[0]?.n ?? 0;
}

/** The open disputes of some customers, soonest answer first. */
export async function openDisputeIds(db: Db, customers: readonly string[]): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from disputes where customer_code = any(${textArray(customers)}) and closed_on is null and undone_at is null
    order by answer_by, id`);
  return [...rows].map((row) => row.id);
}

/** The last dunning act about a payer: an e-mail, or a call opened. */
export interface LastAction {
  readonly step: StepName;
  readonly day: Day;
  readonly undelivered: boolean;
}

/** The last e-mail or call, with its day in a time zone; null before the first. */
export async function lastAction(db: Db, customers: readonly string[], timeZone: string): Promise<LastAction | null> {
  const rows = await db.execute(sql`
    select step, day, undelivered from (
      select r.step, (r.sent_at at time zone ${timeZone})::date as day, r.state = 'bounced' as undelivered, r.sent_at as at
      from reminders r where r.payer_code = any(${textArray(customers)}) and r.state in ('sent', 'bounced')
      union all
      select 'call', (k.opened_at at time zone ${timeZone})::date, false, k.opened_at
      from asks k where k.customer_code = any(${textArray(customers)}) and k.kind = 'call'
    ) act order by at desc limit 1`);
  return (rows as unknown as readonly LastAction[])[0] ?? null;
}

export interface LastComment {
  readonly text: string;
  readonly by: Actor;
  readonly day: Day;
}

/** The last comment that was not undone; null before the first. */
export async function lastComment(db: Db, customers: readonly string[], timeZone: string): Promise<LastComment | null> {
  const rows = await db.execute(sql`
    select e.data->>'text' as text, e.actor as by, (e.at at time zone ${timeZone})::date as day
    from events e where e.customer_code = any(${textArray(customers)}) and e.kind = 'comment' and e.data->>'text' is not null
      and not exists (select 1 from events u where u.undoes = e.id)
    order by e.at desc, e.id desc limit 1`);
  return (rows as unknown as readonly LastComment[])[0] ?? null;
}
