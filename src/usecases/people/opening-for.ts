import { addDays } from "#domain/calendar.ts";
import type { Person } from "#domain/person.ts";
import type { Showing } from "#domain/showing.ts";
import { openingOf } from "#domain/working-hours.ts";
import { absencesSince } from "#store/absences.ts";
import type { Context } from "#usecases/context.ts";

/** What a person asked for themselves, or asked to have at that hour. */
const AT_ANY_HOUR: readonly Showing["show"][] = ["digest", "welcome", "admin-trouble"];
/** Zones differ by a day at most. */
const ZONES_DAYS = 1;

/**
 * When a message may reach a person: now, or when they begin to work again. Nothing comes outside their hours, on weekends,
 * on holidays, or while they are absent (the right to disconnect).
 */
export async function openingFor(context: Context, person: Person, showing: Showing): Promise<Date> {
  if (AT_ANY_HOUR.includes(showing.show)) return context.now;
  const absences = await absencesSince(context.store.db, [person.id], addDays(context.today, -ZONES_DAYS));
  return openingOf(person, absences, context.now, context.settings);
}
