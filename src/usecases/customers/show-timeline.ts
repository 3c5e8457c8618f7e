import { timelineCard, type Coming, type TimelineEntry } from "#cards/timeline.ts";
import { dayIn } from "#domain/calendar.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Person } from "#domain/person.ts";
import { customerName } from "#store/card-facts.ts";
import { paidBy } from "#store/families.ts";
import { invoiceHeads } from "#store/invoice-heads.ts";
import { openItems } from "#store/open-items.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { timelinePage } from "#store/timeline.ts";
import type { Context } from "#usecases/context.ts";
import { openDisputes, runningPromises, standingHolds } from "#usecases/dunning/customer-loop.ts";
import { type Drawing, drawingFor, type Drawn } from "#usecases/delivery/drawing.ts";
import { happeningsOf } from "#usecases/customers/happenings.ts";
import { nextStepsOf, soonest } from "#usecases/dunning/next-steps.ts";
import { done, refused, type Result } from "#usecases/result.ts";

const ENTRIES_PER_PAGE = 10;

/** The timeline of a customer or of one of its invoices (V7): reminders also undelivered, and what comes next. */
export async function showTimeline(
  context: Context,
  viewer: Person,
  input: { readonly customer: string; readonly invoice?: number | undefined; readonly page?: number | undefined },
): Promise<Result<Drawn>> {
  const drawing = drawingFor(context, viewer);
  const { db } = context.store;
  const customer = await customerName(db, input.customer);
  const owner = customer === null ? null : await ownershipOfCustomer(db, customer.code);
  if (customer === null || owner === null || !mayTouch(viewer, owner, "see-customer")) {
    return refused({ why: "not-allowed" });
  }
  const family = await paidBy(db, customer.code);
  const [head] = input.invoice === undefined ? [] : await invoiceHeads(db, [input.invoice]);
  if (input.invoice !== undefined && (head === undefined || !family.includes(head.customer))) {
    return refused({ why: "gone" });
  }
  const page = input.page ?? 0;
  const window = { from: page * ENTRIES_PER_PAGE, length: ENTRIES_PER_PAGE };
  const found = await timelinePage(db, family, head?.id ?? null, context, window);
  const entries: readonly TimelineEntry[] = (await happeningsOf(drawing, found.rows)).map((entry) => ({
    ...entry,
    day: dayIn(entry.at, viewer.timeZone),
  }));
  const card = timelineCard(
    {
      customer,
      invoice: head ?? null,
      coming: page === 0 ? await comingOf(drawing, family, head?.id ?? null) : [],
      entries,
      page,
      more: found.more,
      asOf: drawing.asOf,
    },
    drawing.words,
  );
  return done({ card, customers: [customer.code, customer.payer] });
}

/** What is expected: dunning's next step, promised money, answers to disputes, the end of holds; soonest first. */
async function comingOf(
  drawing: Drawing,
  family: readonly string[],
  invoice: number | null,
): Promise<readonly Coming[]> {
  const { context } = drawing;
  const items = await openItems(context.store.db, context.today, family);
  const ids = items
    .filter((item) => invoice === null || item.id === invoice)
    .filter((item) => item.residual > item.disputed + item.suspended)
    .map((item) => item.id);
  const next = soonest((await nextStepsOf(context, ids)).values());
  const promises = await runningPromises(context, family);
  const disputes = await openDisputes(drawing, family);
  const holds = await standingHolds(drawing, family);
  const coming: readonly Coming[] = [
    ...(next === null ? [] : [{ is: "step", step: next.step, day: next.on } as const]),
    ...promises.map(({ amount, due }) => ({ is: "promise", amount, day: due }) as const),
    ...disputes.map((dispute) => ({ is: "answer", invoice: dispute.invoice, day: dispute.answerBy }) as const),
    ...holds.flatMap(({ until }) => (until === null ? [] : [{ is: "hold-ends", day: until } as const])),
  ];
  return coming.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
