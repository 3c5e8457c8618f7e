import { sql } from "drizzle-orm";

import type { Db } from "#store/store.ts";

/** An open ask that a person holds who left or is replaced, or that came to them in somebody's absence. */
export interface MovableAsk {
  readonly ask: number;
  readonly holderId: number;
  readonly holderActive: boolean;
  readonly standInId: number | null;
  /** In whose absence it came; null = in nobody's. */
  readonly cameFrom: number | null;
}

/**
 * The open asks whose holder may have to change, because people come and go. What was opened for a delegate during an
 * absence came from it as well, unless somebody gave it to them since.
 */
export async function movableAsks(db: Db, timeZone: string): Promise<readonly MovableAsk[]> {
  const rows = await db.execute(sql`
    select * from (
      select a.id as ask, a.holder_id as "holderId", h.active as "holderActive", h.stand_in_id as "standInId",
        case when moved.data is null then instead.of
          when moved.data->>'because' = 'absence' then (moved.data->>'from')::int end as "cameFrom"
      from asks a join people h on h.id = a.holder_id
      left join lateral (
        select e.data from events e
        where e.subject = 'asks' and e.subject_id = a.id and e.kind = 'ask-reassigned' order by e.id desc limit 1
      ) moved on true
      left join lateral (
        select b.person_id as of from absences b join customers c on c.code = a.customer_code and c.rep_id = b.person_id
        where b.delegate_id = a.holder_id and a.opened_at >= b.recorded_at
          and (b.cancelled_at is null or a.opened_at <= b.cancelled_at)
          and (a.opened_at at time zone ${timeZone})::date between b.from_on and b.until_on
        order by b.id desc limit 1
      ) instead on true
      where a.state = 'open'
    ) held
    where not "holderActive" or "standInId" is not null or "cameFrom" is not null
    order by ask`);
  return rows as unknown as readonly MovableAsk[];
}
