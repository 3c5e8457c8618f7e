import { sql, type SQL } from "drizzle-orm";

import { FOLLOWS_DAYS } from "#domain/action-cash.ts";
import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import { dailyDuties } from "#store/schema/delivery.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Amounts of one customer in one currency, in minor units. */
export interface NewlyLateRow {
  readonly code: string;
  readonly name: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly minor: bigint;
  readonly due: Day;
  readonly invoices: readonly number[];
}

/** What became late between two days (from <= due < to) and can be asked for, the largest first. */
export async function newlyLate(
  db: Db,
  asOf: Day,
  customers: readonly string[],
  from: Day,
  to: Day,
): Promise<readonly NewlyLateRow[]> {
  const rows = await db.execute(sql`
    select c.code, c.name, coalesce(c.payer_code, c.code) as payer, i.currency,
      sum(o.residual - o.disputed - o.promised)::bigint as minor, max(i.due_date) as due,
      array_agg(i.id) as invoices
    from open_items(${asOf}::date, ${textArray(customers)}) o
    join invoices i on i.id = o.invoice_id join customers c on c.code = i.customer_code
    where i.due_date >= ${from}::date and i.due_date < ${to}::date and i.factoring <> 'notified'
      and o.residual - o.disputed - o.promised > 0
    group by c.code, c.name, i.currency order by minor desc, c.code`);
  return rows as unknown as readonly NewlyLateRow[];
}

/** Who pays for some customers, as the lines of a morning name them. */
export async function payersOf(
  db: Db,
  customers: readonly string[],
): Promise<readonly { readonly code: string; readonly name: string; readonly payer: string }[]> {
  const rows = await db.execute<{ code: string; name: string; payer: string }>(sql`
    select distinct p.code, p.name, p.code as payer
    from customers c join customers p on p.code = coalesce(c.payer_code, c.code)
    where c.code = any(${textArray(customers)}) order by p.code`);
  return [...rows];
}

export interface ExpectedPromiseRow {
  readonly code: string;
  readonly name: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly missing: bigint;
  readonly due: Day;
}

/** Promises whose day has come by `day` with money still missing, and those judged not kept since `since` (exclusive). */
export async function promisesExpected(
  db: Db,
  asOf: Day,
  customers: readonly string[],
  since: Day,
  day: Day,
): Promise<readonly ExpectedPromiseRow[]> {
  // A payer's promise may cover invoices of the customers it pays for.
  const family = sql`array(select f.code from customers f
    where f.code = any(${textArray(customers)}) or f.payer_code = any(${textArray(customers)}))`;
  const rows = await db.execute(sql`
    select * from (
      select p.id, c.code, c.name, coalesce(c.payer_code, c.code) as payer, p.currency, p.due_on as due,
        sum(greatest(0, l.covered - greatest(0, l.residual_when_given - coalesce(o.residual, 0))))::bigint as missing
      from promises p join promise_lines l on l.promise_id = p.id and l.released_on is null
      join customers c on c.code = p.customer_code
      left join open_items(${asOf}::date, ${family}) o on o.invoice_id = l.invoice_id
      where p.customer_code = any(${textArray(customers)}) and p.undone_at is null
        and ((p.state = 'live' and p.due_on <= ${day}::date)
          or (p.state in ('broken', 'partly-kept') and p.state_on > ${since}::date and p.state_on <= ${day}::date))
      group by p.id, c.code, c.name, p.currency, p.due_on
    ) promise where missing > 0 order by due, missing desc, id`);
  return rows as unknown as readonly ExpectedPromiseRow[];
}

export interface PaidAfterCallRow {
  readonly code: string;
  readonly name: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly minor: bigint;
  readonly days: number;
}

/** Payments recorded between two instants by customers whom this person called in the last 30 days, and how many days after. */
export async function paidAfterCalls(
  db: Db,
  caller: number,
  from: Date,
  to: Date,
  timeZone: string,
): Promise<readonly PaidAfterCallRow[]> {
  const rows = await db.execute(sql`
    select c.code, c.name, coalesce(c.payer_code, c.code) as payer, a.currency, sum(a.amount)::bigint as minor,
      min(a.date - call.day)::int as days
    from allocations a join payments p on p.id = a.payment_id join customers c on c.code = p.customer_code
    join lateral (
      select max((k.closed_at at time zone ${timeZone})::date) as day from asks k
      where k.customer_code = coalesce(c.payer_code, c.code) and k.kind = 'call' and k.state = 'answered'
        and k.holder_id = ${caller} and k.outcome <> 'not-mine'
    ) call on call.day is not null and a.date between call.day and call.day + ${FOLLOWS_DAYS}::int
    where a.recorded_at > ${from.toISOString()}::timestamptz and a.recorded_at <= ${to.toISOString()}::timestamptz
    group by c.code, c.name, a.currency having sum(a.amount) > 0
    order by minor desc, c.code`);
  return rows as unknown as readonly PaidAfterCallRow[];
}

