import { taskCard, type TaskAbout, type TaskView } from "#cards/task.ts";
import type { Day } from "#domain/calendar.ts";
import { contactToCall, mailRecipients } from "#domain/customer.ts";
import { coveredUntil } from "#domain/credit-insurance.ts";
import type { AskKind, TaskWithdrawal } from "#domain/ask.ts";
import { promiseById, type RecordedPromise } from "#store/promises.ts";
import type { RecordedAsk } from "#store/asks.ts";
import { customerName, lastBrokenPromise, madeByEvent, openerOf, reminderHead } from "#store/card-facts.ts";
import { contactsOf, stopDays } from "#store/contacts.ts";
import { eventById, lastEventAbout, undoingOf } from "#store/events.ts";
import { earliestInsuredDue } from "#store/insured.ts";
import { paidBy } from "#store/families.ts";
import { lettersTo } from "#store/letters.ts";
import { credits } from "#store/open-items.ts";
import { roadEndingById } from "#store/road-endings.ts";
import { membersOf } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import { askMoney } from "#usecases/asks/ask-money.ts";
import { noteTaskAbout } from "#usecases/customers/draw-note-task.ts";
import { promiseView } from "#usecases/promises/draw-promise.ts";
import { byCurrency, colleagueOf, type Drawing, type Drawn, nameOf, undoable } from "#usecases/delivery/drawing.ts";

export type TaskKind = Exclude<AskKind, "call">;

/** A task in its present state. */
export async function drawTask(
  drawing: Drawing,
  ask: RecordedAsk,
  kind: TaskKind,
  mayAnswer: boolean,
): Promise<Drawn | null> {
  const view = await taskView(drawing, ask, kind, mayAnswer);
  return view === null ? null : { card: taskCard(view, drawing.words), customers: [ask.customer] };
}

/** A task as data: for its card, and for its line in a list. */
export async function taskView(
  drawing: Drawing,
  ask: RecordedAsk,
  kind: TaskKind,
  mayAnswer: boolean,
): Promise<TaskView | null> {
  const { db } = drawing.context.store;
  const customer = await customerName(db, ask.customer);
  const about = await aboutOf(drawing, ask, kind);
  if (customer === null || about === null) return null;
  const money = kind === "unknown-send" || kind === "assign-owner" ? null : await askMoney(drawing.context, ask);
  const closing = ask.closedByEvent === null ? null : await eventById(db, ask.closedByEvent);
  return {
    ask: ask.id,
    customer,
    about,
    totals: money?.totals ?? [],
    invoices: money?.invoices.length ?? 0,
    oldestDaysLate: money?.oldestDaysLate ?? 0,
    state: ask.state,
    withdrawn: await whyWithdrawn(db, ask),
    by: closing === null ? null : await colleagueOf(drawing, closing.actor),
    outcome: outcomeOf(ask),
    mayAnswer,
    undoEvent: ask.state === "answered" ? await undoable(drawing, closing?.id ?? null) : null,
    asOf: drawing.asOf,
  };
}

/** Why a task went by itself; null = it did not. */
export async function whyWithdrawn(db: Db, ask: RecordedAsk): Promise<TaskWithdrawal | null> {
  if (ask.state !== "withdrawn" || ask.withdrawn !== "stopped") return ask.withdrawn;
  if (ask.closedByEvent !== null && (await undoingOf(db, ask.closedByEvent)) !== null) return "taken-back";
  return ask.kind === "approve-promise" ? "promise-over" : ask.withdrawn;
}

function outcomeOf(ask: RecordedAsk): TaskView["outcome"] {
  if (ask.outcome === null) return null;
  return ask.outcome === "done" || ask.outcome === "approved" || ask.outcome === "refused" ? ask.outcome : "other";
}

async function aboutOf(drawing: Drawing, ask: RecordedAsk, kind: TaskKind): Promise<TaskAbout | null> {
  const { db } = drawing.context.store;
  switch (kind) {
    case "formal-notice":
      return { is: kind };
    case "decision":
      return { is: kind, noticePostedOn: await lastPosted(drawing, ask) };
    case "end-of-road":
      return endOfRoad(drawing, ask);
    case "check-payment":
      return checkPayment(drawing, ask);
    case "approve-promise":
      return approval(drawing, await promiseById(db, ask.about));
    case "broken-promise":
      return broken(drawing, ask);
    case "who-to-write-to":
      return { is: kind, ...(await addressBook(drawing, ask.customer)) };
    case "assign-owner":
      return assignment(drawing, ask);
    case "in-credit":
      return { is: kind, credit: await creditOf(drawing, ask.customer) };
    case "unknown-send": {
      const reminder = ask.about > 0 ? await reminderHead(db, ask.about) : null;
      return {
        is: kind,
        step: reminder?.step ?? null,
        day: reminder?.plannedOn ?? null,
        to: reminder?.recipients ?? [],
      };
    }
    case "urgent-block":
    case "contact-proposed":
    case "circuit-changed":
    case "vip-proposed":
    case "paid-to-us":
    case "insurer-declaration":
      return noteTaskAbout(drawing, ask, kind);
    case "read-reply":
      // Drawn as the reply itself; without one, only that there is something to read.
      return { is: "unknown-send", step: null, day: null, to: [] };
  }
}

