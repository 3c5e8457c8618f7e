import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { MeetingTime } from "#i18n/cards/meetings/messages.ts";
import type { StepName } from "#domain/scenario.ts";

/** What finance has waiting this morning, by kind. */
export interface MorningCounts {
  readonly tasks: number;
  readonly replies: number;
  readonly brokenPromises: number;
}

/** The one message of the morning (V1, V2, V14). */
export interface DigestWords {
  readonly greeting: (name: string, day: Day) => string;
  readonly summary: (overdue: readonly Money[], calls: number) => string;
  readonly totals: (outstanding: readonly Money[], overdue: readonly Money[], lateCustomers: number) => string;
  /** Met today and late; `isAsked`: a call is proposed too. */
  readonly met: (
    customer: string,
    when: MeetingTime,
    totals: readonly Money[],
    oldestDaysLate: number,
    isAsked: boolean,
  ) => string;
  /** Met today, with nothing left to ask for: all that is late is promised for a day, or contested (`due` null). */
  readonly metAnswered: (customer: string, when: MeetingTime, amounts: readonly Money[], due: Day | null) => string;
  readonly newlyLate: (customer: string, amounts: readonly Money[], due: Day, today: Day) => string;
  readonly notComeIn: (customer: string, missing: Money, due: Day, today: Day) => string;
  readonly dueToday: (customer: string, amount: Money) => string;
  readonly ask: (customer: string, totals: readonly Money[], oldestDaysLate: number) => string;
  /** After good news: the customer was thanked by e-mail (D8). */
  readonly thanked: string;
  readonly goodNews: (customer: string, paid: readonly Money[], daysAfterCall: number) => string;
  readonly leaving: (customer: string, total: Money) => string;
  /** A reminder that is about to leave, as the end of a customer's line. */
  readonly leaves: (step: StepName, day: Day, today: Day) => string;
  readonly more: (n: number) => string;
  readonly readReminder: string;
  readonly quiet: string;
  /** In place of a digest of an earlier day once something in it has changed. */
  readonly past: (day: Day) => string;
  /** Said when the accounting data are older than they should be. */
  readonly dataOf: (day: Day) => string;
  readonly team: (outstanding: readonly Money[], overdue: readonly Money[]) => string;
  readonly teamCalls: (open: number, overdue: number) => string;
  readonly teamButton: string;
  readonly finance: string;
  readonly financeLine: (counts: MorningCounts) => string;
  readonly companyButton: string;
  /** Customers with open invoices whom nobody has. */
  readonly unowned: (n: number) => string;
  readonly unownedButton: string;
  readonly trouble: {
    readonly title: string;
    readonly dead: (n: number) => string;
    readonly unknown: (n: number) => string;
    readonly unreachable: (names: readonly string[], others: number) => string;
    readonly byMail: (names: readonly string[], others: number) => string;
    readonly stale: (seller: string, days: number | null) => string;
    readonly none: string;
    readonly doctor: string;
  };
}
