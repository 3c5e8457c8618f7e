import { sql, type SQL } from "drizzle-orm";

import { addDays, type Day } from "#domain/calendar.ts";
import { mondayOf } from "#domain/forecast.ts";
import type { Currency } from "#domain/money.ts";
import type { FiguresScope } from "#store/figures.ts";
import { expectedMoney, type ForecastBasis } from "#store/forecast.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What was said of a week, and when. */
export interface ForecastMade {
  readonly madeOn: Day;
  readonly expected: ReadonlyMap<Currency, bigint>;
}

/** Whether this ISO week's forecast was made already. */
export async function isForecastMade(db: Db, today: Day): Promise<boolean> {
  const monday = mondayOf(today);
  const rows = await db.execute(sql`
    select 1 from forecasts where made_on between ${monday}::date and ${addDays(monday, 6)}::date limit 1`);
  return rows.length > 0;
}

/** Keeps what is expected of every customer in each week of the basis; what should have come and what is later is left out. */
export async function keepForecast(tx: Db, basis: ForecastBasis): Promise<void> {
  const weeks = basis.places.filter(({ place }) => place !== "should-have-come" && place !== "later");
  const first = mondayOf(basis.asOf);
  const mondays = weeks.map((_, nth) => addDays(first, 7 * nth));
  await tx.execute(sql`
    with ${expectedMoney(basis)}, week as (
      select * from unnest(${textArray(weeks.map(({ place }) => place))}, ${textArray(mondays)}::date[]) as w(place, week_from)
    )
    insert into forecasts (made_on, customer_code, seller_code, currency, week_from, expected, promised, invoices)
    select ${basis.asOf}::date, i.customer_code, i.seller_code, i.currency, week.week_from, sum(e.amount)::bigint,
      coalesce(sum(e.amount) filter (where e.method = 'promise'), 0)::bigint, count(distinct i.id)::int
    from expected e join week on week.place = e.place join invoices i on i.id = e.invoice_id
    group by i.customer_code, i.seller_code, i.currency, week.week_from
    on conflict do nothing`);
}

/**
 * What the last forecast made by a Monday said of the week beginning on it, for some customers; null = none was made that
 * spoke of this week.
 */
export async function saidOfWeek(db: Db, monday: Day, scope: FiguresScope): Promise<ForecastMade | null> {
  const made = await db.execute<{ day: Day | null }>(sql`
    select max(made_on) as day from forecasts where week_from = ${monday}::date and made_on <= ${monday}::date`);
  const madeOn = made[0]?.day ?? null;
  if (madeOn === null) return null;
  const rows = await db.execute<{ currency: Currency; expected: bigint }>(sql`
    select currency, sum(expected)::bigint as expected from forecasts
    where week_from = ${monday}::date and made_on = ${madeOn}::date and ${ofScope(scope)}
    group by currency`);
  return { madeOn, expected: new Map([...rows].map((row) => [row.currency, row.expected])) };
}

/** Forgets forecasts made before a day. */
export async function forgetForecasts(tx: Db, before: Day): Promise<void> {
  await tx.execute(sql`delete from forecasts where made_on < ${before}::date`);
}

function ofScope({ customers, seller }: FiguresScope): SQL {
  const theirs = customers === null ? sql`true` : sql`customer_code = any(${textArray(customers)})`;
  return sql`${theirs} and ${seller === null ? sql`true` : sql`seller_code = ${seller}`}`;
}
