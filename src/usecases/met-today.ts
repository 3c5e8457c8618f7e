import { addDays, type Day, instantAt } from "#domain/calendar.ts";
import { mayTouch } from "#domain/permission.ts";
import type { Work } from "#domain/worklist.ts";
import { customerName } from "#store/card-facts.ts";
import { meetingsBetween } from "#store/meetings.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { lateMoney } from "#usecases/ask-money.ts";
import type { Drawing } from "#usecases/drawing.ts";

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
    if (totals.length === 0) continue;
    const isAsked = asked.has(customer.code);
    met.push({ customer, at: meeting.startsAt, totals, oldestDays: oldestDaysLate, isAsked });
  }
  return met;
}
