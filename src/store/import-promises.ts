import type { Currency } from "#domain/money.ts";
import { countInMinorUnits, findInvoices, rejectRepeats, rejectRows, rejectUnknownCustomers } from "./import-checks.ts";
import type { ImportMoment } from "./import-customers.ts";
import type { ImportTx } from "./import-incoming.ts";

/** A promise of the file that is not known yet, with what its invoice owed on the day it was given. */
export interface IncomingPromise {
  readonly line: number;
  readonly amount: bigint;
  readonly currency: Currency;
  readonly owed: bigint;
  readonly due: string;
  readonly givenOn: string;
}

/** Finds the invoices that the promises of `incoming` are about, and gives those that have to be judged. */
export async function preparePromises(
  tx: ImportTx,
  digits: ReadonlyMap<string, number>,
): Promise<readonly IncomingPromise[]> {
  await rejectUnknownCustomers(tx);
  await findInvoices(tx, { seller: false, issueDate: false, creditNotes: false });
  await countInMinorUnits(tx, digits);
  await tx`update incoming set key = invoice_id || ' given ' || given_on || ' for ' || date`;
  await rejectRepeats(tx, "key", "invoice_number");
  await lockPayers(tx);
  await tx`
    update incoming i set owed = v.amount
      - coalesce((select sum(a.amount) from allocations a where a.invoice_id = v.id and a.date <= i.given_on), 0)
      - coalesce((select sum(c.amount) from invoices c where c.credit_of_id = v.id and c.issue_date <= i.given_on), 0)
    from invoices v where v.id = i.invoice_id`;
  await rejectRows(
    tx,
    tx`
      select i.line, 'amount', jsonb_build_object('fault', 'promise-closed', 'state', p.state)
      from incoming i join promises p on p.import_key = i.key
      where p.amount <> i.minor and (p.state <> 'live' or p.undone_at is not null)`,
  );
  const rows = await tx<IncomingPromise[]>`
    select i.line, i.minor as amount, v.currency, case when v.issue_date <= i.given_on then greatest(i.owed, 0) else 0 end as owed,
      i.date::text as due, i.given_on::text as "givenOn"
    from incoming i join invoices v on v.id = i.invoice_id
    where not exists (select 1 from promises p where p.import_key = i.key and p.amount = i.minor)
    order by i.line`;
  return [...rows];
}

/**
 * Writes the promises of `incoming` that are left, and lets later promises take over the invoices of earlier ones. The third
 * in a row awaits finance, and so does one beyond what a credit insurer lets an invoice be put off (`extensionDays`).
 */
export async function mergePromises(
  tx: ImportTx,
  { now, actor }: ImportMoment,
  extensionDays: number | null,
): Promise<void> {
  await tx`
    with merged as (
      insert into promises as t (customer_code, currency, amount, due_on, given_on, grace_until, awaits_finance_until,
        recorded_at, given_by, state, state_on, unallocated_when_given, import_key)
      select i.invoice_customer, v.currency, i.minor, i.date, i.given_on, i.grace_until, i.awaits_finance_until, ${now},
        case when p.id is null then ${tx.json(actor)} else jsonb_build_object('is', 'person', 'id', p.id) end,
        'live', i.given_on, unallocated.amount, i.key
      from incoming i
      join invoices v on v.id = i.invoice_id
      left join people p on lower(p.email) = i.by_email
      cross join lateral (${unallocatedOn(tx)}) unallocated
      order by i.given_on, i.line
      on conflict (import_key) do update set amount = excluded.amount where t.amount <> excluded.amount
      returning t.id, t.customer_code, t.amount, t.currency, (t.xmax = 0) as inserted
    )
    insert into touched (id, customer, kind, amount, currency, inserted)
    select id, customer_code, 'promise', amount, currency, inserted from merged`;
  await tx`
    insert into promise_lines as t (promise_id, invoice_id, covered, residual_when_given)
    select p.id, i.invoice_id, i.minor, i.owed from incoming i join promises p on p.import_key = i.key
    where p.id in (select id from touched)
    on conflict (promise_id, invoice_id) do update
      set covered = excluded.covered, residual_when_given = excluded.residual_when_given`;
  await releaseReplaced(tx);
  await holdThirdInARow(tx);
  if (extensionDays !== null) await holdBeyondCover(tx, extensionDays);
}

/**
 * What the payer and those it pays for had unused at the invoice's seller on the day of the promise, in its currency: zero or
 * below, the same that a promise is judged by.
 */
