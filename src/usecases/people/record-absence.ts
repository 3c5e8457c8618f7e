import { refuseAbsence } from "#domain/absence.ts";
import { addDays, maxDay, type Day } from "#domain/calendar.ts";
import { pickName } from "#domain/fuzzy-name.ts";
import { hasRole, type Person } from "#domain/person.ts";
import { earliestFor } from "#domain/showing-time.ts";
import { absencesSince, cancelAbsence, insertAbsence, shortenAbsence } from "#store/absences.ts";
import { appendEvent } from "#store/events.ts";
import { enqueue, enqueueShownAgain, gateOf } from "#store/outbox.ts";
import { activePeople, lockPerson, personById } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Answered } from "#usecases/answered.ts";
import type { Context } from "#usecases/context.ts";
import { followAbsences } from "#usecases/people/follow-absences.ts";
import { done, refused, type Result } from "#usecases/result.ts";

/**
 * Somebody says when they are not there, and who stands in: what is asked of them and of their customers is the
 * delegate's then, and nothing reaches them (E10). An absence it overlaps is replaced. `delegate`: a person, a name as
 * typed, or nobody.
 */
export async function recordAbsence(
  context: Context,
  person: Person,
  input: { readonly from: Day; readonly until: Day; readonly delegate: number | string | null },
): Promise<Result<Answered>> {
  if (input.until < input.from)
    return refused({ why: "absence-not-understood", typed: `${input.from}, ${input.until}` });
  // What is over of it cannot be told otherwise any more.
  const from = input.until < context.today ? input.from : maxDay(input.from, context.today);
  const refusal = refuseAbsence({ from, until: input.until }, context.today);
  if (refusal !== null) return refused(refusal);
  const delegate = await delegateOf(context, person, input.delegate);
  if (!delegate.ok) return delegate;
  const recorded = await context.store.db.transaction(async (tx) => {
    await lockPerson(tx, person.id);
    const days = { from, until: input.until };
    const away = delegate.value === null ? null : await awayIn(tx, context, delegate.value, days);
    if (away !== null) return refused<Answered>({ why: "colleague-away", name: away.name });
    for (const other of await absencesSince(tx, [person.id], from)) {
      if (other.from <= input.until) await cancelAbsence(tx, other.id, context.now);
    }
    const delegateId = delegate.value?.id ?? null;
    const absence = await insertAbsence(tx, { personId: person.id, ...days, delegateId }, context.now);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "absence-recorded",
      actor: { is: "person", id: person.id },
      customer: null,
      subject: "absences",
      subjectId: absence,
      data: { ...days, delegate: delegateId },
    });
    if (delegate.value !== null) await tellDelegate(tx, context, delegate.value, absence);
    return done<Answered>({ showing: { show: "absence", absence }, event });
  });
  if (recorded.ok) await followAbsences(context);
  return recorded;
}

/** Back already, or not leaving after all: this absence, else the one somebody is in, else their next. */
export async function endAbsence(
  context: Context,
  person: Person,
  input: { readonly absence?: number | undefined },
): Promise<Result<Answered>> {
  const ended = await context.store.db.transaction(async (tx): Promise<Result<Answered>> => {
    await lockPerson(tx, person.id);
    const own = await absencesSince(tx, [person.id], context.today);
    const absence = input.absence === undefined ? own[0] : own.find(({ id }) => id === input.absence);
    if (absence === undefined) return refused({ why: "no-absence" });
    if (absence.from < context.today) await shortenAbsence(tx, absence.id, addDays(context.today, -1));
    else await cancelAbsence(tx, absence.id, context.now);
    const event = await appendEvent(tx, {
      at: context.now,
      kind: "absence-ended",
      actor: { is: "person", id: person.id },
      customer: null,
      subject: "absences",
      subjectId: absence.id,
    });
    await enqueueShownAgain(tx, { show: "absence", absence: absence.id }, context.now);
    return done({ showing: { show: "absence", absence: absence.id }, event });
  });
  if (ended.ok) await followAbsences(context);
  return ended;
}

/** The absence that somebody is in, else their next; null = none. */
export async function standingAbsence(context: Context, person: Person): Promise<number | null> {
  return (await absencesSince(context.store.db, [person.id], context.today))[0]?.id ?? null;
}

/** Whoever can answer for customers, by name, by address or by id; never oneself. */
async function delegateOf(
  context: Context,
  person: Person,
  wanted: number | string | null,
): Promise<Result<Person | null>> {
  if (wanted === null || wanted === "") return done(null);
  const { db } = context.store;
  const unknown = refused<Person | null>({ why: "colleague-unknown", typed: String(wanted) });
  const colleagues = (await activePeople(db)).filter((one) => hasRole(one, "rep", "manager", "finance"));
  if (typeof wanted === "number") {
    if (wanted === person.id) return refused({ why: "delegate-is-self" });
    const found = await personById(db, wanted);
    return colleagues.some(({ id }) => id === wanted)
      ? done(found)
      : refused({ why: "colleague-unknown", typed: found?.name ?? "?" });
  }
  const typed = wanted.trim();
  const byAddress = colleagues.find(({ email }) => email.toLowerCase() === typed.toLowerCase());
  const named =
    byAddress === undefined
      ? pickName(
          typed,
          colleagues.map(({ id, name }) => ({ code: String(id), name })),
        )
      : null;
  if (named?.is === "none") return unknown;
  if (named?.is === "several")
    return refused({ why: "several-colleagues", typed, names: named.matches.map(({ name }) => name) });
  const found = byAddress ?? colleagues.find(({ id }) => String(id) === named?.candidate.code);
  if (found === undefined) return unknown;
  return found.id === person.id ? refused({ why: "delegate-is-self" }) : done(found);
}

/** The delegate, if they are absent on one of these days. */
async function awayIn(
  tx: Db,
  context: Context,
  delegate: Person,
  days: { readonly from: Day; readonly until: Day },
): Promise<Person | null> {
  const theirs = await absencesSince(tx, [delegate.id], context.today);
  const isAway = theirs.some(({ from, until }) => from <= days.until && until >= days.from);
  return isAway ? delegate : null;
}

async function tellDelegate(tx: Db, context: Context, delegate: Person, absence: number): Promise<void> {
  await enqueue(
    tx,
    [
      {
        key: `absence:${absence}:${delegate.id}`,
        showing: { show: "absence", absence },
        personId: delegate.id,
        gate: gateOf.person(delegate.id),
        notBefore: earliestFor(delegate, context.now),
      },
    ],
    context.now,
  );
}
