import { and, eq, inArray, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { DisputeCategory, DisputeOutcome } from "#domain/dispute.ts";
import type { Actor } from "#domain/event.ts";
import type { Money } from "#domain/money.ts";
import type { Role } from "#domain/person.ts";
import { disputes } from "#store/schema/loop.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** The contested part of one invoice, as it is opened. */
export interface NewDispute {
  readonly customer: string;
  readonly invoice: number;
  readonly category: DisputeCategory;
  /** In minor units of the invoice's currency. */
  readonly amount: bigint;
  readonly comment: string | null;
  readonly openedOn: Day;
  readonly openedBy: Actor;
  readonly ownerId: number | null;
  readonly ownerRole: Role | null;
  /** The owner's last day to answer it. */
  readonly answerBy: Day;
}

/** A dispute with what became of it. */
export interface RecordedDispute extends NewDispute {
  readonly id: number;
  readonly closedOn: Day | null;
  readonly outcome: DisputeOutcome | null;
  readonly closedBy: Actor | null;
  readonly eventId: number | null;
  readonly undoneAt: Date | null;
}

/** A dispute, open or closed; null when there is none. */
export async function disputeById(db: Db, id: number): Promise<RecordedDispute | null> {
  const [row] = await db.select(disputeColumns).from(disputes).where(eq(disputes.id, id));
  return row ?? null;
}

/** The disputes that still stand on these invoices, oldest first. */
export async function openDisputesOn(db: Db, invoices: readonly number[]): Promise<readonly RecordedDispute[]> {
  if (invoices.length === 0) return [];
  return db
    .select(disputeColumns)
    .from(disputes)
    .where(and(inArray(disputes.invoiceId, [...invoices]), isNull(disputes.closedOn), isNull(disputes.undoneAt)))
    .orderBy(disputes.id);
}

/** The open disputes that somebody answers, by name or by one of their roles. */
export async function disputesHeldBy(db: Db, person: number, roles: readonly Role[]): Promise<readonly HeldDispute[]> {
  const rows = await db.execute<HeldDisputeRow>(sql`
    select d.id as dispute, c.code, c.name, d.amount, i.currency, d.opened_on as since
    from disputes d join invoices i on i.id = d.invoice_id join customers c on c.code = d.customer_code
    where d.closed_on is null and d.undone_at is null
      and (d.owner_id = ${person} or (d.owner_id is null and d.owner_role = any(${textArray(roles)})))
    order by d.id`);
  return [...rows].map(({ amount, currency, ...held }) => ({ ...held, amount: { minor: amount, currency } }));
}

export interface HeldDispute {
  readonly dispute: number;
  readonly code: string;
  readonly name: string;
  readonly amount: Money;
  readonly since: Day;
}

type HeldDisputeRow = Omit<HeldDispute, "amount"> & { readonly amount: bigint; readonly currency: string };

/** Writes disputes in the order given and gives their ids. */
export async function insertDisputes(tx: Db, rows: readonly NewDispute[]): Promise<readonly number[]> {
  const written = await tx
    .insert(disputes)
    .values(
      rows.map(({ customer, invoice, ...rest }) => ({
        ...rest,
        customerCode: customer,
        invoiceId: invoice,
        creditedWhenRecorded: sql`(select coalesce(sum(c.amount), 0) from invoices c where c.credit_of_id = ${invoice})`,
      })),
    )
    .returning({ id: disputes.id });
  return written.map((row) => row.id);
}

/** Says which event made these disputes, so that undoing it takes them back. */
export async function setDisputeEvent(tx: Db, ids: readonly number[], eventId: number): Promise<void> {
  await tx
    .update(disputes)
    .set({ eventId })
    .where(inArray(disputes.id, [...ids]));
}

export interface DisputeEnding {
  readonly on: Day;
  readonly outcome: DisputeOutcome;
  readonly by: Actor;
  readonly comment: string | null;
}

/** Closes a dispute; undoing opens it again. */
export async function setDisputeClosed(tx: Db, id: number, ending: DisputeEnding): Promise<void> {
  await tx
    .update(disputes)
    .set({ closedOn: ending.on, outcome: ending.outcome, closedBy: ending.by, closingComment: ending.comment })
    .where(eq(disputes.id, id));
}

/** An open dispute with what became of its invoice. */
export interface StandingDispute {
  readonly id: number;
  readonly customer: string;
  readonly invoice: number;
  readonly amount: bigint;
  /** Credit notes on the invoice that came since the dispute was recorded; one known before was no answer to it. */
  readonly credited: bigint;
  /** The day of the payment or the credit note that settles it, whenever it was imported; never before it was opened. */
  readonly settledOn: Day;
}

/** Open disputes whose invoice is settled by a day, or has been credited since for the contested amount at least. */
export async function settledDisputesOf(
  db: Db,
  customers: readonly string[],
  day: Day,
): Promise<readonly StandingDispute[]> {
  const rows = await db.execute(sql`
    select id, customer, invoice, amount, credited,
      greatest(opened, least(settled, (
        select min(c.issue_date) from invoices c
        where c.credit_of_id = standing.invoice and standing.amount + standing.before <= (
          select sum(e.amount) from invoices e where e.credit_of_id = standing.invoice and e.issue_date <= c.issue_date)
      ))) as "settledOn"
    from (
      select d.id, d.customer_code as customer, d.invoice_id as invoice, d.amount, i.settled_on as settled,
        d.opened_on as opened, d.credited_when_recorded as before,
        (coalesce((select sum(c.amount) from invoices c where c.credit_of_id = i.id and c.issue_date <= ${day}::date), 0)
          - d.credited_when_recorded)::bigint as credited
      from disputes d join invoices i on i.id = d.invoice_id
      where d.customer_code = any(${textArray(customers)}) and d.closed_on is null and d.undone_at is null
        and d.opened_on <= ${day}::date
    ) standing
    where settled <= ${day}::date or credited >= amount
    order by id`);
  return rows as unknown as readonly StandingDispute[];
}

const disputeColumns = {
  id: disputes.id,
  customer: disputes.customerCode,
  invoice: disputes.invoiceId,
  category: disputes.category,
  amount: disputes.amount,
  comment: disputes.comment,
  openedOn: disputes.openedOn,
  openedBy: disputes.openedBy,
  ownerId: disputes.ownerId,
  ownerRole: disputes.ownerRole,
  answerBy: disputes.answerBy,
  closedOn: disputes.closedOn,
  outcome: disputes.outcome,
  closedBy: disputes.closedBy,
  eventId: disputes.eventId,
  undoneAt: disputes.undoneAt,
};
