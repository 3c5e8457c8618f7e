import { randomBytes } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { DatedPosition } from "#domain/dunning-facts.ts";
import type { PlannedMessage } from "#domain/dunning-plan.ts";
import type { StepName } from "#domain/scenario.ts";
import { reminderLines, reminders } from "#store/schema/dunning.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export interface PositionChange {
  readonly invoice: number;
  readonly position: DatedPosition;
}

const TOKEN_BYTES = 12;
/** Rows in one statement: a statement takes at most 65 535 parameters. */
const ROWS_MAX = 1_000;
/** One pass at a time, in whatever process: any number does. */
const PASS_LOCK = 7_251_905;

/** Waits for any other pass to end, until the end of the transaction. */
export async function lockPass(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${PASS_LOCK})`);
}

/** Makes the verbs of people wait who act on these paying customers; always in the same order, so that nobody waits in a ring. */
export async function lockFamilies(tx: Db, payers: readonly string[]): Promise<void> {
  await tx.execute(
    sql`select code from customers where code = any(${textArray(payers)}) order by code for no key update`,
  );
}

/**
 * The paying customers for whom something may be due on a day: a step whose day has come, or a dispute that is closed and
 * of which dunning took no note yet. Of live sellers only; served by the partial index on the next step's day, and by the
 * one on the settling day for the few that are settled by a payment of a later day: until then they are open.
 */
export async function payersDue(db: Db, day: Day): Promise<readonly string[]> {
  const rows = await db.execute<{ payer: string }>(sql`
    select distinct coalesce(c.payer_code, c.code) as payer
    from (
      select i.customer_code, i.seller_code from invoices i
      where i.settled_on is null and i.kind <> 'credit_note' and i.next_step_on <= ${day}::date
      union all
      select i.customer_code, i.seller_code from invoices i
      where i.settled_on > ${day}::date and i.kind <> 'credit_note' and i.next_step_on <= ${day}::date
      union all
      select i.customer_code, i.seller_code from disputes d join invoices i on i.id = d.invoice_id
      where d.undone_at is null and d.closed_on <= ${day}::date and coalesce(d.resumed_on < d.closed_on, true)
        and coalesce(i.settled_on > ${day}::date, true)
    ) due
    join sellers s on s.code = due.seller_code and s.went_live_on <= ${day}::date
    join customers c on c.code = due.customer_code
    order by payer`);
  return [...rows].map((row) => row.payer);
}

/** Says where invoices stand now; in one statement. */
export async function writePositions(tx: Db, changes: readonly PositionChange[]): Promise<void> {
  if (changes.length === 0) return;
  const rows = JSON.stringify(changes.map(({ invoice, position }) => ({ invoice, ...position })));
  await tx.execute(sql`
    update invoices i set step = v.step, shift = v.shift, reentered = v.reentered, next_step_on = v."nextStepOn"
    from jsonb_to_recordset(${rows}::text::jsonb)
      as v(invoice int, step text, shift int, reentered boolean, "nextStepOn" date)
    where i.id = v.invoice
      and (i.step, i.shift, i.reentered, i.next_step_on) is distinct from (v.step, v.shift, v.reentered, v."nextStepOn")`);
}

/** Holds that are over are ended, and marked as taken note of; gives those that nobody had ended. */
export async function resumeHolds(
  tx: Db,
  day: Day,
): Promise<readonly { readonly id: number; readonly customer: string; readonly invoice: number | null }[]> {
  const rows = await tx.execute(sql`
    update holds h set resumed_on = ${day}::date, ended_on = coalesce(h.ended_on, h.until_on + 1)
    from holds before
    where before.id = h.id and h.undone_at is null and least(h.until_on, h.ended_on - 1) < ${day}::date
      and coalesce(h.resumed_on <= least(h.until_on, h.ended_on - 1), true)
    returning h.id, h.customer_code as customer, h.invoice_id as invoice, before.ended_on is null as "wasOpen"`);
  return (
    rows as unknown as readonly { id: number; customer: string; invoice: number | null; wasOpen: boolean }[]
  ).filter((row) => row.wasOpen);
}

/** Closed disputes of these ids are marked as taken note of. */
export async function resumeDisputes(tx: Db, ids: readonly number[], day: Day): Promise<void> {
  await tx.execute(sql`update disputes set resumed_on = ${day}::date where id = any(${intArray(ids)})`);
}

/** Reminders of an earlier day that never left are given up: their steps are planned anew. */
export async function dropUnsent(tx: Db, day: Day): Promise<void> {
  await tx
    .update(reminders)
    .set({ state: "dropped", droppedBecause: "not-sent-in-time" })
    .where(and(eq(reminders.state, "planned"), sql`${reminders.plannedOn} < ${day}`));
}

/** Writes the day's messages as planned; a group that has one keeps it. Gives the ids of the new ones. */
export async function planReminders(
  tx: Db,
  day: Day,
  messages: readonly PlannedMessage[],
  scenarioIds: ReadonlyMap<string, number>,
): Promise<readonly { readonly id: number; readonly payer: string }[]> {
  const planned: { id: number; payer: string }[] = [];
  for (let at = 0; at < messages.length; at += ROWS_MAX) {
    const rows = await tx
      .insert(reminders)
      .values(
        messages.slice(at, at + ROWS_MAX).map((message) => ({
          sellerCode: message.seller,
          payerCode: message.payer,
          currency: message.currency,
          language: message.language,
          plannedOn: day,
          step: message.step,
          scenarioId: scenarioIds.get(message.scenario) ?? null,
          replyToken: randomBytes(TOKEN_BYTES).toString("hex"),
          recipients: [...message.to],
          total: message.total,
        })),
      )
      .onConflictDoNothing()
      .returning({ id: reminders.id, payer: reminders.payerCode });
    planned.push(...rows);
  }
  return planned;
}

/** The message left: what it listed and the steps it brought are kept. The mail itself is kept before it leaves. */
export async function markReminderSent(tx: Db, reminder: number, message: PlannedMessage, now: Date): Promise<void> {
  await tx
    .update(reminders)
    .set({ state: "sent", step: message.step, recipients: [...message.to], total: message.total, sentAt: now })
    .where(eq(reminders.id, reminder));
  for (let at = 0; at < message.lines.length; at += ROWS_MAX) {
    await tx.insert(reminderLines).values(
      message.lines.slice(at, at + ROWS_MAX).map((line) => ({
        reminderId: reminder,
        invoiceId: line.invoice.id,
        step: line.step,
        advanced: line.advancesTo !== null,
        residual: line.invoice.residual,
      })),
    );
  }
  await writePositions(
    tx,
    message.lines.flatMap(({ invoice, advancesTo }) =>
      advancesTo === null ? [] : [{ invoice: invoice.id, position: advancesTo }],
    ),
  );
}

/** The message does not leave: the steps stay undone. */
export async function markReminderDropped(tx: Db, reminder: number, because: string): Promise<void> {
  await tx.update(reminders).set({ state: "dropped", droppedBecause: because }).where(eq(reminders.id, reminder));
}

/**
 * A message that did not arrive: the steps it brought are not done, so each invoice that stands at one goes back to the
 * step before it, due again at once. `order` = the scenario's steps. Gives the invoices that went back.
 */
export async function takeBackSteps(
  tx: Db,
  reminder: number,
  order: readonly StepName[],
  day: Day,
): Promise<readonly number[]> {
  const rows = await tx.execute<{ id: number }>(sql`
    update invoices i set step = (${textArray(order)})[array_position(${textArray(order)}, i.step) - 1],
      next_step_on = least(i.next_step_on, ${day}::date)
    from reminder_lines l
    where l.reminder_id = ${reminder} and l.advanced and l.invoice_id = i.id and l.step = i.step
      and coalesce(i.settled_on > ${day}::date, true)
    returning i.id`);
  return [...rows].map(({ id }) => id);
}
