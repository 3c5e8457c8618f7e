import { sql, type SQL } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { ExpectedDelay, ForecastMethod, ForecastPlace, ForecastRow, Habit, PlaceDays } from "#domain/forecast.ts";
import type { Currency } from "#domain/money.ts";
import type { FiguresScope } from "#store/figures.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What a forecast is worked out from: the open invoices of some customers on a day, how late each pays, and the weeks. */
export interface ForecastBasis {
  readonly asOf: Day;
  readonly scope: FiguresScope;
  readonly delays: readonly ExpectedDelay[];
  readonly places: readonly PlaceDays[];
}

/** One amount expected from one invoice: an invoice partly promised has two. */
export interface ForecastLine {
  readonly invoice: number;
  readonly number: string;
  readonly customer: string;
  readonly customerName: string;
  readonly currency: Currency;
  readonly due: Day;
  /** Before weekends and holidays are left out; null for what is disputed. */
  readonly on: Day | null;
  /** Null for what is disputed. */
  readonly method: ForecastMethod | null;
  /** The customer's expected delay in days; null for a promise and for what is disputed. */
  readonly delayDays: number | null;
  readonly amount: bigint;
}

/** How every customer has paid the invoices settled by a day, as it stood that day: what came back later was paid then. */
export async function habitsOf(db: Db, asOf: Day): Promise<readonly Habit[]> {
  const rows = await db.execute(sql`
    with reopened as (
      select distinct i.id, i.customer_code, i.issue_date, i.due_date, i.amount
      from invoices i join allocations a on a.invoice_id = i.id
      where a.amount < 0 and a.date > ${asOf}::date and i.kind <> 'credit_note' and i.issue_date <= ${asOf}::date
        and coalesce(i.settled_on > ${asOf}::date, true)
    ), entry as (
      select id, issue_date as day, amount::numeric as change from reopened
      union all
      select a.invoice_id, a.date, -a.amount from allocations a join reopened r on r.id = a.invoice_id where a.date <= ${asOf}::date
      union all
      select n.credit_of_id, n.issue_date, -n.amount from invoices n join reopened r on r.id = n.credit_of_id
        where n.issue_date <= ${asOf}::date
    ), daily as (
      select id, day, sum(sum(change)) over (partition by id order by day) as residual from entry group by id, day
    ), settled as (
      select customer_code, settled_on - due_date as days from invoices
        where kind <> 'credit_note' and settled_on <= ${asOf}::date
      union all
      select r.customer_code, greatest(min(d.day), r.issue_date) - r.due_date from reopened r join daily d on d.id = r.id
        where d.day > coalesce((select max(o.day) from daily o where o.id = r.id and o.residual > 0), '-infinity')
        group by r.id, r.customer_code, r.issue_date, r.due_date
    )
    select c.code as customer, c.segment, coalesce(h.settled, 0) as settled, coalesce(h.days, 0) as "daysLate"
    from customers c left join (
      select customer_code, count(*)::int as settled, sum(days)::int as days from settled group by customer_code
    ) h on h.customer_code = c.code`);
  return rows as unknown as readonly Habit[];
}

/** Sums by currency, place and method. */
export async function forecastRows(db: Db, basis: ForecastBasis): Promise<readonly ForecastRow[]> {
  const rows = await db.execute(sql`
    with ${expectedMoney(basis)}
    select i.currency, e.place, e.method, sum(e.amount)::bigint as amount, count(distinct i.id)::int as invoices
    from expected e join invoices i on i.id = e.invoice_id
    group by i.currency, e.place, e.method`);
  return rows as unknown as readonly ForecastRow[];
}

export interface ForecastPage {
  readonly lines: readonly ForecastLine[];
  readonly total: number;
  /** Of all lines, not of this page alone. */
  readonly amount: bigint;
}

/** The amounts expected at one place in one currency, the largest first. */
export async function forecastLines(
  db: Db,
  basis: ForecastBasis,
  wanted: { readonly place: ForecastPlace; readonly currency: Currency; readonly from: number; readonly max: number },
): Promise<ForecastPage> {
  const rows = await db.execute(sql`
    with ${expectedMoney(basis)}
    select i.id as invoice, i.number, i.customer_code as customer, c.name as "customerName", i.currency, i.due_date as due,
      e.expected_on as "on", e.method, e.delay_days as "delayDays", e.amount,
      count(*) over ()::int as total, (sum(e.amount) over ())::bigint as sum
    from expected e join invoices i on i.id = e.invoice_id join customers c on c.code = i.customer_code
    where e.place = ${wanted.place} and i.currency = ${wanted.currency}
    order by e.amount desc, i.number, i.id, e.expected_on
    limit ${wanted.max}::int offset ${wanted.from}::int`);
  const found = rows as unknown as readonly (ForecastLine & { readonly total: number; readonly sum: bigint })[];
  return {
    lines: found.map(({ total: _total, sum: _sum, ...line }) => line),
    total: found[0]?.total ?? 0,
    amount: found[0]?.sum ?? 0n,
  };
}

/**
 * The table `expected` (invoice_id, method, expected_on, delay_days, amount, place): each open invoice as what is contested,
 * what live promises cover (the earlier promise first, never more than open_items() counts), and the rest by habit.
 */
export function expectedMoney({ asOf, scope, delays, places }: ForecastBasis): SQL {
  return sql`
    delay as materialized (
      select * from unnest(${textArray(delays.map(({ customer }) => customer))}, ${intArray(delays.map(({ days }) => days))},
        ${textArray(delays.map(({ method }) => method))}) as d(customer_code, days, method)
    ), places as materialized (
      select * from unnest(${textArray(places.map(({ place }) => place))}, ${textArray(places.map(({ from }) => from ?? "-infinity"))}::date[],
        ${textArray(places.map(({ until }) => until ?? "infinity"))}::date[]) as p(place, from_day, until_day)
    ), open as materialized (
      select i.id, i.customer_code, i.due_date, o.residual, o.disputed, o.promised
      from open_items(${asOf}::date, ${scope.customers === null ? sql`null::text[]` : textArray(scope.customers)}) o
      join invoices i on i.id = o.invoice_id
      where ${scope.seller === null ? sql`true` : sql`i.seller_code = ${scope.seller}`}
    ), word as (
      select open.id, open.promised, p.due_on, greatest(0, l.covered - greatest(0, l.residual_when_given - open.residual)) as remaining,
        row_number() over (partition by open.id order by p.due_on, p.id) as nth
      from open join promise_lines l on l.invoice_id = open.id join promises p on p.id = l.promise_id
      where open.promised > 0 and p.undone_at is null and p.given_on <= ${asOf}::date and p.grace_until >= ${asOf}::date
        and (p.state = 'live' or p.state_on > ${asOf}::date) and (l.released_on is null or l.released_on > ${asOf}::date)
    ), promised as (
      select id, due_on, least(remaining, promised - coalesce(sum(remaining) over (partition by id order by nth
        rows between unbounded preceding and 1 preceding), 0)) as amount
      from word
    ), money as (
      select id as invoice_id, 'promise' as method, due_on as expected_on, null::int as delay_days, amount from promised
      union all
      select open.id, delay.method, open.due_date + delay.days, delay.days, open.residual - open.disputed - open.promised
      from open join delay on delay.customer_code = open.customer_code
    ), expected as (
      select money.invoice_id, money.method, money.expected_on, money.delay_days, money.amount::bigint as amount, places.place
      from money join places on money.expected_on between places.from_day and places.until_day
      where money.amount > 0
      union all
      select id, null, null, null, disputed, 'disputed' from open where disputed > 0
    )`;
}
