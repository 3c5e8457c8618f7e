import { createHash } from "node:crypto";

import type { Actor } from "#domain/event.ts";
import { sayRowFault } from "#i18n/imports/row-faults.ts";
import { UNREADABLE } from "#i18n/imports/file-words.ts";
import {
  IMPORT_KINDS,
  isRejected,
  readCanonical,
  type ImportKind,
  type RejectedRow,
  type TakenRow,
} from "#imports/canonical.ts";
import { fileRefused, isFileRefused } from "#imports/file-refused.ts";
import type { FaultyRow } from "#store/import-checks.ts";
import {
  copiedColumns,
  copyIncoming,
  copyLine,
  importing,
  prepareIncoming,
  type ImportTx,
} from "#store/import-incoming.ts";
import {
  countTouched,
  enqueueImportRedraws,
  recordImport,
  rejectedIncoming,
  touchedCustomers,
} from "#store/import-outcome.ts";
import { refreshStatistics } from "#store/import-statistics.ts";
import type { Context } from "#usecases/context.ts";
import { mergeFile, refuseRow, workedOut } from "#usecases/imports/import-kinds.ts";

export interface IncomingFile {
  readonly name: string;
  readonly kind: ImportKind;
  /** Its bytes, to be read once. */
  open(): AsyncIterable<Uint8Array>;
}

/** What became of a file. A file that could not be read at all has no rows and one rejection that says why. */
export interface ImportReport {
  readonly file: string;
  readonly kind: ImportKind;
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: readonly RejectedRow[];
  readonly warnings: readonly string[];
}

/** What follows from an import, once it is written: promises are judged, asks withdrawn. */
export type AfterImport = (context: Context, customers: readonly string[]) => Promise<void>;

export interface ImportInput {
  readonly files: readonly IncomingFile[];
  readonly actor: Actor;
  /** Reads and checks everything, and takes it back. */
  readonly dryRun: boolean;
  readonly afterImport: readonly AfterImport[];
}

/** A file of which so much is wrong is another file than the one that was meant. */
const REJECTED_MAX = 10_000;
const PIECE_LENGTH = 65_536;
const WARNINGS_MAX = 100;

/**
 * Merges canonical files into the ledger, in the order in which they depend on each other, each in one transaction: the
 * same file again changes nothing, a crash leaves nothing half-written. Bad rows are left out and reported.
 */
export async function importLedger(context: Context, input: ImportInput): Promise<readonly ImportReport[]> {
  const ordered = input.files.toSorted((a, b) => IMPORT_KINDS.indexOf(a.kind) - IMPORT_KINDS.indexOf(b.kind));
  const changed = new Set<string>();
  const reports = await importing(context.store.bulk, input.dryRun, async (begin) => {
    const done: ImportReport[] = [];
    for (const file of ordered) {
      const { report, customers } = await begin((tx) => importFile(tx, context, input.actor, file)).catch(
        (error: unknown) => ({ report: refusedReport(file, error), customers: [] }),
      );
      done.push(report);
      for (const customer of customers) changed.add(customer);
    }
    return done;
  });
  if (!input.dryRun && changed.size > 0) {
    for (const follow of input.afterImport) await follow(context, [...changed]);
  }
  return reports;
}

async function importFile(tx: ImportTx, context: Context, actor: Actor, file: IncomingFile) {
  const { now, today } = context;
  const hash = createHash("sha256");
  const canonical = await readCanonical(file.kind, hashing(file.open(), hash));
  const refused: RejectedRow[] = [];
  const read = { rows: 0 };
  await prepareIncoming(tx, file.kind);
  await copyIncoming(tx, file.kind, toCopy(canonical, refused, read));

  const moment = { now, today, actor };
  const warnings = await mergeFile(tx, { context, moment, file: file.name, canonical, empty: read.rows === 0 });
  const rejected = [...refused, ...(await rejectedIncoming(tx)).map(told)].toSorted((a, b) => a.line - b.line);
  const { inserted, updated } = await countTouched(tx);
  const customers = await touchedCustomers(tx);
  await enqueueImportRedraws(tx, customers, now);
  await refreshStatistics(tx, file.kind, inserted + updated);

  const unchanged = read.rows - rejected.length - inserted - updated;
  const counts = { file: file.name, kind: file.kind, rows: read.rows, inserted, updated, unchanged, rejected };
  await recordImport(tx, { ...counts, hash: hash.digest("hex"), by: byName(actor) }, now);
  const said = [...canonical.warnings(), ...warnings].slice(0, WARNINGS_MAX);
  return { report: { ...counts, warnings: said } satisfies ImportReport, customers };
}

/** The rows that may be merged, in pieces for COPY; the others are put aside with their reason. */
async function* toCopy(
  { kind, rows }: Awaited<ReturnType<typeof readCanonical>>,
  refused: RejectedRow[],
  read: { rows: number },
): AsyncGenerator<string> {
  const columns = copiedColumns(kind);
  let piece = "";
  for await (const taken of rows) {
    read.rows += 1;
    const bad = isRejected(taken) ? taken : refusedAlone(kind, taken);
    if (bad !== null) {
      refused.push(bad);
      if (refused.length <= REJECTED_MAX) continue;
      throw fileRefused(UNREADABLE.tooManyBadRows(REJECTED_MAX, refused[0]?.line ?? bad.line), bad);
    }
    if (isRejected(taken)) continue;
    const values = workedOut(kind, taken);
    piece += copyLine(columns.map((column) => values[column] ?? null));
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** What is wrong of a row by itself, in words; null = nothing. */
function refusedAlone(kind: ImportKind, taken: TakenRow): RejectedRow | null {
  const faulty = refuseRow(kind, taken);
  return faulty === null ? null : told(faulty);
}

function told({ line, field, fault }: FaultyRow): RejectedRow {
  return { line, field, reason: sayRowFault(fault) };
}

async function* hashing(
  bytes: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    hash.update(piece);
    yield piece;
  }
}

function refusedReport({ name, kind }: IncomingFile, error: unknown): ImportReport {
  if (!isFileRefused(error)) throw error;
  const rejected = [{ line: error.line, field: error.field, reason: error.message }];
  return { file: name, kind, rows: 0, inserted: 0, updated: 0, unchanged: 0, rejected, warnings: [] };
}

function byName(actor: Actor): string {
  return actor.is === "person" ? `person:${actor.id}` : actor.is === "api-key" ? `api-key:${actor.name}` : actor.is;
}
