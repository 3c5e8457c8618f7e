import { pleaseCallCard, type CallClock, type CallState, type CallView } from "#cards/please-call.ts";
import { type Day, dayIn } from "#domain/calendar.ts";
import { contactToCall } from "#domain/customer.ts";
import { mayTouch, type Ownership } from "#domain/permission.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { nthWorkedDay, worksOn } from "#domain/working-hours.ts";
import { absencesSince } from "#store/absences.ts";
import { tellingsOf } from "#store/ask-clock.ts";
import { askById, type RecordedAsk } from "#store/asks.ts";
import { customerName, lastBrokenPromise, madeByEvent, mailsWithoutAnswer, openerOf } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { disputeById } from "#store/disputes.ts";
import { eventById, lastEventAbout } from "#store/events.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { promiseById } from "#store/promises.ts";
import { askMoney, highestStep } from "#usecases/asks/ask-money.ts";
import { standingHolds } from "#usecases/dunning/customer-loop.ts";
import { disputeView } from "#usecases/disputes/draw-dispute.ts";
import { drawFormalNotice } from "#usecases/letters/draw-formal-notice.ts";
import { promiseView } from "#usecases/promises/draw-promise.ts";
import { drawReply } from "#usecases/replies/draw-reply.ts";
import { drawTask } from "#usecases/asks/draw-task.ts";
import {
  authorOf,
  colleagueOf,
  type Drawing,
  type Drawn,
  nameOf,
  shownOn,
  undoable,
} from "#usecases/delivery/drawing.ts";
import { nextStepsOf, soonest } from "#usecases/dunning/next-steps.ts";

/** An ask in its present state, to somebody who may answer or see it; null = it is none of their business. */
export async function drawAsk(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { db } = drawing.context.store;
  const ask = await askById(db, id);
  const owner = ask === null ? null : await ownershipOfCustomer(db, ask.customer);
  if (ask === null || owner === null) return null;
  const mayAnswer = mayAnswerAsk(drawing, owner, ask);
  if (!mayAnswer && !mayTouch(drawing.viewer, owner, "see-customer")) return null;
  if (ask.kind === "read-reply" && ask.about > 0) {
    return drawReply(drawing, ask.about, (await passedToRole(drawing, ask))?.lateHolder ?? null);
  }
  const dated = shownOn(drawing, dayIn(ask.openedAt, drawing.context.timeZone));
  if (ask.kind === "formal-notice") return drawFormalNotice(dated, ask, owner, mayAnswer);
  if (ask.kind !== "call") return drawTask(dated, ask, ask.kind, mayAnswer);
  const view = await callView(dated, ask, mayAnswer);
  return view === null ? null : { card: pleaseCallCard(view, drawing.words), customers: [ask.customer] };
}

/** Whether the reader may answer an ask, as every verb will check again. */
export function mayAnswerAsk({ viewer }: Drawing, owner: Ownership, ask: RecordedAsk): boolean {
  return mayTouch(viewer, owner, { do: "task", holderId: ask.holderId, holderRole: ask.holderRole });
}

async function callView(drawing: Drawing, ask: RecordedAsk, mayAnswer: boolean): Promise<CallView | null> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const customer = await customerName(db, ask.customer);
  if (customer === null) return null;
  const invoices = ask.lines.map((line) => line.invoice);
  const money = await askMoney(context, ask);
  const by = await answerBy(drawing, ask);
  const broken = ask.reason === "promise-broken" ? await brokenPromise(drawing, money.family) : null;
  const byHand = ask.reason === "by-hand" ? await authorOf(drawing, await openerOf(db, ask.id)) : null;
  return {
    ask: ask.id,
    customer,
    reason: ask.reason ?? "unanswered",
    askedBy: byHand === null || byHand.name === null || ask.why === null ? null : { name: byHand.name, why: ask.why },
    holder: ask.holderId === viewer.id ? null : await nameOf(drawing, ask.holderId),
    clock: await clockOf(drawing, ask),
    by: by >= context.today ? by : null,
    totals: money.totals,
    invoices: money.invoices.length,
    oldestDaysLate: money.oldestDaysLate,
    firstDue: money.firstDue,
    mails: await mailsWithoutAnswer(db, ask.customer, invoices, context.timeZone),
    step: highestStep(ask.lines),
    contact: contactToCall(await contactsOf(db, ask.customer)),
    broken,
    next: broken === null ? null : soonest((await nextStepsOf(context, invoices)).values()),
    financeOn: null,
    holds: await standingHolds(drawing, money.family),
    mayAnswer,
    postponed: ask.postponed,
    days: promiseDays(context.today),
    state: await stateOf(drawing, ask),
    asOf: drawing.asOf,
  };
}

