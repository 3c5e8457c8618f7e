import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { HoldReason } from "#domain/hold.ts";
import type { Db } from "#store/store.ts";

/** A hold in the list of all stops. */
export interface StandingHold {
  readonly code: string;
  readonly name: string;
  readonly reason: HoldReason;
  /** Its number; null = the whole customer. */
  readonly invoice: string | null;
  readonly until: Day | null;
  readonly placedBy: Actor;
}

/** The holds of customers with something open, the one that ends last first: one page, and how many there are. */
export async function standingHoldsPage(
  db: Db,
  day: Day,
  page: { readonly from: number; readonly length: number },
): Promise<{ readonly holds: readonly StandingHold[]; readonly total: number }> {
  const rows = (await db.execute(sql`
    select c.code, c.name, h.reason, i.number as invoice, h.until_on as until, h.placed_by as "placedBy",
      (count(*) over ())::int as total
    from holds h join customers c on c.code = h.customer_code left join invoices i on i.id = h.invoice_id
    where h.undone_at is null and h.from_on <= ${day}::date and coalesce(h.until_on >= ${day}::date, true)
      and coalesce(h.ended_on > ${day}::date, true)
      and exists (select 1 from invoices o join customers f on f.code = o.customer_code
        where (f.code = c.code or f.payer_code = c.code) and o.kind <> 'credit_note'
          and coalesce(o.settled_on > ${day}::date, true) and (h.invoice_id is null or h.invoice_id = o.id))
    order by h.until_on desc nulls first, c.name, h.id
    limit ${page.length} offset ${page.from}`)) as unknown as readonly (StandingHold & { readonly total: number })[];
  return { holds: rows, total: rows[0]?.total ?? 0 };
}

/** The segments that customers are in. */
export async function segmentsInUse(db: Db, max: number): Promise<readonly string[]> {
  const rows = await db.execute<{ segment: string }>(
    sql`select distinct segment from customers where segment is not null and segment <> '' order by segment limit ${max}`,
  );
  return [...rows].map(({ segment }) => segment);
}
