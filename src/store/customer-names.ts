import { customers, sellers } from "#store/schema/ledger.ts";
import type { Db } from "#store/store.ts";

/** Every customer's code and name, to find the one that somebody means. */
export async function customerNames(db: Db): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db.select({ code: customers.code, name: customers.name }).from(customers).orderBy(customers.code);
}

export async function sellerNames(db: Db): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db.select({ code: sellers.code, name: sellers.name }).from(sellers).orderBy(sellers.code);
}
