import { absentOn, type Absence } from "#domain/absence.ts";
import { reachedStage, type ClockStage } from "#domain/ask-clock.ts";
import { addDays } from "#domain/calendar.ts";
import type { Person, Role } from "#domain/person.ts";
import { earliestFor } from "#domain/showing-time.ts";
import type { Showing } from "#domain/showing.ts";
import { worksOn } from "#domain/working-hours.ts";
import { absencesSince } from "#store/absences.ts";
import { decideTelling, runningClocks, type RunningClock } from "#store/ask-clock.ts";
import { askById, type RecordedAsk } from "#store/asks.ts";
import { lockFamily, paidBy } from "#store/families.ts";
import { isAnyLive } from "#store/live-sellers.ts";
import { enqueue, enqueueRedraws, gateOf } from "#store/outbox.ts";
import { ownershipOfPerson, peopleByIds } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { passAsk } from "#usecases/asks/pass-ask.ts";
import { tellRole } from "#usecases/delivery/tell-role.ts";
import { staffedRole } from "#usecases/delivery/tell.ts";

/** Absences that ended longer ago no longer matter to an ask that waits. */
const ABSENCES_LOOKED_BACK_DAYS = 400;

/**
 * The clock on people (E4): whoever holds an ask gets a word after two of their working days, their manager after three,
 * and after five it is finance's; a role's task is shown to direction then. Each stage is told once, and of stages that
 * were missed only the highest.
 */
export async function runAskClock(context: Context): Promise<void> {
  const { db } = context.store;
  const clocks = await runningClocks(db, context.today);
  const holders = await peopleByIds(db, [...new Set(clocks.flatMap(({ holderId }) => holderId ?? []))]);
  const people = new Map(holders.map((person) => [person.id, person]));
  const absences = await absencesSince(db, null, addDays(context.today, -ABSENCES_LOOKED_BACK_DAYS));
  for (const clock of clocks) {
    const reached = reachedBy(context, clock, people, absences);
    if (reached === null || clock.told.includes(reached.stage)) continue;
    await tell(context, clock, reached.stage, absences);
  }
}

function reachedBy(
  context: Context,
  { holderId, holderRole, ...clock }: RunningClock,
  people: ReadonlyMap<number, Person>,
  absences: readonly Absence[],
) {
  const holder = people.get(holderId ?? 0);
  const own = absences.filter(({ personId }) => personId === holderId);
  const heldBy = holderRole === null ? "person" : holderRole === "direction" ? "direction" : "role";
  const works = worksOn(holder ?? { alsaceMoselle: false }, own);
  return reachedStage({ ...clock, heldBy }, context.today, works, context.settings);
}

async function tell(
  context: Context,
  clock: RunningClock,
  stage: ClockStage,
  absences: readonly Absence[],
): Promise<void> {
  await context.store.db.transaction(async (tx) => {
    const known = await askById(tx, clock.ask);
    const payer = known === null ? null : await lockFamily(tx, known.customer);
    // Read again: it may have been answered or passed on while we waited for the lock.
    const ask = await askById(tx, clock.ask);
    if (ask === null || payer === null || ask.state !== "open" || isAnother(ask, clock)) return;
    const invoices = ask.lines.map((line) => line.invoice);
    if (!(await isAnyLive(tx, invoices, context.today))) return;
    const present = (person: Person) =>
      person.active &&
      absentOn(
        absences.filter(({ personId }) => personId === person.id),
        context.today,
      ) === null;
    const told: Tellable = { tx, context, ask: { ...ask, payer }, present };
    const manager = stage === "manager" ? await managerThere(told) : null;
    const since = ask.leftUntil ?? ask.clockFrom;
    const telling = { ask: ask.id, stage, since, toldOn: context.today, toldId: manager?.id ?? null };
    if (!(await decideTelling(tx, telling))) return;
    await TELL[stage](told, manager);
    await enqueueRedraws(tx, await paidBy(tx, payer), context.now);
  });
}

function isAnother(ask: RecordedAsk, clock: RunningClock): boolean {
  return (
    ask.clockFrom !== clock.clockFrom ||
    ask.leftUntil !== clock.leftUntil ||
    ask.holderId !== clock.holderId ||
    ask.holderRole !== clock.holderRole
  );
}

interface Tellable {
  readonly tx: Db;
  readonly context: Context;
  readonly ask: RecordedAsk & { readonly payer: string };
  readonly present: (person: Person) => boolean;
}

const TELL: Readonly<Record<ClockStage, (told: Tellable, manager: Person | null) => Promise<void>>> = {
  /** One short message a person and day, whatever number of asks; what it says is drawn when it leaves. */
  async nudge(told) {
    const { holderRole } = told.ask;
    if (holderRole !== null) return remindRole(told, holderRole);
    const { today } = told.context;
    await show(told, await holdersOf(told), `nudge:${today}`, { show: "nudge", day: today });
  },
  async manager(told, manager) {
    if (manager === null) return;
    const { ask } = told;
    // The holder first: nobody learns from their manager that they were spoken of.
    await show(told, await holdersOf(told), `ask-told:${ask.id}:${told.context.today}`, {
      show: "ask-told",
      ask: ask.id,
    });
    await show(told, [manager], `ask-help:${ask.id}:${told.context.today}`, { show: "ask-help", ask: ask.id });
  },
  async finance({ tx, context, ask }) {
    const to = { role: await staffedRole(tx, "finance") };
    await passAsk(tx, context, ask, { to, by: { is: "system" }, because: "waited", isShown: true });
  },
  async direction(told) {
    await remindRole(told, "direction");
  },
};

async function holdersOf({ tx, ask }: Tellable): Promise<readonly Person[]> {
  return ask.holderId === null ? [] : peopleByIds(tx, [ask.holderId]);
}

/** The nearest manager above the holder who is there. */
async function managerThere({ tx, ask, present }: Tellable): Promise<Person | null> {
  if (ask.holderId === null) return null;
  const { managersAbove } = await ownershipOfPerson(tx, ask.holderId);
  const people = new Map((await peopleByIds(tx, managersAbove)).map((person) => [person.id, person]));
  return managersAbove.flatMap((id) => people.get(id) ?? []).find(present) ?? null;
}

/** Those who are there, or the role's channel, where the task itself stands. */
async function remindRole({ tx, context, present }: Tellable, role: Role): Promise<void> {
  const { now, today } = context;
  await tellRole(tx, context, role, {
    key: `nudge:${today}`,
    showing: { show: "nudge", day: today },
    eventId: null,
    at: (reader) => earliestFor(reader, now),
    isFor: present,
  });
}

async function show(
  { tx, context, present }: Tellable,
  people: readonly Person[],
  key: string,
  showing: Showing,
): Promise<void> {
  await enqueue(
    tx,
    people.filter(present).map((person) => ({
      key: `${key}:${person.id}`,
      showing,
      personId: person.id,
      gate: gateOf.person(person.id),
      notBefore: earliestFor(person, context.now),
    })),
    context.now,
  );
}
