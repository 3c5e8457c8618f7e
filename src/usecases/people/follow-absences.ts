import { absentOn, isLong, type Absence } from "#domain/absence.ts";
import { addDays } from "#domain/calendar.ts";
import { absencesSince, forgetAbsences, replacedPeople, setReplaced, type Replaced } from "#store/absences.ts";
import { askById, type Holder } from "#store/asks.ts";
import { movableAsks, type MovableAsk } from "#store/movable-asks.ts";
import { enqueueShownAgain } from "#store/outbox.ts";
import { lockFamily } from "#store/families.ts";
import { ownershipOfPerson, peopleByIds } from "#store/people.ts";
import type { Db } from "#store/store.ts";
import type { Context } from "#usecases/context.ts";
import { passAsk, type PassedBecause } from "#usecases/asks/pass-ask.ts";
import { holderOf, staffedRole } from "#usecases/delivery/tell.ts";

/** No open ask has waited for longer than that, and nothing else asks. */
const ABSENCES_KEPT_DAYS = 400;
/** An absence that ended longer ago was said to be over. */
const SHOWN_AGAIN_DAYS = 14;

/**
 * What comings and goings mean today: who stands in for whom, and whose asks are another's now. A delegate has the asks
 * of whoever is absent until their return; a leaver's are the manager's at once.
 */
export async function followAbsences(context: Context): Promise<void> {
  await forgetAbsences(context.store.db, addDays(context.today, -ABSENCES_KEPT_DAYS));
  const absences = (await absencesSince(context.store.db, null, context.today)).filter(
    ({ from }) => from <= context.today,
  );
  await noteReplaced(context, absences);
  const absent = new Set(absences.map(({ personId }) => personId));
  for (const movable of await movableAsks(context.store.db, context.timeZone)) await move(context, movable, absent);
}

async function noteReplaced(context: Context, absences: readonly Absence[]): Promise<void> {
  const { db } = context.store;
  const ids = absences.flatMap(({ personId, delegateId }) => [personId, ...(delegateId === null ? [] : [delegateId])]);
  const people = new Map((await peopleByIds(db, ids)).map((person) => [person.id, person]));
  const before = new Map((await replacedPeople(db)).map((replaced) => [replaced.personId, replaced]));
  const now = new Map<number, Replaced>();
  for (const absence of absences) {
    const person = people.get(absence.personId);
    if (person?.active !== true) continue;
    const delegate = people.get(absence.delegateId ?? 0);
    const isThere =
      delegate?.active === true &&
      absentOn(
        absences.filter(({ personId }) => personId === delegate.id),
        context.today,
      ) === null;
    const standInId = isThere ? delegate.id : null;
    now.set(person.id, { personId: person.id, standInId, away: standInId === null && isLong(absence, person) });
  }
  for (const personId of new Set([...before.keys(), ...now.keys()])) {
    const wanted = now.get(personId) ?? { personId, away: false, standInId: null };
    const known = before.get(personId);
    if (known?.away === wanted.away && known.standInId === wanted.standInId) continue;
    await setReplaced(db, wanted);
    // Its cards say that it began, or that it is over.
    for (const { id } of await absencesSince(db, [personId], addDays(context.today, -SHOWN_AGAIN_DAYS))) {
      await enqueueShownAgain(db, { show: "absence", absence: id }, context.now);
    }
  }
}

async function move(context: Context, movable: MovableAsk, absent: ReadonlySet<number>): Promise<void> {
  await context.store.db.transaction(async (tx) => {
    const known = await askById(tx, movable.ask);
    const payer = known === null ? null : await lockFamily(tx, known.customer);
    const ask = await askById(tx, movable.ask);
    if (ask === null || payer === null || ask.state !== "open" || ask.holderId !== movable.holderId) return;
    const next = await nextHolder(tx, movable, { absent, kind: ask.kind, customer: ask.customer });
    if (next === null) return;
    const { to, because } = next;
    // What comes and goes with an absence is told in one message, not in a card each.
    const isShown = because === "left";
    await passAsk(tx, context, { ...ask, payer }, { to, by: { is: "system" }, because, isShown });
  });
}

async function nextHolder(
  tx: Db,
  { holderId, holderActive, standInId, cameFrom }: MovableAsk,
  {
    absent,
    kind,
    customer,
  }: { readonly absent: ReadonlySet<number>; readonly kind: string; readonly customer: string },
): Promise<{ readonly to: Holder; readonly because: PassedBecause } | null> {
  if (cameFrom !== null && !absent.has(cameFrom)) {
    const [rep] = await peopleByIds(tx, [cameFrom]);
    if (rep?.active === true) return { to: { person: rep.id }, because: "back" };
  }
  if (!holderActive) {
    const to = kind === "call" ? await holderOf(tx, customer) : await managerOf(tx, holderId);
    return {
      to: "person" in to || to.role !== "finance" ? to : { role: await staffedRole(tx, "finance") },
      because: "left",
    };
  }
  return standInId === null ? null : { to: { person: standInId }, because: "absence" };
}

/** The nearest manager above who is still here, else finance. */
async function managerOf(tx: Db, person: number): Promise<Holder> {
  const { managersAbove } = await ownershipOfPerson(tx, person);
  const active = new Set((await peopleByIds(tx, managersAbove)).filter((one) => one.active).map(({ id }) => id));
  const nearest = managersAbove.find((id) => active.has(id));
  return nearest === undefined ? { role: "finance" } : { person: nearest };
}