function unallocatedOn(tx: ImportTx) {
  return tx`
    select least(0, coalesce(sum(entry.amount), 0))::bigint as amount
    from customers holder
    join customers family on family.code = coalesce(holder.payer_code, holder.code)
      or family.payer_code = coalesce(holder.payer_code, holder.code)
    cross join lateral (
      select -a.amount as amount from allocations a join payments y on y.id = a.payment_id
        where y.customer_code = family.code and y.seller_code = v.seller_code and a.invoice_id is null
          and a.currency = v.currency and a.date <= i.given_on
      union all
      select -n.amount from invoices n
        where n.customer_code = family.code and n.seller_code = v.seller_code and n.kind = 'credit_note'
          and n.credit_of_id is null and n.currency = v.currency and n.issue_date <= i.given_on
      union all
      select least(0, case when n.issue_date <= i.given_on then n.amount else 0 end
        - coalesce((select sum(a.amount) from allocations a where a.invoice_id = n.id and a.date <= i.given_on), 0)
        - coalesce((select sum(c.amount) from invoices c where c.credit_of_id = n.id and c.issue_date <= i.given_on), 0))
      from invoices n
        where n.customer_code = family.code and n.seller_code = v.seller_code and n.kind <> 'credit_note'
          and n.currency = v.currency
    ) entry
    where holder.code = i.invoice_customer`;
}

/**
 * A later promise on the same invoice, given before the earlier one's grace was over, takes the invoice over that day; an
 * earlier promise that covers nothing any more was rescheduled. An older file after a newer one comes to the same.
 */
async function releaseReplaced(tx: ImportTx): Promise<void> {
  await tx`
    with line as (
      select l.promise_id, l.invoice_id, l.released_on, p.given_on, p.grace_until, p.state,
        lead(p.given_on) over (partition by l.invoice_id order by p.given_on, p.id) as next_given_on
      from promise_lines l join promises p on p.id = l.promise_id
      where p.undone_at is null and p.state not in ('cancelled', 'refused')
        and l.invoice_id in (select invoice_id from incoming)
    )
    update promise_lines l set released_on = r.next_given_on
    from line r
    where l.promise_id = r.promise_id and l.invoice_id = r.invoice_id and r.released_on is null and r.state = 'live'
      and r.next_given_on <= r.grace_until`;
  await tx`
    update promises p set state = 'rescheduled', state_on = gone.last
    from (
      select promise_id, max(released_on) as last from promise_lines group by promise_id having bool_and(released_on is not null)
    ) gone
    where gone.promise_id = p.id and p.state = 'live' and p.undone_at is null`;
}

/** New promises that follow two or more that were not kept on the same invoice, since the last kept one, await finance. */
async function holdThirdInARow(tx: ImportTx): Promise<void> {
  await tx`
    update promises p set awaits_finance_until = i.held_awaits_until
    from incoming i
    where p.import_key = i.key and p.id in (select id from touched where inserted) and p.state = 'live'
      and p.awaits_finance_until is null
      and 2 <= (
        select count(*) from promise_lines l join promises e on e.id = l.promise_id
        where l.invoice_id = i.invoice_id and (e.given_on, e.id) < (p.given_on, p.id) and e.undone_at is null
          and e.state in ('rescheduled', 'partly-kept', 'broken')
          and not exists (
            select 1 from promise_lines m join promises k on k.id = m.promise_id
            where m.invoice_id = i.invoice_id and k.state = 'kept' and k.undone_at is null
              and (k.given_on, k.id) > (e.given_on, e.id) and (k.given_on, k.id) < (p.given_on, p.id)))`;
}

/** Past the insurer's extension the cover can be lost: finance decides, as of a promise given here (P11). */
async function holdBeyondCover(tx: ImportTx, extensionDays: number): Promise<void> {
  await tx`
    update promises p set awaits_finance_until = i.held_awaits_until
    from incoming i
    join invoices v on v.id = i.invoice_id
    join customers c on c.code = v.customer_code join customers payer on payer.code = coalesce(c.payer_code, c.code)
    where p.import_key = i.key and p.id in (select id from touched where inserted) and p.state = 'live'
      and p.awaits_finance_until is null
      and coalesce(c.insurer_limit, payer.insurer_limit) > 0 and p.due_on > v.due_date + ${extensionDays}::int`;
}

/** A click on the same customer waits until the import is through. */
async function lockPayers(tx: ImportTx): Promise<void> {
  await tx`
    select p.code from customers p
    where p.code in (
      select coalesce(c.payer_code, c.code) from customers c where c.code in (select invoice_customer from incoming))
    order by p.code for no key update`;
}
