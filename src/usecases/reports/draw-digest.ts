import { digestCard, fullDigestCard, pastDigestCard, type DigestView } from "#cards/digest.ts";
import {
  addDays,
  addWorkingDays,
  type Day,
  dayIn,
  instantAt,
  maxDay,
  previousWorkingDay,
  workingDaysBetween,
} from "#domain/calendar.ts";
import { isCall } from "#domain/finance-list.ts";
import { firstName, hasRole } from "#domain/person.ts";
import { worklist, type Work, type WorkCustomer } from "#domain/worklist.ts";
import {
  newlyLate,
  type NewlyLateRow,
  oldestData,
  paidAfterCalls,
  payersOf,
  promisesExpected,
  teamCalls,
} from "#store/digest-facts.ts";
import { standsInFor } from "#store/absences.ts";
import { teamBelow } from "#store/people.ts";
import { thankedSince } from "#store/thank-you-mails.ts";
import { customersInScope, lateCustomers, openCallsOf, portfolioFigures } from "#store/portfolio.ts";
import { countUnowned } from "#store/unowned-customers.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, type Drawing, type Drawn, shownOn } from "#usecases/delivery/drawing.ts";
import { meanwhileOf, standingIn } from "#usecases/people/relay.ts";
import { financeItems, financeLines } from "#usecases/reports/finance-list.ts";
import { metToday } from "#usecases/meetings/met-today.ts";
import { leavingNext, leavingSoon } from "#usecases/dunning/leaving-reminders.ts";
import { callLines } from "#usecases/asks/show-calls.ts";
import { readersByMail } from "#usecases/people/readers-by-mail.ts";

/** Less is more: what does not fit is in "my customers". */
const ENTRIES_MAX = 8;
const LINES_SHOWN_MAX = 6;
/** A call that waits longer than this shows in the manager's line (E4). */
const LONG_CALL_WORKING_DAYS = 3;

/** The digest of today, from the present truth: what was paid since is no longer in it. One of an earlier day is over. */
export async function drawDigest(drawing: Drawing, day: Day): Promise<Drawn | null> {
  const { viewer, context, words } = drawing;
  if (day < dayIn(context.now, viewer.timeZone)) return { card: pastDigestCard(day, words), customers: [] };
  const { view, customers } = await digestView(drawing, day);
  return { card: digestCard(view, drawing.words), customers };
}

/** The digest that stands already: it never turns into the line of a quiet day. */
export async function drawDigestAgain(drawing: Drawing, day: Day): Promise<Drawn> {
  const { view, customers } = await digestView(drawing, day);
  return { card: fullDigestCard(view, drawing.words), customers };
}

/** The digest as data, also to decide whether there is anything to say. */
export async function digestView(
  drawing: Drawing,
  day: Day,
): Promise<{ readonly view: DigestView; readonly customers: readonly string[] }> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const insteadOf = await standsInFor(db, viewer.id);
  const own = (await customersInScope(db, { owners: [viewer.id, ...insteadOf], seller: null })) ?? [];
  const calls = await callLines(drawing, await openCallsOf(db, viewer));
  const entries = own.length === 0 && calls.length === 0 ? [] : worklist(await workOf(drawing, day, own));
  const shown = entries.slice(0, ENTRIES_MAX);
  const view: DigestView = {
    firstName: firstName(viewer),
    day,
    portfolio: own.length === 0 ? null : await portfolioOf(context, own),
    entries: shown,
    others: entries.length - shown.length,
    calls: calls.map(({ ask, customer }) => ({ ask, name: customer.name })),
    team: hasRole(viewer, "manager") ? await teamOf(drawing) : null,
    finance: hasRole(viewer, "finance") ? await financeOf(drawing) : null,
    standsIn: await standingIn(drawing, insteadOf),
    meanwhile: await meanwhileOf(drawing, day),
    dataOf: await staleDataOf(context),
    asOf: shownOn(drawing, day).asOf,
  };
  // Not the whole portfolio: its totals are as of the morning, and every change would have a month of digests drawn again.
  const customers = shown.flatMap(({ customer }) => [customer.code, customer.payer]);
  return { view, customers: [...new Set([...customers, ...calls.map(({ customer }) => customer.code)])] };
}

/** The working day before: what happened since then is new this morning. */
function dayBefore(day: Day): Day {
  return previousWorkingDay(addDays(day, -1));
}

