import type { Field, Form, FormContext, Option } from "#cards/card.ts";
import { choiceField } from "#cards/forms/field.ts";
import { hourOption, localeField } from "#cards/forms/settings-form.ts";
import type { Locale } from "#domain/person.ts";
import { HOURS, REPS_MIN, WEEKDAYS } from "#domain/subscription.ts";
import type { Words } from "#i18n/words.ts";

export interface SubscribeFormView {
  /** The subscription to change; null = a new one. */
  readonly subscription: number | null;
  /** The channel it is for, when that is known; else one of `channels` is chosen. */
  readonly channel: { readonly id: number; readonly name: string } | null;
  readonly channels: readonly Option[];
  /** None = the scope stays as it is. */
  readonly scopes: readonly Option[];
  readonly scope: string;
  readonly weekday: number;
  readonly minutes: number;
  readonly timeZone: string;
  readonly timeZones: readonly string[];
  readonly locale: Locale;
}

/** Fields: `channel` (when it is not known), `scope` (for a new one), `weekday`, `hour`, `zone`, `locale` (R3). */
export function subscribeForm(view: SubscribeFormView, words: Words): Form {
  const say = words.cards.subscriptions.form;
  const isNew = view.subscription === null;
  return {
    name: "subscribe",
    title: isNew ? say.title : say.changeTitle,
    submit: isNew ? say.submit : say.changeSubmit,
    cancel: words.cards.forms.cancel,
    intro: view.channel === null ? say.intro : say.introIn(view.channel.name),
    fields: [...placeFields(view, words), ...timeFields(view, words)],
    context: contextOf(view),
  };
}

function placeFields(view: SubscribeFormView, words: Words): readonly Field[] {
  const say = words.cards.subscriptions.form;
  const channel = choiceField("channel", say.channel, view.channels);
  const scope = choiceField("scope", say.scope, view.scopes, { value: view.scope, hint: say.scopeHint(REPS_MIN) });
  return [...(view.channel === null ? [channel] : []), ...(view.scopes.length === 0 ? [] : [scope])];
}

function timeFields(view: SubscribeFormView, words: Words): readonly Field[] {
  const { weekdays, form: say } = words.cards.subscriptions;
  const days = WEEKDAYS.map((day) => ({ label: words.say.capital(weekdays[day] ?? ""), value: String(day) }));
  const zones = view.timeZones.map((zone) => ({ label: cityOf(zone, words), value: zone }));
  return [
    choiceField("weekday", say.weekday, days, { value: String(view.weekday), hint: say.weekdayHint }),
    choiceField("hour", say.hour, HOURS.map(hourOption(words.locale)), { value: String(view.minutes) }),
    choiceField("zone", say.timeZone, zones, { value: view.timeZone }),
    localeField(view.locale, words, say.locale),
  ];
}

function contextOf({ subscription, channel, scope }: SubscribeFormView): FormContext {
  return {
    scope,
    ...(subscription === null ? {} : { subscription }),
    ...(channel === null ? {} : { channel: channel.id }),
  };
}

/** "Paris" for "Europe/Paris", "Londres" for "Europe/London": how people call a time zone in their language. */
export function cityOf(timeZone: string, words: Words): string {
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  return words.cards.subscriptions.cities[city] ?? city;
}
