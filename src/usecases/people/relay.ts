import { absentOn, backFrom } from "#domain/absence.ts";
import { addDays, type Day } from "#domain/calendar.ts";
import { absencesSince } from "#store/absences.ts";
import { doneMeanwhile } from "#store/digest-facts.ts";
import { peopleByIds } from "#store/people.ts";
import { customersInScope } from "#store/portfolio.ts";
import type { DigestView } from "#cards/digest.ts";
import { type Drawing, nameOf } from "#usecases/delivery/drawing.ts";

/** Nobody comes back from an absence that ended longer ago than this and has not worked since. */
const LOOKED_BACK_DAYS = 30;

/** In whose place the reader stands, and until when, for the morning's line. */
export async function standingIn({ context }: Drawing, insteadOf: readonly number[]): Promise<DigestView["standsIn"]> {
  const { db } = context.store;
  const absences = await absencesSince(db, insteadOf, context.today);
  return (await peopleByIds(db, insteadOf)).flatMap(({ id, name }) => {
    const absence = absentOn(
      absences.filter(({ personId }) => personId === id),
      context.today,
    );
    return absence === null ? [] : [{ name, until: absence.until }];
  });
}

/** What others did at the reader's customers while they were absent, on the first morning back; null on any other. */
export async function meanwhileOf(drawing: Drawing, day: Day): Promise<DigestView["meanwhile"]> {
  const { context, viewer } = drawing;
  const { db } = context.store;
  const absences = await absencesSince(db, [viewer.id], addDays(day, -LOOKED_BACK_DAYS));
  const absence = backFrom(absences, viewer, day);
  if (absence === null) return null;
  const own = (await customersInScope(db, { owners: [viewer.id], seller: null })) ?? [];
  const counts = await doneMeanwhile(db, own, absence, context.timeZone);
  return { ...counts, by: await nameOf(drawing, absence.delegateId) };
}