async function workOf(drawing: Drawing, day: Day, own: readonly string[]): Promise<Work> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const { today } = context;
  const before = dayBefore(day);
  const late = await newlyLate(db, today, own, before, day);
  const promised = await promisesExpected(db, today, own, before, day);
  // Who is told in the afternoon has heard of them.
  const paid = viewer.thanks
    ? []
    : await paidAfterCalls(
        db,
        viewer.id,
        instantAt(before, viewer.digestMinutes, viewer.timeZone),
        instantAt(day, viewer.digestMinutes, viewer.timeZone),
        context.timeZone,
      );
  const calls = await callLines(drawing, await openCallsOf(db, viewer));
  const thanked = await thankedSince(
    db,
    paid.map(({ code }) => code),
    instantAt(before, 0, viewer.timeZone),
  );
  return {
    met: await metToday(drawing, day, new Set(calls.map(({ customer }) => customer.code))),
    newlyLate: [...Map.groupBy(late, (row) => row.code).values()].map((rows) => ({
      customer: workCustomer(rows[0]),
      amounts: byCurrency(rows),
      due: rows.map((row) => row.due).reduce(maxDay),
    })),
    notComeIn: promised
      .filter((row) => row.due < day)
      .map((row) => ({ customer: workCustomer(row), missing: moneyOf(row.missing, row.currency), due: row.due })),
    dueToday: promised
      .filter((row) => row.due === day)
      .map((row) => ({ customer: workCustomer(row), amount: moneyOf(row.missing, row.currency) })),
    asks: calls.map(({ ask, customer, totals, oldestDays }) => ({
      ask,
      customer: { ...customer, payer: customer.code },
      totals,
      oldestDays,
    })),
    goodNews: [...Map.groupBy(paid, (row) => row.code).values()].map((rows) => ({
      customer: workCustomer(rows[0]),
      paid: byCurrency(rows),
      daysAfterCall: Math.min(...rows.map((row) => row.days)),
      thanked: thanked.has(rows[0]?.code ?? ""),
    })),
    leaving: day === today ? await leavingTo(context, own, late) : [],
  };
}

/** Reminders about to leave to the payers of these customers; to those newly late, the first one whenever it leaves. */
async function leavingTo(
  context: Context,
  own: readonly string[],
  late: readonly NewlyLateRow[],
): Promise<Work["leaving"]> {
  const payers = new Map((await payersOf(context.store.db, own)).map((payer) => [payer.code, payer]));
  if (payers.size === 0) return [];
  const soon = await leavingSoon(context, [...payers.keys()]);
  const untold = late.filter((row) => !soon.some(({ message }) => message.payer === row.payer));
  const next = await leavingNext(
    context,
    [...new Set(untold.map(({ payer }) => payer))],
    untold.flatMap(({ invoices }) => invoices),
  );
  return [...soon, ...next].flatMap(({ message, day, total }) => {
    const customer = payers.get(message.payer);
    return customer === undefined ? [] : [{ customer, total, step: message.step, day }];
  });
}

async function portfolioOf(context: Context, own: readonly string[]): Promise<NonNullable<DigestView["portfolio"]>> {
  const { db } = context.store;
  const rows = await portfolioFigures(db, context.today, own, null);
  const late = await lateCustomers(db, context.today, own, null);
  return {
    outstanding: byCurrency(rows.map((row) => moneyOf(row.outstanding, row.currency))),
    overdue: byCurrency(rows.map((row) => moneyOf(row.overdue, row.currency))),
    lateCustomers: new Set(late.map(({ code }) => code)).size,
  };
}

async function teamOf({ context, viewer }: Drawing): Promise<DigestView["team"]> {
  const { db } = context.store;
  const team = (await teamBelow(db, viewer.id)).map(({ id }) => id);
  if (team.length === 0) return null;
  const customers = await customersInScope(db, { owners: [viewer.id, ...team], seller: null });
  const rows = await portfolioFigures(db, context.today, customers, null);
  const calls = await teamCalls(db, team, addWorkingDays(context.today, -LONG_CALL_WORKING_DAYS));
  return {
    outstanding: byCurrency(rows.map((row) => moneyOf(row.outstanding, row.currency))),
    overdue: byCurrency(rows.map((row) => moneyOf(row.overdue, row.currency))),
    calls: calls.open,
    longCalls: calls.long,
  };
}

async function financeOf(drawing: Drawing): Promise<DigestView["finance"]> {
  const { context } = drawing;
  const { db } = context.store;
  const items = await financeItems(drawing);
  if (items.length === 0) return null;
  // Calls stand above, as they do for a rep: a customer is told once.
  const beside = items.filter(({ subject }) => !isCall(subject));
  const lines = await financeLines(drawing, beside.slice(0, LINES_SHOWN_MAX));
  const replies = beside.filter(({ subject }) => subject.is === "reply").length;
  const brokenPromises = beside.filter(
    ({ subject }) => subject.is === "task" && subject.kind === "broken-promise",
  ).length;
  const counts = { tasks: beside.length - replies - brokenPromises, replies, brokenPromises };
  const unowned = await countUnowned(db);
  const byMail = (await readersByMail(context)).map(({ name }) => name);
  return { counts, lines, total: items.length, unowned, byMail };
}

/** The day of the data when they are older than the company's limit; null = fresh, or no limit. */
async function staleDataOf(context: Context): Promise<Day | null> {
  if (context.staleAfter === null) return null;
  const heard = await oldestData(context.store.db, context.timeZone);
  return heard !== null && workingDaysBetween(heard, context.today) > context.staleAfter ? heard : null;
}

function workCustomer(row: WorkCustomer | undefined): WorkCustomer {
  if (row === undefined) throw new Error("A group of rows is never empty.");
  return { code: row.code, name: row.name, payer: row.payer };
}

function moneyOf(minor: bigint, currency: string) {
  return { minor, currency };
}
