import { sql } from "drizzle-orm";

import type { AskKind } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { Role } from "#domain/person.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

interface Named {
  readonly code: string;
  readonly name: string;
  readonly since: Day;
}

/**
 * An open ask of a person or one of their roles; `about` = the reply of a `read-reply`, `isGiven` = a person gave it to
 * whoever holds it.
 */
export interface FinanceAskRow extends Named {
  readonly ask: number;
  readonly kind: AskKind;
  readonly about: number;
  readonly holderId: number | null;
  readonly isGiven: boolean;
}

/** The open tasks that somebody holds, by name or by one of their roles. */
export async function asksFor(db: Db, person: number, roles: readonly Role[]): Promise<readonly FinanceAskRow[]> {
  const rows = await db.execute(sql`
    select k.id as ask, k.kind, k.about, k.holder_id as "holderId", c.code, c.name, k.clock_from as since,
      coalesce((select e.actor->>'is' = 'person' from events e
        where e.kind = 'ask-reassigned' and e.subject = 'asks' and e.subject_id = k.id order by e.id desc limit 1), false) as "isGiven"
    from asks k join customers c on c.code = k.customer_code
    where k.state = 'open' and (k.holder_id = ${person} or k.holder_role = any(${textArray(roles)}))
    order by k.id`);
  return rows as unknown as readonly FinanceAskRow[];
}

/** Human replies that wait, of known customers or not. */
export async function repliesToRead(
  db: Db,
  timeZone: string,
): Promise<
  readonly { readonly reply: number; readonly code: string | null; readonly name: string | null; readonly since: Day }[]
> {
  const rows = await db.execute(sql`
    select y.id as reply, c.code, c.name, (y.received_at at time zone ${timeZone})::date as since
    from replies y left join customers c on c.code = y.customer_code
    where y.kind = 'human' and y.state = 'waiting' order by y.id`);
  return rows as unknown as readonly { reply: number; code: string | null; name: string | null; since: Day }[];
}

/** Customers one of whose addresses was refused since a day, unless somebody has said since whom to write to. */
export async function bouncedSince(db: Db, timeZone: string, day: Day): Promise<readonly Named[]> {
  const rows = await db.execute(sql`
    select c.code, c.name, min((k.stopped_at at time zone ${timeZone})::date) as since
    from contacts k join customers c on c.code = k.customer_code
    where k.stopped = 'bounced' and (k.stopped_at at time zone ${timeZone})::date >= ${day}::date
      and not exists (select 1 from asks a where a.customer_code = k.customer_code and a.kind = 'who-to-write-to'
        and a.outcome = 'done' and a.closed_at >= k.stopped_at)
    group by c.code, c.name order by c.code`);
  return rows as unknown as readonly Named[];
}

/** Since when each customer has had money that is allocated to nothing. */
export async function unallocatedSince(db: Db, customers: readonly string[]): Promise<readonly Named[]> {
  const rows = await db.execute(sql`
    select c.code, c.name, coalesce(min(a.date), min(i.issue_date)) as since
    from customers c
    left join payments p on p.customer_code = c.code left join allocations a on a.payment_id = p.id and a.invoice_id is null
    left join invoices i on i.customer_code = c.code and i.kind = 'credit_note'
    where c.code = any(${textArray(customers)})
    group by c.code, c.name having coalesce(min(a.date), min(i.issue_date)) is not null
    order by c.code`);
  return rows as unknown as readonly Named[];
}

/** What is late and free to be asked for at these customers, with those they pay for. */
export async function lateOf(
  db: Db,
  today: Day,
  customers: readonly string[],
): Promise<readonly { readonly code: string; readonly currency: Currency; readonly minor: bigint }[]> {
  const rows = await db.execute(sql`
    select w.code, i.currency, sum(greatest(0, o.residual - o.disputed - o.promised))::bigint as minor
    from unnest(${textArray(customers)}) w(code)
    join customers c on c.code = w.code or c.payer_code = w.code
    join invoices i on i.customer_code = c.code and i.due_date < ${today}::date
    join open_items(${today}::date, array(select f.code from customers f
      where f.code = any(${textArray(customers)}) or f.payer_code = any(${textArray(customers)}))) o on o.invoice_id = i.id
    group by w.code, i.currency having sum(greatest(0, o.residual - o.disputed - o.promised)) > 0
    order by w.code, i.currency`);
  return rows as unknown as readonly { code: string; currency: Currency; minor: bigint }[];
}

/** Which of these replies are asked of somebody already, by their open ask. */
export async function asksAboutReplies(db: Db, replies: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const rows = await db.execute<{ reply: number; ask: number }>(sql`
    select about as reply, min(id) as ask from asks
    where kind = 'read-reply' and state = 'open' and about = any(${intArray(replies)}) group by about`);
  return new Map([...rows].map(({ reply, ask }) => [reply, ask]));
}
