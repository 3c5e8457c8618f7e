import { sql } from "drizzle-orm";

import { openItems } from "#store/open-items.ts";
import type { World } from "./world-given.ts";

const PEOPLE = `email,name,roles,manager_email
claire@exemple.fr,Claire Morel,rep,paul@exemple.fr
paul@exemple.fr,Paul Roy,manager,
`;
export const CUSTOMERS = `customer_code,name,rep_email,payer_code
00012,"=SUM(1,1)",claire@exemple.fr,
C2,<!channel>,,00012
`;
const CONTACTS = `customer_code,name,email,role
00012,Sonia Perrin,sonia@garnier.example,billing
`;
export const INVOICES = `number,customer_code,issue_date,due_date,amount,currency,kind,credit_of
F1,00012,2026-09-01,2026-10-01,1000.00,EUR,invoice,
F2,00012,2026-10-01,2026-11-01,500.00,EUR,invoice,
A1,00012,2026-10-15,2026-10-15,200.00,EUR,credit_note,F1
A2,00012,2026-10-15,2026-10-15,50.00,EUR,credit_note,F9
F3,C2,2026-10-01,2026-11-30,300.00,EUR,,
`;
const PAYMENTS = `reference,customer_code,date,amount,currency,invoice_number
P1,00012,2026-10-20,300.00,EUR,F1
P1,00012,2026-10-20,100.00,EUR,F2
P2,00012,2026-10-25,40.00,EUR,
`;
/** A small company: two customers, the second paid for by the first. */
export const LEDGER = {
  "payments.csv": PAYMENTS,
  "invoices.csv": INVOICES,
  "contacts.csv": CONTACTS,
  "customers.csv": CUSTOMERS,
  "people.csv": PEOPLE,
};

/** What is open today, by invoice number. */
export async function residuals(world: World): Promise<Readonly<Record<string, bigint>>> {
  const items = await openItems(world.db, world.context().today);
  return Object.fromEntries(items.map(({ number, residual }) => [number, residual]));
}

export async function settledOn(world: World, number: string): Promise<string | null> {
  const rows = await world.db.execute<{ day: string | null }>(
    sql`select settled_on::text as day from invoices where number = ${number}`,
  );
  return rows[0]?.day ?? null;
}

/** How many rows a table has; a condition may follow its name. */
export async function count(world: World, from: string): Promise<number> {
  const rows = await world.db.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(from)}`);
  return rows[0]?.n ?? -1;
}

/** All that an import may change, but for the record of the imports themselves. */
export async function everything(world: World): Promise<unknown> {
  const tables = [
    "people",
    "customers",
    "contacts",
    "invoices",
    "payments",
    "allocations",
    "events",
    "holds",
    "outbox",
  ];
  const rows = await Promise.all(
    tables.map((name) => world.db.execute(sql`select * from ${sql.raw(name)} order by 1`)),
  );
  return rows.map((table) => [...table]);
}
