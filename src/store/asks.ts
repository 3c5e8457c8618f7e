import { and, eq, inArray, sql } from "drizzle-orm";

import type { AskKind, AskState, CallReason, Outcome, Withdrawal } from "#domain/ask.ts";
import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Role } from "#domain/person.ts";
import type { StepName } from "#domain/scenario.ts";
import { askLines, asks } from "#store/schema/loop.ts";
import type { Db } from "#store/store.ts";

export interface AskLine {
  readonly invoice: number;
  /** The step that the invoice entered with this ask; null = it was asked by hand. */
  readonly step: StepName | null;
}

/** A person, or a whole role of which any member may answer. */
export type Holder = { readonly person: number } | { readonly role: Role };

export interface RecordedAsk {
  readonly id: number;
  readonly kind: AskKind;
  readonly customer: string;
  readonly about: number;
  readonly holderId: number | null;
  readonly holderRole: Role | null;
  readonly reason: CallReason | null;
  readonly why: string | null;
  readonly state: AskState;
  readonly openedAt: Date;
  readonly clockFrom: Day;
  /** A manager left it until this day. */
  readonly leftUntil: Day | null;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly withdrawn: Withdrawal | null;
  readonly closedByEvent: number | null;
  readonly comesBackOn: Day | null;
  readonly comesBackAs: CallReason | null;
  /** The card that it came back as is open or was. */
  readonly cameBack: boolean;
  readonly postponed: boolean;
  readonly lines: readonly AskLine[];
}

export interface NewAsk {
  readonly kind: AskKind;
  readonly customer: string;
  readonly about: number;
  readonly holder: Holder;
  readonly reason: CallReason | null;
  readonly why: string | null;
  readonly openedAt: Date;
  readonly openedBy: Actor;
  readonly clockFrom: Day;
  readonly postponed: boolean;
}

/** An ask with its lines, open or closed; null when there is none. */
export async function askById(db: Db, id: number): Promise<RecordedAsk | null> {
  return (await asksWhere(db, eq(asks.id, id)))[0] ?? null;
}

/** The open asks about these customers, oldest first. */
export async function openAsksOf(db: Db, customers: readonly string[]): Promise<readonly RecordedAsk[]> {
  if (customers.length === 0) return [];
  return asksWhere(db, and(eq(asks.state, "open"), inArray(asks.customerCode, [...customers])));
}

/** The one open ask of a kind about a customer, if any. */
export async function openAskOf(db: Db, customer: string, kind: AskKind, about: number): Promise<RecordedAsk | null> {
  const found = await asksWhere(
    db,
    and(eq(asks.state, "open"), eq(asks.customerCode, customer), eq(asks.kind, kind), eq(asks.about, about)),
  );
  return found[0] ?? null;
}

/** Answered asks whose day to come back has come. */
export async function asksComingBack(db: Db, today: Day): Promise<readonly RecordedAsk[]> {
  return asksWhere(
    db,
    and(eq(asks.state, "answered"), sql`${asks.comesBackOn} <= ${today}`, sql`${asks.comeBackAskId} is null`),
  );
}

/** The asks that an event closed, answered or withdrawn. */
export async function asksClosedBy(db: Db, eventId: number): Promise<readonly RecordedAsk[]> {
  return asksWhere(db, eq(asks.closedByEvent, eventId));
}

/** Writes an open ask with its lines and gives its id; the unique index refuses a second one of a kind per customer. */
export async function insertAsk(tx: Db, ask: NewAsk, lines: readonly AskLine[]): Promise<number> {
  const { customer, holder, ...rest } = ask;
  const [row] = await tx
    .insert(asks)
    .values({ ...rest, customerCode: customer, ...holderColumns(holder) })
    .returning({ id: asks.id });
  if (row === undefined) throw new Error("The new ask gave no id back.");
  await addLines(tx, row.id, lines);
  return row.id;
}

/** Adds lines to an ask; those it has already stay as they are. Gives the invoices that are new. */
export async function addLines(tx: Db, askId: number, lines: readonly AskLine[]): Promise<readonly number[]> {
  if (lines.length === 0) return [];
  const added = await tx
    .insert(askLines)
    .values(lines.map((line) => ({ askId, invoiceId: line.invoice, step: line.step })))
    .onConflictDoNothing()
    .returning({ invoice: askLines.invoiceId });
  return added.map((row) => row.invoice);
}

