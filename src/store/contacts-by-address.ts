import { sql } from "drizzle-orm";

import { textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

export interface AddressedContact {
  readonly id: number;
  readonly customer: string;
  /** Who pays for that customer: dunning's address book is the payer's. */
  readonly payer: string;
  readonly email: string;
}

/** The contacts with one of these addresses that still receive mail, whoever's they are, locked: an address is dead for all. */
export async function contactsByAddress(tx: Db, emails: readonly string[]): Promise<readonly AddressedContact[]> {
  if (emails.length === 0) return [];
  const rows = await tx.execute(sql`
    select k.id, k.customer_code as customer, coalesce(c.payer_code, c.code) as payer, k.email
    from contacts k join customers c on c.code = k.customer_code
    where lower(k.email) = any(${textArray(emails.map((email) => email.toLowerCase()))}) and k.stopped is null
    order by k.id
    for update of k`);
  return rows as unknown as readonly AddressedContact[];
}
