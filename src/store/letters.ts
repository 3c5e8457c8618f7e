import { and, eq, inArray, isNull, sql } from "drizzle-orm";

import type { Day } from "#domain/calendar.ts";
import type { FormalNotice, LetterParty } from "#domain/formal-notice.ts";
import type { Factoring } from "#domain/invoice.ts";
import { letterLines, letters } from "#store/schema/documents.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
import type { Db } from "#store/store.ts";

/** A formal notice that was approved. */
export interface RecordedLetter {
  readonly id: number;
  readonly ask: number;
  readonly document: number;
  readonly seller: string;
  readonly debtor: string;
  readonly currency: string;
  readonly computedOn: Day;
  readonly answerBy: Day;
  readonly total: bigint;
  readonly approvedAt: Date;
  readonly approvedBy: number;
  readonly registeredNumber: string | null;
  readonly postedOn: Day | null;
  readonly receivedOn: Day | null;
  readonly lines: readonly {
    readonly invoice: number;
    readonly residual: bigint;
    readonly interest: bigint;
    readonly indemnity: bigint;
  }[];
}

/** Writes an approved letter with its lines and gives its id. */
export async function insertLetter(
  tx: Db,
  letter: {
    readonly ask: number;
    readonly document: number;
    readonly notice: FormalNotice;
    readonly approvedAt: Date;
    readonly approvedBy: number;
  },
): Promise<number> {
  const { notice } = letter;
  const [row] = await tx
    .insert(letters)
    .values({
      askId: letter.ask,
      documentId: letter.document,
      sellerCode: notice.seller.code,
      debtorCode: notice.debtor.code,
      currency: notice.currency,
      computedOn: notice.computedOn,
      answerBy: notice.answerBy,
      total: notice.total,
      approvedAt: letter.approvedAt,
      approvedBy: letter.approvedBy,
    })
    .returning({ id: letters.id });
  if (row === undefined) throw new Error("The new letter gave no id back.");
  await tx.insert(letterLines).values(
    notice.lines.map(({ invoice, residual, interest, indemnity }) => ({
      letterId: row.id,
      invoiceId: invoice,
      residual,
      interest,
      indemnity,
    })),
  );
  return row.id;
}

/** The letters of an ask that stand, in the order of their drafts. */
export async function lettersOfAsk(db: Db, ask: number): Promise<readonly RecordedLetter[]> {
  return lettersWhere(db, and(eq(letters.askId, ask), isNull(letters.voidedAt)));
}

/** One letter; null = none, or taken back. */
export async function letterById(db: Db, id: number): Promise<RecordedLetter | null> {
  return (await lettersWhere(db, and(eq(letters.id, id), isNull(letters.voidedAt))))[0] ?? null;
}

/** The letters to some customers that stand, the first approved first. */
export async function lettersTo(db: Db, debtors: readonly string[]): Promise<readonly RecordedLetter[]> {
  return lettersWhere(db, and(sql`${letters.debtorCode} = any(${textArray(debtors)})`, isNull(letters.voidedAt)));
}

/** The letters of an ask never leave: the approval is taken back. Posted ones stay. Gives which. */
export async function voidLetters(tx: Db, ask: number, at: Date): Promise<readonly number[]> {
  const voided = await tx
    .update(letters)
    .set({ voidedAt: at })
    .where(and(eq(letters.askId, ask), isNull(letters.voidedAt), isNull(letters.postedOn)))
    .returning({ id: letters.id });
  return voided.map(({ id }) => id);
}

/** Notes that a letter was posted, with the number of its registered mail. */
export async function markPosted(tx: Db, id: number, number: string, postedOn: Day): Promise<void> {
  await tx.update(letters).set({ registeredNumber: number, postedOn }).where(eq(letters.id, id));
}

/** Notes the day of the receipt that came back. */
export async function markReceived(tx: Db, id: number, receivedOn: Day): Promise<void> {
  await tx.update(letters).set({ receivedOn }).where(eq(letters.id, id));
}

/** Whether something these customers wrote waits to be read. */
export async function isReplyWaiting(db: Db, customers: readonly string[]): Promise<boolean> {
  const rows = await db.execute(sql`
    select 1 from replies r
    where r.customer_code = any(${textArray(customers)}) and r.kind = 'human' and r.state = 'waiting' limit 1`);
  return rows.length > 0;
}

/** The letters of an ask stand again: what took them back was undone. */
export async function reviveLetters(tx: Db, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(letters)
    .set({ voidedAt: null })
    .where(inArray(letters.id, [...ids]));
}

/** What a letter needs to know of invoices, beside what is left of them. */
export interface LetterHead {
  readonly id: number;
  readonly factoring: Factoring;
  readonly seller: LetterParty & { readonly mentions: string | null };
  readonly debtor: LetterParty;
}

/** What a letter about each invoice needs of its two parties; unknown invoices are left out. */
export async function letterHeads(db: Db, invoices: readonly number[]): Promise<ReadonlyMap<number, LetterHead>> {
  const rows = await db.execute(sql`
    select i.id, i.factoring,
      jsonb_build_object('code', s.code, 'legalName', coalesce(s.legal_name, s.name), 'siren', s.siren, 'address', s.address,
        'postalCode', s.postal_code, 'city', s.city, 'mentions', s.legal_mentions) as seller,
      jsonb_build_object('code', c.code, 'legalName', coalesce(c.legal_name, c.name), 'siren', c.siren, 'address', c.address,
        'postalCode', c.postal_code, 'city', c.city) as debtor
    from invoices i join customers c on c.code = i.customer_code join sellers s on s.code = i.seller_code
    where i.id = any(${intArray(invoices)})`);
  const found = rows as unknown as readonly LetterHead[];
  return new Map(found.map((head) => [head.id, head]));
}

async function lettersWhere(
  db: Db,
  where: Parameters<ReturnType<ReturnType<Db["select"]>["from"]>["where"]>[0],
): Promise<readonly RecordedLetter[]> {
  const heads = await db
    .select({
      id: letters.id,
      ask: letters.askId,
      document: letters.documentId,
      seller: letters.sellerCode,
      debtor: letters.debtorCode,
      currency: letters.currency,
      computedOn: letters.computedOn,
      answerBy: letters.answerBy,
      total: letters.total,
      approvedAt: letters.approvedAt,
      approvedBy: letters.approvedBy,
      registeredNumber: letters.registeredNumber,
      postedOn: letters.postedOn,
      receivedOn: letters.receivedOn,
    })
    .from(letters)
    .where(where)
    .orderBy(letters.sellerCode, letters.debtorCode, letters.id);
  if (heads.length === 0) return [];
  const lines = await db
    .select()
    .from(letterLines)
    .where(
      inArray(
        letterLines.letterId,
        heads.map(({ id }) => id),
      ),
    );
  const byLetter = Map.groupBy(lines, ({ letterId }) => letterId);
  return heads.map((head) => ({
    ...head,
    lines: (byLetter.get(head.id) ?? []).map(({ invoiceId, residual, interest, indemnity }) => ({
      invoice: invoiceId,
      residual,
      interest,
      indemnity,
    })),
  }));
}
