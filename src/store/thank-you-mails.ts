import { eq, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Currency } from "#domain/money.ts";
import type { Locale } from "#domain/person.ts";
import type { ThankYouState } from "#domain/thank-you.ts";
import { thankYouMails } from "#store/schema/control.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Invoices of one seller, payer and currency that were paid in full after a reminder, and not thanked for. */
export interface ToThank {
  readonly seller: string;
  readonly payer: string;
  readonly segment: string | null;
  readonly currency: Currency;
  readonly language: Locale;
  readonly invoices: readonly number[];
  readonly total: bigint;
}

/**
 * Whom to thank today: paid by money (no credit note alone) that was recorded since an instant, after an e-mail had listed
 * the invoice. Never for a direct debit, a notified factor, an insolvent customer, one of the group, or one who asked for no more e-mails.
 */
export async function customersToThank(
  db: Db,
  { today, since, locale }: { readonly today: Day; readonly since: Date; readonly locale: Locale },
): Promise<readonly ToThank[]> {
  const rows = await db.execute(sql`
    select i.seller_code as seller, p.code as payer, p.segment, i.currency, coalesce(p.language, ${locale}) as language,
      array_agg(i.id order by i.due_date, i.id) as invoices, sum(i.amount)::bigint as total
    from invoices i
    join customers c on c.code = i.customer_code join customers p on p.code = coalesce(c.payer_code, c.code)
    join sellers s on s.code = i.seller_code and s.went_live_on <= ${today}::date
    where i.settled_on <= ${today}::date and i.kind <> 'credit_note' and i.factoring <> 'notified'
      and coalesce(i.payment_means <> 'direct_debit', true)
      and coalesce(c.insolvency_date, p.insolvency_date) is null
      and c.kind <> 'intercompany' and p.kind <> 'intercompany'
      and not exists (select 1 from contacts k where k.customer_code = p.code and k.stopped = 'complaint')
      and not exists (select 1 from thank_you_mails t where i.id = any(t.invoice_ids))
      and exists (select 1 from allocations a where a.invoice_id = i.id and a.amount > 0
        and a.recorded_at > ${since.toISOString()}::timestamptz and a.recorded_at > (
          select min(r.sent_at) from reminder_lines l join reminders r on r.id = l.reminder_id
          where l.invoice_id = i.id and r.state = 'sent' and r.step <> 'pre-due'))
    group by i.seller_code, p.code, p.segment, i.currency, coalesce(p.language, ${locale})
    order by p.code, i.seller_code, i.currency`);
  return rows as unknown as readonly ToThank[];
}

/** Plans a mail; null when this customer has one today. */
export async function planThankYou(tx: Db, today: Day, mail: ToThank): Promise<number | null> {
  const { seller, payer, currency, language, total, invoices } = mail;
  const [row] = await tx
    .insert(thankYouMails)
    .values({
      sellerCode: seller,
      payerCode: payer,
      currency,
      language,
      total,
      invoiceIds: [...invoices],
      plannedOn: today,
    })
    .onConflictDoNothing()
    .returning({ id: thankYouMails.id });
  return row?.id ?? null;
}

export interface RecordedThankYou {
  readonly id: number;
  readonly seller: string;
  readonly payer: string;
  readonly currency: Currency;
  readonly language: Locale;
  readonly plannedOn: Day;
  readonly invoices: readonly number[];
  readonly state: ThankYouState;
}

/** Null when there is none. */
export async function thankYouById(db: Db, id: number): Promise<RecordedThankYou | null> {
  const rows = await db.execute(sql`
    select id, seller_code as seller, payer_code as payer, currency, language, planned_on as "plannedOn",
      invoice_ids as invoices, state from thank_you_mails where id = ${id}`);
  return (rows as unknown as readonly RecordedThankYou[])[0] ?? null;
}

/** What was paid, as a mail names it; an invoice that is open again is left out. */
export async function paidInvoices(
  db: Db,
  ids: readonly number[],
  today: Day,
): Promise<readonly { readonly number: string; readonly issued: Day; readonly due: Day; readonly amount: bigint }[]> {
  const rows = await db.execute(sql`
    select number, issue_date as issued, due_date as due, amount from invoices
    where id = any(${intArray(ids)}) and settled_on <= ${today}::date order by due_date, number, id`);
  return rows as unknown as readonly { number: string; issued: Day; due: Day; amount: bigint }[];
}

/** What became of it, with the mail itself once it has one. */
export async function noteThankYou(
  tx: Db,
  id: number,
  what: Partial<typeof thankYouMails.$inferInsert> & { readonly state: ThankYouState },
): Promise<void> {
  await tx.update(thankYouMails).set(what).where(eq(thankYouMails.id, id));
}

/** Which of these customers or their payers were thanked by e-mail since an instant. */
export async function thankedSince(db: Db, customers: readonly string[], since: Date): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ code: string }>(sql`
    select c.code from customers c join thank_you_mails t on t.payer_code = coalesce(c.payer_code, c.code)
    where c.code = any(${textArray(customers)}) and t.state = 'sent' and t.sent_at > ${since.toISOString()}::timestamptz`);
  return new Set([...rows].map(({ code }) => code));
}
