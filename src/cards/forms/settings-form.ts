import type { Field, Form } from "#cards/card.ts";
import { calendarField } from "#cards/forms/calendar-form.ts";
import type { Locale, ReadingPlace } from "#domain/person.ts";
import { formatClock } from "#i18n/format.ts";
import type { Words } from "#i18n/words.ts";

export interface SettingsView {
  readonly locale: Locale;
  readonly digestMinutes: number;
  readonly quietLine: boolean;
  readonly thanks: boolean;
  /** Their own working hours; null = the company's, which `company` says. */
  readonly workFromMinutes: number | null;
  readonly workUntilMinutes: number | null;
  readonly company: { readonly workFromMinutes: number; readonly workUntilMinutes: number };
  readonly alsaceMoselle: boolean;
  readonly chat: ReadingPlace | null;
  /** Where the linked calendar is; null = none is. */
  readonly calendar: string | null;
}

const FIRST_HOUR = 6;
const LAST_HOUR = 11;
const MINUTES_IN_HOUR = 60;
const STEP_MINUTES = 30;
/** From when to when a day may be said to last, in hours. */
const WORK_FROM_HOURS = [6, 11] as const;
const WORK_UNTIL_HOURS = [14, 22] as const;

/** Fields: `locale` (fr, en), `digest` (minutes since midnight), `quiet` (yes, no), `thanks` (yes, no), `from` and `until` (minutes, or company), `region`, `chat` (any, slack, teams, email), `calendar`. */
export function settingsForm(view: SettingsView, words: Words): Form {
  const say = words.cards.forms;
  const { settings } = say;
  return {
    name: "settings",
    title: settings.title,
    submit: settings.submit,
    cancel: say.cancel,
    fields: [
      {
        is: "choice",
        name: "locale",
        label: settings.locale,
        value: view.locale,
        options: [
          { label: settings.french, value: "fr" },
          { label: settings.english, value: "en" },
        ],
      },
      {
        is: "choice",
        name: "digest",
        label: settings.digest,
        value: String(view.digestMinutes),
        options: hours([FIRST_HOUR, LAST_HOUR], view.digestMinutes).map((minutes) => ({
          label: formatClock(minutes, words.locale),
          value: String(minutes),
        })),
      },
      {
        is: "choice",
        name: "quiet",
        label: settings.quiet,
        value: view.quietLine ? "yes" : "no",
        options: [
          { label: settings.quietNo, value: "no" },
          { label: settings.quietYes, value: "yes" },
        ],
      },
      {
        is: "choice",
        name: "thanks",
        label: settings.thanks,
        value: view.thanks ? "yes" : "no",
        options: [
          { label: settings.thanksNo, value: "no" },
          { label: settings.thanksYes, value: "yes" },
        ],
      },
      ...hoursFields(view, words),
      {
        is: "choice",
        name: "chat",
        label: settings.chat,
        value: view.chat ?? "any",
        options: [
          { label: settings.chatAny, value: "any" },
          { label: "Slack", value: "slack" },
          { label: "Teams", value: "teams" },
          { label: settings.byEmail, value: "email" },
        ],
      },
      calendarField(view.calendar, words),
    ],
    context: {},
  };
}

/** When nothing reaches the reader: their hours, and the holidays they keep. */
function hoursFields(view: SettingsView, words: Words): readonly Field[] {
  const { settings } = words.cards.forms;
  const say = (minutes: number) => formatClock(minutes, words.locale);
  const { workFromMinutes, workUntilMinutes } = view.company;
  return [
    {
      is: "choice",
      name: "from",
      label: settings.workFrom,
      value: view.workFromMinutes === null ? "company" : String(view.workFromMinutes),
      options: [
        { label: settings.workAsCompany(say(workFromMinutes)), value: "company" },
        ...hours(WORK_FROM_HOURS, view.workFromMinutes).map((minutes) => ({
          label: say(minutes),
          value: String(minutes),
        })),
      ],
    },
    {
      is: "choice",
      name: "until",
      label: settings.workUntil,
      value: view.workUntilMinutes === null ? "company" : String(view.workUntilMinutes),
      options: [
        { label: settings.workAsCompany(say(workUntilMinutes)), value: "company" },
        ...hours(WORK_UNTIL_HOURS, view.workUntilMinutes).map((minutes) => ({
          label: say(minutes),
          value: String(minutes),
        })),
      ],
    },
    {
      is: "choice",
      name: "region",
      label: settings.region,
      value: view.alsaceMoselle ? "alsace-moselle" : "metropole",
      options: [
        { label: settings.regionUsual, value: "metropole" },
        { label: settings.regionAlsaceMoselle, value: "alsace-moselle" },
      ],
    },
  ];
}

/** Half hours from one hour to another, and the reader's own if it is none of them. */
function hours([from, to]: readonly [number, number], own: number | null): readonly number[] {
  const count = ((to - from) * MINUTES_IN_HOUR) / STEP_MINUTES + 1;
  const usual = Array.from({ length: count }, (_, index) => from * MINUTES_IN_HOUR + index * STEP_MINUTES);
  return own === null || usual.includes(own) ? usual : [...usual, own].toSorted((a, b) => a - b);
}
