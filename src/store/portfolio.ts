import { sql, type SQL } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { Person } from "#domain/person.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Whose customers: everybody's, those of some people, or nobody's; of one seller only, when given. */
export interface PortfolioScope {
  readonly owners: "all" | "nobody" | readonly number[];
  readonly seller: string | null;
}

/** Open invoices of a portfolio in one currency, in minor units. */
export interface PortfolioRow {
  readonly currency: Currency;
  readonly outstanding: bigint;
  readonly overdue: bigint;
  readonly disputed: bigint;
  readonly promised: bigint;
  readonly days30: bigint;
  readonly days60: bigint;
  readonly days90: bigint;
  readonly older: bigint;
}

export interface LateRow {
  readonly code: string;
  readonly name: string;
  readonly currency: Currency;
  readonly overdue: bigint;
  readonly promised: bigint;
  readonly disputed: bigint;
  readonly oldestDays: number;
  readonly held: boolean;
}

/** Deeper than any company; ends the walk should two people be each other's manager. */
const LEVELS_MAX = 20;

/** The customers of a scope, by who has each now (a leaver's are the manager's); null = all. */
export async function customersInScope(db: Db, scope: PortfolioScope): Promise<readonly string[] | null> {
  if (scope.owners === "all") return null;
  const wanted = scope.owners === "nobody" ? sql`o.id is null` : sql`o.id = any(${intArray(scope.owners)})`;
  const rows = await db.execute<{ code: string }>(sql`
    with recursive above as (
      select c.code, p.id, p.manager_id, p.active, 0 as depth from customers c join people p on p.id = c.rep_id
      union all
      select a.code, p.id, p.manager_id, p.active, a.depth + 1
      from above a join people p on p.id = a.manager_id where not a.active and a.depth < ${LEVELS_MAX}
    )
    select c.code from customers c left join above o on o.code = c.code and o.active where ${wanted} order by c.code`);
  return [...rows].map((row) => row.code);
}

/** What is open, by currency: outstanding, overdue by age, disputed and promised. */
export async function portfolioFigures(
  db: Db,
  asOf: Day,
  customers: readonly string[] | null,
  seller: string | null,
): Promise<readonly PortfolioRow[]> {
  const late = (from: number, to: number | null) =>
    sql`coalesce(sum(o.residual) filter (where ${asOf}::date - i.due_date >= ${from}
      and ${to === null ? sql`true` : sql`${asOf}::date - i.due_date <= ${to}`}), 0)::bigint`;
  const rows = await db.execute(sql`
    select i.currency, sum(o.residual)::bigint as outstanding, ${late(1, null)} as overdue,
      sum(o.disputed)::bigint as disputed, sum(o.promised)::bigint as promised,
      ${late(1, 30)} as days30, ${late(31, 60)} as days60, ${late(61, 90)} as days90, ${late(91, null)} as older
    from open_items(${asOf}::date, ${codes(customers)}) o join invoices i on i.id = o.invoice_id
    where ${ofSeller(seller)}
    group by i.currency order by outstanding desc`);
  return rows as unknown as readonly PortfolioRow[];
}

/** Late customers, the largest overdue first: one row per customer and currency. */
export async function lateCustomers(
  db: Db,
  asOf: Day,
  customers: readonly string[] | null,
  seller: string | null,
): Promise<readonly LateRow[]> {
  const rows = await db.execute(sql`
    select c.code, c.name, i.currency, sum(o.residual)::bigint as overdue, sum(o.promised)::bigint as promised,
      sum(o.disputed)::bigint as disputed, max(${asOf}::date - i.due_date)::int as "oldestDays",
      exists (select 1 from holds h where h.customer_code in (c.code, coalesce(c.payer_code, c.code)) and h.invoice_id is null
        and h.ended_on is null and h.undone_at is null and h.from_on <= ${asOf}::date
        and coalesce(h.until_on >= ${asOf}::date, true)) as held
    from open_items(${asOf}::date, ${codes(customers)}) o
    join invoices i on i.id = o.invoice_id join customers c on c.code = i.customer_code
    where i.due_date < ${asOf}::date and ${ofSeller(seller)}
    group by c.code, c.name, c.payer_code, i.currency
    order by overdue desc, c.code, i.currency`);
  return rows as unknown as readonly LateRow[];
}

/**
 * The calls that wait for a person or, where nobody owns the customer, for one of their roles: what we collect for a
 * factor first (P10), then the longest waiting.
 */
export async function openCallsOf(db: Db, person: Pick<Person, "id" | "roles">): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(sql`
    select id from asks where (holder_id = ${person.id} or holder_role = any(${textArray(person.roles)})) and kind = 'call' and state = 'open'
    order by not exists (
      select 1 from ask_lines l join invoices i on i.id = l.invoice_id
      where l.ask_id = asks.id and i.factoring in ('confidential', 'mandate')), clock_from, id`);
  return [...rows].map((row) => row.id);
}

/** Null when the code is not known. */
export async function sellerName(db: Db, code: string): Promise<string | null> {
  const rows = await db.execute<{ name: string }>(sql`select name from sellers where code = ${code}`);
  return rows[0]?.name ?? null;
}

function codes(customers: readonly string[] | null): SQL {
  return customers === null ? sql`null::text[]` : textArray(customers);
}

function ofSeller(seller: string | null): SQL {
  return seller === null ? sql`true` : sql`i.seller_code = ${seller}`;
}