/** How an ask ends: by an answer, or by itself. */
export type Ending =
  | { readonly outcome: Outcome; readonly comesBackOn?: Day; readonly comesBackAs?: CallReason }
  | { readonly withdrawn: Withdrawal };

/** Closes an ask as answered or withdrawn; `eventId` is the event that undoing takes back. */
export async function closeAsk(tx: Db, id: number, ending: Ending, at: Date, eventId: number | null): Promise<void> {
  const answered = "outcome" in ending;
  await tx
    .update(asks)
    .set({
      state: answered ? "answered" : "withdrawn",
      outcome: answered ? ending.outcome : null,
      withdrawn: answered ? null : ending.withdrawn,
      closedAt: at,
      closedByEvent: eventId,
      comesBackOn: answered ? (ending.comesBackOn ?? null) : null,
      comesBackAs: answered ? (ending.comesBackAs ?? null) : null,
    })
    .where(eq(asks.id, id));
}

/** Opens again what an event closed, with its clock as it was. */
export async function reopenAsk(tx: Db, id: number): Promise<void> {
  await tx
    .update(asks)
    .set({
      state: "open",
      outcome: null,
      withdrawn: null,
      closedAt: null,
      closedByEvent: null,
      comesBackOn: null,
      comesBackAs: null,
    })
    .where(eq(asks.id, id));
}

/** Gives an open ask to somebody else; the clock on people starts anew. */
export async function handOver(tx: Db, id: number, holder: Holder, clockFrom: Day): Promise<void> {
  await tx
    .update(asks)
    .set({ ...holderColumns(holder), clockFrom, leftUntil: null })
    .where(eq(asks.id, id));
}

/** Says which ask an answered one came back as. */
export async function setCameBack(tx: Db, id: number, as: number): Promise<void> {
  await tx.update(asks).set({ comeBackAskId: as }).where(eq(asks.id, id));
}

/** Nothing is left to come back for. */
export async function setStaysAway(tx: Db, id: number): Promise<void> {
  await tx.update(asks).set({ comesBackOn: null, comesBackAs: null }).where(eq(asks.id, id));
}

function holderColumns(holder: Holder): { readonly holderId: number | null; readonly holderRole: Role | null } {
  return "person" in holder
    ? { holderId: holder.person, holderRole: null }
    : { holderId: null, holderRole: holder.role };
}

async function asksWhere(
  db: Db,
  where: Parameters<ReturnType<ReturnType<Db["select"]>["from"]>["where"]>[0],
): Promise<readonly RecordedAsk[]> {
  const heads = await db.select(askColumns).from(asks).where(where).orderBy(asks.id);
  if (heads.length === 0) return [];
  const lines = await db
    .select({ ask: askLines.askId, invoice: askLines.invoiceId, step: askLines.step })
    .from(askLines)
    .where(
      inArray(
        askLines.askId,
        heads.map((head) => head.id),
      ),
    )
    .orderBy(askLines.invoiceId);
  const byAsk = Map.groupBy(lines, (line) => line.ask);
  return heads.map((head) => ({
    ...head,
    lines: (byAsk.get(head.id) ?? []).map(({ invoice, step }) => ({ invoice, step })),
  }));
}

const askColumns = {
  id: asks.id,
  kind: asks.kind,
  customer: asks.customerCode,
  about: asks.about,
  holderId: asks.holderId,
  holderRole: asks.holderRole,
  reason: asks.reason,
  why: asks.why,
  state: asks.state,
  openedAt: asks.openedAt,
  clockFrom: asks.clockFrom,
  leftUntil: asks.leftUntil,
  closedAt: asks.closedAt,
  outcome: asks.outcome,
  withdrawn: asks.withdrawn,
  closedByEvent: asks.closedByEvent,
  comesBackOn: asks.comesBackOn,
  comesBackAs: asks.comesBackAs,
  cameBack: sql<boolean>`${asks.comeBackAskId} is not null`,
  postponed: asks.postponed,
};
