import { customerCard, type CustomerView, type InvoicePage } from "#cards/customer.ts";
import { daysBetween } from "#domain/calendar.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { promiseDays } from "#domain/promise-days.ts";
import { hiddenFrom } from "#domain/settings.ts";
import { openAskOf } from "#store/asks.ts";
import { lastReminders } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { customerHead, disputeHistory, lastAction, lastComment, type CustomerHead } from "#store/customer-facts.ts";
import { factoringOf } from "#store/factored.ts";
import { paidBy } from "#store/families.ts";
import { credits, openItems, type OpenItem } from "#store/open-items.ts";
import { ownershipOfCustomer, personById } from "#store/people.ts";
import { chosenScenario } from "#store/scenario-packages.ts";
import type { Context } from "#usecases/context.ts";
import { behaviourOf } from "#usecases/customers/customer-behaviour.ts";
import { openDisputes, runningPromises, standingHolds } from "#usecases/dunning/customer-loop.ts";
import { byCurrency, type Drawing, drawingFor, type Drawn, nameOf } from "#usecases/delivery/drawing.ts";
import { pauseOver } from "#usecases/stops/draw-stops.ts";
import { nextStepsOf, soonest } from "#usecases/dunning/next-steps.ts";
import { done, refused, type Result } from "#usecases/result.ts";

const INVOICES_PER_PAGE = 10;
const CONTACTS_MAX = 4;

/** The customer card (V5), by code: whoever may not see the customer learns nothing of it. */
export async function showCustomer(
  context: Context,
  viewer: Person,
  input: { readonly customer: string; readonly page?: number | undefined },
): Promise<Result<Drawn>> {
  const drawn = await drawCustomer(drawingFor(context, viewer), input.customer, input.page ?? 0);
  return drawn === null ? refused({ why: "not-allowed" }) : done(drawn);
}

/** Null = no such customer, or none of the reader's business. */
export async function drawCustomer(drawing: Drawing, code: string, page = 0): Promise<Drawn | null> {
  const found = await visibleCustomer(drawing, code, page);
  return found === null ? null : { card: customerCard(found.view, drawing.words), customers: found.customers };
}

/** What the reader may know of a customer, and whose changes would change it; null as above. */
export async function visibleCustomer(
  drawing: Drawing,
  code: string,
  page = 0,
): Promise<{ readonly view: CustomerView; readonly customers: readonly string[] } | null> {
  const { db } = drawing.context.store;
  const head = await customerHead(db, code);
  const owner = head === null ? null : await ownershipOfCustomer(db, code);
  if (head === null || owner === null || !mayTouch(drawing.viewer, owner, "see-customer")) return null;
  return { view: await customerView(drawing, head, page), customers: [head.code, head.payer] };
}

