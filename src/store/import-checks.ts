import type postgres from "postgres";

import type { RowFault } from "#domain/row-fault.ts";

import type { ImportTx } from "./import-incoming.ts";

/** The seller of a company that never imported any. */
const DEFAULT_SELLER = "default";
/** Deeper than any group of companies or line of managers. */
const LEVELS_MAX = 50;
const CANDIDATES_SHOWN_MAX = 5;

/** Moves the rows that a query names (line, field, fault: a RowFault as jsonb) from `incoming` to `rejected`; gives how many. */
export async function rejectRows(tx: ImportTx, bad: postgres.Fragment): Promise<number> {
  const gone = await tx`
    with bad (line, field, fault) as (${bad}),
      noted as (
        insert into rejected select distinct on (line) line, field, fault from bad order by line, field
        returning line
      )
    delete from incoming i using noted n where n.line = i.line`;
  return gone.count;
}

/** A key that comes again is a bad row; written alike, it is the same row once more and changes nothing. */
export async function rejectRepeats(tx: ImportTx, key: string, field: string): Promise<void> {
  const ranked = tx`
    select line, fingerprint, first_value(line) over same as first, first_value(fingerprint) over same as print
    from incoming window same as (partition by ${tx.unsafe(key)} order by line)`;
  await rejectRows(
    tx,
    tx`
      select r.line, ${field}, jsonb_build_object('fault', 'repeats', 'line', r.first)
      from (${ranked}) r where r.line <> r.first and r.fingerprint <> r.print`,
  );
  await tx`delete from incoming i using (${ranked}) r where i.line = r.line and r.line <> r.first`;
}

/** A row about a customer that nobody imported is a bad row. */
export async function rejectUnknownCustomers(tx: ImportTx): Promise<void> {
  await rejectRows(
    tx,
    tx`
      select i.line, 'customer_code', jsonb_build_object('fault', 'unknown-customer', 'typed', i.customer_code)
      from incoming i where not exists (select 1 from customers c where c.code = i.customer_code)`,
  );
}

/**
 * Bad rows whose line of `parent` leads back to themselves. `known` gives what stands already for those not in the file:
 * their key and their parent's.
 */
export async function rejectCircles(
  tx: ImportTx,
  of: { readonly key: string; readonly parent: string; readonly known: postgres.Fragment; readonly fault: RowFault },
): Promise<void> {
  const { key, parent, known, fault } = of;
  await rejectRows(
    tx,
    tx`
      with recursive parents (child, parent) as (
        select ${tx(key)}, ${tx(parent)} from incoming where ${tx(parent)} is not null
        union all
        select k.child, k.parent from (${known}) k (child, parent)
        where k.parent is not null and not exists (select 1 from incoming i where i.${tx(key)} = k.child)
      ), walk (start, at, depth) as (
        select child, parent, 1 from parents
        union all
        select w.start, p.parent, w.depth + 1 from walk w join parents p on p.child = w.at
        where w.at <> w.start and w.depth < ${LEVELS_MAX}::int
      )
      select i.line, ${parent}, ${JSON.stringify(fault)}::text::jsonb from incoming i
      where exists (select 1 from walk w where w.start = i.${tx(key)} and w.at = w.start)`,
  );
}

/**
 * Notes each row's seller: the one named, else the only one there is, else `default`, made when there is none at all. With
 * `orInvoice` a row that names an invoice may still learn its seller from it.
 */
export async function findSellers(tx: ImportTx, orInvoice: boolean): Promise<void> {
  await tx`
    insert into sellers (code, name) select ${DEFAULT_SELLER}, ${DEFAULT_SELLER}
    where not exists (select 1 from sellers) and exists (select 1 from incoming where seller is null)`;
  await rejectRows(
    tx,
    tx`
      select i.line, 'seller', jsonb_build_object('fault', 'unknown-seller', 'typed', i.seller)
      from incoming i where i.seller is not null and not exists (select 1 from sellers s where s.code = i.seller)`,
  );
  await tx`
    update incoming i set its_seller = coalesce(i.seller, (
      select s.code from sellers s
      where (select count(*) from sellers) = 1 or s.code = ${DEFAULT_SELLER}
    ))`;
  await rejectRows(
    tx,
    tx`
      select i.line, 'seller', jsonb_build_object('fault', 'seller-missing')
      from incoming i where i.its_seller is null and not ${orInvoice ? tx`i.invoice_number is not null` : tx`false`}`,
  );
}

