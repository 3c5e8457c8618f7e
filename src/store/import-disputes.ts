import { countInMinorUnits, findInvoices, rejectRepeats, rejectRows, rejectUnknownCustomers } from "./import-checks.ts";
import type { ImportMoment } from "./import-customers.ts";
import type { ImportTx } from "./import-incoming.ts";
import { merge, type MergedColumn } from "./import-merge.ts";

/** Merges the disputes of `incoming`: one per invoice, category and day of opening. */
export async function mergeDisputes(
  tx: ImportTx,
  present: ReadonlySet<string>,
  digits: ReadonlyMap<string, number>,
  { actor }: ImportMoment,
): Promise<void> {
  await rejectUnknownCustomers(tx);
  await findInvoices(tx, { seller: false, issueDate: false, creditNotes: false });
  await countInMinorUnits(tx, digits);
  await rejectRows(
    tx,
    tx`
      select i.line, 'amount', jsonb_build_object('fault', 'above-invoice')
      from incoming i join invoices v on v.id = i.invoice_id where i.minor > v.amount`,
  );
  await tx`update incoming set key = invoice_id || ' ' || category || ' ' || opened_on`;
  await rejectRepeats(tx, "key", "invoice_number");
  const by = `'${JSON.stringify(actor).replaceAll("'", "''")}'::jsonb`;
  await merge(tx, present, {
    into: "disputes",
    key: "(import_key)",
    columns: [
      ...DISPUTE_COLUMNS,
      { to: "opened_by", from: by, column: null },
      { to: "closed_by", from: `case when i.closed_on is not null then ${by} end`, column: null },
    ],
    also: CLOSED_ONCE,
    orWhen: `t.closed_on is distinct from coalesce(excluded.closed_on, t.closed_on)
      or t.outcome is distinct from coalesce(excluded.outcome, t.outcome)`,
    touched: { id: "id", customer: "customer_code", amount: "amount" },
  });
  await tx`update touched t set kind = 'dispute', currency = v.currency
    from disputes d join invoices v on v.id = d.invoice_id where d.id = t.id`;
}

const DISPUTE_COLUMNS: readonly MergedColumn[] = [
  { to: "customer_code", from: "i.invoice_customer", column: null },
  { to: "invoice_id", from: "i.invoice_id", column: null },
  { to: "category", from: "i.category", column: null },
  { to: "amount", from: "i.minor", column: "amount" },
  { to: "opened_on", from: "i.opened_on", column: null },
  { to: "owner_role", from: "i.owner_role", column: null },
  { to: "answer_by", from: "i.answer_by", column: null },
  { to: "closed_on", from: "i.closed_on", column: null },
  { to: "outcome", from: "i.outcome", column: null },
  { to: "import_key", from: "i.key", column: null },
  {
    to: "credited_when_recorded",
    from: "(select coalesce(sum(n.amount), 0) from invoices n where n.credit_of_id = i.invoice_id)",
    column: null,
  },
];

/** A dispute that somebody closed in chat stays closed although the file does not know it yet. */
const CLOSED_ONCE: readonly string[] = [
  "closed_on = coalesce(excluded.closed_on, t.closed_on)",
  "closed_by = coalesce(t.closed_by, excluded.closed_by)",
  "outcome = coalesce(excluded.outcome, t.outcome)",
];
