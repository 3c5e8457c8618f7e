import { addDays, clockIn, instantAt, isWorkingDay } from "#domain/calendar.ts";
import { pauseOf } from "#domain/pause.ts";
import { enqueue, gateOf } from "#store/outbox.ts";
import { pausesFrom } from "#store/pauses.ts";
import { customersToThank, planThankYou } from "#store/thank-you-mails.ts";
import type { Context } from "#usecases/context.ts";

/** Thanks that come later than this seem to mock; turning them on thanks nobody for last month. */
const FRESH_DAYS = 3;

/**
 * Plans a word of thanks to customers who paid after a reminder (D8), where finance wants it: one mail per customer and day,
 * within the mail's hours. It neither waits for other mail nor counts for the interval.
 */
export async function thankCustomers(context: Context): Promise<void> {
  const { settings, today, now, timeZone } = context;
  const { minutes } = clockIn(now, timeZone);
  const open = minutes >= settings.mailFromMinutes && minutes < settings.mailUntilMinutes;
  if (!settings.thankYouMails || settings.paused || !open || !isWorkingDay(today)) return;
  await context.store.db.transaction(async (tx) => {
    const pauses = await pausesFrom(tx, today);
    const since = instantAt(addDays(today, -FRESH_DAYS), 0, timeZone);
    const due = await customersToThank(tx, { today, since, locale: context.locale });
    for (const customer of due.filter((each) => pauseOf(pauses, each, today) === null)) {
      const mail = await planThankYou(tx, today, customer);
      if (mail === null) continue;
      const row = {
        key: `thank-you:${mail}`,
        showing: { show: "thank-you", mail },
        personId: null,
        gate: gateOf.mail,
        notBefore: now,
        validUntil: instantAt(today, settings.mailUntilMinutes, timeZone),
      } as const;
      await enqueue(tx, [row], now);
    }
  });
}
