import { callScriptCard } from "#cards/call-script.ts";
import { myCallsCard, type CallLine } from "#cards/my-calls.ts";
import { whyMeCard } from "#cards/why-me.ts";
import { contactToCall } from "#domain/customer.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { standsInFor } from "#store/absences.ts";
import { askById, type RecordedAsk } from "#store/asks.ts";
import { callHistory, customerName, mailsWithoutAnswer } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { openCallsOf } from "#store/portfolio.ts";
import { askMoney, highestStep } from "#usecases/asks/ask-money.ts";
import type { Context } from "#usecases/context.ts";
import { drawAsk } from "#usecases/asks/draw-ask.ts";
import { type Drawing, drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";

const CALLS_PER_PAGE = 10;
const INVOICES_NAMED_MAX = 5;

/** The calls that wait for the reader, longest waiting first. */
export async function showCalls(
  context: Context,
  viewer: Person,
  input: { readonly page?: number | undefined },
): Promise<Result<Drawn>> {
  const drawing = drawingFor(context, viewer);
  const page = input.page ?? 0;
  const open = await openCallsOf(context.store.db, viewer);
  const shown = open.slice(page * CALLS_PER_PAGE, (page + 1) * CALLS_PER_PAGE);
  const calls = await callLines(drawing, shown);
  const after = Math.max(0, open.length - (page + 1) * CALLS_PER_PAGE);
  const card = myCallsCard({ calls, total: open.length, page, after, asOf: drawing.asOf }, drawing.words);
  return done({ card, customers: calls.map(({ customer }) => customer.code) });
}

/** Asks as lines of a list. */
export async function callLines({ context }: Drawing, ids: readonly number[]): Promise<readonly CallLine[]> {
  const { db } = context.store;
  const lines: CallLine[] = [];
  for (const id of ids) {
    const ask = await askById(db, id);
    const customer = ask === null ? null : await customerName(db, ask.customer);
    if (ask === null || customer === null) continue;
    const { totals, oldestDaysLate } = await askMoney(context, ask);
    lines.push({ ask: ask.id, customer, totals, oldestDays: oldestDaysLate, since: ask.clockFrom });
  }
  return lines;
}

/** One ask from a list, as its own card. */
export async function showAsk(
  context: Context,
  viewer: Person,
  input: { readonly ask: number },
): Promise<Result<Drawn>> {
  const drawn = await drawAsk(drawingFor(context, viewer), input.ask);
  return drawn === null ? refused({ why: "not-allowed" }) : done(drawn);
}

/** What helps during the call (E6). */
export async function showScript(
  context: Context,
  viewer: Person,
  input: { readonly ask: number },
): Promise<Result<Drawn>> {
  const found = await visibleAsk(context, viewer, input.ask);
  if (found === null) return refused({ why: "not-allowed" });
  const { ask, customer } = found;
  const drawing = drawingFor(context, viewer);
  const { totals, invoices } = await askMoney(context, ask);
  const card = callScriptCard(
    {
      ask: ask.id,
      customer,
      contact: contactToCall(await contactsOf(context.store.db, ask.customer)),
      step: ask.reason === "promise-broken" ? "broken" : (highestStep(ask.lines) ?? "call"),
      totals,
      invoices: invoices.slice(0, INVOICES_NAMED_MAX).map(({ number }) => number),
      others: Math.max(0, invoices.length - INVOICES_NAMED_MAX),
      asOf: drawing.asOf,
    },
    drawing.words,
  );
  return done({ card, customers: [ask.customer] });
}

/** Why this ask came to this person (E5). */
export async function showWhyMe(
  context: Context,
  viewer: Person,
  input: { readonly ask: number },
): Promise<Result<Drawn>> {
  const found = await visibleAsk(context, viewer, input.ask);
  if (found === null) return refused({ why: "not-allowed" });
  const { ask, customer } = found;
  const { db } = context.store;
  const drawing = drawingFor(context, viewer);
  const { totals, oldestDaysLate, family } = await askMoney(context, ask);
  const invoices = ask.lines.map((line) => line.invoice);
  const mails = await mailsWithoutAnswer(db, ask.customer, invoices, context.timeZone);
  const card = whyMeCard(
    {
      customer,
      owns: found.ownerId === viewer.id,
      insteadOf: found.insteadOf,
      totals,
      oldestDaysLate,
      mails: mails.length,
      history: await callHistory(db, family),
      capPerDay: context.settings.askCapPerDay,
      capPerWeek: context.settings.askCapPerWeek,
      asOf: drawing.asOf,
    },
    drawing.words,
  );
  return done({ card, customers: [ask.customer] });
}

interface VisibleAsk {
  readonly ask: RecordedAsk;
  readonly customer: { readonly code: string; readonly name: string };
  readonly ownerId: number | null;
  /** The absent colleague whose customer it is, where the viewer stands in. */
  readonly insteadOf: string | null;
}

async function visibleAsk(context: Context, viewer: Person, id: number): Promise<VisibleAsk | null> {
  const { db } = context.store;
  const ask = await askById(db, id);
  const owner = ask === null ? null : await ownershipOfCustomer(db, ask.customer);
  const customer = ask === null ? null : await customerName(db, ask.customer);
  if (ask === null || owner === null || customer === null || !mayTouch(viewer, owner, "see-customer")) return null;
  const absent = (await standsInFor(db, viewer.id)).find((one) => owner.standIns?.includes(one) === true);
  const insteadOf = absent === undefined ? null : ((await personById(db, absent))?.name ?? null);
  return { ask, customer, ownerId: owner.repId, insteadOf };
}
