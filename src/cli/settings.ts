import { z } from "zod";

import { wrongUse, type Command } from "#cli/command.ts";
import { ANSWER_DAYS_MAX, ANSWER_DAYS_MIN } from "#domain/formal-notice.ts";
import { isHalfYear, type HalfYear } from "#domain/half-year.ts";
import { ROLES } from "#domain/person.ts";
import { HIDEABLE_FIELDS, type Settings } from "#domain/settings.ts";
import { changeCompanySettings, type SettingChange } from "#usecases/company/change-company-settings.ts";

const MINUTES_MAX = 1440;
const DAYS_MAX = 60;
const INSURER_DAYS_MAX = 730;
const COUNT_MAX = 100_000;
const PERCENT_MAX = 100;
const PERCENT_STEP = 0.01;

const days = z.int().min(0).max(DAYS_MAX);
const count = z.int().min(0).max(COUNT_MAX);
const minutes = z.int().min(0).max(MINUTES_MAX);

const RATE_MAX = 10_000;
const LATE_RATES = z.object({ ecb: z.int().min(0).max(RATE_MAX), floor: z.int().min(0).max(RATE_MAX) });

/** What each setting may be; the sentence says it when it is not. */
const VALUES: Readonly<Record<keyof Settings, { readonly schema: z.ZodType; readonly means: string }>> = {
  threshold: {
    schema: z.intersection(z.object({ default: z.number().min(0) }), z.record(z.string(), z.number().min(0))),
    means: 'the smallest total worth a reminder, such as {"default": 50, "CHF": 60}',
  },
  reminderIntervalDays: { schema: days, means: "days between two reminders to a customer" },
  dailyCap: { schema: count.nullable(), means: "reminders a day, or null for no cap" },
  mailFromMinutes: { schema: minutes, means: "minutes since midnight from which mail leaves (540 = 9:00)" },
  mailUntilMinutes: { schema: minutes, means: "minutes since midnight until which mail leaves (1080 = 18:00)" },
  workFromMinutes: {
    schema: minutes,
    means: "minutes since midnight from which colleagues hear of meetings (480 = 8:00)",
  },
  workUntilMinutes: { schema: minutes, means: "minutes since midnight until which they do (1140 = 19:00)" },
  paused: { schema: z.boolean(), means: "true stops every message to customers" },
  thankYouMails: { schema: z.boolean(), means: "true thanks customers who pay after a reminder, by e-mail" },
  askCapPerDay: { schema: count, means: "new calls a rep gets in a day" },
  askCapPerWeek: { schema: count, means: "new calls a rep gets in a week" },
  askNudgeDays: { schema: days, means: "working days until whoever is asked gets a friendly word" },
  askManagerDays: { schema: days, means: "working days until their manager hears of it" },
  askFinanceDays: { schema: days, means: "working days until it is finance's" },
  letterAnswerDays: {
    schema: z.int().min(ANSWER_DAYS_MIN).max(ANSWER_DAYS_MAX),
    means: `days a formal notice gives to pay, ${ANSWER_DAYS_MIN} to ${ANSWER_DAYS_MAX}`,
  },
  letterLimit: {
    schema: count.nullable(),
    means: "total in euros above which management approves a formal notice, or null",
  },
  insurerExtensionDays: {
    schema: z.int().min(0).max(INSURER_DAYS_MAX).nullable(),
    means: "days after its due day to which the credit insurer lets an invoice be put off, or null",
  },
  insurerDeclareDays: {
    schema: z.int().min(0).max(INSURER_DAYS_MAX).nullable(),
    means: "days after its due day within which a default is declared to the credit insurer, or null",
  },
  lateRates: {
    schema: z.record(
      z.custom<HalfYear>((name) => typeof name === "string" && isHalfYear(name)),
      LATE_RATES,
    ),
    means: 'rates of further half-years in hundredths of a percent; use "rates add" instead',
  },
  financingRate: {
    schema: z.number().min(0).max(PERCENT_MAX).multipleOf(PERCENT_STEP),
    means: "what the company's money costs a year, in percent (5 or 4.25), for what a late invoice costs",
  },
  hidden: {
    schema: z.partialRecord(z.enum(ROLES), z.array(z.enum(HIDEABLE_FIELDS))),
    means: `what a role does not see (${HIDEABLE_FIELDS.join(", ")}), such as {"rep": ["credit-limit"]}`,
  },
};

/** `settings` prints the company's choices; `settings NAME VALUE` (JSON) makes one. */
export const settingsCommand: Command = {
  name: "settings",
  usage: "[NAME VALUE]",
  does: "prints the company's choices, or makes one (VALUE is JSON)",
  async run(args, env) {
    const context = await env.context();
    if (args.length === 0) {
      const lines = Object.entries(VALUES).map(
        ([name, { means }]) => `${name} = ${JSON.stringify(context.settings[name as keyof Settings])}   ${means}`,
      );
      env.answer(context.settings, lines);
      return 0;
    }
    const change = changeAsked(args);
    const changed = await changeCompanySettings(context, { is: "system" }, change);
    if (!changed.ok) throw wrongUse("This is finance's to change.");
    env.answer(change, [`${change.name} = ${JSON.stringify(change.value)}`]);
    return 0;
  },
};

function changeAsked(args: readonly string[]): SettingChange {
  const [name, value, ...more] = args;
  const known = Object.entries(VALUES).find(([each]) => each === name);
  if (known === undefined || value === undefined || more.length > 0) {
    throw wrongUse(`settings takes a name and a value; names: ${Object.keys(VALUES).join(", ")}.`);
  }
  const [, { schema, means }] = known;
  const read = schema.safeParse(parsed(value));
  if (!read.success) throw wrongUse(`${name} is ${means}.`);
  return { name, value: read.data } as SettingChange;
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
