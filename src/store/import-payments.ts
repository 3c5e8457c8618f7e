import { findInvoices, findSellers, rejectRepeats, rejectRows, rejectUnknownCustomers } from "./import-checks.ts";
import type { ImportMoment } from "./import-customers.ts";
import type { ImportTx } from "./import-incoming.ts";
import { refreshSettled } from "./import-settled.ts";

/** Merges the payments of `incoming`, each to its invoice or to none yet, and works out anew what is settled. */
export async function mergePayments(tx: ImportTx, present: ReadonlySet<string>, moment: ImportMoment): Promise<void> {
  await rejectUnknownCustomers(tx);
  await findSellers(tx, present.has("invoice_number"));
  await findInvoices(tx, { seller: true, issueDate: true, creditNotes: true });
  await rejectRows(
    tx,
    tx`
      select i.line, 'currency', jsonb_build_object('fault', 'other-currency', 'invoice', v.currency, 'typed', i.currency)
      from incoming i join invoices v on v.id = i.invoice_id where v.currency <> i.currency`,
  );
  await rejectRepeats(tx, "its_seller, customer_code, reference, invoice_id", "reference");
  await tx`
    insert into payments (seller_code, customer_code, reference)
    select distinct its_seller, customer_code, reference from incoming
    on conflict (seller_code, customer_code, reference) do nothing`;
  await mergeAllocations(tx, moment);
  await tx`insert into resettle select id from touched where id is not null`;
  await tx`analyze resettle`;
  await refreshSettled(tx, tx`select id from resettle`);
}

async function mergeAllocations(tx: ImportTx, { now }: ImportMoment): Promise<void> {
  await tx`
    with merged as (
      insert into allocations as t (payment_id, invoice_id, date, amount, currency, recorded_at)
      select p.id, i.invoice_id, i.date, i.amount, i.currency, ${now}
      from incoming i join payments p on p.seller_code = i.its_seller and p.customer_code = i.customer_code
        and p.reference = i.reference
      order by i.line
      on conflict (payment_id, invoice_id) do update set
        date = excluded.date, amount = excluded.amount, currency = excluded.currency, recorded_at = excluded.recorded_at
      where row(t.date, t.amount, t.currency) is distinct from row(excluded.date, excluded.amount, excluded.currency)
      returning t.payment_id, t.invoice_id, t.amount, t.currency, (t.xmax = 0) as inserted
    )
    insert into touched (id, customer, seller, kind, amount, currency, inserted)
    select m.invoice_id, coalesce(v.customer_code, p.customer_code), p.seller_code,
      case when m.amount < 0 then 'returned' else 'payment' end, m.amount, m.currency, m.inserted
    from merged m join payments p on p.id = m.payment_id left join invoices v on v.id = m.invoice_id`;
}
