import type { Settings } from "./settings.ts";

/** What finance changes in chat, as it is typed: one field each, in the order of the form. */
export const COMPANY_FIELDS = [
  "threshold",
  "interval",
  "cap",
  "mailFrom",
  "mailUntil",
  "callsPerDay",
  "callsPerWeek",
  "thanks",
] as const;
export type CompanyField = (typeof COMPANY_FIELDS)[number];

export type CompanyTyped = Readonly<Record<CompanyField, string>>;

/** The choices that the form holds. */
export type CompanyChoices = Pick<
  Settings,
  | "threshold"
  | "reminderIntervalDays"
  | "dailyCap"
  | "mailFromMinutes"
  | "mailUntilMinutes"
  | "askCapPerDay"
  | "askCapPerWeek"
  | "thankYouMails"
>;

const AMOUNT_MAX = 1_000_000;
const DAYS_MAX = 60;
const CAP_MAX = 100_000;
const CALLS_MAX = 100;
const MINUTES_IN_HOUR = 60;
const HOURS_IN_DAY = 24;

/** The choices typed, or the fields that cannot be read. An empty cap = no cap; other currencies keep their threshold. */
export function readCompanyChoices(
  typed: CompanyTyped,
  before: Pick<Settings, "threshold">,
):
  | { readonly ok: true; readonly choices: CompanyChoices }
  | { readonly ok: false; readonly wrong: readonly CompanyField[] } {
  const threshold = amountOf(typed.threshold);
  const interval = wholeOf(typed.interval, DAYS_MAX);
  const cap = typed.cap === "" ? null : wholeOf(typed.cap, CAP_MAX);
  const from = clockOf(typed.mailFrom);
  const until = clockOf(typed.mailUntil);
  const perDay = wholeOf(typed.callsPerDay, CALLS_MAX);
  const perWeek = wholeOf(typed.callsPerWeek, CALLS_MAX);
  const wrong: readonly (CompanyField | null)[] = [
    threshold === undefined ? "threshold" : null,
    interval === undefined ? "interval" : null,
    cap === undefined ? "cap" : null,
    from === undefined ? "mailFrom" : null,
    until === undefined || (from !== undefined && until <= from) ? "mailUntil" : null,
    perDay === undefined ? "callsPerDay" : null,
    perWeek === undefined || (perDay !== undefined && perWeek < perDay) ? "callsPerWeek" : null,
    typed.thanks === "yes" || typed.thanks === "no" ? null : "thanks",
  ];
  if (
    threshold === undefined ||
    interval === undefined ||
    cap === undefined ||
    from === undefined ||
    until === undefined ||
    perDay === undefined ||
    perWeek === undefined ||
    wrong.some((field) => field !== null)
  ) {
    return { ok: false, wrong: wrong.filter((field) => field !== null) };
  }
  return {
    ok: true,
    choices: {
      threshold: { ...before.threshold, default: threshold },
      reminderIntervalDays: interval,
      dailyCap: cap,
      mailFromMinutes: from,
      mailUntilMinutes: until,
      askCapPerDay: perDay,
      askCapPerWeek: perWeek,
      thankYouMails: typed.thanks === "yes",
    },
  };
}

function amountOf(text: string): number | undefined {
  const value = /^\d+([.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : undefined;
  return value !== undefined && value <= AMOUNT_MAX ? value : undefined;
}

function wholeOf(text: string, max: number): number | undefined {
  const value = /^\d+$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value <= max ? value : undefined;
}

/** "9", "9 h", "9:30", "9h30", "17 h 45" as minutes since midnight. */
function clockOf(text: string): number | undefined {
  const [, hours, minutes = "0"] = /^(\d{1,2})\s*(?:[h:]\s*(\d{2})?)?$/iu.exec(text) ?? [];
  if (hours === undefined || Number(hours) >= HOURS_IN_DAY || Number(minutes) >= MINUTES_IN_HOUR) return undefined;
  return Number(hours) * MINUTES_IN_HOUR + Number(minutes);
}