/** Calls that wait in a team, and how many of them since a day or longer. */
export async function teamCalls(
  db: Db,
  people: readonly number[],
  longSince: Day,
): Promise<{ readonly open: number; readonly long: number }> {
  const rows = await db.execute<{ open: number; long: number }>(sql`
    select count(*)::int as open, (count(*) filter (where clock_from <= ${longSince}::date))::int as long
    from asks where kind = 'call' and state = 'open' and holder_id = any(${`{${people.join(",")}}`}::int[])`);
  return rows[0] ?? { open: 0, long: 0 };
}

/** What people recorded about some customers between two days, both included: calls answered, promises, disputes. */
export async function doneMeanwhile(
  db: Db,
  customers: readonly string[],
  span: { readonly from: Day; readonly until: Day },
  timeZone: string,
): Promise<{ readonly calls: number; readonly promises: number; readonly disputes: number }> {
  const within = (day: SQL) => sql`${day} between ${span.from}::date and ${span.until}::date`;
  const theirs = textArray(customers);
  const rows = await db.execute<{ calls: number; promises: number; disputes: number }>(sql`
    select
      (select count(*)::int from asks a where a.kind = 'call' and a.state = 'answered' and a.customer_code = any(${theirs})
        and ${within(sql`(a.closed_at at time zone ${timeZone})::date`)}) as calls,
      (select count(*)::int from promises p where p.undone_at is null and p.customer_code = any(${theirs})
        and ${within(sql`(p.recorded_at at time zone ${timeZone})::date`)}) as promises,
      (select count(*)::int from disputes d where d.undone_at is null and d.customer_code = any(${theirs})
        and ${within(sql`d.opened_on`)}) as disputes`);
  return rows[0] ?? { calls: 0, promises: 0, disputes: 0 };
}

/** The day on which the seller heard of longest ago was last imported; null = one never was, or there is none. */
export async function oldestData(db: Db, timeZone: string): Promise<Day | null> {
  const rows = await db.execute<{ day: Day | null; missing: boolean }>(sql`
    select min(heard)::date as day, bool_or(heard is null) as missing from (
      select s.code, max(f.imported_at at time zone ${timeZone}) as heard
      from sellers s left join feeds f on f.seller_code = s.code where s.went_live_on is not null group by s.code) seller`);
  return rows[0]?.missing === false ? rows[0].day : null;
}

/** Whether anything may be shown to reps yet: a seller is live on this day. */
export async function anySellerLive(db: Db, today: Day): Promise<boolean> {
  const rows = await db.execute<{ live: boolean }>(
    sql`select exists (select 1 from sellers where went_live_on <= ${today}::date) as live`,
  );
  return rows[0]?.live ?? false;
}

/** Whose duty of a day is decided. */
export async function dutiesDone(db: Db, duty: string, days: readonly Day[]): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ person: number; day: Day }>(sql`
    select person_id as person, day from daily_duties where duty = ${duty} and day = any(${textArray(days)}::date[])`);
  return new Set([...rows].map(({ person, day }) => `${person} ${day}`));
}

/** The last day before this one on which a person's duty was done in time; null = never. */
export async function lastDutyDay(db: Db, duty: string, person: number, before: Day): Promise<Day | null> {
  const rows = await db.execute<{ day: Day | null }>(sql`
    select max(day)::text as day from daily_duties
    where duty = ${duty} and person_id = ${person} and day < ${before}::date and outcome <> 'too-late'`);
  return rows[0]?.day ?? null;
}

/** Decides a person's duty of a day; false when somebody else just did. */
export async function decideDuty(
  tx: Db,
  decision: {
    readonly duty: string;
    readonly personId: number;
    readonly day: Day;
    readonly outcome: "sent" | "quiet" | "too-late";
  },
): Promise<boolean> {
  const written = await tx
    .insert(dailyDuties)
    .values(decision)
    .onConflictDoNothing()
    .returning({ day: dailyDuties.day });
  return written.length > 0;
}
