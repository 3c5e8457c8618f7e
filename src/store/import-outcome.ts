import type { FaultyRow } from "./import-checks.ts";
import type { ImportMoment } from "./import-customers.ts";
import type { ImportTx } from "./import-incoming.ts";

/** Cards older than this stay as they are; the same as for every other redraw. */
const REDRAW_DAYS_MAX = 30;

/** The rows of the file that were put aside so far, by line. */
export async function rejectedIncoming(tx: ImportTx): Promise<readonly FaultyRow[]> {
  return [...(await tx<FaultyRow[]>`select line, field, fault from rejected order by line`)];
}

/** How many rows of the file were new, and how many changed what was known. */
export async function countTouched(tx: ImportTx): Promise<{ readonly inserted: number; readonly updated: number }> {
  const [row] = await tx<{ inserted: number; updated: number }[]>`
    select count(*) filter (where inserted)::int as inserted, count(*) filter (where not inserted)::int as updated from touched`;
  return row ?? { inserted: 0, updated: 0 };
}

/** The customers about whom something is new, with their payers. */
export async function touchedCustomers(tx: ImportTx): Promise<readonly string[]> {
  const rows = await tx<{ code: string }[]>`
    select distinct unnest(array[c.code, coalesce(c.payer_code, c.code)]) as code
    from customers c where c.code in (select customer from touched) order by 1`;
  return rows.map((row) => row.code);
}

/** One event per customer and kind, with the invoices concerned, how many rows and the sums in minor units by currency. */
export async function appendImportEvents(tx: ImportTx, file: string, { now, actor }: ImportMoment): Promise<void> {
  await tx`
    with told as (
      select customer, id, amount, currency, inserted, case kind
        when 'credit_note' then 'credit-note-imported'
        when 'returned' then 'payment-returned'
        when 'payment' then 'payment-imported'
        else 'invoice-imported' end as event
      from touched
    ), summed as (
      select customer, event, currency, sum(abs(amount)) as amount, count(*) as rows, count(*) filter (where inserted) as fresh
      from told group by customer, event, currency
    ), totals as (
      select customer, event, sum(rows) as rows, sum(fresh) as fresh, jsonb_object_agg(currency, amount::text) as amounts
      from summed group by customer, event
    ), invoice as (
      select customer, event, array_agg(distinct id order by id) as ids from told where id is not null group by customer, event
    )
    insert into events (at, kind, actor, customer_code, invoice_ids, data)
    select ${now}, t.event, ${tx.json(actor)}, t.customer, coalesce(i.ids, '{}'),
      jsonb_build_object('file', ${file}::text, 'rows', t.rows, 'new', t.fresh, 'amounts', t.amounts)
    from totals t left join invoice i using (customer, event) order by t.customer, t.event`;
}

/** One event per promise given and per dispute opened or closed, dated by the import; `on` is the file's day. */
export async function appendLoopEvents(
  tx: ImportTx,
  what: "promises" | "disputes",
  { now, actor }: ImportMoment,
): Promise<void> {
  if (what === "promises") {
    await tx`
      insert into events (at, kind, actor, customer_code, invoice_ids, subject, subject_id, data)
      select ${now}, 'promise-given', p.given_by, p.customer_code,
        array(select l.invoice_id from promise_lines l where l.promise_id = p.id), 'promises', p.id,
        jsonb_build_object('imported', true, 'on', p.given_on, 'due', p.due_on, 'amount', p.amount::text, 'currency', p.currency)
      from touched t join promises p on p.id = t.id where t.inserted order by p.given_on, p.id`;
    return;
  }
  await tx`
    insert into events (at, kind, actor, customer_code, invoice_ids, subject, subject_id, data)
    select ${now}, step.event, ${tx.json(actor)}, d.customer_code, array[d.invoice_id], 'disputes', d.id,
      jsonb_build_object('imported', true, 'on', case step.event when 'dispute-opened' then d.opened_on else d.closed_on end,
        'category', d.category, 'outcome', d.outcome, 'amount', d.amount::text, 'currency', t.currency)
    from touched t join disputes d on d.id = t.id
    cross join (values (1, 'dispute-opened'), (2, 'dispute-closed')) step (place, event)
    where case step.event when 'dispute-opened' then t.inserted else d.closed_on is not null end
      and not exists (
        select 1 from events e where e.subject = 'disputes' and e.subject_id = d.id and e.kind = step.event)
    order by d.id, step.place`;
}

/** Has the cards that speak of these customers drawn again; the same rows that `enqueueRedraws` writes, on this transaction. */
export async function enqueueImportRedraws(tx: ImportTx, customers: readonly string[], now: Date): Promise<void> {
  if (customers.length === 0) return;
  await tx`
    insert into outbox (key, showing, person_id, gate, not_before, created_at)
    select 'redraw:' || s.id || ':' || gen_random_uuid(), jsonb_build_object('show', 'redraw', 'shown', s.id), s.person_id,
      coalesce('person:' || s.person_id, 'conversation:' || s.conversation), ${now}, ${now}
    from shown_cards s
    where s.customers && ${[...customers]}::text[] and not s.gone and s.shown_at > ${now}::timestamptz - make_interval(days => ${REDRAW_DAYS_MAX}::int)
      and not exists (
        select 1 from outbox o where o.state = 'waiting' and o.showing @> jsonb_build_object('show', 'redraw', 'shown', s.id))`;
}

/** Invoices or payments were heard of: of the sellers in the file, changed or not; of all when the file was empty. */
export async function refreshFeeds(
  tx: ImportTx,
  kind: "invoices" | "payments",
  empty: boolean,
  now: Date,
): Promise<void> {
  await tx`
    insert into feeds as f (seller_code, kind, imported_at)
    select s.code, ${kind}, ${now} from sellers s
    where ${empty} or s.code in (select its_seller from incoming)
    on conflict (seller_code, kind) do update set imported_at = greatest(f.imported_at, excluded.imported_at)`;
}

/** What became of a file. */
export interface ImportRecord {
  readonly file: string;
  readonly kind: string;
  readonly hash: string;
  readonly by: string;
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly { readonly line: number; readonly field: string; readonly reason: string }[];
}

/** Keeps what became of a file. */
export async function recordImport(tx: ImportTx, record: ImportRecord, now: Date): Promise<void> {
  const { file, kind, hash, by, rows, inserted, updated, unchanged, rejected } = record;
  await tx`
    insert into imports (at, file, kind, hash, by, rows, inserted, updated, unchanged, rejected)
    values (${now}, ${file}, ${kind}, ${hash}, ${by}, ${rows}, ${inserted}, ${updated}, ${unchanged},
      ${tx.json(rejected.map((row) => ({ ...row })))})`;
}
