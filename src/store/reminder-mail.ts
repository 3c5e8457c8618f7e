import { and, eq, inArray, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import type { ReminderState } from "#domain/reminder.ts";
import type { StepName } from "#domain/scenario.ts";
import { reminderLines, reminders } from "#store/schema/dunning.ts";
import { customers, sellers } from "#store/schema/ledger.ts";
import { people } from "#store/schema/people.ts";
import { intArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Rows in one statement: a statement takes at most 65 535 parameters. */
const ROWS_MAX = 1_000;

/** A reminder as its row has it. */
export interface RecordedReminder {
  readonly id: number;
  readonly seller: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly language: Locale;
  readonly step: StepName;
  readonly state: ReminderState;
  /** Fixed before the first attempt to send; null = none was made. */
  readonly messageId: string | null;
  readonly replyToken: string;
  readonly recipients: readonly string[];
  readonly subject: string | null;
  readonly sentAt: Date | null;
}

/** A reminder, planned or sent; null when there is none. */
export async function reminderById(db: Db, id: number): Promise<RecordedReminder | null> {
  const [row] = await db.select(reminderColumns).from(reminders).where(eq(reminders.id, id));
  return row ?? null;
}

/** The same, locked until the end of the transaction: two deliverers take turns. */
export async function lockReminder(tx: Db, id: number): Promise<RecordedReminder | null> {
  const [row] = await tx.select(reminderColumns).from(reminders).where(eq(reminders.id, id)).for("update");
  return row ?? null;
}

/** The mail exactly as it is about to leave: kept before the first attempt, so that nothing leaves that was not kept. */
export interface FixedMail {
  readonly messageId: string;
  readonly recipients: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  /** The versions of the scenario and of the wording; null = shipped. */
  readonly scenarioId: number | null;
  readonly templateId: number | null;
  readonly subject: string;
  readonly bodyText: string;
  readonly bodyHtml: string;
  readonly total: bigint;
}

/** Fixes a mail just before it is sent, so that a second attempt sends the very same. */
export async function fixReminderMail(tx: Db, id: number, mail: FixedMail): Promise<void> {
  await tx
    .update(reminders)
    .set({ ...mail, recipients: [...mail.recipients], cc: [...mail.cc], bcc: [...mail.bcc] })
    .where(eq(reminders.id, id));
}

/** Every address refused or bounced: the mail reached nobody. */
export async function setReminderBounced(tx: Db, id: number, at: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({ state: "bounced", sentAt: sql`coalesce(${reminders.sentAt}, ${at.toISOString()}::timestamptz)` })
    .where(eq(reminders.id, id));
}

/** The mail server never said: neither sent nor not sent. What it listed is kept, no step is done. */
export async function setReminderUnknown(
  tx: Db,
  id: number,
  lines: readonly { readonly invoice: number; readonly step: StepName | null; readonly residual: bigint }[],
): Promise<void> {
  await tx.update(reminders).set({ state: "unknown" }).where(eq(reminders.id, id));
  for (let at = 0; at < lines.length; at += ROWS_MAX) {
    await tx
      .insert(reminderLines)
      .values(
        lines.slice(at, at + ROWS_MAX).map((line) => ({
          reminderId: id,
          invoiceId: line.invoice,
          step: line.step,
          advanced: false,
          residual: line.residual,
        })),
      )
      .onConflictDoNothing();
  }
}

/** Who writes and for whom. */
export interface Letterhead {
  readonly seller: string;
  readonly payer: string;
  readonly country: string | null;
  readonly postalCode: string | null;
  /** The customer's collector, if active. */
  readonly collector: string | null;
  readonly collectorEmail: string | null;
}

/** Who writes to whom: names, places, and the collector if the customer has one. */
export async function letterheadOf(db: Db, seller: string, payer: string): Promise<Letterhead> {
  const [row] = await db
    .select({
      seller: sellers.name,
      payer: customers.name,
      country: customers.country,
      postalCode: customers.postalCode,
      collector: people.name,
      collectorEmail: people.email,
    })
    .from(customers)
    .innerJoin(sellers, eq(sellers.code, seller))
    .leftJoin(people, and(eq(people.id, customers.collectorId), people.active))
    .where(eq(customers.code, payer));
  if (row === undefined) throw new Error(`No seller ${seller} or no customer ${payer}.`);
  return row;
}

/** Names of customers by code. */
export async function namesOfCustomers(db: Db, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const rows = await db
    .select({ code: customers.code, name: customers.name })
    .from(customers)
    .where(inArray(customers.code, [...codes]));
  return new Map(rows.map((row) => [row.code, row.name]));
}

/** When one of these invoices was last written about, by a mail that arrived as far as anybody knows. */
export async function lastWrittenAt(db: Db, invoices: readonly number[]): Promise<Date | null> {
  const rows = await db.execute<{ at: string | null }>(sql`
    select max(r.sent_at) as at from reminders r join reminder_lines l on l.reminder_id = r.id
    where r.state = 'sent' and r.step <> 'pre-due' and l.invoice_id = any(${intArray(invoices)})`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : new Date(at);
}

export interface BrokenPromise {
  readonly amount: bigint;
  readonly currency: Currency;
  readonly dueOn: Day;
  readonly partly: boolean;
}

/** The last promise on these invoices that was due from a day on and not kept. */
export async function brokenPromiseSince(
  db: Db,
  invoices: readonly number[],
  since: Day,
): Promise<BrokenPromise | null> {
  const rows = await db.execute(sql`
    select p.amount, p.currency, p.due_on as "dueOn", p.state = 'partly-kept' as partly
    from promises p
    where p.state in ('broken', 'partly-kept') and p.undone_at is null and p.due_on >= ${since}::date
      and exists (select 1 from promise_lines l where l.promise_id = p.id and l.invoice_id = any(${intArray(invoices)}))
    order by p.due_on desc, p.id desc limit 1`);
  return (rows[0] as BrokenPromise | undefined) ?? null;
}

const reminderColumns = {
  id: reminders.id,
  seller: reminders.sellerCode,
  payer: reminders.payerCode,
  currency: reminders.currency,
  language: reminders.language,
  step: reminders.step,
  state: reminders.state,
  messageId: reminders.messageId,
  replyToken: reminders.replyToken,
  recipients: reminders.recipients,
  subject: reminders.subject,
  sentAt: reminders.sentAt,
};
