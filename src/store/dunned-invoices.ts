import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { DunnedInvoice, LastReminder } from "#domain/dunning-facts.ts";
import type { HoldReason } from "#domain/hold.ts";
import { stepDone } from "#store/step-done.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** Which invoices, as of which day, and in which zone an instant has its day. */
export interface DunnedScope {
  readonly day: Day;
  readonly timeZone: string;
  /** Invoiced customers; null = all. */
  readonly customers: readonly string[] | null;
}

type Row = Omit<DunnedInvoice, "hold" | "lastReminder"> & {
  readonly holdReason: HoldReason | null;
  readonly holdUntil: Day | null;
  readonly remindedOn: Day | null;
  readonly reminderState: LastReminder["state"] | null;
};

/** The open invoices of a day with everything that decides their dunning, in one statement; oldest due first. */
export async function dunnedInvoices(
  db: Db,
  { day, timeZone, customers }: DunnedScope,
): Promise<readonly DunnedInvoice[]> {
  const rows = (await db.execute(sql`
    with standing as materialized (
      select h.id, h.customer_code, h.invoice_id, h.reason, h.until_on from holds h
      where h.undone_at is null and h.from_on <= ${day}::date and coalesce(h.until_on >= ${day}::date, true)
        and coalesce(h.ended_on > ${day}::date, true)
    ), carried as materialized (
      select y.customer_code, r.seller_code, r.currency, y.closed_at, (y.closed_at at time zone ${timeZone})::date as closed_on
      from replies y left join reminders r on r.id = y.reminder_id
      where y.kind = 'human' and y.state = 'carry-on' and (y.closed_at at time zone ${timeZone})::date <= ${day}::date
    )
    select i.id, i.seller_code as seller, i.customer_code as customer, p.code as payer, i.number, i.kind,
      i.issue_date as issued, i.due_date as due, i.currency, i.amount, o.residual, o.disputed, o.promised, o.suspended,
      o.suspended_until as "suspendedUntil", o.unjudged, i.step, i.shift, i.reentered, ${stepDone(sql`i`)} as done, i.payment_means as means,
      i.factoring, c.kind as "customerKind", c.key_account or c.vip or p.key_account or p.vip as "keyAccount",
      greatest(c.insolvency_date, p.insolvency_date) as "insolvencyDate",
      exists (select 1 from allocations a where a.invoice_id = i.id and a.amount < 0 and a.date <= ${day}::date) as "debitReturned",
      hold.reason as "holdReason", hold.until_on as "holdUntil",
      last.sent_on as "remindedOn", last.state as "reminderState", coalesce(last.delivered, false) as delivered,
      coalesce((select sum(a.amount) from allocations a
        where a.invoice_id = i.id and (a.recorded_at > last.sent_at or a.date > last.sent_on) and a.date <= ${day}::date), 0)::bigint as "paidSince",
      (select max(k.closed_on) from carried k
        where k.customer_code in (c.code, p.code) and k.closed_at > last.sent_at
          and coalesce(k.seller_code = i.seller_code and k.currency = i.currency, true)) as "carryOnSince",
      (select max(b.due_on) from promise_lines l join promises b on b.id = l.promise_id
        where l.invoice_id = i.id and l.released_on is null and b.undone_at is null and b.state in ('broken', 'partly-kept')
          and b.state_on <= ${day}::date and b.state_on >= coalesce(last.sent_on, b.state_on)) as "brokenPromise"
    from open_items(${day}::date, ${customers === null ? sql`null::text[]` : textArray(customers)}) o
    join invoices i on i.id = o.invoice_id
    join customers c on c.code = i.customer_code
    join customers p on p.code = coalesce(c.payer_code, c.code)
    left join lateral (
      select h.reason, h.until_on from standing h
      where h.customer_code in (c.code, p.code) and (h.invoice_id is null or h.invoice_id = i.id)
      order by h.until_on desc nulls first, h.id limit 1
    ) hold on true
    left join lateral (
      select r.sent_at, r.state, (r.sent_at at time zone ${timeZone})::date as sent_on,
        bool_or(r.state = 'sent') over () as delivered
      from reminder_lines l join reminders r on r.id = l.reminder_id
      where l.invoice_id = i.id and r.state in ('sent', 'bounced') and (r.sent_at at time zone ${timeZone})::date <= ${day}::date
        -- What was said before the day is no reminder: nobody owed anything yet.
        and (r.sent_at at time zone ${timeZone})::date > i.due_date
      order by r.sent_at desc limit 1
    ) last on true
    order by i.due_date, i.number, i.id`)) as unknown as readonly Row[];
  return rows.map(({ holdReason, holdUntil, remindedOn, reminderState, ...row }) => ({
    ...row,
    hold: holdReason === null ? null : { reason: holdReason, until: holdUntil },
    lastReminder: remindedOn === null || reminderState === null ? null : { sentOn: remindedOn, state: reminderState },
  }));
}
