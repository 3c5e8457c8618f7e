import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { Currency } from "#domain/money.ts";
import type { PromiseState } from "#domain/promise-to-pay.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** What people said and did about some customers, for their case file; what was undone never existed. */
export interface CaseFacts {
  readonly replies: readonly {
    readonly id: number;
    readonly receivedAt: Date;
    readonly from: string;
    readonly subject: string;
    readonly kind: string;
    readonly text: string;
  }[];
  readonly promises: readonly {
    readonly givenOn: Day;
    readonly dueOn: Day;
    readonly amount: bigint;
    readonly currency: Currency;
    readonly state: PromiseState;
    readonly invoices: string;
    readonly comment: string | null;
  }[];
  readonly disputes: readonly {
    readonly invoice: string;
    readonly category: DisputeCategory;
    readonly amount: bigint;
    readonly currency: Currency;
    readonly openedOn: Day;
    readonly closedOn: Day | null;
    readonly outcome: DisputeOutcome | null;
    readonly comment: string | null;
  }[];
  /** Every attempt to reach them by mail, also what never arrived. */
  readonly deliveries: readonly {
    readonly plannedOn: Day;
    readonly sentAt: Date | null;
    readonly step: string;
    readonly state: string;
    readonly to: readonly string[];
    readonly messageId: string | null;
    readonly because: string | null;
  }[];
}

/** All that a case file tells of these customers, each list in the order in which it happened. */
export async function caseFacts(db: Db, customers: readonly string[]): Promise<CaseFacts> {
  const these = textArray(customers);
  const replies = await db.execute(sql`
    select id, received_at as "receivedAt", from_email as "from", subject, kind, new_text as text from replies
    where customer_code = any(${these}) order by received_at, id`);
  const promises = await db.execute(sql`
    select p.given_on as "givenOn", p.due_on as "dueOn", p.amount, p.currency, p.state, p.comment,
      coalesce((select string_agg(i.number, ' ' order by i.number) from promise_lines l join invoices i on i.id = l.invoice_id
        where l.promise_id = p.id), '') as invoices
    from promises p where p.customer_code = any(${these}) and p.undone_at is null order by p.given_on, p.id`);
  const disputes = await db.execute(sql`
    select i.number as invoice, d.category, d.amount, i.currency, d.opened_on as "openedOn", d.closed_on as "closedOn",
      d.outcome, d.comment
    from disputes d join invoices i on i.id = d.invoice_id
    where d.customer_code = any(${these}) and d.undone_at is null order by d.opened_on, d.id`);
  const deliveries = await db.execute(sql`
    select planned_on as "plannedOn", sent_at as "sentAt", step, state, recipients as "to", message_id as "messageId",
      dropped_because as because
    from reminders where payer_code = any(${these}) order by planned_on, id`);
  return {
    replies: dated(replies, "receivedAt") as unknown as CaseFacts["replies"],
    promises: promises as unknown as CaseFacts["promises"],
    disputes: disputes as unknown as CaseFacts["disputes"],
    deliveries: dated(deliveries, "sentAt") as unknown as CaseFacts["deliveries"],
  };
}

/** `execute` gives instants as text. */
function dated(rows: readonly Record<string, unknown>[], column: string): readonly Record<string, unknown>[] {
  return rows.map((row) => {
    const at = row[column];
    return { ...row, [column]: typeof at === "string" ? new Date(at) : null };
  });
}
