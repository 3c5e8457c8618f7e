import type { Action } from "#cards/action.ts";
import type { ActionTable, SubscriptionAction } from "#chat/action-table.ts";
import { refuse, show, type Asked } from "#chat/asked.ts";
import { missing } from "#chat/form-reply.ts";
import { choiceOf, codeOf, idOf, textOf } from "#chat/form-values.ts";
import type { Reply } from "#chat/reply.ts";
import type { FormAnswer } from "#chat/request.ts";
import { isTimeZone } from "#domain/calendar.ts";
import { LOCALES } from "#domain/person.ts";
import { scopeKey } from "#domain/report-scope.ts";
import { HOURS, WEEKDAYS } from "#domain/subscription.ts";
import { wordsFor } from "#i18n/words.ts";
import { allowGuests } from "#usecases/channels/allow-guests.ts";
import { changeSubscription, type SubscriptionTimes } from "#usecases/channels/change-subscription.ts";
import { postAgain } from "#usecases/delivery/post-again.ts";
import { findScope } from "#usecases/reports/report-scope.ts";
import { stopSubscription } from "#usecases/channels/stop-subscription.ts";
import { channelHere } from "#usecases/channels/subscribe-form.ts";
import { subscribe } from "#usecases/channels/subscribe.ts";

/** Buttons about reports in channels. */
export const SUBSCRIPTIONS: Pick<ActionTable, SubscriptionAction> = {
  "stop-subscription": async (asked, { subscription }) => {
    const stopped = await stopSubscription(asked.context, asked.person, subscription);
    return stopped.ok ? show(asked, { show: "subscription", subscription }) : refuse(asked, stopped.refusal);
  },
  "post-again": async (asked, { subscription }) => {
    const posted = await postAgain(asked.context, asked.person, subscription);
    if (!posted.ok) return refuse(asked, posted.refusal);
    const { cards } = wordsFor(asked.person.locale);
    return { is: "notice", text: cards.subscriptions.postedAgain(posted.value) };
  },
  "allow-guests": async (asked, wanted) => {
    const allowed = await allowGuests(asked.context, asked.person, wanted);
    if (!allowed.ok) return refuse(asked, allowed.refusal);
    if (asked.standing?.show === "channel-guests") return show(asked, asked.standing);
    return show(asked, { show: "channel-guests", channel: wanted.channel, asker: asked.person.id });
  },
};

type OpenForm = Extract<Action, { do: "open-form" }>;

/** What `/cash abonner` opens: a form for the channel it was typed in, or one that asks which. Null = it was refused. */
export async function subscribeAction(asked: Asked, typed: string): Promise<OpenForm | Reply> {
  const scope = typed === "" ? undefined : await findScope(asked.context, asked.person, typed);
  if (scope !== undefined && !scope.ok) return refuse(asked, scope.refusal);
  const action: OpenForm = {
    do: "open-form",
    form: "subscribe",
    ...(scope === undefined ? {} : { scope: scopeKey(scope.value) }),
  };
  const { here } = asked;
  if (asked.place !== "channel" || here === undefined || here.conversation === null) return action;
  const channel = await channelHere(asked.context, here.chat, here.conversation);
  return channel === null ? refuse(asked, { why: "channel-closed" }) : { ...action, channel: channel.id };
}

const CHANNEL_FIELD = "channel";

/** The form of a subscription came back. */
export async function answerSubscribe(asked: Asked, answer: FormAnswer): Promise<Reply> {
  const times = timesIn(answer);
  if (typeof times === "string") return missing(asked, times);
  const standing = idOf(answer, "subscription");
  if (standing !== undefined) {
    const changed = await changeSubscription(asked.context, asked.person, standing, times);
    return changed.ok ? show(asked, { show: "subscription", subscription: standing }) : refuse(asked, changed.refusal);
  }
  const { here } = asked;
  const channel = idOf(answer, CHANNEL_FIELD) ?? Number(textOf(answer, CHANNEL_FIELD));
  if (!Number.isSafeInteger(channel)) return missing(asked, CHANNEL_FIELD);
  const scope = textOf(answer, "scope") ?? codeOf(answer, "scope");
  if (scope === undefined) return missing(asked, "scope");
  if (here === undefined) return refuse(asked, { why: "gone" });
  const done = await subscribe(asked.context, asked.person, here, { ...times, channel, scope });
  if (!done.ok) return refuse(asked, done.refusal);
  return show(
    asked,
    done.value.is === "subscribed"
      ? { show: "subscription", subscription: done.value.subscription }
      : { show: "channel-guests", channel: done.value.channel, asker: asked.person.id },
  );
}

/** The name of the field that is missing, or what was chosen. */
function timesIn(answer: FormAnswer): SubscriptionTimes | string {
  const weekday = Number(choiceOf(answer, "weekday", WEEKDAYS.map(String)) ?? Number.NaN);
  if (!Number.isInteger(weekday)) return "weekday";
  const minutes = Number(choiceOf(answer, "hour", HOURS.map(String)) ?? Number.NaN);
  if (!Number.isInteger(minutes)) return "hour";
  const timeZone = textOf(answer, "zone");
  if (timeZone === undefined || !isTimeZone(timeZone)) return "zone";
  const locale = choiceOf(answer, "locale", LOCALES);
  return locale === undefined ? "locale" : { weekday, minutes, timeZone, locale };
}
