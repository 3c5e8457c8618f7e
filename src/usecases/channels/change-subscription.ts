import type { Person } from "#domain/person.ts";
import { appendEvent } from "#store/events.ts";
import { lockSubscription, saveSubscription, type SubscriptionChoices } from "#store/subscriptions.ts";
import type { Context } from "#usecases/context.ts";
import { done, refused, type Result } from "#usecases/result.ts";
import { mayChange } from "#usecases/channels/subscription-rights.ts";

export type SubscriptionTimes = Pick<SubscriptionChoices, "weekday" | "minutes" | "timeZone" | "locale">;

/** Another day, hour, zone or language. What was due by the old schedule is not made up by the new one. */
export async function changeSubscription(
  context: Context,
  person: Person,
  id: number,
  wanted: SubscriptionTimes,
): Promise<Result<number>> {
  return context.store.db.transaction(async (tx) => {
    const standing = await lockSubscription(tx, id);
    if (standing === null || standing.stopped !== null) return refused({ why: "gone" });
    if (!(await mayChange(context, person, standing))) return refused({ why: "not-allowed" });
    const { weekday, minutes, timeZone, locale } = wanted;
    const isSameTime = weekday === standing.weekday && minutes === standing.minutes && timeZone === standing.timeZone;
    if (isSameTime && locale === standing.locale) return done(id);
    await saveSubscription(tx, id, {
      weekday,
      minutes,
      timeZone,
      locale,
      ...(isSameTime ? {} : { since: context.now }),
    });
    await appendEvent(tx, {
      at: context.now,
      kind: "subscription-changed",
      actor: { is: "person", id: person.id },
      customer: null,
      subject: "subscriptions",
      subjectId: id,
      data: { weekday, minutes, timeZone, locale },
    });
    return done(id);
  });
}
