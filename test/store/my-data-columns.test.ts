import { sql } from "drizzle-orm";
import { expect } from "vitest";

import { myDataRows } from "#store/my-data.ts";
import { test } from "../support/world.ts";
import type { World } from "../support/world-given.ts";

/** Every column that names a person, and the part of one's own file where its rows stand. */
const WHERE_IT_STANDS: Readonly<Record<string, string>> = {
  "absences.delegate_id": "absences",
  "absences.person_id": "absences",
  "asks.holder_id": "asks",
  "asks.opened_by": "asks",
  "calendar_feeds.person_id": "calendars",
  "cash_goals.set_by": "cashGoals",
  "channels.guests_allowed_by": "guestsAllowed",
  "chat_identities.person_id": "chatAccounts",
  "clock_tellings.told_id": "askReminders",
  "contact_proposals.proposed_by": "contactsProposed",
  "customers.collector_id": "customers",
  "customers.project_manager_id": "customers",
  "customers.rep_id": "customers",
  "daily_duties.person_id": "dailyDuties",
  "disputes.closed_by": "disputes",
  "disputes.opened_by": "disputes",
  "disputes.owner_id": "disputes",
  "documents.made_by": "documents",
  "dunning_pauses.placed_by": "pauses",
  "events.actor": "acts",
  "holds.placed_by": "holds",
  "invoicing_circuits.changed_by": "circuits",
  "letters.approved_by": "letters",
  "meetings.person_id": "meetings",
  "one_time_links.person_id": "links",
  "outbox.person_id": "messages",
  "promises.given_by": "promises",
  "reminder_flags.person_id": "remindersFlagged",
  "replies.closed_by": "repliesRead",
  "road_endings.decided_by": "roadEndings",
  "role_channels.set_by": "roleChannels",
  "scenario_packages.created_by": "scenarios",
  "scenario_packages.published_by": "scenarios",
  "scenario_proposals.proposed_by": "profilesProposed",
  "shown_cards.person_id": "cards",
  "subscriptions.owner_id": "subscriptions",
};
/** What else a row must hold to count. */
const ALSO: Readonly<Record<string, Readonly<Record<string, string>>>> = { outbox: { state: "'sent'" } };

/** Columns that refer to people, or say who acted, as the database has them. */
async function personColumns(world: World): Promise<readonly { column: string; isActor: boolean }[]> {
  const rows = await world.db.execute(sql`
    select c.relname || '.' || a.attname as column, a.atttypid = 'jsonb'::regtype as "isActor"
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'people' and (
      exists (select 1 from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
        and k.confrelid = 'people'::regclass and a.attnum = any(k.conkey))
      or (a.atttypid = 'jsonb'::regtype and (a.attname = 'actor' or a.attname like '%\_by'))
      or (a.atttypid = 'integer'::regtype and (a.attname like '%person%' or a.attname like '%\_by')))
    order by 1`);
  return rows as unknown as readonly { column: string; isActor: boolean }[];
}

/** One row with the person in the column, and something in every other that has to hold something. */
async function rowNaming(world: World, table: string, column: string, value: string): Promise<void> {
  const needed = await world.db.execute<{ name: string; type: string; isList: boolean }>(sql`
    select attname as name, format_type(atttypid, null) as type, attndims > 0 as "isList"
    from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped
      and attnotnull and not atthasdef and attidentity = '' and attname <> ${column}`);
  const given: Record<string, string> = { [column]: value, ...ALSO[table] };
  for (const { name, type, isList } of needed) given[name] ??= isList ? "'{}'" : something(type);
  const names = Object.keys(given).join(", ");
  await world.db.execute(
    sql.raw(`delete from ${table}; insert into ${table} (${names}) values (${Object.values(given).join(", ")})`),
  );
}

function something(type: string): string {
  if (type === "jsonb") return "'{}'";
  if (type === "boolean") return "true";
  if (type === "date") return "'2026-11-24'";
  if (type.startsWith("timestamp")) return "'2026-11-24T09:00:00Z'";
  return type === "text" || type === "bytea" ? "'x'" : "1";
}

test("whatever table names a person, its rows stand in that person's own file", async ({ world }) => {
  const columns = await personColumns(world);
  expect(columns.map(({ column }) => column)).toEqual(Object.keys(WHERE_IT_STANDS).toSorted());

  const { id } = await world.person();
  // This database is this file's own: rows without the rows they belong to tell as much.
  await world.db.execute(sql`
    do $$ declare rule record;
    begin
      for rule in select conrelid::regclass as of, conname from pg_constraint
        where contype in ('c', 'f') and connamespace = 'public'::regnamespace
      loop execute format('alter table %s drop constraint %I cascade', rule.of, rule.conname); end loop;
    end $$`);
  const missing: string[] = [];
  for (const { column: named, isActor } of columns) {
    const [table = "", column = ""] = named.split(".");
    await rowNaming(world, table, column, isActor ? `'${JSON.stringify({ is: "person", id })}'` : String(id));
    const part = (await myDataRows(world.db, id))[WHERE_IT_STANDS[named] ?? ""];
    if (!Array.isArray(part) || part.length !== 1) missing.push(named);
  }
  expect(missing).toEqual([]);
});

test("a word of thanks that left to one's customer stands there too, a colleague's does not", async ({ world }) => {
  const [claire, marc] = [await world.person(), await world.person({ name: "Marc Roy" })];
  const seller = await world.seller();
  const customer = await world.customer({ rep: claire });
  await world.db.execute(sql`
    insert into thank_you_mails (seller_code, payer_code, currency, language, planned_on, invoice_ids, total)
    values (${seller}, ${customer}, 'EUR', 'fr', '2026-11-24', '{}', 100)`);
  expect((await myDataRows(world.db, claire.id))["thankYouMails"]).toMatchObject([{ customer_code: customer }]);
  expect((await myDataRows(world.db, marc.id))["thankYouMails"]).toEqual([]);
});
