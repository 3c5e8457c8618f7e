import { thanksCard } from "#cards/thanks.ts";
import { addDays, clockIn, instantAt, isWorkingDay, maxDay, previousWorkingDay, type Day } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { anySellerLive, decideDuty, dutiesDone, lastDutyDay, paidAfterCalls } from "#store/digest-facts.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { activePeople } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { byCurrency, drawingFor, shownOn, type Drawing, type Drawn } from "#usecases/delivery/drawing.ts";

const DUTY = "thanks";
/** In the afternoon, when the day's payments are in, and before anybody goes home. */
const TOLD_FROM_MINUTES = 16 * 60;
const TOLD_UNTIL_MINUTES = 18 * 60;
/** Older news has been heard by now. */
const MADE_UP_DAYS_MAX = 7;
const CUSTOMERS_MAX = 6;

/**
 * Tells who wishes so of payments that follow their calls (R5): once a working day at most, in their own zone's afternoon,
 * and nothing on a day without. What a day missed comes with the next one.
 */
export async function thankPeople(context: Context): Promise<void> {
  const { db } = context.store;
  if (!(await anySellerLive(db, context.today))) return;
  const due = (await activePeople(db)).flatMap((person) => {
    const clock = clockIn(context.now, person.timeZone);
    const now = person.thanks && isWorkingDay(clock.day) && clock.minutes >= TOLD_FROM_MINUTES;
    return now ? [{ person, ...clock }] : [];
  });
  const done = await dutiesDone(db, DUTY, [...new Set(due.map(({ day }) => day))]);
  for (const { person, day, minutes } of due) {
    if (done.has(`${person.id} ${day}`)) continue;
    await decide(context, person, day, minutes > TOLD_UNTIL_MINUTES);
  }
}

/** The day's good news, as it stood when it was told; null = none. */
export async function drawThanks(drawing: Drawing, day: Day): Promise<Drawn | null> {
  const { context, viewer, words } = drawing;
  const paid = await paidAfterCalls(
    context.store.db,
    viewer.id,
    instantAt(await toldUntil(context, viewer, day), TOLD_FROM_MINUTES, viewer.timeZone),
    instantAt(day, TOLD_FROM_MINUTES, viewer.timeZone),
    context.timeZone,
  );
  const news = [...Map.groupBy(paid, (row) => row.code).values()].map((rows) => ({
    name: rows[0]?.name ?? "",
    paid: byCurrency(rows),
    daysAfterCall: Math.min(...rows.map((row) => row.days)),
  }));
  return news.length === 0
    ? null
    : { card: thanksCard(news.slice(0, CUSTOMERS_MAX), shownOn(drawing, day).asOf, words), customers: [] };
}

async function decide(context: Context, person: Person, day: Day, isTooLate: boolean): Promise<void> {
  const drawn = isTooLate ? null : await drawThanks(drawingFor(context, person), day);
  const outcome = isTooLate ? "too-late" : drawn === null ? "quiet" : "sent";
  await context.store.db.transaction(async (tx) => {
    if (!(await decideDuty(tx, { duty: DUTY, personId: person.id, day, outcome })) || outcome !== "sent") return;
    const thanks = {
      key: `thanks:${person.id}:${day}`,
      showing: { show: "thanks", day },
      personId: person.id,
      gate: gateOf.person(person.id),
      notBefore: context.now,
      validUntil: instantAt(day, TOLD_UNTIL_MINUTES, person.timeZone),
    } as const;
    await enqueue(tx, [thanks], context.now);
  });
}

/** The last day up to whose afternoon everything was told. */
async function toldUntil(context: Context, person: Person, day: Day): Promise<Day> {
  const usual = previousWorkingDay(addDays(day, -1));
  const last = await lastDutyDay(context.store.db, DUTY, person.id, day);
  return maxDay(last ?? usual, addDays(day, -MADE_UP_DAYS_MAX));
}