async function lastPosted({ context }: Drawing, ask: RecordedAsk): Promise<Day | null> {
  const about = new Set(ask.lines.map((line) => line.invoice));
  const letters = await lettersTo(context.store.db, await paidBy(context.store.db, ask.customer));
  return letters
    .filter(({ lines }) => lines.some(({ invoice }) => about.has(invoice)))
    .reduce<Day | null>(
      (last, { postedOn }) => (postedOn !== null && (last === null || postedOn > last) ? postedOn : last),
      null,
    );
}

async function endOfRoad({ context }: Drawing, ask: RecordedAsk): Promise<TaskAbout | null> {
  const ended = await roadEndingById(context.store.db, ask.about);
  return ended === null ? null : { is: "end-of-road", ending: ended.ending, comment: ended.comment };
}

async function checkPayment(drawing: Drawing, ask: RecordedAsk): Promise<TaskAbout> {
  const { db } = drawing.context.store;
  const opened = await lastEventAbout(db, "asks", ask.id, ["ask-opened"]);
  const cause = opened?.data["causedBy"];
  const made = typeof cause === "number" ? await madeByEvent(db, cause) : null;
  return {
    is: "check-payment",
    by: await nameOf(drawing, await openerOf(drawing.context.store.db, ask.id)),
    until: made?.holdUntil ?? null,
  };
}

async function approval(drawing: Drawing, promise: RecordedPromise | null): Promise<TaskAbout | null> {
  if (promise === null) return null;
  const by = await colleagueOf(drawing, promise.givenBy);
  const amount = { minor: promise.amount, currency: promise.currency };
  const covered = await coveredDay(drawing, promise);
  return { is: "approve-promise", amount, due: promise.due, by, until: promise.awaitsFinanceUntil, covered };
}

/** Until when the credit insurer covers what was promised, where the promise goes beyond it (P11). */
async function coveredDay({ context }: Drawing, promise: RecordedPromise): Promise<Day | null> {
  const invoices = promise.lines.map((line) => line.invoice);
  const due = await earliestInsuredDue(context.store.db, invoices);
  const until = due === null ? null : coveredUntil(due, context.settings.insurerExtensionDays);
  return until !== null && promise.due > until ? until : null;
}

async function broken(drawing: Drawing, ask: RecordedAsk): Promise<TaskAbout | null> {
  const { db } = drawing.context.store;
  const id = ask.about > 0 ? ask.about : await lastBrokenPromise(db, await paidBy(db, ask.customer));
  const promise = id === null ? null : await promiseById(db, id);
  const view = promise === null ? null : await promiseView(drawing, promise);
  if (promise === null || view === null) return null;
  return { is: "broken-promise", missing: view.missing, due: view.due, by: await nameOf(drawing, promise.givenBy) };
}

/** Whose address is refused and since when, who is written to all the same, and whom to call to ask. */
async function addressBook({ context }: Drawing, customer: string) {
  const { db } = context.store;
  const contacts = await contactsOf(db, customer);
  const days = await stopDays(db, customer, context.timeZone);
  const call = contactToCall(contacts);
  return {
    stopped: contacts.flatMap(({ id, name, email, stopped }) =>
      stopped === null ? [] : [{ name, email, because: stopped, since: days.get(id) ?? null }],
    ),
    others: mailRecipients(contacts).map(({ name, email }) => `${name} (${email ?? ""})`),
    call: call === null || call.phone === null ? null : call,
  };
}

/** Whom a customer can be given to: the reps. */
async function assignment(drawing: Drawing, ask: RecordedAsk): Promise<TaskAbout> {
  const reps = await membersOf(drawing.context.store.db, "rep");
  return {
    is: "assign-owner",
    notMineBy: await nameOf(drawing, await openerOf(drawing.context.store.db, ask.id)),
    people: reps.map(({ id, name }) => ({ id, name })),
  };
}

async function creditOf({ context }: Drawing, customer: string) {
  const { db } = context.store;
  const unused = await credits(db, context.today, await paidBy(db, customer));
  return byCurrency(unused.map(({ unallocated, currency }) => ({ minor: -unallocated, currency })));
}
