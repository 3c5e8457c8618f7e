import { addWorkingDays, clockIn, type Day, isWorkingDay } from "#domain/calendar.ts";
import type { PlannedMessage } from "#domain/dunning-plan.ts";
import type { Money } from "#domain/money.ts";
import { remindersOn } from "#store/leaving-facts.ts";
import type { Context } from "#usecases/context.ts";
import { planFor } from "#usecases/preview-dunning.ts";

/** An e-mail that is about to leave to a customer (V14). */
export interface Leaving {
  readonly day: Day;
  readonly message: PlannedMessage;
  readonly total: Money;
}

/**
 * What leaves today and the next working day, for some paying customers or, with null, for all: a forecast from what is
 * known now, that a hold, a payment or a promise still changes. Mail already sent today is left out.
 */
export async function leavingSoon(context: Context, payers: readonly string[] | null): Promise<readonly Leaving[]> {
  const days = daysAhead(context);
  const leaving: Leaving[] = [];
  for (const day of days) {
    const { plan } = await planFor(context, day, payers);
    const taken = day === context.today ? await remindersOn(context.store.db, day) : new Set<string>();
    for (const message of plan.messages) {
      const told = leaving.some(
        (other) => other.message.payer === message.payer && other.message.seller === message.seller,
      );
      if (message.held !== null || told || taken.has(`${message.seller} ${message.payer} ${message.currency}`))
        continue;
      leaving.push({ day, message, total: { minor: message.total, currency: message.currency } });
    }
  }
  return leaving;
}

/** Today while mail may still leave, and the next working day. */
function daysAhead(context: Context): readonly Day[] {
  const { minutes } = clockIn(context.now, context.timeZone);
  const next = addWorkingDays(context.today, 1);
  const stillToday = isWorkingDay(context.today) && minutes < context.settings.mailUntilMinutes;
  return stillToday ? [context.today, next] : [next];
}
