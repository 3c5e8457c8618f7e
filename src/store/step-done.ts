import { sql, type SQL } from "drizzle-orm";

/**
 * The step that an invoice (`invoices`, by this alias) took last: by a mail that arrived or by asking somebody. Looked up
 * only once its pace was set anew; before that it stands where its last step left it.
 */
export function stepDone(invoice: SQL): SQL {
  return sql`case when ${invoice}.reentered then (
    select taken.step from (
      select l.step, r.sent_at as at from reminder_lines l join reminders r on r.id = l.reminder_id
      where l.invoice_id = ${invoice}.id and l.advanced and r.state = 'sent'
      union all
      select l.step, a.opened_at from ask_lines l join asks a on a.id = l.ask_id
      where l.invoice_id = ${invoice}.id and l.step is not null
    ) taken order by taken.at desc limit 1
  ) end`;
}
