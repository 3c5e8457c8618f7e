import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import { rejectCircles, rejectRepeats, rejectRows, rejectUnknownCustomers } from "./import-checks.ts";
import type { ImportTx } from "./import-incoming.ts";
import { merge, type MergedColumn } from "./import-merge.ts";

/** Who imports, and when: product time. */
export interface ImportMoment {
  readonly now: Date;
  readonly today: Day;
  readonly actor: Actor;
}

/** Merges the customers of `incoming`; accounting's `paused_until` becomes a hold of its own. */
export async function mergeCustomers(tx: ImportTx, present: ReadonlySet<string>, moment: ImportMoment): Promise<void> {
  await rejectRepeats(tx, "customer_code", "customer_code");
  if (present.has("payer_code")) await rejectPayers(tx);
  if (present.has("rep_email")) await noteNewOwners(tx, moment);
  await merge(tx, present, {
    into: "customers",
    key: "(code)",
    columns: CUSTOMER_COLUMNS,
    touched: { customer: "code" },
  });
  if (present.has("paused_until")) await setPauses(tx, moment);
}

const person = (column: string): string => `(select p.id from people p where lower(p.email) = i.${column})`;
const same = (column: string): MergedColumn => ({ to: column, from: `i.${column}`, column });

const CUSTOMER_COLUMNS: readonly MergedColumn[] = [
  { to: "code", from: "i.customer_code", column: null },
  same("name"),
  { to: "folded_name", from: "i.folded_name", column: "name" },
  { to: "rep_id", from: person("rep_email"), column: "rep_email" },
  { to: "collector_id", from: person("collector_email"), column: "collector_email" },
  { to: "project_manager_id", from: person("project_manager_email"), column: "project_manager_email" },
  same("payer_code"),
  same("segment"),
  same("language"),
  same("credit_limit"),
  same("insurer_limit"),
  same("factor_limit"),
  { to: "currency", from: "coalesce(i.currency, 'EUR')", column: "currency" },
  same("country"),
  same("postal_code"),
  same("siren"),
  { to: "kind", from: "coalesce(i.kind, 'business')", column: "kind" },
  same("since"),
  same("terms"),
  { to: "key_account", from: "coalesce(i.key_account, false)", column: "key_account" },
  same("insolvency_date"),
  same("address"),
  same("city"),
  same("legal_name"),
];

/** A payer that is refused itself makes those it would pay for refused too, hence the loop. */
async function rejectPayers(tx: ImportTx): Promise<void> {
  await rejectCircles(tx, {
    key: "customer_code",
    parent: "payer_code",
    known: tx`select code, payer_code from customers`,
    fault: { fault: "payer-circle" },
  });
  let gone: number;
  do {
    gone = await rejectRows(
      tx,
      tx`
        select i.line, 'payer_code', jsonb_build_object('fault', 'unknown-payer', 'typed', i.payer_code) from incoming i
        where i.payer_code is not null
          and not exists (select 1 from customers c where c.code = i.payer_code)
          and not exists (select 1 from incoming o where o.customer_code = i.payer_code)`,
    );
  } while (gone > 0);
}

async function noteNewOwners(tx: ImportTx, { now, actor }: ImportMoment): Promise<void> {
  await tx`
    insert into events (at, kind, actor, customer_code, subject, data)
    select ${now}, 'owner-changed', ${tx.json(actor)}, c.code, 'customers', jsonb_build_object('from', c.rep_id, 'to', p.id)
    from incoming i join customers c on c.code = i.customer_code left join people p on lower(p.email) = i.rep_email
    where c.rep_id is distinct from p.id`;
}

/** One running hold per customer follows `paused_until`: lengthened, shortened, or ended when it is empty or over. */
async function setPauses(tx: ImportTx, { today, actor }: ImportMoment): Promise<void> {
  await tx`
    with wanted as (
      select customer_code, case when paused_until >= ${today}::date then paused_until end as until from incoming
    ), over as (
      update holds h set ended_on = least(h.until_on + 1, ${today}::date)
      from wanted w
      where h.customer_code = w.customer_code and h.reason = 'imported' and h.ended_on is null
        and (w.until is null or h.until_on < ${today}::date)
      returning h.customer_code
    )
    insert into touched (customer, inserted)
    select o.customer_code, false from over o where not exists (select 1 from touched t where t.customer = o.customer_code)`;
  await tx`
    with wanted as (
      select customer_code, paused_until as until from incoming where paused_until >= ${today}::date
    ), changed as (
      insert into holds as h (customer_code, reason, from_on, until_on, placed_by)
      select customer_code, 'imported', ${today}::date, until, ${tx.json(actor)} from wanted
      on conflict (customer_code) where reason = 'imported' and ended_on is null
        do update set until_on = excluded.until_on where h.until_on is distinct from excluded.until_on
      returning h.customer_code
    )
    insert into touched (customer, inserted)
    select o.customer_code, false from changed o where not exists (select 1 from touched t where t.customer = o.customer_code)`;
}

/** Merges the contacts of `incoming`: one per customer and e-mail, or name where there is no e-mail. */
export async function mergeContacts(tx: ImportTx, present: ReadonlySet<string>): Promise<void> {
  await rejectUnknownCustomers(tx);
  await rejectRepeats(tx, "customer_code, lower(coalesce(email, name))", present.has("email") ? "email" : "name");
  await merge(tx, present, {
    into: "contacts",
    key: "(customer_code, lower(coalesce(email, name)))",
    columns: [
      { to: "customer_code", from: "i.customer_code", column: null },
      { to: "name", from: "i.name", column: "name" },
      { to: "email", from: "i.email", column: null },
      { to: "phone", from: "i.phone", column: "phone" },
      { to: "role", from: "coalesce(i.role, 'billing')", column: "role" },
      { to: "active", from: "coalesce(i.active, true)", column: "active" },
    ],
    touched: { id: "id", customer: "customer_code" },
  });
}
