import { eq, inArray } from "drizzle-orm";

import { customers, invoices, sellers } from "#store/schema/ledger.ts";
import type { Db } from "#store/store.ts";

/** Every customer's code and name, to find the one that somebody means. */
export async function customerNames(db: Db): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db.select({ code: customers.code, name: customers.name }).from(customers).orderBy(customers.code);
}

/** Whose invoices bear this number, exactly as it was typed or in capitals; the customer invoiced, at any seller. */
export async function customersInvoiced(
  db: Db,
  number: string,
): Promise<readonly { readonly code: string; readonly name: string }[]> {
  const typed = number.trim();
  return db
    .selectDistinct({ code: customers.code, name: customers.name })
    .from(invoices)
    .innerJoin(customers, eq(customers.code, invoices.customerCode))
    .where(inArray(invoices.number, [typed, typed.toUpperCase()]))
    .orderBy(customers.code);
}

/** Every seller by its code. */
export async function sellerNames(db: Db): Promise<readonly { readonly code: string; readonly name: string }[]> {
  return db.select({ code: sellers.code, name: sellers.name }).from(sellers).orderBy(sellers.code);
}
