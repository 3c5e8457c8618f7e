import { sql } from "drizzle-orm";

import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A reminder as the customer received it. */
export interface SentMail {
  readonly id: number;
  readonly payer: string;
  readonly step: string;
  readonly state: string;
  readonly sentAt: Date;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** One mail as it was sent; null = none, or it never left. */
export async function sentMailById(db: Db, id: number): Promise<SentMail | null> {
  return (await sentMails(db, sql`r.id = any(${intArray([id])})`))[0] ?? null;
}

/** All mails that left to these payers, the first first. */
export async function sentMailsTo(db: Db, payers: readonly string[]): Promise<readonly SentMail[]> {
  return sentMails(db, sql`r.payer_code = any(${textArray(payers)})`);
}

async function sentMails(db: Db, which: ReturnType<typeof sql>): Promise<readonly SentMail[]> {
  const rows = await db.execute(sql`
    select r.id, r.payer_code as payer, r.step, r.state, r.sent_at as "sentAt", r.recipients as "to", r.subject,
      r.body_text as text, r.message_id as "messageId"
    from reminders r
    where ${which} and r.state in ('sent', 'bounced') and r.subject is not null and r.body_text is not null
    order by r.sent_at, r.id`);
  const found = rows as unknown as readonly (Omit<SentMail, "sentAt"> & { readonly sentAt: string })[];
  return found.map((row) => ({ ...row, sentAt: new Date(row.sentAt) }));
}