/**
 * Notes the invoice that each row's number means: the customer's own before those of companies with the same payer. None,
 * or several that only an issue date or a seller would tell apart, is a bad row.
 */
export async function findInvoices(
  tx: ImportTx,
  by: { readonly seller: boolean; readonly issueDate: boolean; readonly creditNotes: boolean },
): Promise<void> {
  await tx`drop table if exists candidate`;
  await tx`
    create temporary table candidate on commit drop as
    select line, id, customer_code, seller_code, issue_date from (
      select i.line, v.id, v.customer_code, v.seller_code, v.issue_date,
        rank() over (partition by i.line order by v.customer_code <> i.customer_code, v.kind = 'credit_note') as place
      from incoming i
      join customers c on c.code = i.customer_code
      join invoices v on v.number = i.invoice_number
      join customers o on o.code = v.customer_code
      where (v.customer_code = i.customer_code or coalesce(o.payer_code, o.code) = coalesce(c.payer_code, c.code))
        and ${by.seller ? tx`(i.seller is null or v.seller_code = i.seller)` : tx`true`}
        and ${by.issueDate ? tx`(i.invoice_issue_date is null or v.issue_date = i.invoice_issue_date)` : tx`true`}
        and ${by.creditNotes ? tx`true` : tx`v.kind <> 'credit_note'`}
    ) ranked where place = 1`;
  await tx`create index on candidate (line)`;
  await tx`analyze candidate`;
  await rejectRows(
    tx,
    tx`
      select i.line, 'invoice_number', jsonb_build_object('fault', 'unknown-invoice', 'typed', i.invoice_number,
        'issued', ${by.issueDate ? tx`i.invoice_issue_date` : tx`null::date`})
      from incoming i where i.invoice_number is not null and not exists (select 1 from candidate c where c.line = i.line)`,
  );
  await rejectRows(
    tx,
    tx`
      select c.line, 'invoice_number', jsonb_build_object('fault', 'several-invoices', 'couldTell', ${by.issueDate}::boolean,
        'invoices', (array_agg(
          jsonb_build_object('issued', c.issue_date, 'seller', c.seller_code, 'customer', c.customer_code)
          order by c.issue_date, c.seller_code))[1:${CANDIDATES_SHOWN_MAX}::int])
      from candidate c join incoming i on i.line = c.line group by c.line having count(*) > 1`,
  );
  await tx`
    update incoming i set invoice_id = c.id, invoice_customer = c.customer_code, its_seller = c.seller_code
    from candidate c where c.line = i.line`;
}

/** Counts amounts that came as decimals in the digits of their invoice's currency; too many decimals is a bad row. */
export async function countInMinorUnits(tx: ImportTx, digits: ReadonlyMap<string, number>): Promise<void> {
  const exponents = tx`
    select * from unnest(${[...digits.keys()]}::text[], ${[...digits.values()]}::int[]) as d (currency, digits)`;
  await tx`
    update incoming i set minor = i.amount * power(10::numeric, d.digits)
    from invoices v join (${exponents}) d on d.currency = v.currency
    where v.id = i.invoice_id and scale(trim_scale(i.amount * power(10::numeric, d.digits))) = 0`;
  await rejectRows(
    tx,
    tx`
      select i.line, 'amount', jsonb_build_object('fault', 'too-many-decimals', 'currency', v.currency)
      from incoming i join invoices v on v.id = i.invoice_id where i.minor is null`,
  );
}

/** A row judged outside the database, and why it is not taken. */
export interface FaultyRow {
  readonly line: number;
  readonly field: string;
  readonly fault: RowFault;
}

/** Moves rows that were judged outside the database to `rejected`. */
export async function rejectThese(tx: ImportTx, rows: readonly FaultyRow[]): Promise<void> {
  if (rows.length === 0) return;
  const faulty = tx`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r (line int, field text, fault jsonb)`;
  await rejectRows(tx, tx`select * from ${faulty}`);
}
