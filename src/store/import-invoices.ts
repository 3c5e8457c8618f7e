import { findSellers, rejectRepeats, rejectRows, rejectUnknownCustomers } from "./import-checks.ts";
import type { ImportMoment } from "./import-customers.ts";
import type { ImportTx } from "./import-incoming.ts";
import { merge, type MergedColumn } from "./import-merge.ts";
import { FIRST_STEP_DAYS_MAX, refreshSettled } from "./import-settled.ts";

/** Merges the invoices and credit notes of `incoming`, links credit notes, and works out anew what is settled. */
export async function mergeInvoices(tx: ImportTx, present: ReadonlySet<string>, moment: ImportMoment): Promise<void> {
  await rejectUnknownCustomers(tx);
  await findSellers(tx, false);
  await rejectRepeats(tx, "its_seller, customer_code, number, issue_date", "number");
  await rejectOtherCurrency(tx);
  if (present.has("credit_of")) await rejectAmbiguousCredits(tx);
  await noteCreditedBefore(tx);
  await merge(tx, present, {
    into: "invoices",
    key: "(seller_code, customer_code, number, issue_date)",
    columns: [
      ...INVOICE_COLUMNS,
      { to: "imported_at", from: `'${moment.now.toISOString()}'::timestamptz`, column: null },
    ],
    also: kept(present),
    touched: {
      id: "id",
      customer: "customer_code",
      seller: "seller_code",
      kind: "kind",
      amount: "amount",
      currency: "currency",
    },
  });
  await linkCredits(tx);
  await tx`insert into resettle select id from touched where kind <> 'credit_note'`;
  await tx`analyze resettle`;
  await refreshSettled(tx, tx`select id from resettle`);
}

const same = (column: string): MergedColumn => ({ to: column, from: `i.${column}`, column });
const firstStep = (due: string): string => `${due} - ${FIRST_STEP_DAYS_MAX}`;

const INVOICE_COLUMNS: readonly MergedColumn[] = [
  { to: "seller_code", from: "i.its_seller", column: null },
  { to: "customer_code", from: "i.customer_code", column: null },
  { to: "number", from: "i.number", column: null },
  { to: "issue_date", from: "i.issue_date", column: null },
  same("due_date"),
  same("amount"),
  same("currency"),
  { to: "kind", from: "coalesce(i.kind, 'invoice')", column: "kind" },
  same("payment_means"),
  same("credit_of"),
  { to: "factoring", from: "coalesce(i.factoring, 'none')", column: "factoring" },
  same("purchase_order"),
  same("document_url"),
  {
    to: "next_step_on",
    from: `case when i.kind is distinct from 'credit_note' then ${firstStep("i.due_date")} end`,
    column: null,
  },
];

/**
 * A new due date moves the first day of a step; what became a credit note is no longer dunned; another `credit_of` is
 * another link.
 */
function kept(present: ReadonlySet<string>): readonly string[] {
  const kind = present.has("kind") ? "excluded.kind" : "t.kind";
  const creditOf = present.has("credit_of") ? "excluded.credit_of" : "t.credit_of";
  return [
    `step = case when ${kind} <> 'credit_note' then t.step end`,
    `next_step_on = case when ${kind} = 'credit_note' then null
      when t.due_date <> excluded.due_date or t.kind = 'credit_note' then ${firstStep("excluded.due_date")}
      else t.next_step_on end`,
    `credit_of_id = case when t.credit_of is not distinct from ${creditOf} and t.kind = ${kind} then t.credit_of_id end`,
  ];
}

async function rejectOtherCurrency(tx: ImportTx): Promise<void> {
  await rejectRows(
    tx,
    tx`
      select i.line, 'currency', jsonb_build_object('fault', 'paid-in', 'currency', a.currency)
      from incoming i
      join invoices v on v.seller_code = i.its_seller and v.customer_code = i.customer_code
        and v.number = i.number and v.issue_date = i.issue_date
      join allocations a on a.invoice_id = v.id
      where v.currency <> i.currency and a.currency <> i.currency`,
  );
}

/** A credit note whose `credit_of` means several invoices, in the ledger and the file together. */
async function rejectAmbiguousCredits(tx: ImportTx): Promise<void> {
  await rejectRows(
    tx,
    tx`
      with invoice (seller, customer, number, issued) as (
        select v.seller_code, v.customer_code, v.number, v.issue_date from invoices v
          where v.kind <> 'credit_note' and v.number in (select credit_of from incoming)
        union
        select its_seller, customer_code, number, issue_date from incoming where kind is distinct from 'credit_note'
      )
      select i.line, 'credit_of', jsonb_build_object('fault', 'several-invoices', 'couldTell', false,
        'invoices', jsonb_agg(jsonb_build_object('issued', v.issued) order by v.issued))
      from incoming i join invoice v on v.seller = i.its_seller and v.customer = i.customer_code and v.number = i.credit_of
      where i.kind = 'credit_note'
      group by i.line having count(*) > 1`,
  );
}

/** What a credit note lowered before this file may be owed again after it. */
async function noteCreditedBefore(tx: ImportTx): Promise<void> {
  await tx`
    insert into resettle
    select v.credit_of_id from incoming i join invoices v on v.seller_code = i.its_seller
      and v.customer_code = i.customer_code and v.number = i.number and v.issue_date = i.issue_date
    where v.credit_of_id is not null`;
}

/**
 * Links every credit note that is not linked yet, of this file or an earlier one, to the invoice it names: of the same
 * seller and currency, the customer's own before those of companies with the same payer. None or several: an unused credit.
 */
async function linkCredits(tx: ImportTx): Promise<void> {
  await tx`
    with candidate as (
      select n.id, v.id as invoice_id,
        rank() over (partition by n.id order by v.customer_code <> n.customer_code) as place
      from invoices n
      join customers c on c.code = n.customer_code
      join invoices v on v.number = n.credit_of and v.seller_code = n.seller_code and v.currency = n.currency
        and v.kind <> 'credit_note'
      join customers o on o.code = v.customer_code
      where n.kind = 'credit_note' and n.credit_of is not null and n.credit_of_id is null
        and (v.customer_code = n.customer_code or coalesce(o.payer_code, o.code) = coalesce(c.payer_code, c.code))
    ), single as (
      select id, min(invoice_id) as invoice_id from candidate where place = 1 group by id having count(*) = 1
    ), linked as (
      update invoices n set credit_of_id = s.invoice_id from single s where n.id = s.id returning n.credit_of_id
    )
    insert into resettle select credit_of_id from linked`;
  await tx`
    insert into resettle
    select n.credit_of_id from invoices n where n.credit_of_id is not null and n.id in (select id from touched)`;
}

/** The credit notes of the file that name an invoice nobody knows: credits to be used otherwise. */
export async function unlinkedCredits(tx: ImportTx): Promise<readonly string[]> {
  const rows = await tx<{ number: string }[]>`
    select n.number from incoming i join invoices n on n.seller_code = i.its_seller and n.customer_code = i.customer_code
      and n.number = i.number and n.issue_date = i.issue_date
    where n.kind = 'credit_note' and n.credit_of is not null and n.credit_of_id is null order by i.line`;
  return rows.map((row) => row.number);
}
