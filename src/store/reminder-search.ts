import { sql, type SQL } from "drizzle-orm";

import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A reminder that a mail may answer. */
export interface FoundReminder {
  readonly id: number;
  readonly payer: string;
  readonly subject: string | null;
  readonly recipients: readonly string[];
  /** In copy, openly or not: the mail is theirs to know, not to answer for. */
  readonly copies: readonly string[];
}

/** A mail later than this after a reminder, without any sign that it answers it, is about something else. */
const BY_SENDER_DAYS_MAX = 180;
const FOUND_MAX = 50;

/** The reminders with these message ids, in the order of the ids: the first is the nearest ancestor. */
export async function remindersByMessageIds(db: Db, ids: readonly string[]): Promise<readonly FoundReminder[]> {
  if (ids.length === 0) return [];
  return found(
    db,
    sql`r.message_id = any(${textArray(ids)})`,
    sql`array_position(${textArray(ids)}, r.message_id), r.id desc`,
  );
}

/** The reminders with these reply tokens. */
export async function remindersByTokens(db: Db, tokens: readonly string[]): Promise<readonly FoundReminder[]> {
  if (tokens.length === 0) return [];
  return found(db, sql`r.reply_token = any(${textArray(tokens)}) and r.message_id is not null`, sql`r.id desc`);
}

/** What was written of late to this address, newest first. */
export async function remindersToAddress(db: Db, email: string, now: Date): Promise<readonly FoundReminder[]> {
  return found(
    db,
    sql`exists (select 1 from unnest(r.recipients) recipient where lower(recipient) = lower(${email})) and ${recent(now)}`,
    sql`r.sent_at desc, r.id desc`,
  );
}

/** What was written of late to anybody at this domain, newest first. */
export async function remindersToDomain(db: Db, domain: string, now: Date): Promise<readonly FoundReminder[]> {
  return found(
    db,
    sql`exists (select 1 from unnest(r.recipients) recipient where split_part(lower(recipient), '@', 2) = lower(${domain})) and ${recent(now)}`,
    sql`r.sent_at desc, r.id desc`,
  );
}

/** The paying customers that have a contact with this address. */
export async function payersWithContact(db: Db, email: string): Promise<readonly string[]> {
  const rows = await db.execute<{ payer: string }>(sql`
    select distinct coalesce(c.payer_code, c.code) as payer
    from contacts k join customers c on c.code = k.customer_code
    where lower(k.email) = lower(${email}) order by payer`);
  return [...rows].map((row) => row.payer);
}

/** The paying customers that have a contact at this domain. */
export async function payersAtDomain(db: Db, domain: string): Promise<readonly string[]> {
  const rows = await db.execute<{ payer: string }>(sql`
    select distinct coalesce(c.payer_code, c.code) as payer
    from contacts k join customers c on c.code = k.customer_code
    where split_part(lower(k.email), '@', 2) = lower(${domain}) order by payer`);
  return [...rows].map((row) => row.payer);
}

/** The invoices a reminder listed. */
export async function invoicesListedBy(db: Db, reminderId: number): Promise<readonly number[]> {
  const rows = await db.execute<{ id: number }>(
    sql`select invoice_id as id from reminder_lines where reminder_id = ${reminderId} order by invoice_id`,
  );
  return [...rows].map((row) => row.id);
}

function recent(now: Date): SQL {
  const at = now.toISOString();
  return sql`r.sent_at between ${at}::timestamptz - make_interval(days => ${BY_SENDER_DAYS_MAX}) and ${at}::timestamptz`;
}

async function found(db: Db, where: SQL, order: SQL): Promise<readonly FoundReminder[]> {
  const rows = await db.execute(sql`
    select r.id, r.payer_code as payer, r.subject, r.recipients, r.cc || r.bcc as copies from reminders r where ${where} order by ${order} limit ${FOUND_MAX}`);
  return rows as unknown as readonly FoundReminder[];
}
