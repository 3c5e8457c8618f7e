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
        p.digest_minutes, p.quiet_line, p.thanks, p.chat, p.work_from_minutes, p.work_until_minutes, p.alsace_moselle, p.welcomed_at from people p left join people m on m.id = p.manager_id
        where p.id = ${person}) a) as account,
      ${list(sql`select chat, team_id, user_id, checked_at from chat_identities where person_id = ${person} order by chat`)} as "chatAccounts",
      ${list(sql`select code, name, rep_id = ${person} as rep, coalesce(collector_id = ${person}, false) as collector,
        coalesce(project_manager_id = ${person}, false) as project_manager from customers
        where ${person} in (rep_id, collector_id, project_manager_id) order by code`)} as customers,
      ${list(sql`select kind, customer_code, reason, why, state, outcome, opened_at, closed_at, coalesce(holder_id = ${person}, false) as held,
        ${isBy("opened_by", person)} as opened from asks where holder_id = ${person} or ${isBy("opened_by", person)} order by opened_at, id`)} as asks,
      ${list(sql`select at, kind, customer_code, data from events where ${isBy("actor", person)} order by at, id`)} as acts,
      ${list(sql`select customer_code, currency, amount::text as minor, due_on, given_on, comment, state from promises
        where ${isBy("given_by", person)} and undone_at is null order by given_on, id`)} as promises,
      ${list(sql`select customer_code, category, amount::text as minor, opened_on, closed_on, outcome, comment from disputes
        where (${isBy("opened_by", person)} or ${isBy("closed_by", person)} or owner_id = ${person}) and undone_at is null order by opened_on, id`)} as disputes,
      ${list(sql`select customer_code, reason, comment, from_on, until_on from holds where ${isBy("placed_by", person)} and undone_at is null order by from_on, id`)} as holds,
      ${list(sql`select showing->>'show' as what, sent_at from outbox where person_id = ${person} and state = 'sent' order by sent_at, id`)} as messages,
      ${list(sql`select chat, showing->>'show' as what, customers, shown_at from shown_cards where person_id = ${person} order by shown_at, id`)} as cards,
      ${list(sql`select duty, day, outcome from daily_duties where person_id = ${person} order by day, duty`)} as "dailyDuties",
      ${list(sql`select from_on, until_on, recorded_at, cancelled_at, person_id <> ${person} as stands_in from absences
        where ${person} in (person_id, delegate_id) order by from_on, id`)} as absences,
      ${list(sql`select starts_at, ends_at, customer_code from meetings where person_id = ${person} order by starts_at, id`)} as meetings,
      ${list(sql`select linked_at from calendar_feeds where person_id = ${person}`)} as calendars,
      ${writtenRows(person)}, ${decidedRows(person)}`);
  return row ?? {};
}

/** What somebody wrote of customers and their mails. */
function writtenRows(person: number): SQL {
  return sql`
    ${list(sql`select reminder_id, comment, at from reminder_flags where person_id = ${person} order by at, reminder_id`)} as "remindersFlagged",
    ${list(sql`select payer_code as customer_code, planned_on, state, sent_at from thank_you_mails t
      where exists (select 1 from customers c where c.code = t.payer_code and c.rep_id = ${person}) order by planned_on, id`)} as "thankYouMails",
    ${list(sql`select customer_code, role, proposed_at from contact_proposals where ${isBy("proposed_by", person)} order by proposed_at, id`)} as "contactsProposed",
    ${list(sql`select customer_code, portal, wants_order_number, cut_off_day, note, changed_at from invoicing_circuits
      where ${isBy("changed_by", person)} order by customer_code`)} as circuits,
    ${list(sql`select customer_code, profile, scenario, proposed_at, state from scenario_proposals where proposed_by = ${person} order by proposed_at, id`)} as "profilesProposed",
    ${list(sql`select customer_code, received_at, state, closed_at from replies where closed_by = ${person} order by closed_at, id`)} as "repliesRead"`;
}

/** What somebody decided or set up, and what was told to them or kept for them beside messages. */
function decidedRows(person: number): SQL {
  return sql`
    ${list(sql`select scope, key, reason, from_on, until_on, placed_at from dunning_pauses where ${isBy("placed_by", person)} order by placed_at, id`)} as pauses,
    ${list(sql`select kind, customer_code, name, made_at from documents where ${isBy("made_by", person)} order by made_at, id`)} as documents,
    ${list(sql`select debtor_code as customer_code, currency, total::text as minor, approved_at from letters where approved_by = ${person} order by approved_at, id`)} as letters,
    ${list(sql`select customer_code, ending, comment, decided_at from road_endings where ${isBy("decided_by", person)} and undone_at is null order by decided_at, id`)} as "roadEndings",
    ${list(sql`select source, created_at, published_at from scenario_packages
      where ${isBy("created_by", person)} or ${isBy("published_by", person)} order by created_at, id`)} as scenarios,
    ${list(sql`select scope, period, currency, amount::text as minor, from_on, set_at from cash_goals where set_by = ${person} order by set_at`)} as "cashGoals",
    ${list(sql`select since, stopped_at from subscriptions where owner_id = ${person} order by since, id`)} as subscriptions,
    ${list(sql`select guests_allowed_at from channels where guests_allowed_by = ${person} order by guests_allowed_at, id`)} as "guestsAllowed",
    ${list(sql`select role, set_at from role_channels where set_by = ${person} order by set_at`)} as "roleChannels",
    ${list(sql`select ask_id, stage, told_on from clock_tellings where told_id = ${person} order by told_on, ask_id`)} as "askReminders",
    ${list(sql`select purpose->>'for' as what, created_at, expires_at from one_time_links where person_id = ${person} order by created_at, id`)} as links`;
}

type ActorColumn =
  | "actor"
  | "changed_by"
  | "closed_by"
  | "created_by"
  | "decided_by"
  | "given_by"
  | "made_by"
  | "opened_by"
  | "placed_by"
  | "proposed_by"
  | "published_by";

function isBy(column: ActorColumn, person: number): SQL {
  return sql`${sql.raw(column)} @> ${JSON.stringify({ is: "person", id: person })}::jsonb`;
}

function list(query: SQL): SQL {
  return sql`coalesce((select jsonb_agg(to_jsonb(r)) from (${query} limit ${ROWS_MAX}::int) r), '[]')`;
}
