import { addDays, clockIn, isWorkingDay, type Day } from "#domain/calendar.ts";
import { supposeDone } from "#domain/dunning-ahead.ts";
import { applyEndedStops } from "#domain/dunning-ended-stops.ts";
import type { DayPlan } from "#domain/dunning-plan.ts";
import { planDay } from "#domain/dunning.ts";
import { loadDunningFacts } from "#store/dunning-facts.ts";
import { scenariosInForce } from "#store/scenarios.ts";
import type { Context } from "#usecases/context.ts";
import { factsScope } from "#usecases/dunning/dunning-scope.ts";

/** Two weeks: further ahead customers pay and answer more than a plan can know. */
const WORKING_DAYS_PLAYED_MAX = 10;

/**
 * The plan of today or of a later day, for a person who looks ahead (D9): what is planned for the days before is supposed
 * to have left, so that a Monday does not show again what leaves on the Friday. Changes nothing. `preview` on the command
 * line tells a day from what is known, see `planFor`.
 */
export async function planAhead(context: Context, day: Day): Promise<DayPlan> {
  const { db } = context.store;
  const { scenarios } = await scenariosInForce(db);
  const planOf = async (on: Day, earlier: readonly DayPlan[]) => {
    const facts = await loadDunningFacts(
      db,
      factsScope(context, { day: on, scenarios, payers: null, forgetPlanned: true }),
    );
    return planDay(supposeDone(applyEndedStops(facts, on).facts, earlier, on), on);
  };
  const earlier: DayPlan[] = [];
  for (const before of daysBefore(context, day)) earlier.push(await planOf(before, earlier));
  return planOf(day, earlier);
}

/** Working days from today, while mail may still leave, to the day before. */
function daysBefore(context: Context, day: Day): readonly Day[] {
  const isOver = clockIn(context.now, context.timeZone).minutes >= context.settings.mailUntilMinutes;
  const days: Day[] = [];
  let on = isOver ? addDays(context.today, 1) : context.today;
  for (; on < day && days.length < WORKING_DAYS_PLAYED_MAX; on = addDays(on, 1)) if (isWorkingDay(on)) days.push(on);
  return days;
}
