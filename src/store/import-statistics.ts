import type { ImportTx, IncomingKind } from "./import-incoming.ts";

/** Smaller files change too little for the planner to notice. */
const ROWS_MIN = 1_000;

/** What a merge of each kind writes that later queries plan by. */
const WRITTEN: Readonly<Record<IncomingKind, readonly string[]>> = {
  sellers: ["sellers"],
  people: ["people"],
  customers: ["customers", "holds"],
  contacts: ["contacts"],
  invoices: ["invoices", "events"],
  payments: ["invoices", "payments", "allocations", "events"],
  disputes: ["disputes", "events"],
  promises: ["promises", "promise_lines", "events"],
};

/**
 * Has PostgreSQL look anew at what a large file of a kind changed (so many rows). A fresh database knows nothing of its
 * tables until autovacuum comes by, and plans for empty ones until then.
 */
export async function refreshStatistics(tx: ImportTx, kind: IncomingKind, rows: number): Promise<void> {
  if (rows >= ROWS_MIN) await tx.unsafe(`analyze ${WRITTEN[kind].join(", ")}`);
}
