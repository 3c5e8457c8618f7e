import type postgres from "postgres";

/** A connection of `store.bulk`, in or outside a transaction. */
export type Bulk = postgres.ISql<{ bigint: bigint }>;

/** Days before the due date before which no step can be due; the earliest one shipped is 10. */
export const FIRST_STEP_DAYS_MAX = 15;

/**
 * Works out `settled_on` anew for the invoices whose ids a query gives: the first day from which the running residual (by
 * the days of allocations and linked credit notes) stays at or below zero for good, null while open. An invoice that is
 * open again, such as after a returned direct debit, is dunned from its first due date.
 */
export async function refreshSettled(tx: Bulk, ids: postgres.Fragment): Promise<void> {
  await tx`
    with entry as (
      select i.id, i.issue_date as day, i.amount::numeric as change from invoices i
        where i.kind <> 'credit_note' and i.id in (${ids})
      union all
      select a.invoice_id, a.date, -a.amount from allocations a where a.invoice_id in (${ids})
      union all
      select c.credit_of_id, c.issue_date, -c.amount from invoices c where c.credit_of_id in (${ids})
    ), daily as (
      select id, day, sum(sum(change)) over (partition by id order by day) as residual from entry group by id, day
    ), owed as (
      select id, day, max(day) filter (where residual > 0) over (partition by id) as last_owed from daily
    ), verdict as (
      select id, min(day) filter (where day > coalesce(last_owed, '-infinity')) as day from owed group by id
    ), settled as (
      select i.id, i.settled_on as before, case when v.day is not null then greatest(v.day, i.issue_date) end as after
      from invoices i join verdict v on v.id = i.id
      where i.kind <> 'credit_note'
    )
    update invoices i set
      settled_on = s.after,
      step = case when s.after is null then null else i.step end,
      shift = case when s.after is null then 0 else i.shift end,
      reentered = case when s.after is null then false else i.reentered end,
      next_step_on = case when s.after is null then i.due_date - ${FIRST_STEP_DAYS_MAX}::int else i.next_step_on end
    from settled s
    where s.id = i.id and s.before is distinct from s.after`;
}
