import { and, eq, inArray, sql } from "drizzle-orm";

import type { AskKind, AskState, CallReason, Outcome, Withdrawal } from "#domain/ask.ts";
import { addDays, weekday, type Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Role } from "#domain/person.ts";
import type { StepName } from "#domain/scenario.ts";
import { askLines, asks } from "#store/schema/loop.ts";
import { intArray, textArray } from "#store/sql-arrays.ts";
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

/** Answers after which a card comes back are no new ask of the person's time (E5). */
const COMING_BACK: readonly CallReason[] = ["no-answer-again", "later-again", "after-visit"];

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

/** An open ask that a person holds who left or is replaced, or that came to them in somebody's absence. */
export interface MovableAsk {
  readonly ask: number;
  readonly holderId: number;
  readonly holderActive: boolean;
  readonly standInId: number | null;
  /** In whose absence it came; null = in nobody's. */
  readonly cameFrom: number | null;
}

/**
 * The open asks whose holder may have to change, because people come and go. What was opened for a delegate during an
 * absence came from it as well, unless somebody gave it to them since.
 */
export async function movableAsks(db: Db, timeZone: string): Promise<readonly MovableAsk[]> {
  const rows = await db.execute(sql`
    select * from (
      select a.id as ask, a.holder_id as "holderId", h.active as "holderActive", h.stand_in_id as "standInId",
        case when moved.data is null then instead.of
          when moved.data->>'because' = 'absence' then (moved.data->>'from')::int end as "cameFrom"
      from asks a join people h on h.id = a.holder_id
      left join lateral (
        select e.data from events e
        where e.subject = 'asks' and e.subject_id = a.id and e.kind = 'ask-reassigned' order by e.id desc limit 1
      ) moved on true
      left join lateral (
        select b.person_id as of from absences b join customers c on c.code = a.customer_code and c.rep_id = b.person_id
        where b.delegate_id = a.holder_id and a.opened_at >= b.recorded_at
          and (b.cancelled_at is null or a.opened_at <= b.cancelled_at)
          and (a.opened_at at time zone ${timeZone})::date between b.from_on and b.until_on
        order by b.id desc limit 1
      ) instead on true
      where a.state = 'open'
    ) held
    where not "holderActive" or "standInId" is not null or "cameFrom" is not null
    order by ask`);
  return rows as unknown as readonly MovableAsk[];
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

/** How many new calls a person was asked for on a day and in its ISO week: what the cap counts (E5). */
export async function newCallsOf(
  db: Db,
  person: number,
  today: Day,
  timeZone: string,
): Promise<{ readonly day: number; readonly week: number }> {
  const monday = addDays(today, 1 - weekday(today));
  const rows = await db.execute<{ day: number; week: number }>(sql`
    select count(*) filter (where opened_on = ${today}::date)::int as day, count(*)::int as week
    from (
      select (a.opened_at at time zone ${timeZone})::date as opened_on from asks a
      where a.kind = 'call' and a.holder_id = ${person} and (a.reason is null or a.reason <> all(${textArray(COMING_BACK)}))
    ) call
    where opened_on between ${monday}::date and ${today}::date`);
  return rows[0] ?? { day: 0, week: 0 };
}

/** How many new calls some people were asked for between two days, both included (E5). */
export async function newCallsBetween(
  db: Db,
  people: readonly number[],
  span: { readonly from: Day; readonly until: Day },
  timeZone: string,
): Promise<number> {
  const rows = await db.execute<{ calls: number }>(sql`
    select count(*)::int as calls from asks a
    where a.kind = 'call' and a.holder_id = any(${intArray(people)})
      and (a.reason is null or a.reason <> all(${textArray(COMING_BACK)}))
      and (a.opened_at at time zone ${timeZone})::date between ${span.from}::date and ${span.until}::date`);
  return rows[0]?.calls ?? 0;
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
