import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** The evening before reminders leave (D9). */
export interface EveningWords {
  readonly title: (day: Day, today: Day, messages: number) => string;
  readonly text: (customers: number, totals: readonly Money[], asks: number) => string;
  readonly largest: string;
  readonly line: (total: Money) => string;
  readonly see: string;
  readonly suspend: (day: Day, today: Day) => string;
  readonly confirm: (
    day: Day,
    messages: number,
  ) => { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  /** Kept as the reason of the pause. */
  readonly reason: string;
  readonly suspended: (day: Day, by: string | null) => string;
  readonly nothing: (day: Day) => string;
  readonly past: (day: Day) => string;
  readonly resume: string;
}
