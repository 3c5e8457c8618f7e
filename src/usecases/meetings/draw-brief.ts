import { briefCard } from "#cards/brief.ts";
import { meetingOutcomeCard, type MeetingOutcomeView } from "#cards/meeting-outcome.ts";
import { clockIn, type Day, instantAt } from "#domain/calendar.ts";
import { contactToCall } from "#domain/customer.ts";
import { mayTouch } from "#domain/permission.ts";
import { firstName, type Person } from "#domain/person.ts";
import { promiseDays } from "#domain/promise-days.ts";
import type { MeetingTime } from "#i18n/cards/meetings/messages.ts";
import { customerName } from "#store/card-facts.ts";
import { contactsOf } from "#store/contacts.ts";
import { anySellerLive } from "#store/digest-facts.ts";
import { isOutcomeShown, type Meeting, meetingById, meetingsBetween, notedSince } from "#store/meetings.ts";
import { ownershipOfCustomer } from "#store/people.ts";
import { lateMoney } from "#usecases/asks/ask-money.ts";
import type { Context } from "#usecases/context.ts";
import { type Drawing, drawingFor, type Drawn, shownOn } from "#usecases/delivery/drawing.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { visibleCustomer } from "#usecases/customers/show-customer.ts";

const MINUTES_IN_DAY = 1_440;

/** `/brief CUSTOMER`: whoever may not see the customer learns nothing of it. */
export async function showBrief(
  context: Context,
  viewer: Person,
  input: { readonly customer: string },
): Promise<Result<Drawn>> {
  const drawn = await drawBrief(drawingFor(context, viewer), input.customer, null);
  return drawn === null ? refused({ why: "not-allowed" }) : done(drawn);
}

/** Null = no such customer, or none of the reader's business. */
export async function drawBrief(drawing: Drawing, code: string, meeting: Meeting | null): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const found = await visibleCustomer(drawing, code);
  if (found === null) return null;
  const { view } = found;
  const { db } = context.store;
  const mayAsk = (await lateMoney(context, code)).totals.length > 0;
  const contact = contactToCall(await contactsOf(db, code));
  const when = meeting === null ? null : meetingTime(drawing, meeting, viewer);
  const card = briefCard({ ...view, when, contact, mayAsk, asOf: drawing.asOf }, words);
  return { card, customers: found.customers };
}

/** The brief of a meeting of the reader's, the day's first with this customer; null once it is no longer in the calendar. */
export async function drawMeetingBrief(drawing: Drawing, id: number): Promise<Drawn | null> {
  const meeting = await ownMeeting(drawing, id);
  if (meeting === null) return null;
  const [first] = await sameDay(drawing, meeting);
  if (first !== undefined && first.id !== id) return null;
  return drawBrief(onDayOf(drawing, meeting), meeting.customer, meeting);
}

/**
 * What came of a meeting, asked after the day's last with a customer who is late. Nothing to ask any more is not posted;
 * where it stands already, it says so.
 */
export async function drawMeetingOutcome(drawing: Drawing, id: number): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const { db } = context.store;
  const meeting = await ownMeeting(drawing, id);
  if (meeting === null || meeting.endsAt > context.now) return null;
  const owner = await ownershipOfCustomer(db, meeting.customer);
  const customer = await customerName(db, meeting.customer);
  if (owner === null || customer === null || !mayTouch(viewer, owner, "promise")) return null;
  const late = await lateMoney(context, meeting.customer);
  const state = await outcomeOf(
    drawing,
    meeting,
    [customer.code, customer.payer, ...late.family],
    late.totals.length > 0,
  );
  const last = (await sameDay(drawing, meeting)).at(-1);
  const isShown = await isOutcomeShown(db, viewer.id, id);
  if (!isShown && (state.is !== "open" || (last !== undefined && last.id !== id))) return null;
  const view: MeetingOutcomeView = {
    meeting: id,
    customer,
    firstName: firstName(viewer),
    late: late.totals,
    oldestDaysLate: late.oldestDaysLate,
    days: promiseDays(context.today),
    state,
    asOf: onDayOf(drawing, meeting).asOf,
  };
  return { card: meetingOutcomeCard(view, words), customers: [...new Set([customer.code, customer.payer])] };
}

async function outcomeOf(
  { context, viewer }: Drawing,
  meeting: Meeting,
  customers: readonly string[],
  isLate: boolean,
): Promise<MeetingOutcomeView["state"]> {
  const what = await notedSince(context.store.db, viewer.id, [...new Set(customers)], meeting.startsAt);
  if (what !== null) return { is: "noted", what };
  if (meeting.nothingSaidAt !== null) return { is: "noted", what: "nothing" };
  return isLate ? { is: "open" } : { is: "settled" };
}

/** A meeting is its owner's alone; before the go-live nobody is told of money. */
async function ownMeeting({ context, viewer }: Drawing, id: number): Promise<Meeting | null> {
  const { db } = context.store;
  const meeting = await meetingById(db, id);
  if (meeting === null || meeting.personId !== viewer.id) return null;
  return (await anySellerLive(db, context.today)) ? meeting : null;
}

/** The day's meetings of the reader's with the same customer, the first first. */
async function sameDay({ context, viewer }: Drawing, meeting: Meeting): Promise<readonly Meeting[]> {
  const { day } = clockIn(meeting.startsAt, viewer.timeZone);
  const at = (minutes: number) => instantAt(day, minutes, viewer.timeZone);
  const all = await meetingsBetween(context.store.db, viewer.id, at(0), at(MINUTES_IN_DAY));
  return all.filter(({ customer }) => customer === meeting.customer);
}

function onDayOf(drawing: Drawing, meeting: Meeting): Drawing {
  return shownOn(drawing, clockIn(meeting.startsAt, drawing.viewer.timeZone).day);
}

/** A meeting's time as its reader's clock shows it. */
export function meetingTime({ context }: Drawing, meeting: Pick<Meeting, "startsAt">, viewer: Person): MeetingTime {
  const { timeZone } = viewer;
  const day: Day = clockIn(meeting.startsAt, timeZone).day;
  return { at: meeting.startsAt, timeZone, day, today: clockIn(context.now, timeZone).day };
}
