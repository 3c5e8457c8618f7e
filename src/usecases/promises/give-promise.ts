import type { Day } from "#domain/calendar.ts";
import type { Actor } from "#domain/event.ts";
import type { Currency, Money } from "#domain/money.ts";
import { coverOldestFirst, refusePromise, refusePromiseDay, type CoveredLine } from "#domain/promise-to-pay.ts";
import type { Refusal } from "#domain/refusal.ts";
import { UNDO_MS } from "#domain/undo.ts";
import { closeAsk } from "#store/asks.ts";
import { appendEvent } from "#store/events.ts";
import { paidBy } from "#store/families.ts";
import { cededInvoices } from "#store/invoice-heads.ts";
import { openItems, type OpenItem } from "#store/open-items.ts";
import { livePromisesOf, type RecordedPromise } from "#store/promises.ts";
import type { Db } from "#store/store.ts";
import { alreadyDone, type Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { bindPromises, recordPromise } from "#usecases/promises/record-promise.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { takeMatter, type Matter } from "#usecases/asks/take-matter.ts";

export interface PromiseInput {
  readonly customer: string;
  /** The card it answers; its customer is the one that counts then. */
  readonly ask?: number | undefined;
  readonly due: Day;
  /** Without it, everything overdue that may be chased and what the card asks for, in each currency. */
  readonly amount?: Money | undefined;
  /** Only these of the customer's invoices. */
  readonly invoices?: readonly number[] | undefined;
  readonly contact?: number | undefined;
  readonly comment?: string | undefined;
  /** What the same click wrote before it, by its event: it is taken back with the promise. */
  readonly with?: number | undefined;
}

interface Cover {
  readonly currency: Currency;
  readonly lines: readonly CoveredLine[];
}

/**
 * Records what a customer promised to pay and when: one promise per currency, covering the oldest due first. Answers the
 * ask it was given on. Two clicks are one promise.
 */
export async function givePromise(context: Context, actor: Actor, input: PromiseInput): Promise<Result<Answered>> {
  return context.store.db.transaction(async (tx) => {
    const taken = await takeMatter(tx, context, actor, input, "promise");
    if (!taken.ok) return taken;
    const matter = taken.value;
    const repeated = await sameJustNow(tx, context, matter, input);
    if (repeated !== null) return alreadyDone(tx, { actor: repeated.givenBy, at: repeated.recordedAt }, context.now);
    const covers = coverWhat(await poolOf(tx, context, matter, input), input, matter, context.today);
    if ("why" in covers) return refused(covers);
    return done(await write(tx, context, actor, input, matter, covers));
  });
}

async function write(
  tx: Db,
  context: Context,
  actor: Actor,
  input: PromiseInput,
  matter: Matter,
  covers: readonly Cover[],
): Promise<Answered> {
  const given = [];
  for (const cover of covers) {
    given.push(
      await recordPromise(tx, context, actor, {
        ...cover,
        customer: matter.customer,
        payer: matter.payer,
        due: input.due,
        contact: input.contact ?? null,
        comment: input.comment ?? null,
      }),
    );
  }
  const promise = given[0]?.id;
  if (promise === undefined) throw new Error("A promise without an amount should have been refused.");
  const event = await appendEvent(tx, {
    at: context.now,
    kind: "promise-given",
    actor,
    customer: matter.customer,
    invoices: given.flatMap((one) => one.lines.map((line) => line.invoice)),
    subject: "promises",
    subjectId: promise,
    data: {
      due: input.due,
      ask: matter.ask?.id ?? null,
      ...(input.with === undefined ? {} : { with: input.with }),
      promises: given.map((one) => one.id),
      amounts: covers.map((cover) => ({ currency: cover.currency, minor: totalOf(cover.lines).toString() })),
    },
  });
  if (matter.ask !== null) await closeAsk(tx, matter.ask.id, { outcome: "promise" }, context.now, event);
  await bindPromises(tx, context, matter.payer, given, actor, event);
  return { event, showing: matter.ask === null ? { show: "promise", promise } : { show: "ask", ask: matter.ask.id } };
}

/** The customer's open invoices that a promise to us can be about. */
async function poolOf(tx: Db, context: Context, matter: Matter, input: PromiseInput): Promise<readonly OpenItem[]> {
  const customers = await paidBy(tx, matter.customer);
  const ceded = await cededInvoices(tx, customers);
  const items = (await openItems(tx, context.today, customers)).filter((item) => !ceded.has(item.id));
  const { invoices } = input;
  return invoices === undefined ? items : items.filter((item) => invoices.includes(item.id));
}

/** What each promise covers, or why none can be given. */
function coverWhat(
  pool: readonly OpenItem[],
  input: PromiseInput,
  { ask }: Matter,
  today: Day,
): readonly Cover[] | Refusal {
  const { amount, due } = input;
  if (amount !== undefined) {
    const items = pool.filter((item) => item.currency === amount.currency);
    if (items.length === 0 && pool.length > 0) return { why: "other-currency", currency: amount.currency };
    const owed = { minor: items.reduce((total, item) => total + item.residual, 0n), currency: amount.currency };
    const refusal = refusePromise({ amount, due }, owed, today);
    return refusal ?? [{ currency: amount.currency, lines: coverOldestFirst(items, amount.minor) }];
  }
  const asked = new Set(ask?.lines.map((line) => line.invoice));
  const isWanted = (item: OpenItem) => item.due < today || asked.has(item.id);
  const wanted = input.invoices === undefined ? pool.filter(isWanted) : pool;
  // What is promised in part is taken over whole, because the new promise replaces the old one on it.
  const rooms = wanted.map((item) => ({ item, room: item.residual - item.disputed })).filter(({ room }) => room > 0n);
  const unpromised = rooms.filter(({ item, room }) => room > item.promised);
  // Everything is promised already: a new day for the same money.
  const covered = unpromised.length > 0 ? unpromised : rooms;
  if (covered.length === 0) return { why: "nothing-owed" };
  return refusePromiseDay(due, today) ?? coversByCurrency(covered);
}

function coversByCurrency(rooms: readonly { readonly item: OpenItem; readonly room: bigint }[]): readonly Cover[] {
  const byCurrency = Map.groupBy(rooms, ({ item }) => item.currency);
  return [...byCurrency].map(([currency, group]) => ({
    currency,
    lines: group.map(({ item, room }) => ({ invoice: item.id, covered: room, residual: item.residual })),
  }));
}

/** The same promise, given minutes ago without a card to close: a second click, or a replay. */
async function sameJustNow(
  tx: Db,
  context: Context,
  matter: Matter,
  input: PromiseInput,
): Promise<RecordedPromise | null> {
  if (matter.ask !== null) return null;
  const { amount, invoices } = input;
  const since = context.now.getTime() - UNDO_MS;
  const same = (await livePromisesOf(tx, [matter.customer])).find(
    (promise) =>
      promise.due === input.due &&
      promise.recordedAt.getTime() > since &&
      (amount === undefined || (promise.currency === amount.currency && promise.amount === amount.minor)) &&
      (invoices === undefined || promise.lines.every((line) => invoices.includes(line.invoice))),
  );
  return same ?? null;
}

function totalOf(lines: readonly CoveredLine[]): bigint {
  return lines.reduce((total, line) => total + line.covered, 0n);
}
