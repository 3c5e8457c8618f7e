import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";

/** The transaction of one file, on `store.bulk`: COPY and the merge that follows share it, so a crash leaves nothing half-done. */
export type ImportTx = postgres.TransactionSql<{ bigint: bigint }>;

/** What a value of a row may be before it is copied. */
export type CopyValue = string | number | bigint | boolean | null | readonly string[];

/** Imports wait for each other: two files that name the same invoice would otherwise race for its row. */
const IMPORT_LOCK = 7_251_905;

/** What is copied per kind of file, as the columns of a temporary table; what is looked up comes after. */
const COPIED = {
  sellers: `seller_code text, name text, country text, siren text, currency text, legal_name text, address text,
    postal_code text, city text, legal_mentions text, late_rate int`,
  people: "email text, name text, roles text[], manager_email text, locale text, time_zone text, active boolean",
  customers: `customer_code text, name text, rep_email text, segment text, language text, credit_limit bigint,
    insurer_limit bigint, factor_limit bigint, currency text, country text, postal_code text, siren text, kind text,
    payer_code text, collector_email text, project_manager_email text, since date, terms text, key_account boolean,
    insolvency_date date, paused_until date, address text, city text, legal_name text, folded_name text`,
  contacts: "customer_code text, name text, email text, phone text, role text, active boolean",
  invoices: `number text, customer_code text, issue_date date, due_date date, amount bigint, currency text, kind text,
    seller text, payment_means text, credit_of text, factoring text, purchase_order text, document_url text`,
  payments: `reference text, customer_code text, date date, amount bigint, currency text, invoice_number text,
    invoice_issue_date date, seller text`,
  disputes: `customer_code text, invoice_number text, amount numeric, category text, opened_on date, closed_on date,
    outcome text, owner_role text, answer_by date`,
  promises: `customer_code text, invoice_number text, amount numeric, date date, given_on date, by_email text,
    grace_until date, awaits_finance_until date, held_awaits_until date`,
} as const;

export type IncomingKind = keyof typeof COPIED;

/** Where a row's seller and invoice are noted once found, and its amount in minor units. */
const FOUND = "its_seller text, invoice_id int, invoice_customer text, minor bigint, owed bigint, key text";

/**
 * Makes the tables of one file, which vanish with the transaction: `incoming` (its rows), `rejected` (why not), `touched`
 * (what the merge changed) and `resettle` (invoices to work out anew). Waits for an import that is already running.
 */
export async function prepareIncoming(tx: ImportTx, kind: IncomingKind): Promise<void> {
  await tx`select pg_advisory_xact_lock(${IMPORT_LOCK})`;
  await tx.unsafe("drop table if exists incoming, rejected, touched, resettle, candidate");
  await tx.unsafe(`
    create temporary table incoming (line int primary key, fingerprint text, ${COPIED[kind]}, ${FOUND}) on commit drop;
    create temporary table rejected (line int, field text, fault jsonb) on commit drop;
    create temporary table touched (id int, customer text, seller text, kind text, amount bigint, currency text, inserted boolean)
      on commit drop;
    create temporary table resettle (id int) on commit drop`);
}

/** The columns that `copyIncoming` takes, in order: the line, the fingerprint, the file's, what was worked out per row. */
export function copiedColumns(kind: IncomingKind): readonly string[] {
  return ["line", "fingerprint", ...COPIED[kind].split(",").map((column) => column.trim().split(" ")[0] ?? "")];
}

/** Streams rows, each written by `copyLine`, into `incoming`; an error of the stream undoes the transaction. */
export async function copyIncoming(tx: ImportTx, kind: IncomingKind, lines: AsyncIterable<string>): Promise<void> {
  const columns = copiedColumns(kind).join(", ");
  const copy = await tx.unsafe(`copy incoming (${columns}) from stdin`).writable();
  await pipeline(Readable.from(lines), copy);
  await tx.unsafe("analyze incoming");
}

/** One row in PostgreSQL's text format for COPY. */
export function copyLine(values: readonly CopyValue[]): string {
  return `${values.map(copyText).join("\t")}\n`;
}

function copyText(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value === "boolean") return value ? "t" : "f";
  return escaped(typeof value === "object" ? `{${value.join(",")}}` : String(value));
}

function escaped(text: string): string {
  if (!/[\\\n\r\t]/.test(text)) return text;
  return text.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
}

/** Begins the transaction of one file. */
export type BeginFile = <T>(file: (tx: ImportTx) => Promise<T>) => Promise<T>;

/** Lets each file have its transaction; a dry run has one for all, so that they see each other, and takes it back. */
export async function importing<T>(
  bulk: postgres.Sql<{ bigint: bigint }>,
  dryRun: boolean,
  work: (begin: BeginFile) => Promise<T>,
): Promise<T> {
  if (!dryRun) return work(async (file) => (await bulk.begin((tx) => file(tx))) as Awaited<ReturnType<typeof file>>);
  let result: { readonly value: T } | null = null;
  const takeBack = new Error("A dry run takes everything back.");
  await bulk
    .begin(async (tx) => {
      const value = await work(
        async (file) => (await tx.savepoint((inner) => file(inner))) as Awaited<ReturnType<typeof file>>,
      );
      result = { value };
      throw takeBack;
    })
    .catch((error: unknown) => {
      if (error !== takeBack) throw error;
    });
  if (result === null) throw new Error("A dry run ended without a result.");
  return (result as { readonly value: T }).value;
}
