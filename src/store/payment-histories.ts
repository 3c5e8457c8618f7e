import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { ScoreFacts } from "#domain/score.ts";
import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

type History = Pick<ScoreFacts, "delays" | "brokenPromises" | "disputesLost">;

/** What a score is made of beside what is open, of each payer with all it pays for; in one statement. */
export async function historiesFor(
  db: Db,
  payers: readonly string[],
  asOf: Day,
): Promise<ReadonlyMap<string, History>> {
  const rows = await db.execute(sql`
    with family as (
      select code, coalesce(payer_code, code) as payer from customers
      where coalesce(payer_code, code) = any(${textArray(payers)})
    )
    select p.code as payer,
      coalesce((select jsonb_agg(i.settled_on - i.due_date order by i.settled_on, i.id) from invoices i
        join family f on f.code = i.customer_code
        where f.payer = p.code and i.kind <> 'credit_note' and i.settled_on <= ${asOf}::date), '[]') as delays,
      (select count(*)::int from promises b join family f on f.code = b.customer_code
        where f.payer = p.code and b.state = 'broken' and b.undone_at is null) as "brokenPromises",
      (select count(*)::int from disputes d join family f on f.code = d.customer_code
        where f.payer = p.code and d.outcome = 'ours' and d.undone_at is null) as "disputesLost"
    from customers p where p.code = any(${textArray(payers)})`);
  return new Map(
    (rows as unknown as readonly (History & { payer: string })[]).map(({ payer, ...history }) => [payer, history]),
  );
}
