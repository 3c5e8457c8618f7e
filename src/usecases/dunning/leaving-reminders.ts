import { addWorkingDays, clockIn, type Day, isWorkingDay } from "#domain/calendar.ts";
import type { PlannedMessage } from "#domain/dunning-plan.ts";
import type { Money } from "#domain/money.ts";
import { remindersOn } from "#store/leaving-facts.ts";
import type { Context } from "#usecases/context.ts";
import { nextStepsOf } from "#usecases/dunning/next-steps.ts";
import { planFor } from "#usecases/dunning/preview-dunning.ts";

/** Invoices newly late on one morning have their first step on one day or two: a weekend apart. */
const DAYS_AHEAD_MAX = 3;

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

/**
 * What leaves on the day each of these invoices takes its next step: what the digest tells of a customer newly late, days
 * ahead. Planned like any other day, so that what is held back is not announced.
 */
export async function leavingNext(
  context: Context,
  payers: readonly string[],
  invoices: readonly number[],
): Promise<readonly Leaving[]> {
  const steps = [...(await nextStepsOf(context, invoices)).values()];
  const days = [...new Set(steps.map(({ on }) => on))].toSorted().slice(0, DAYS_AHEAD_MAX);
  const leaving: Leaving[] = [];
  for (const day of days) {
    const { plan } = await planFor(context, day, payers);
    for (const message of plan.messages) {
      const told = leaving.some((other) => other.message.payer === message.payer);
      if (message.held !== null || told) continue;
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
