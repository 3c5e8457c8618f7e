import type { LateRates } from "./late-rates.ts";
import type { Person, Role } from "./person.ts";

/** Fields of the customer card that finance may hide from a role (V10). */
export const HIDEABLE_FIELDS = ["score", "credit-limit", "notes", "payment-habits", "dunning"] as const;
export type HideableField = (typeof HIDEABLE_FIELDS)[number];

/** The company's choices, each with the default of DOMAIN.md; changed by finance, kept one row each. */
export interface Settings {
  /** No reminder below this chaseable total, in the currency's main unit ("50" = EUR 50); exactly this goes through. */
  readonly threshold: { readonly default: number; readonly [currency: string]: number };
  readonly reminderIntervalDays: number;
  /** Reminders a day for the whole company; null = no cap. */
  readonly dailyCap: number | null;
  /** Mail to customers leaves between these minutes of a working day. */
  readonly mailFromMinutes: number;
  readonly mailUntilMinutes: number;
  /** Colleagues' working hours: what meetings cause reaches nobody outside them. */
  readonly workFromMinutes: number;
  readonly workUntilMinutes: number;
  /** Finance stopped every message to customers. */
  readonly paused: boolean;
  /** A word of thanks to customers who pay after a reminder (D8). */
  readonly thankYouMails: boolean;
  readonly askCapPerDay: number;
  readonly askCapPerWeek: number;
  /** Working days of whoever holds an ask: until a word to them, to their manager, and until it is finance's (E4). */
  readonly askNudgeDays: number;
  readonly askManagerDays: number;
  readonly askFinanceDays: number;
  /** Days a formal notice gives to pay: 8 to 15. */
  readonly letterAnswerDays: number;
  /** Above this total in euros a formal notice is approved by management; null = by finance whatever it is. */
  readonly letterLimit: number | null;
  /** Days after its due day to which the credit insurer lets an invoice be put off; null = nobody said (P11). */
  readonly insurerExtensionDays: number | null;
  /** Days after its due day within which a default is declared to the insurer; null = nobody is reminded of it. */
  readonly insurerDeclareDays: number | null;
  /** Rates of half-years beside those published in domain/late-rates.ts. */
  readonly lateRates: LateRates;
  /** What the company's money costs a year, in percent: what a late invoice costs is counted with it (R8). */
  readonly financingRate: number;
  readonly hidden: Partial<Readonly<Record<Role, readonly HideableField[]>>>;
}

const MINUTES_IN_HOUR = 60;

export const DEFAULT_SETTINGS: Settings = {
  threshold: { default: 50 },
  reminderIntervalDays: 7,
  dailyCap: null,
  mailFromMinutes: 9 * MINUTES_IN_HOUR,
  mailUntilMinutes: 18 * MINUTES_IN_HOUR,
  workFromMinutes: 8 * MINUTES_IN_HOUR,
  workUntilMinutes: 19 * MINUTES_IN_HOUR,
  paused: false,
  thankYouMails: false,
  askCapPerDay: 3,
  askCapPerWeek: 8,
  askNudgeDays: 2,
  askManagerDays: 3,
  askFinanceDays: 5,
  letterAnswerDays: 10,
  letterLimit: null,
  insurerExtensionDays: null,
  insurerDeclareDays: null,
  lateRates: {},
  financingRate: 5,
  hidden: {},
};

/** The fields that a person does not see: a field is hidden only while every role of theirs has it hidden (V10). */
export function hiddenFrom(
  viewer: Pick<Person, "roles">,
  settings: Pick<Settings, "hidden">,
): ReadonlySet<HideableField> {
  const { roles } = viewer;
  return new Set(
    HIDEABLE_FIELDS.filter(
      (field) => roles.length > 0 && roles.every((role) => settings.hidden[role]?.includes(field) === true),
    ),
  );
}
