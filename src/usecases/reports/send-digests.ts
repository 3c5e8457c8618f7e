import { isQuiet } from "#cards/digest.ts";
import type { Absence } from "#domain/absence.ts";
import { addDays, clockIn, type Day, instantAt, isWorkingDay } from "#domain/calendar.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { MORNING_MINUTES } from "#domain/role-channel.ts";
import { digestMinutesOf, worksOn } from "#domain/working-hours.ts";
import { absencesSince } from "#store/absences.ts";
import { anySellerLive, decideDuty, dutiesDone } from "#store/digest-facts.ts";
import { enqueue, enqueueRedrawsOfOpenAsks, enqueueRedrawsOfRoleTasks, gateOf } from "#store/outbox.ts";
import { activePeople } from "#store/people.ts";
import { roleChannelsSet } from "#store/role-channels.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { digestView } from "#usecases/reports/draw-digest.ts";
import { anyTrouble } from "#usecases/delivery/draw-trouble.ts";
import { drawingFor } from "#usecases/delivery/drawing.ts";

const DUTY = "digest";
/** A digest missed in the morning is made up until then, in the reader's zone; later it would be yesterday's news. */
const MADE_UP_UNTIL_MINUTES = 14 * 60;
/** Somebody who reads in the afternoon has an hour all the same. */
const ROOM_MINUTES = 60;
/** Decided a little ahead of its hour, so that it is first in line when that comes: the day's call cards follow it. */
const AHEAD_MINUTES = 1;

type Outcome = "sent" | "quiet" | "too-late";

/**
 * Has the digests that are due now sent: at the person's own hour and zone, on working days. Decided once per person and day,
 * whoever asks and however often; nothing to say = nothing sent, or the quiet line for who wants it.
 */
export async function sendDigests(context: Context): Promise<void> {
  const { db } = context.store;
  const live = await anySellerLive(db, context.today);
  const absences = await absencesSince(db, null, addDays(context.today, -1));
  const due = (await activePeople(db)).flatMap((person) => {
    const clock = clockIn(context.now, person.timeZone);
    const isTime = clock.minutes >= digestMinutesOf(person) - AHEAD_MINUTES;
    const reads = isTime && readsDigest(person, live) && worksThen(person, absences)(clock.day);
    return reads ? [{ person, ...clock }] : [];
  });
  const done = await dutiesDone(db, DUTY, [...new Set(due.map(({ day }) => day))]);
  for (const { person, day, minutes } of due) {
    if (done.has(`${person.id} ${day}`)) continue;
    await decide(context, person, day, minutes);
  }
  await renewRoleTasks(context);
  await tellAdmins(context, absences);
}

function worksThen(person: Person, absences: readonly Absence[]): (day: Day) => boolean {
  return worksOn(
    person,
    absences.filter(({ personId }) => personId === person.id),
  );
}

/** Before go-live nothing is shown to reps and managers; finance sees what it prepares. */
function readsDigest(person: Person, live: boolean): boolean {
  return hasRole(person, "finance") || (live && hasRole(person, "rep", "manager"));
}

async function decide(context: Context, person: Person, day: Day, minutes: number): Promise<void> {
  const latest = latestMinutes(person);
  const outcome: Outcome = minutes > latest ? "too-late" : await quietOrSent(context, person, day);
  const shown = outcome === "sent" || (outcome === "quiet" && person.quietLine);
  await context.store.db.transaction(async (tx) => {
    if (!(await decideDuty(tx, { duty: DUTY, personId: person.id, day, outcome }))) return;
    await renewCards(tx, context, person, day);
    if (!shown) return;
    await enqueue(
      tx,
      [
        {
          key: `digest:${person.id}:${day}`,
          showing: { show: "digest", day },
          personId: person.id,
          gate: gateOf.person(person.id),
          notBefore: instantAt(day, digestMinutesOf(person), person.timeZone),
          validUntil: instantAt(day, latest, person.timeZone),
        },
      ],
      context.now,
    );
  });
}

/** A day begins: what was asked on earlier ones says its days anew, and offers the dates of today. */
async function renewCards(tx: Db, context: Context, person: Person, day: Day): Promise<void> {
  const at = (minutes: number) => instantAt(day, minutes, person.timeZone);
  await enqueueRedrawsOfOpenAsks(tx, person.id, { before: at(0), again: at(digestMinutesOf(person)) }, context.now);
}

/** The same in the channels of roles, where the company's own morning is the time. */
async function renewRoleTasks({ store, now, timeZone }: Context): Promise<void> {
  const { day, minutes } = clockIn(now, timeZone);
  const isMorning = isWorkingDay(day) && minutes >= MORNING_MINUTES && minutes <= MADE_UP_UNTIL_MINUTES;
  if (!isMorning || (await roleChannelsSet(store.db)).length === 0) return;
  await enqueueRedrawsOfRoleTasks(store.db, { day, before: instantAt(day, 0, timeZone) }, now);
}

async function quietOrSent(context: Context, person: Person, day: Day): Promise<Outcome> {
  const { view } = await digestView(drawingFor(context, person), day);
  return isQuiet(view) ? "quiet" : "sent";
}

function latestMinutes(person: Person): number {
  return Math.max(MADE_UP_UNTIL_MINUTES, digestMinutesOf(person) + ROOM_MINUTES);
}

/** Administrators hear once a day of what they may have to mend; their own digest hour is the time. */
async function tellAdmins(context: Context, absences: readonly Absence[]): Promise<void> {
  const clockOf = (person: Person) => clockIn(context.now, person.timeZone);
  const admins = (await activePeople(context.store.db)).filter((person) => {
    const { day, minutes } = clockOf(person);
    const inTime = minutes >= digestMinutesOf(person) && minutes <= latestMinutes(person);
    return hasRole(person, "admin") && worksThen(person, absences)(day) && inTime;
  });
  if (admins.length === 0 || !(await anyTrouble(context))) return;
  await enqueue(
    context.store.db,
    admins.map((person) => ({
      key: `trouble:${person.id}:${clockOf(person).day}`,
      showing: { show: "admin-trouble", day: clockOf(person).day },
      personId: person.id,
      gate: gateOf.person(person.id),
      notBefore: context.now,
      validUntil: instantAt(clockOf(person).day, latestMinutes(person), person.timeZone),
    })),
    context.now,
  );
}
