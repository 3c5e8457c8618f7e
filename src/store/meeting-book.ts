import { sql } from "drizzle-orm";

import type { KnownCustomer } from "#domain/meeting.ts";
import type { Db } from "#store/store.ts";

/** Every customer, with the domains of its contacts' addresses: what meetings are recognised by. */
export async function knownCustomers(db: Db): Promise<readonly KnownCustomer[]> {
  const rows = await db.execute(sql`
    select c.code, c.name, coalesce(c.payer_code, c.code) as payer,
      array(select distinct lower(split_part(k.email, '@', 2)) from contacts k
        where k.customer_code = c.code and k.email like '%@%') as domains
    from customers c order by c.code`);
  return rows as unknown as readonly KnownCustomer[];
}

/** The domains of the company's own people. */
export async function ownDomains(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.execute<{ domain: string }>(
    sql`select distinct lower(split_part(email, '@', 2)) as domain from people`,
  );
  return new Set([...rows].map(({ domain }) => domain));
}
