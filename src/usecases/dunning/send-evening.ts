import { addWorkingDays, clockIn, instantAt, isWorkingDay, type Day } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import { decideDuty, dutiesDone } from "#store/digest-facts.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { membersOf } from "#store/people.ts";
import type { Context } from "#usecases/context.ts";
import { leavingOn } from "#usecases/dunning/draw-evening.ts";

const DUTY = "evening";
const EVENING_MINUTES = 17 * 60;
/** After that it is too late to read it: the morning's digest says what leaves. */
const UNTIL_MINUTES = 19 * 60;

/**
 * On the evening of a working day, tells finance what leaves on the next one, with the button that suspends it (D9). Decided
 * once per person and day; where nothing leaves, nothing is said.
 */
export async function sendEvening(context: Context): Promise<void> {
  const { db } = context.store;
  const due = (await membersOf(db, "finance")).flatMap((person) => {
    const { day, minutes } = clockIn(context.now, person.timeZone);
    return isWorkingDay(day) && minutes >= EVENING_MINUTES ? [{ person, day, minutes }] : [];
  });
  if (due.length === 0) return;
  const done = await dutiesDone(db, DUTY, [...new Set(due.map(({ day }) => day))]);
  const left = due.filter(({ person, day }) => !done.has(`${person.id} ${day}`));
  const leaves = new Map<Day, boolean>();
  for (const { person, day, minutes } of left) {
    const next = addWorkingDays(day, 1);
    if (!leaves.has(next)) leaves.set(next, (await leavingOn(context, next)).messages.length > 0);
    const outcome = minutes > UNTIL_MINUTES ? "too-late" : leaves.get(next) === true ? "sent" : "quiet";
    await decide(context, { person, day, next, outcome });
  }
}

interface Decision {
  readonly person: Person;
  readonly day: Day;
  readonly next: Day;
  readonly outcome: "sent" | "quiet" | "too-late";
}

async function decide(context: Context, { person, day, next, outcome }: Decision): Promise<void> {
  await context.store.db.transaction(async (tx) => {
    if (!(await decideDuty(tx, { duty: DUTY, personId: person.id, day, outcome })) || outcome !== "sent") return;
    await enqueue(
      tx,
      [
        {
          key: `evening:${person.id}:${day}`,
          showing: { show: "evening", day: next },
          personId: person.id,
          gate: gateOf.person(person.id),
          notBefore: context.now,
          validUntil: instantAt(day, UNTIL_MINUTES, person.timeZone),
        },
      ],
      context.now,
    );
  });
}
