import type { Field, Form, Option } from "#cards/card.ts";
import { calendarField } from "#cards/forms/calendar-form.ts";
import { choiceField } from "#cards/forms/field.ts";
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

type HourRange = readonly [first: number, last: number];
/** When a digest may come, in hours. */
const DIGEST_HOURS: HourRange = [6, 11];
const MINUTES_IN_HOUR = 60;
const STEP_MINUTES = 30;
/** From when to when a day may be said to last, in hours. */
const WORK_FROM_HOURS: HourRange = [6, 11];
const WORK_UNTIL_HOURS: HourRange = [14, 22];

/**
 * Fields: `locale` (fr, en), `digest` (minutes since midnight), `quiet` and `thanks` (yes, no), `from` and `until`
 * (minutes, or company), `region` (metropole, alsace-moselle), `chat` (any, slack, teams, email), `calendar`.
 */
export function settingsForm(view: SettingsView, words: Words): Form {
  const say = words.cards.forms;
  const { settings } = say;
  const asHour = hourOption(words.locale);
  const digestHours = hours(DIGEST_HOURS, view.digestMinutes);
  return {
    name: "settings",
    title: settings.title,
    submit: settings.submit,
    cancel: say.cancel,
    fields: [
      localeField(view.locale, words),
      choiceField("digest", settings.digest, digestHours.map(asHour), { value: String(view.digestMinutes) }),
      yesOrNoField("quiet", settings.quiet, { yes: settings.quietYes, no: settings.quietNo }, view.quietLine),
      yesOrNoField("thanks", settings.thanks, { yes: settings.thanksYes, no: settings.thanksNo }, view.thanks),
      ...hoursFields(view, words),
      choiceField(
        "chat",
        settings.chat,
        [
          { label: settings.chatAny, value: "any" },
          { label: "Slack", value: "slack" },
          { label: "Teams", value: "teams" },
          { label: settings.byEmail, value: "email" },
        ],
        { value: view.chat ?? "any" },
      ),
      calendarField(view.calendar, words),
    ],
    context: {},
  };
}

/** The language something is to be read in: `locale` (fr, en). */
export function localeField(locale: Locale, words: Words, label = words.cards.forms.settings.locale): Field {
  const { settings } = words.cards.forms;
  const options = [
    { label: settings.french, value: "fr" },
    { label: settings.english, value: "en" },
  ];
  return choiceField("locale", label, options, { value: locale });
}

function yesOrNoField(
  name: string,
  label: string,
  say: { readonly yes: string; readonly no: string },
  chosen: boolean,
): Field {
  const options = [
    { label: say.no, value: "no" },
    { label: say.yes, value: "yes" },
  ];
  return choiceField(name, label, options, { value: chosen ? "yes" : "no" });
}

/** When nothing reaches the reader: their hours, and the holidays they keep. */
function hoursFields({ company, ...view }: SettingsView, words: Words): readonly Field[] {
  const { settings } = words.cards.forms;
  const asHour = hourOption(words.locale);
  const hourField = (name: string, label: string, range: HourRange, own: number | null, usual: number) => {
    const asCompany = { label: settings.workAsCompany(formatClock(usual, words.locale)), value: "company" };
    const options = [asCompany, ...hours(range, own).map(asHour)];
    return choiceField(name, label, options, { value: own === null ? "company" : String(own) });
  };
  const regions = [
    { label: settings.regionUsual, value: "metropole" },
    { label: settings.regionAlsaceMoselle, value: "alsace-moselle" },
  ];
  return [
    hourField("from", settings.workFrom, WORK_FROM_HOURS, view.workFromMinutes, company.workFromMinutes),
    hourField("until", settings.workUntil, WORK_UNTIL_HOURS, view.workUntilMinutes, company.workUntilMinutes),
    choiceField("region", settings.region, regions, { value: view.alsaceMoselle ? "alsace-moselle" : "metropole" }),
  ];
}

/** An hour as it is chosen: its clock, and its minutes since midnight. */
export function hourOption(locale: Locale): (minutes: number) => Option {
  return (minutes) => ({ label: formatClock(minutes, locale), value: String(minutes) });
}

/** Half hours from one hour to another, and the reader's own if it is none of them. */
function hours([from, to]: HourRange, own: number | null): readonly number[] {
  const count = ((to - from) * MINUTES_IN_HOUR) / STEP_MINUTES + 1;
  const usual = Array.from({ length: count }, (_, index) => from * MINUTES_IN_HOUR + index * STEP_MINUTES);
  return own === null || usual.includes(own) ? usual : [...usual, own].toSorted((a, b) => a - b);
}
