import { sql, type SQL } from "drizzle-orm";

import type { ChatName } from "#domain/person.ts";
import type { Db } from "#store/store.ts";

/** How much is kept about a person. */
export interface MyDataCounts {
  /** The oldest trace; null = none but the account. */
  readonly since: Date | null;
  readonly chats: readonly ChatName[];
  readonly customers: number;
  readonly asks: number;
  /** What they did: answers, promises, disputes, comments, looks at figures. */
  readonly acts: number;
  readonly promises: number;
  readonly disputes: number;
  readonly comments: number;
  /** Messages that Relais sent them. */
  readonly messages: number;
  readonly meetings: number;
  readonly calendarLinked: boolean;
}

/** A year of a busy person many times over; an answer without end would take the memory of the service. */
const ROWS_MAX = 50_000;

/** Counts all that is kept about somebody. */
export async function myDataCounts(db: Db, person: number): Promise<MyDataCounts> {
  const [row] = await db.execute<Omit<MyDataCounts, "since"> & { since: string | null }>(sql`
    select
      least((select min(at) from events where ${isBy("actor", person)}),
        (select min(created_at) from outbox where person_id = ${person}),
        (select min(checked_at) from chat_identities where person_id = ${person}),
        (select welcomed_at from people where id = ${person})) as since,
      coalesce((select jsonb_agg(distinct chat) from chat_identities where person_id = ${person}), '[]') as chats,
      (select count(*) from customers where rep_id = ${person})::int as customers,
      (select count(*) from asks where holder_id = ${person})::int as asks,
      (select count(*) from events where ${isBy("actor", person)})::int as acts,
      (select count(*) from promises where ${isBy("given_by", person)} and undone_at is null)::int as promises,
      (select count(*) from disputes where ${isBy("opened_by", person)} and undone_at is null)::int as disputes,
      (select count(*) from events where ${isBy("actor", person)} and kind = 'comment')::int as comments,
      (select count(*) from outbox where person_id = ${person} and state = 'sent')::int as messages,
      (select count(*) from meetings where person_id = ${person})::int as meetings,
      exists (select 1 from calendar_feeds where person_id = ${person}) as "calendarLinked"`);
  if (row === undefined) throw new Error(`Nothing was counted for person ${person}.`);
  return { ...row, since: row.since === null ? null : new Date(row.since) };
}

/**
 * All rows about a person, by subject, as plain data. A calendar's address is a secret that opens the calendar: only that
 * there is one. Of other people, their names do not stand here, and neither do customers' contacts.
 */
export async function myDataRows(db: Db, person: number): Promise<Readonly<Record<string, unknown>>> {
  const [row] = await db.execute<Readonly<Record<string, unknown>>>(sql`
    select
      (select to_jsonb(a) from (select p.email, p.name, p.roles, m.email as manager, p.locale, p.time_zone, p.active,
        p.digest_minutes, p.quiet_line, p.chat, p.work_from_minutes, p.work_until_minutes, p.alsace_moselle, p.welcomed_at from people p left join people m on m.id = p.manager_id
        where p.id = ${person}) a) as account,
      ${list(sql`select chat, team_id, user_id, checked_at from chat_identities where person_id = ${person} order by chat`)} as "chatAccounts",
      ${list(sql`select code, name, rep_id = ${person} as rep, coalesce(collector_id = ${person}, false) as collector,
        coalesce(project_manager_id = ${person}, false) as project_manager from customers
        where ${person} in (rep_id, collector_id, project_manager_id) order by code`)} as customers,
      ${list(sql`select kind, customer_code, reason, state, outcome, opened_at, closed_at from asks where holder_id = ${person} order by opened_at, id`)} as asks,
      ${list(sql`select at, kind, customer_code, data from events where ${isBy("actor", person)} order by at, id`)} as acts,
      ${list(sql`select customer_code, currency, amount::text as minor, due_on, given_on, comment, state from promises
        where ${isBy("given_by", person)} and undone_at is null order by given_on, id`)} as promises,
      ${list(sql`select customer_code, category, amount::text as minor, opened_on, closed_on, outcome, comment from disputes
        where (${isBy("opened_by", person)} or owner_id = ${person}) and undone_at is null order by opened_on, id`)} as disputes,
      ${list(sql`select customer_code, reason, comment, from_on, until_on from holds where ${isBy("placed_by", person)} and undone_at is null order by from_on, id`)} as holds,
      ${list(sql`select showing->>'show' as what, sent_at from outbox where person_id = ${person} and state = 'sent' order by sent_at, id`)} as messages,
      ${list(sql`select chat, showing->>'show' as what, customers, shown_at from shown_cards where person_id = ${person} order by shown_at, id`)} as cards,
      ${list(sql`select duty, day, outcome from daily_duties where person_id = ${person} order by day, duty`)} as "dailyDuties",
      ${list(sql`select from_on, until_on, recorded_at, cancelled_at from absences where person_id = ${person} order by from_on, id`)} as absences,
      ${list(sql`select starts_at, ends_at, customer_code from meetings where person_id = ${person} order by starts_at, id`)} as meetings,
      ${list(sql`select linked_at from calendar_feeds where person_id = ${person}`)} as calendars`);
  return row ?? {};
}

function isBy(column: "actor" | "given_by" | "opened_by" | "placed_by", person: number): SQL {
  return sql`${sql.raw(column)} @> ${JSON.stringify({ is: "person", id: person })}::jsonb`;
}

function list(query: SQL): SQL {
  return sql`coalesce((select jsonb_agg(to_jsonb(r)) from (${query} limit ${ROWS_MAX}::int) r), '[]')`;
}