async function customerView(drawing: Drawing, head: CustomerHead, page: number): Promise<CustomerView> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const { today } = context;
  const family = await paidBy(db, head.code);
  const items = await openItems(db, today, family);
  const owner = (await ownershipOfCustomer(db, head.code)) ?? { repId: null, managersAbove: [] };
  const holder = owner.repId === null ? null : await personById(db, owner.repId);
  const may = (act: Parameters<typeof mayTouch>[2]) => mayTouch(viewer, owner, act);
  const hidden = hiddenFrom(viewer, context.settings);
  const late = items.filter((item) => item.due < today);
  const coming = items.filter((item) => item.due >= today);
  const [next] = coming;
  const unused = await credits(db, today, family);
  const disputes = await disputeHistory(db, family);
  return {
    customer: { code: head.code, name: head.name },
    owner: holder?.name ?? null,
    payer: head.payer === head.code ? null : head.payerName,
    outstanding: residuals(items),
    overdue: residuals(late),
    notDue: residuals(coming),
    credit: byCurrency(unused.map(({ unallocated, currency }) => ({ minor: -unallocated, currency }))),
    oldestDaysLate: Math.max(0, ...late.map((item) => daysBetween(item.due, today))),
    nextDue: next === undefined ? null : { amount: money(next, next.residual), day: next.due },
    promises: await runningPromises(context, family),
    disputes: await openDisputes(drawing, family),
    pastDisputes: disputes,
    holds: await standingHolds(drawing, [...family, head.payer]),
    paused: await pauseOver(
      drawing,
      [...new Set(items.map(({ seller }) => seller))].map((seller) => ({ seller, segment: head.segment })),
    ),
    ...(await behaviourOf(context, { head, family, items, disputesLost: disputes.ours }, hidden)),
    terms: head.terms,
    means: head.means,
    dunning: hidden.has("dunning") ? null : await dunningOf(drawing, head, items),
    contacts: (await contactsOf(db, head.code)).filter(({ active }) => active).slice(0, CONTACTS_MAX),
    comment: hidden.has("notes") ? null : await commentOf(drawing, family),
    keyAccount: head.keyAccount,
    insolvency: head.insolvencyDate,
    invoices: await invoicePage(drawing, items, page),
    ask: (await openAskOf(db, head.payer, "call", 0))?.id ?? null,
    scenario: await chosenScenario(db, head.payer),
    may: {
      promise: may("promise"),
      dispute: may("dispute"),
      hold: may("hold"),
      block: may("urgent-block"),
      askByHand: may("ask-by-hand"),
      chooseScenario: may("choose-scenario"),
      // Finance decides by itself: it proposes nothing to itself.
      proposeProfile: may("propose-profile") && !may("choose-scenario"),
    },
    days: promiseDays(today),
    asOf: drawing.asOf,
  };
}

async function dunningOf(
  { context }: Drawing,
  head: CustomerHead,
  items: readonly OpenItem[],
): Promise<CustomerView["dunning"]> {
  const { db } = context.store;
  const last = await lastAction(db, [head.code, head.payer], context.timeZone);
  const notice = await openAskOf(db, head.payer, "formal-notice", 0);
  // While a letter waits to be signed and posted, what would come after it is not what comes next.
  if (notice !== null && notice.lines.some((line) => items.some((item) => item.id === line.invoice))) {
    return { last, next: { step: "formal-notice", on: null } };
  }
  const steps = await nextStepsOf(
    context,
    items.filter((item) => item.residual > item.disputed + item.suspended).map((item) => item.id),
  );
  return { last, next: soonest(steps.values()) };
}

async function commentOf(drawing: Drawing, family: readonly string[]): Promise<CustomerView["comment"]> {
  const { context } = drawing;
  const comment = await lastComment(context.store.db, family, context.timeZone);
  return comment === null ? null : { text: comment.text, by: await nameOf(drawing, comment.by), day: comment.day };
}

async function invoicePage({ context }: Drawing, items: readonly OpenItem[], page: number): Promise<InvoicePage> {
  const from = page * INVOICES_PER_PAGE;
  const shown = items.slice(from, from + INVOICES_PER_PAGE);
  const after = items.slice(from + INVOICES_PER_PAGE);
  const reminders = await lastReminders(
    context.store.db,
    shown.map((item) => item.id),
    context.timeZone,
  );
  const factoring = await factoringOf(
    context.store.db,
    shown.map((item) => item.id),
  );
  return {
    lines: shown.map((item) => {
      const last = reminders.get(item.id);
      return {
        id: item.id,
        number: item.number,
        residual: money(item, item.residual),
        due: item.due,
        daysLate: Math.max(0, daysBetween(item.due, context.today)),
        promised: item.promised > 0n ? money(item, item.promised) : null,
        disputed: item.disputed > 0n ? money(item, item.disputed) : null,
        factoring: factoring.get(item.id) ?? null,
        lastReminder: last === undefined ? null : { ...last, undelivered: last.state === "bounced" },
      };
    }),
    total: items.length,
    page,
    after: { invoices: after.length, amount: residuals(after) },
  };
}

function residuals(items: readonly OpenItem[]) {
  return byCurrency(items.map((item) => money(item, item.residual)));
}

function money(item: OpenItem, minor: bigint) {
  return { minor, currency: item.currency };
}
