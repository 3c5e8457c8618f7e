import { addDays, type Day, instantAt } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Work } from "#domain/worklist.ts";
import { customerName } from "#store/card-facts.ts";
import { meetingsBetween } from "#store/meetings.ts";
import { paidBy } from "#store/families.ts";
import { cededInvoices } from "#store/invoice-heads.ts";
import { openItems } from "#store/open-items.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { lateMoney } from "#usecases/asks/ask-money.ts";
import type { Context } from "#usecases/context.ts";
import { runningPromises } from "#usecases/dunning/customer-loop.ts";
import { byCurrency, type Drawing } from "#usecases/delivery/drawing.ts";

/** The customers whom the reader meets on a day and who are late, the first meeting first (V2). `asked`: those to call. */
export async function metToday(
  { context, viewer }: Drawing,
  day: Day,
  asked: ReadonlySet<string>,
): Promise<Work["met"]> {
  const { db } = context.store;
  const { timeZone } = viewer;
  const meetings = await meetingsBetween(
    db,
    viewer.id,
    instantAt(day, 0, timeZone),
    instantAt(addDays(day, 1), 0, timeZone),
  );
  const met: Work["met"][number][] = [];
  for (const meeting of meetings) {
    if (met.some(({ customer }) => customer.code === meeting.customer)) continue;
    const owner = await ownershipOfCustomer(db, meeting.customer);
    const customer = await customerName(db, meeting.customer);
    if (owner === null || customer === null || !mayTouch(viewer, owner, "see-customer")) continue;
    const { totals, oldestDaysLate } = await lateMoney(context, customer.code);
    const answered = totals.length > 0 ? null : await answeredMoney(context, customer.code);
    if (totals.length === 0 && answered === null) continue;
    const isAsked = asked.has(customer.code);
    const line = { customer, at: meeting.startsAt, oldestDays: oldestDaysLate, isAsked };
    met.push({ ...line, totals: answered?.amounts ?? totals, answered });
  }
  return met;
}

/** What is late and answered for: promised, by the day of the first promise, else contested; null = nothing is late. */
async function answeredMoney(
  context: Context,
  customer: string,
): Promise<{ readonly amounts: readonly Money[]; readonly due: Day | null } | null> {
  const { db } = context.store;
  const family = await paidBy(db, customer);
  const ceded = await cededInvoices(db, family);
  const late = (await openItems(db, context.today, family)).filter(
    (item) => item.due < context.today && !ceded.has(item.id),
  );
  const amountsOf = (part: "promised" | "disputed") =>
    byCurrency(late.map((item) => ({ minor: item[part], currency: item.currency })));
  const promised = amountsOf("promised");
  if (promised.length > 0) {
    const [due = null] = (await runningPromises(context, family)).map((promise) => promise.due).toSorted();
    return { amounts: promised, due };
  }
  const disputed = amountsOf("disputed");
  return disputed.length === 0 ? null : { amounts: disputed, due: null };
}
