import { Readable } from "node:stream";

import { addDays, type Day } from "#domain/calendar.ts";
import type { ImportKind } from "#imports/canonical.ts";
import type { IncomingFile } from "#usecases/imports/import-ledger.ts";

const CUSTOMERS_PER_INVOICE = 0.1;
const FIRST_DAY: Day = "2025-01-01";
const DAYS = 700;
const TERMS_DAYS = 30;
const PAID_SHARE = 0.9;
const CENTS_MIN = 5_000;
const CENTS_SPREAD = 900_000;
const PIECE_LENGTH = 65_536;

/** A ledger of so many invoices, the same one every time; its files are written as they are read. */
export function syntheticLedger(invoices: number): readonly IncomingFile[] {
  const customers = Math.max(1, Math.round(invoices * CUSTOMERS_PER_INVOICE));
  return [
    file("customers", "customer_code,name,postal_code", customers, (n) => `${customer(n)},Client ${n},75001`),
    file("invoices", "number,customer_code,issue_date,due_date,amount,currency", invoices, (n) => {
      const issued = addDays(FIRST_DAY, n % DAYS);
      return `F${n},${customer(n % customers)},${issued},${addDays(issued, TERMS_DAYS)},${amount(n)},EUR`;
    }),
    file("payments", "reference,customer_code,date,amount,currency,invoice_number", invoices * PAID_SHARE, (n) => {
      const paid = addDays(FIRST_DAY, (n % DAYS) + TERMS_DAYS + (n % 20));
      return `P${n},${customer(n % customers)},${paid},${amount(n)},EUR,F${n}`;
    }),
  ];
}

function file(kind: ImportKind, header: string, rows: number, row: (n: number) => string): IncomingFile {
  function* lines() {
    let piece = `${header}\n`;
    for (let n = 0; n < rows; n += 1) {
      piece += `${row(n)}\n`;
      if (piece.length < PIECE_LENGTH) continue;
      yield Buffer.from(piece);
      piece = "";
    }
    yield Buffer.from(piece);
  }
  return { name: `${kind}.csv`, kind, open: () => Readable.from(lines()) };
}

const customer = (n: number): string => `C${String(n).padStart(6, "0")}`;

function amount(n: number): string {
  const cents = CENTS_MIN + ((n * 7919) % CENTS_SPREAD);
  return `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
}
