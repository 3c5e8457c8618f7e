import { sql, type SQL } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Month } from "#domain/dso.ts";
import type { Currency } from "#domain/money.ts";
import type { FiguresScope } from "#store/figures.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export interface CurrencyAmount {
  readonly currency: Currency;
  readonly minor: bigint;
}

export interface MonthSales {
  readonly currency: Currency;
  readonly month: Month;
  /** Invoices less credit notes, by their own day of issue, up to the day asked. */
  readonly sales: bigint;
  /** The part of it that was issued in the window. */
  readonly inWindow: bigint;
}

/** Sales of every month up to a day, net of credit notes; `after` = the day before the window begins. */
export async function salesByMonth(db: Db, asOf: Day, after: Day, scope: FiguresScope): Promise<readonly MonthSales[]> {
  const signed = sql`case i.kind when 'credit_note' then -i.amount else i.amount end`;
  const rows = await db.execute(sql`
    select i.currency, to_char(i.issue_date, 'YYYY-MM') as month, sum(${signed})::bigint as sales,
      coalesce(sum(${signed}) filter (where i.issue_date > ${after}::date), 0)::bigint as "inWindow"
    from invoices i where i.issue_date <= ${asOf}::date and ${invoiceIn(scope)}
    group by 1, 2`);
  return rows as unknown as readonly MonthSales[];
}

/** Residuals of all open invoices on a day, by currency. */
export async function grossOutstanding(db: Db, asOf: Day, scope: FiguresScope): Promise<readonly CurrencyAmount[]> {
  const rows = await db.execute(sql`
    select i.currency, sum(o.residual)::bigint as minor
    from open_items(${asOf}::date, ${codes(scope)}) o join invoices i on i.id = o.invoice_id
    where ${ofSeller(scope)} group by 1`);
  return rows as unknown as readonly CurrencyAmount[];
}

/** Balance of the customers' accounts on a day, by currency: what is open less what is not allocated. */
export async function accountBalances(db: Db, asOf: Day, scope: FiguresScope): Promise<readonly CurrencyAmount[]> {
  const rows = await db.execute(sql`
    select b.currency, sum(b.balance)::bigint as minor from balances(${asOf}::date, ${codes(scope)}) b
    where ${scope.seller === null ? sql`true` : sql`b.seller_code = ${scope.seller}`} group by 1`);
  return rows as unknown as readonly CurrencyAmount[];
}

/**
 * Payments dated from one day to another, both included, by currency; returned ones are taken off. Money belongs to the
 * account of the invoice that it settles, else to the payer's.
 */
export async function cashBetween(
  db: Db,
  from: Day,
  to: Day,
  { customers, seller }: FiguresScope,
): Promise<readonly CurrencyAmount[]> {
  const rows = await db.execute(sql`
    select a.currency, sum(a.amount)::bigint as minor
    from allocations a join payments p on p.id = a.payment_id left join invoices i on i.id = a.invoice_id
    where a.date between ${from}::date and ${to}::date
      and ${customers === null ? sql`true` : sql`coalesce(i.customer_code, p.customer_code) = any(${textArray(customers)})`}
      and ${seller === null ? sql`true` : sql`coalesce(i.seller_code, p.seller_code) = ${seller}`}
    group by 1`);
  return rows as unknown as readonly CurrencyAmount[];
}

export interface ClosedDispute {
  readonly currency: Currency;
  readonly days: number;
}

/** The disputes closed after one day, up to another, with the calendar days they took. */
export async function disputesClosedBetween(
  db: Db,
  after: Day,
  to: Day,
  scope: FiguresScope,
): Promise<readonly ClosedDispute[]> {
  const rows = await db.execute(sql`
    select i.currency, (d.closed_on - d.opened_on)::int as days
    from disputes d join invoices i on i.id = d.invoice_id
    where d.undone_at is null and d.closed_on > ${after}::date and d.closed_on <= ${to}::date and ${invoiceIn(scope)}`);
  return rows as unknown as readonly ClosedDispute[];
}

/** Whether invoice `i` is of a scope. */
export function invoiceIn(scope: FiguresScope): SQL {
  const { customers } = scope;
  const ofCustomers = customers === null ? sql`true` : sql`i.customer_code = any(${textArray(customers)})`;
  return sql`(${ofCustomers} and ${ofSeller(scope)})`;
}

function codes({ customers }: FiguresScope): SQL {
  return customers === null ? sql`null::text[]` : textArray(customers);
}

function ofSeller({ seller }: FiguresScope): SQL {
  return seller === null ? sql`true` : sql`i.seller_code = ${seller}`;
}
