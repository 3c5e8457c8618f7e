import type { Form } from "#cards/card.ts";
import { calendarField } from "#cards/forms/calendar-form.ts";
import type { Locale, ReadingPlace } from "#domain/person.ts";
import { formatClock } from "#i18n/format.ts";
import type { Words } from "#i18n/words.ts";

export interface SettingsView {
  readonly locale: Locale;
  readonly digestMinutes: number;
  readonly quietLine: boolean;
  readonly thanks: boolean;
  readonly chat: ReadingPlace | null;
  /** Where the linked calendar is; null = none is. */
  readonly calendar: string | null;
}

const FIRST_HOUR = 6;
const LAST_HOUR = 11;
const MINUTES_IN_HOUR = 60;
const STEP_MINUTES = 30;

/** Fields: `locale` (fr, en), `digest` (minutes since midnight), `quiet` (yes, no), `thanks` (yes, no), `chat` (any, slack, teams, email), `calendar`. */
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
        options: hours(view.digestMinutes).map((minutes) => ({
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

/** Half hours of the morning, and the reader's own if it is another. */
function hours(own: number): readonly number[] {
  const first = FIRST_HOUR * MINUTES_IN_HOUR;
  const count = ((LAST_HOUR - FIRST_HOUR) * MINUTES_IN_HOUR) / STEP_MINUTES + 1;
  const usual = Array.from({ length: count }, (_, index) => first + index * STEP_MINUTES);
  return usual.includes(own) ? usual : [...usual, own].toSorted((a, b) => a - b);
}
