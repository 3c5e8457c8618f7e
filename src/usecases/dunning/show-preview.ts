import { previewCard, type PreviewAskLine, type PreviewMessageLine, type PreviewView } from "#cards/preview.ts";
import { addWorkingDays, isDay } from "#domain/calendar.ts";
import type { Holder } from "#domain/dunning-facts.ts";
import { HELD_REASONS, type DayPlan, type PlannedAsk, type PlannedMessage } from "#domain/dunning-plan.ts";
import { heldByCustomer, heldByReason } from "#domain/held-groups.ts";
import type { Money } from "#domain/money.ts";
import { mayTouch, THE_COMPANY } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { peopleByIds } from "#store/people.ts";
import { namesOfCustomers } from "#store/reminder-mail.ts";
import { sellerNames } from "#store/customer-names.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, type Drawing, drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { pauseLines } from "#usecases/stops/draw-stops.ts";
import { planAhead } from "#usecases/dunning/plan-ahead.ts";
import { done, refused, type Result } from "#usecases/result.ts";

export interface PreviewAsked {
  /** Left out: the next working day. */
  readonly on?: string | undefined;
  /** "messages", "asks", or a reason; left out: the day as a whole. */
  readonly part?: string | undefined;
  readonly page?: number | undefined;
}

const WHOLE_LINES_MAX = 5;
const LINES_PER_PAGE = 10;

/** A day of dunning before it comes, for finance and management (D9); plans anew each time, supposes that what leaves before has left, and changes nothing. */
export async function showPreview(context: Context, viewer: Person, asked: PreviewAsked): Promise<Result<Drawn>> {
  if (!mayTouch(viewer, THE_COMPANY, "preview-dunning")) return refused({ why: "not-allowed" });
  const day = asked.on === undefined ? addWorkingDays(context.today, 1) : asked.on;
  if (!isDay(day)) return refused({ why: "date-not-understood", typed: day });
  if (day < context.today) return refused({ why: "date-in-past", day });
  const drawing = drawingFor(context, viewer);
  const plan = await planAhead(context, day);
  const view: PreviewView = {
    day,
    beforeGoLive: plan.messages.length > 0 && plan.messages.every(({ held }) => held !== null),
    pauses: (await pauseLines(drawing, day)).map((pause) => drawing.words.control.stops.paused(pause)),
    shown: await shownOf(drawing, plan, asked),
    asOf: drawing.asOf,
  };
  return done({ card: previewCard(view, drawing.words), customers: [] });
}

async function shownOf(
  drawing: Drawing,
  plan: DayPlan,
  { part, page = 0 }: PreviewAsked,
): Promise<PreviewView["shown"]> {
  const before = page * LINES_PER_PAGE;
  const pageOf = <T>(all: readonly T[]) => all.slice(before, before + LINES_PER_PAGE);
  const messages = plan.messages.toSorted((a, b) => (a.total < b.total ? 1 : a.total > b.total ? -1 : 0));
  if (part === "messages") {
    const lines = await messageLines(drawing, pageOf(messages));
    return { is: "messages", page, messages: { lines, total: messages.length, before } };
  }
  if (part === "asks") {
    const lines = await askLines(drawing, pageOf(plan.asks));
    return { is: "asks", page, asks: { lines, total: plan.asks.length, before } };
  }
  const reasons = heldByReason(plan.heldBack);
  const reason = reasons.find((each) => each.reason === HELD_REASONS.find((known) => known === part));
  if (reason !== undefined) {
    const held = heldByCustomer(plan.heldBack, reason.reason);
    const lines = await heldLines(drawing, pageOf(held));
    return { is: "held", page, reason, held: { lines, total: held.length, before } };
  }
  return {
    is: "whole",
    messages: {
      lines: await messageLines(drawing, messages.slice(0, WHOLE_LINES_MAX)),
      total: messages.length,
      before: 0,
    },
    totals: byCurrency(messages.map(({ total, currency }) => ({ minor: total, currency }))),
    asks: {
      lines: await askLines(drawing, plan.asks.slice(0, WHOLE_LINES_MAX)),
      total: plan.asks.length,
      before: 0,
    },
    reasons,
  };
}

async function messageLines(
  { context }: Drawing,
  messages: readonly PlannedMessage[],
): Promise<readonly PreviewMessageLine[]> {
  const { db } = context.store;
  const names = await namesOfCustomers(
    db,
    messages.map(({ payer }) => payer),
  );
  const sellers = new Map((await sellerNames(db)).map(({ code, name }) => [code, name]));
  return messages.map((message) => ({
    customer: { code: message.payer, name: names.get(message.payer) ?? message.payer },
    seller: sellers.size > 1 ? (sellers.get(message.seller) ?? message.seller) : null,
    step: message.step,
    total: { minor: message.total, currency: message.currency },
    listed: message.lines.length,
    reached: message.lines
      .filter(({ advancesTo }) => advancesTo !== null)
      .map(({ invoice, daysOverdue }) => ({ number: invoice.number, daysOverdue })),
    to: message.to,
    missing: message.missing,
  }));
}

async function askLines(drawing: Drawing, asks: readonly PlannedAsk[]): Promise<readonly PreviewAskLine[]> {
  const { db } = drawing.context.store;
  const names = await namesOfCustomers(
    db,
    asks.map(({ payer }) => payer),
  );
  const ids = asks.flatMap(({ holder }) => ("person" in holder ? [holder.person] : []));
  const people = new Map((await peopleByIds(db, ids)).map(({ id, name }) => [id, name]));
  const nameOf = (holder: Holder) =>
    "person" in holder ? (people.get(holder.person) ?? holder.email) : drawing.words.common.roles[holder.role];
  return asks.map((ask) => ({
    customer: { code: ask.payer, name: names.get(ask.payer) ?? ask.payer },
    kind: ask.kind,
    holder: nameOf(ask.holder),
    invoices: ask.lines.length,
    totals: byCurrency(
      ask.lines.map(({ invoice, chaseable }): Money => ({ minor: chaseable, currency: invoice.currency })),
    ),
  }));
}

async function heldLines({ context }: Drawing, held: ReturnType<typeof heldByCustomer>) {
  const names = await namesOfCustomers(
    context.store.db,
    held.map(({ payer }) => payer),
  );
  return held.map(({ payer, invoices, totals, until }) => ({
    customer: { code: payer, name: names.get(payer) ?? payer },
    invoices: invoices.map(({ number }) => number),
    totals,
    until,
  }));
}
