import { hash } from "node:crypto";

import { READING, UNREADABLE } from "#i18n/imports/file-words.ts";

import { isBad, isInstead, type Columns } from "./columns.ts";
import { contactColumns, type ContactRow } from "./contacts.ts";
import { readCsv, type CsvRecord } from "./csv-records.ts";
import { customerColumns, type CustomerRow } from "./customers.ts";
import { disputeColumns, type DisputeRow } from "./disputes.ts";
import { fileRefused } from "./file-refused.ts";
import { invoiceColumns, type InvoiceRow } from "./invoices.ts";
import { paymentColumns, type PaymentRow } from "./payments.ts";
import { personColumns, type PersonRow } from "./people.ts";
import { promiseColumns, type PromiseRow } from "./promises.ts";
import { sellerColumns, type SellerRow } from "./sellers.ts";

/** One row type per kind of file; the names of its fields are those of the columns. */
export interface CanonicalRows {
  readonly sellers: SellerRow;
  readonly people: PersonRow;
  readonly customers: CustomerRow;
  readonly contacts: ContactRow;
  readonly invoices: InvoiceRow;
  readonly payments: PaymentRow;
  readonly disputes: DisputeRow;
  readonly promises: PromiseRow;
}

export type ImportKind = keyof CanonicalRows;

/** In the order in which they depend on each other. */
export const IMPORT_KINDS = [
  "sellers",
  "people",
  "customers",
  "contacts",
  "invoices",
  "payments",
  "disputes",
  "promises",
] as const satisfies readonly ImportKind[];

/** A row that was not taken, and why. */
export interface RejectedRow {
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

/** A row of values; rows whose fingerprints are equal were written alike. */
export interface TakenRow<K extends ImportKind = ImportKind> {
  readonly line: number;
  readonly fingerprint: string;
  readonly row: CanonicalRows[K];
}

export interface CanonicalFile<K extends ImportKind = ImportKind> {
  readonly kind: K;
  /** The known columns the file has; those it lacks say nothing about what is known already. */
  readonly columns: readonly string[];
  /** What people should know of it beside the bad rows; whole once the rows were read. */
  readonly warnings: () => readonly string[];
  /** To be read once. May throw a FileRefused on the way. */
  readonly rows: AsyncIterable<TakenRow<K> | RejectedRow>;
}

const COLUMNS: { readonly [K in ImportKind]: Columns } = {
  sellers: sellerColumns,
  people: personColumns,
  customers: customerColumns,
  contacts: contactColumns,
  invoices: invoiceColumns,
  payments: paymentColumns,
  disputes: disputeColumns,
  promises: promiseColumns,
};

const FINGERPRINT = "md5";
const FIELD_SEPARATOR = "\u001f";
/** Of values that are not known, so many different ones are told. */
const REPLACED_MAX = 20;

/** What a file holds by its name ("2026-11-24_invoices.csv" holds invoices); null when its name does not tell. */
export function kindOfFile(name: string): ImportKind | null {
  const base = name.slice(name.search(/[^/\\]*$/)).toLowerCase();
  const named = IMPORT_KINDS.filter((kind) => base.includes(kind));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/**
 * Reads a canonical CSV file of a kind as it streams by: each row as values or the reason why not. Throws a FileRefused,
 * here or on the way, for a file that cannot be read at all: another encoding, a required column that is missing.
 */
export async function readCanonical<K extends ImportKind>(
  kind: K,
  bytes: AsyncIterable<Uint8Array>,
): Promise<CanonicalFile<K>> {
  const { header, records } = await readCsv(bytes);
  const known = COLUMNS[kind];
  refuseHeader(kind, header, known);
  const columns = Object.keys(known).filter((name) => header.includes(name));
  const ignored = header.filter((name) => !(name in known));
  const replaced = new Map<string, number>();
  return {
    kind,
    columns,
    warnings: () => [
      ...(ignored.length === 0 ? [] : [READING.columnsIgnored(ignored)]),
      ...[...replaced].map(([said, rows]) => READING.replaced(said, rows)),
    ],
    rows: readRows<K>(records, header, known, (said) => {
      const rows = replaced.get(said) ?? 0;
      if (rows > 0 || replaced.size < REPLACED_MAX) replaced.set(said, rows + 1);
    }),
  };
}

/** Whether a row was not taken. */
export function isRejected(row: TakenRow | RejectedRow): row is RejectedRow {
  return "reason" in row;
}

function refuseHeader(kind: ImportKind, header: readonly string[], known: Columns): void {
  const missing = Object.keys(known).find((name) => known[name]?.required && !header.includes(name));
  if (missing !== undefined) {
    throw fileRefused(UNREADABLE.columnMissing(missing, kind), { field: missing });
  }
  const twice = header.find((name, index) => name in known && header.indexOf(name) !== index);
  if (twice !== undefined) {
    throw fileRefused(UNREADABLE.columnTwice(twice), { field: twice });
  }
}

async function* readRows<K extends ImportKind>(
  records: AsyncIterable<CsvRecord>,
  header: readonly string[],
  known: Columns,
  warn: (said: string) => void,
): AsyncGenerator<TakenRow<K> | RejectedRow> {
  const position = new Map(header.map((name, index) => [name, index]));
  const columns = Object.entries(known);
  for await (const { line, cells } of records) {
    // Some programs end every row, but not the header, with a delimiter.
    if (cells.length < header.length || cells.slice(header.length).some((extra) => extra.trim() !== "")) {
      yield { line, field: "", reason: READING.fieldsDiffer(cells.length, header.length) };
      continue;
    }
    const cell = (name: string) => cells[position.get(name) ?? -1]?.trim() ?? "";
    yield readRow<K>(line, columns, cell, warn);
  }
}

function readRow<K extends ImportKind>(
  line: number,
  columns: readonly (readonly [string, Columns[string]])[],
  cell: (name: string) => string,
  warn: (said: string) => void,
): TakenRow<K> | RejectedRow {
  const row: Record<string, unknown> = {};
  const written: string[] = [];
  for (const [field, column] of columns) {
    const text = cell(field);
    if (text === "" && column.required) return { line, field, reason: READING.empty(field) };
    const value = text === "" ? null : column.read(text, cell);
    if (isBad(value)) return { line, field, reason: value.bad };
    if (isInstead(value)) warn(`${field}: ${value.said}`);
    row[field] = isInstead(value) ? value.instead : value;
    written.push(text);
  }
  return { line, fingerprint: hash(FINGERPRINT, written.join(FIELD_SEPARATOR)), row: row as CanonicalRows[K] };
}