/** The last of the holder's working days before the call counts as waiting. */
async function answerBy({ context }: Drawing, ask: RecordedAsk): Promise<Day> {
  const { db } = context.store;
  const holder = ask.holderId === null ? null : await personById(db, ask.holderId);
  const absences = holder === null ? [] : await absencesSince(db, [holder.id], ask.clockFrom);
  const works = worksOn(holder ?? { alsaceMoselle: false }, absences);
  return nthWorkedDay(ask.clockFrom, context.settings.askNudgeDays, works);
}

async function clockOf(drawing: Drawing, ask: RecordedAsk): Promise<CallClock | null> {
  const { db } = drawing.context.store;
  if (ask.state !== "open") return null;
  if (ask.leftUntil !== null && ask.leftUntil > drawing.context.today) {
    const left = await lastEventAbout(db, "asks", ask.id, ["ask-left"]);
    return { is: "left", by: await colleagueOf(drawing, left?.actor ?? null), until: ask.leftUntil };
  }
  if (ask.holderRole !== null) {
    const passed = await passedToRole(drawing, ask);
    if (passed === null) return null;
    const waitedFor = await nameOf(drawing, passed.lateHolder);
    return { is: "with-finance", givenBackBy: await nameOf(drawing, passed.by), waitedFor };
  }
  const since = ask.leftUntil ?? ask.clockFrom;
  const told = (await tellingsOf(db, ask.id)).find((one) => one.stage === "manager" && one.since === since);
  const manager = told === undefined ? null : await nameOf(drawing, told.toldId);
  return manager === null ? null : { is: "manager-knows", manager };
}

/** How an open ask came to a role: by somebody, or by the clock from whom it waited for. Null = it began there. */
async function passedToRole({ context }: Drawing, ask: RecordedAsk) {
  if (ask.state !== "open" || ask.holderRole === null) return null;
  const passed = await lastEventAbout(context.store.db, "asks", ask.id, ["ask-reassigned"]);
  if (passed === null) return null;
  const { from, because } = passed.data;
  return { by: passed.actor, lateHolder: typeof from === "number" && because === "waited" ? from : null };
}

async function brokenPromise(drawing: Drawing, family: readonly string[]): Promise<CallView["broken"]> {
  const { db } = drawing.context.store;
  const id = await lastBrokenPromise(db, family);
  const promise = id === null ? null : await promiseById(db, id);
  const view = promise === null ? null : await promiseView(drawing, promise);
  return view === null ? null : { missing: view.missing, due: view.due };
}

async function stateOf(drawing: Drawing, ask: RecordedAsk): Promise<CallState> {
  if (ask.state === "open") return { is: "open" };
  if (ask.state === "withdrawn" || ask.outcome === null) return { is: "withdrawn", why: ask.withdrawn ?? "stopped" };
  const { db } = drawing.context.store;
  const event = ask.closedByEvent === null ? null : await eventById(db, ask.closedByEvent);
  const made = event === null ? null : await madeByEvent(db, event.id);
  const contact = event?.data["contact"];
  return {
    is: "answered",
    outcome: ask.outcome,
    author: event === null ? { you: false, name: null } : await authorOf(drawing, event.actor),
    until: ask.comesBackOn ?? made?.holdUntil ?? null,
    contact: typeof contact === "string" ? contact : null,
    promises: await promiseViews(drawing, made?.promises ?? []),
    disputes: await disputeViews(drawing, made?.disputes ?? []),
    undoEvent: await undoable(drawing, event?.id ?? null),
  };
}

async function promiseViews(drawing: Drawing, ids: readonly number[]) {
  const views = [];
  for (const id of ids) {
    const promise = await promiseById(drawing.context.store.db, id);
    const view = promise === null ? null : await promiseView(drawing, promise);
    if (view !== null) views.push(view);
  }
  return views;
}

async function disputeViews(drawing: Drawing, ids: readonly number[]) {
  const views = [];
  for (const id of ids) {
    const dispute = await disputeById(drawing.context.store.db, id);
    const view = dispute === null ? null : await disputeView(drawing, dispute);
    if (view !== null) views.push(view);
  }
  return views;
}
