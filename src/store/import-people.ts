import { rejectCircles, rejectRepeats } from "./import-checks.ts";
import type { ImportTx } from "./import-incoming.ts";
import { merge } from "./import-merge.ts";

/** Merges the sellers of `incoming`. */
export async function mergeSellers(tx: ImportTx, present: ReadonlySet<string>): Promise<void> {
  await rejectRepeats(tx, "seller_code", "seller_code");
  await merge(tx, present, {
    into: "sellers",
    key: "(code)",
    columns: [
      { to: "code", from: "i.seller_code", column: null },
      { to: "name", from: "i.name", column: "name" },
      { to: "country", from: "i.country", column: "country" },
      { to: "siren", from: "i.siren", column: "siren" },
      { to: "currency", from: "coalesce(i.currency, 'EUR')", column: "currency" },
      { to: "legal_name", from: "i.legal_name", column: "legal_name" },
      { to: "address", from: "i.address", column: "address" },
      { to: "postal_code", from: "i.postal_code", column: "postal_code" },
      { to: "city", from: "i.city", column: "city" },
      { to: "legal_mentions", from: "i.legal_mentions", column: "legal_mentions" },
      { to: "late_rate", from: "i.late_rate", column: "late_rate" },
    ],
    touched: { seller: "code" },
  });
}

/** Merges the people of `incoming`, then says who is whose manager: a manager may stand further down in the file. */
export async function mergePeople(
  tx: ImportTx,
  present: ReadonlySet<string>,
  defaults: { readonly locale: string; readonly timeZone: string },
): Promise<void> {
  await rejectRepeats(tx, "email", "email");
  if (present.has("manager_email")) {
    await rejectCircles(tx, {
      key: "email",
      parent: "manager_email",
      known: tx`select lower(p.email), lower(m.email) from people p left join people m on m.id = p.manager_id`,
      fault: { fault: "manager-circle" },
    });
  }
  await tx`
    update incoming set locale = coalesce(locale, ${defaults.locale}), time_zone = coalesce(time_zone, ${defaults.timeZone})`;
  await merge(tx, present, {
    into: "people",
    key: "(lower(email))",
    columns: [
      { to: "email", from: "i.email", column: null },
      { to: "name", from: "i.name", column: "name" },
      { to: "roles", from: "i.roles", column: "roles" },
      { to: "locale", from: "i.locale", column: "locale" },
      { to: "time_zone", from: "i.time_zone", column: "time_zone" },
      { to: "active", from: "coalesce(i.active, true)", column: "active" },
    ],
    touched: { id: "id" },
  });
  if (present.has("manager_email")) await setManagers(tx);
}

async function setManagers(tx: ImportTx): Promise<void> {
  await tx`
    with changed as (
      update people p set manager_id = w.manager_id
      from (
        select i.email, m.id as manager_id from incoming i left join people m on lower(m.email) = i.manager_email
      ) w
      where lower(p.email) = w.email and p.manager_id is distinct from w.manager_id
      returning p.id
    )
    insert into touched (id, inserted)
    select id, false from changed where not exists (select 1 from touched t where t.id = changed.id)`;
}

/** How many rows name each person who is not known, in one of the columns that name people. */
export async function unknownPeople(
  tx: ImportTx,
  column: "manager_email" | "rep_email" | "collector_email" | "project_manager_email" | "by_email",
): Promise<readonly { readonly email: string; readonly rows: number }[]> {
  const rows = await tx<{ email: string; rows: number }[]>`
    select i.${tx(column)} as email, count(*)::int as rows from incoming i
    where i.${tx(column)} is not null and not exists (select 1 from people p where lower(p.email) = i.${tx(column)})
    group by 1 order by 1`;
  return [...rows];
}
