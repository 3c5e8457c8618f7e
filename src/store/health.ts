import { sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { Db } from "#store/store.ts";

/** What `doctor` and /metrics look at; counts of things, no figures of customers. */
export interface Health {
  readonly outbox: Readonly<Record<string, number>>;
  readonly oldestWaiting: Date | null;
  readonly sellers: readonly {
    readonly code: string;
    readonly name: string;
    readonly wentLiveOn: Day | null;
    readonly importedAt: Date | null;
  }[];
  readonly unownedCustomers: number;
  readonly unknownReminders: number;
  readonly waitingReplies: number;
  readonly openAsks: Readonly<Record<string, number>>;
  readonly customersWithoutContact: number;
}

/** Looks once at everything that may need an operator. */
export async function health(db: Db): Promise<Health> {
  const rows = await db.execute(sql`
    select
      (select coalesce(jsonb_object_agg(state, n), '{}') from (select state, count(*)::int as n from outbox group by state) s) as outbox,
      (select min(not_before) from outbox where state = 'waiting') as "oldestWaiting",
      (select coalesce(jsonb_agg(jsonb_build_object('code', s.code, 'name', s.name, 'wentLiveOn', s.went_live_on, 'importedAt',
        (select max(f.imported_at) from feeds f where f.seller_code = s.code)) order by s.code), '[]') from sellers s) as sellers,
      (select count(*)::int from customers where rep_id is null) as "unownedCustomers",
      (select count(*)::int from reminders where state = 'unknown') as "unknownReminders",
      (select count(*)::int from replies where kind = 'human' and state = 'waiting') as "waitingReplies",
      (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*)::int as n from asks where state = 'open' group by kind) a) as "openAsks",
      (select count(*)::int from customers c
        where exists (select 1 from invoices i join customers o on o.code = i.customer_code
            where i.settled_on is null and i.kind <> 'credit_note' and coalesce(o.payer_code, o.code) = c.code)
          and not exists (select 1 from contacts t where t.customer_code = c.code and t.active and t.stopped is null and t.email is not null)
      ) as "customersWithoutContact"`);
  const row = rows[0] as unknown as Omit<Health, "oldestWaiting" | "sellers"> & {
    oldestWaiting: string | null;
    sellers: readonly { code: string; name: string; wentLiveOn: Day | null; importedAt: string | null }[];
  };
  return {
    ...row,
    oldestWaiting: row.oldestWaiting === null ? null : new Date(row.oldestWaiting),
    sellers: row.sellers.map((seller) => ({
      ...seller,
      importedAt: seller.importedAt === null ? null : new Date(seller.importedAt),
    })),
  };
}
