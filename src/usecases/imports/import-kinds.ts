import { addWorkingDays, type Day } from "#domain/calendar.ts";
import { CURRENCY_DIGITS } from "#domain/currency-digits.ts";
import { DISPUTE_ROUTES } from "#domain/dispute.ts";
import { foldName } from "#domain/fuzzy-name.ts";
import { toDecimal } from "#domain/money.ts";
import {
  awaitsFinanceUntil,
  graceUntil,
  needsFinance,
  refusePromise,
  refusePromiseDay,
} from "#domain/promise-to-pay.ts";
import type { Refusal } from "#domain/refusal.ts";
import type { RowFault } from "#domain/row-fault.ts";
import type { CanonicalFile, CanonicalRows, ImportKind, TakenRow } from "#imports/canonical.ts";
import { READING } from "#i18n/imports/file-words.ts";
import { rejectThese, type FaultyRow } from "#store/import-checks.ts";
import { mergeContacts, mergeCustomers, type ImportMoment } from "#store/import-customers.ts";
import { mergeDisputes } from "#store/import-disputes.ts";
import type { CopyValue, ImportTx } from "#store/import-incoming.ts";
import { mergeInvoices, unlinkedCredits } from "#store/import-invoices.ts";
import { appendImportEvents, appendLoopEvents, refreshFeeds } from "#store/import-outcome.ts";
import { mergePayments } from "#store/import-payments.ts";
import { mergePeople, mergeSellers, unknownPeople } from "#store/import-people.ts";
import { mergePromises, preparePromises } from "#store/import-promises.ts";
import type { Context } from "#usecases/context.ts";

export interface FileToMerge {
  readonly context: Context;
  readonly moment: ImportMoment;
  readonly file: string;
  readonly canonical: CanonicalFile;
  /** The file has a header and no row. */
  readonly empty: boolean;
}

/** Merges the rows that were copied, by the kind of the file; gives what people should know beside the bad rows. */
export async function mergeFile(tx: ImportTx, merging: FileToMerge): Promise<readonly string[]> {
  const { context, moment, canonical, file, empty } = merging;
  const present = new Set(canonical.columns);
  switch (canonical.kind) {
    case "sellers":
      await mergeSellers(tx, present);
      return [];
    case "people":
      await mergePeople(tx, present, context);
      return warnUnknown(tx, present, ["manager_email"]);
    case "customers":
      await mergeCustomers(tx, present, moment);
      return warnUnknown(tx, present, ["rep_email", "collector_email", "project_manager_email"]);
    case "contacts":
      await mergeContacts(tx, present);
      return [];
    case "invoices":
      await mergeInvoices(tx, present, moment);
      await refreshFeeds(tx, "invoices", empty, moment.now);
      await appendImportEvents(tx, file, moment);
      return (await unlinkedCredits(tx)).map(READING.creditUnlinked);
    case "payments":
      await mergePayments(tx, present, moment);
      await refreshFeeds(tx, "payments", empty, moment.now);
      await appendImportEvents(tx, file, moment);
      return [];
    case "disputes":
      await mergeDisputes(tx, present, CURRENCY_DIGITS, moment);
      await appendLoopEvents(tx, "disputes", moment);
      return [];
    case "promises":
      return mergeGivenPromises(tx, merging);
  }
}

async function mergeGivenPromises(
  tx: ImportTx,
  { context, canonical, moment }: FileToMerge,
): Promise<readonly string[]> {
  const waiting = await preparePromises(tx, CURRENCY_DIGITS);
  const refused = waiting.flatMap(({ line, amount, currency, owed, due, givenOn }) => {
    const promise = { amount: { minor: amount, currency }, due: due as Day };
    const refusal = refusePromise(promise, { minor: owed, currency }, givenOn as Day);
    return refusal === null ? [] : [{ line, field: "amount", fault: faultOf(refusal) }];
  });
  await rejectThese(tx, refused);
  await mergePromises(tx, moment, context.settings.insurerExtensionDays);
  await appendLoopEvents(tx, "promises", moment);
  return warnUnknown(tx, new Set(canonical.columns), ["by_email"]);
}

async function warnUnknown(
  tx: ImportTx,
  present: ReadonlySet<string>,
  columns: readonly Parameters<typeof unknownPeople>[1][],
): Promise<readonly string[]> {
  const warnings: string[] = [];
  for (const column of columns.filter((name) => present.has(name))) {
    for (const { email, rows } of await unknownPeople(tx, column)) {
      warnings.push(READING.nobodyKnown(column, email, rows));
    }
  }
  return warnings;
}

/** A row's values with what is worked out from it alone; names are those of the columns copied. */
export function workedOut(kind: ImportKind, { line, fingerprint, row }: TakenRow): Readonly<Record<string, CopyValue>> {
  return { line, fingerprint, ...row, ...extras(kind, row) };
}

function extras(kind: ImportKind, row: TakenRow["row"]): Readonly<Record<string, CopyValue>> {
  if (kind === "customers") return { folded_name: foldName((row as CanonicalRows["customers"]).name) };
  if (kind === "disputes") {
    const { category, opened_on: openedOn } = row as CanonicalRows["disputes"];
    const { role, workingDays } = DISPUTE_ROUTES[category];
    return { owner_role: role, answer_by: addWorkingDays(openedOn, workingDays) };
  }
  if (kind !== "promises") return {};
  const { date, given_on: givenOn } = row as CanonicalRows["promises"];
  return {
    grace_until: graceUntil(date),
    awaits_finance_until: needsFinance(date, givenOn, 0) ? awaitsFinanceUntil(date, givenOn) : null,
    // For the third in a row and what goes beyond an insurer's cover: the row alone does not show either.
    held_awaits_until: awaitsFinanceUntil(date, givenOn),
  };
}

/** What a row alone gives away as wrong; null = nothing. */
export function refuseRow(kind: ImportKind, { line, row }: TakenRow): FaultyRow | null {
  if (kind === "promises") {
    const { date, given_on: givenOn } = row as CanonicalRows["promises"];
    const refusal = refusePromiseDay(date, givenOn);
    return refusal === null ? null : { line, field: "date", fault: faultOf(refusal) };
  }
  if (kind !== "disputes") return null;
  const { opened_on: opened, closed_on: closed, outcome } = row as CanonicalRows["disputes"];
  if (closed !== null && closed < opened) {
    return { line, field: "closed_on", fault: { fault: "closed-before-opened" } };
  }
  if (outcome === null || closed !== null) return null;
  return { line, field: "outcome", fault: { fault: "outcome-without-day" } };
}

function faultOf(refusal: Refusal): RowFault {
  switch (refusal.why) {
    case "date-in-past":
      return { fault: "promised-before-given" };
    case "date-too-far":
      return { fault: "promised-too-far", latest: refusal.latest };
    case "more-than-owed":
      return { fault: "above-owed", owed: toDecimal(refusal.owed), currency: refusal.owed.currency };
    case "nothing-owed":
      return { fault: "nothing-owed" };
    default:
      throw new Error(`A promise of a file was refused as none can be: ${refusal.why}.`);
  }
}
