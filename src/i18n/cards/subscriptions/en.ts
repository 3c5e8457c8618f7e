import type { SubscriptionWords } from "#i18n/cards/subscriptions/messages.ts";
import { sayIn } from "#i18n/say.ts";

const say = sayIn("en");

const LANGUAGES = { fr: "in French", en: "in English" } as const;

export const subscriptionsEn: SubscriptionWords = {
  cities: { Reunion: "Réunion", Noumea: "Nouméa" },
  weekdays: { 1: "Monday", 2: "Tuesday", 3: "Wednesday", 4: "Thursday", 5: "Friday" },
  every: ({ weekday, time, city, locale }) =>
    `every ${subscriptionsEn.weekdays[weekday] ?? ""} at ${time} (${city} time), ${LANGUAGES[locale]}`,
  made: ({ scope, channel }, every, first) =>
    `Noted: the weekly report (${scope}) comes to ${channel}, ${every}. Next: ${say.day(first, "long")}. On holidays it waits for the next working day.`,
  stopped: ({ scope, channel }) => `Stopped: the weekly report (${scope}) no longer comes to ${channel}.`,
  notice: {
    asked: ({ scope, channel }) => `The subscription of ${channel} to the weekly report (${scope}) was stopped.`,
    archived: ({ scope, channel }) =>
      `${channel} is archived: the weekly report (${scope}) is no longer posted there, and the subscription has ended.`,
    gone: ({ scope, channel }) =>
      `Relais no longer has access to ${channel}, archived or deleted: the subscription to the weekly report (${scope}) has ended.`,
    removed: ({ scope, channel }) =>
      `Relais is no longer in ${channel}: the subscription to the weekly report (${scope}) has ended. After a new invitation it can be taken out again.`,
    "not-allowed": ({ scope, channel }) =>
      `These figures (${scope}) are no longer open to you: the subscription of ${channel} has ended. Finance can take it over.`,
    guests: ({ scope, channel }) =>
      `The weekly report (${scope}) was not posted in ${channel}: guests or people from outside would read it. Finance knows and can allow it.`,
    "too-many": ({ scope, channel }) =>
      `The weekly report (${scope}) was not posted in ${channel}: the channel has too many members to know who would read it. Finance knows and can allow it.`,
    "too-few": ({ scope, channel }) =>
      `The weekly report (${scope}) was not posted in ${channel}: it would be about one or two people, whose figures are their own. The subscription goes on.`,
    unknown: ({ scope, channel }) =>
      `The chat did not say whether the weekly report (${scope}) arrived in ${channel}. If it is not there, a button posts it again.`,
    "owner-left": ({ scope, channel }) =>
      `Whoever looked after the subscription of ${channel} (${scope}) has left the company. It goes on, and finance looks after it.`,
  },
  guests: {
    title: (channel) => `Guests read ${channel}`,
    asked: (channel) =>
      `Guests or people from outside read ${channel}, or it has too many members to be sure. Finance knows and can allow it; subscribing then works the same way.`,
    decide: (channel, asker) =>
      `${asker === null ? "A weekly report is asked for" : `${asker} asks for the weekly report`} in ${channel}. Guests or people from outside read there, or it has too many members to be sure.`,
    allowed: (channel) => `The weekly report is allowed in ${channel}, guests included.`,
    forbidden: (channel) => `The weekly report is no longer posted in ${channel} as long as guests read there.`,
    sure: {
      title: "Allow this channel?",
      text: "Everybody in the channel will read the figures posted there, guests included.",
      yes: "Allow",
      no: "Close",
    },
  },
  list: {
    title: "The weekly report in channels",
    none: "No channel gets the weekly report for now.",
    line: (scope, every) => `: ${scope}, ${every}.`,
    next: (day) => `Next: ${say.day(day, "long")}.`,
    posted: (day) => `Last: ${say.day(day, "long")}.`,
    guestsAllowed: "Allowed with guests.",
  },
  buttons: {
    manage: "Manage…",
    change: "Change",
    stop: "Stop",
    list: "All subscriptions",
    add: "Subscribe a channel",
    allow: "Allow this channel",
    forbid: "Withdraw permission",
    postAgain: "Post again",
  },
  postedAgain: (channel) => `The weekly report is on its way to ${channel}.`,
  form: {
    title: "Subscribe a channel",
    changeTitle: "Change the subscription",
    submit: "Subscribe",
    changeSubmit: "Save",
    intro: "The weekly report, every week in a channel.",
    introIn: (channel) => `The weekly report, every week in ${channel}.`,
    channel: "In which channel?",
    scope: "Which figures?",
    scopeHint: (reps) => `From ${reps} salespeople on: never the figures of one person.`,
    weekday: "On which day?",
    weekdayHint: "On a holiday it comes on the next working day.",
    hour: "At what time?",
    timeZone: "Time zone",
    locale: "Language",
  },
};
