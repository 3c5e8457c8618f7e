import type { FeedFault } from "#domain/calendar-feed.ts";
import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** When a meeting is, as its reader's clock shows it. */
export interface MeetingTime {
  readonly at: Date;
  readonly timeZone: string;
  readonly day: Day;
  readonly today: Day;
}

/** Meetings with customers: the brief before, the question after, and the calendar they come from (V12). */
export interface MeetingWords {
  readonly brief: {
    readonly title: (customer: string, when: MeetingTime | null) => string;
    /** Announces a brief that has something late. */
    readonly summary: (customer: string, overdue: readonly Money[]) => string;
    /** `outstanding` empty = all of it is late. */
    readonly owed: (outstanding: readonly Money[], overdue: readonly Money[], oldestDaysLate: number) => string;
    /** Good news: nothing late, and perhaps nothing at all. */
    readonly nothingLate: (customer: string, outstanding: readonly Money[]) => string;
    readonly contact: string;
    /** One sentence to say: what is contested is being looked at; what is promised is still fine. */
    readonly aboutDispute: string;
    readonly aboutPromise: string;
    readonly customerButton: string;
  };
  readonly outcome: {
    readonly title: (customer: string) => string;
    readonly wasLate: (late: readonly Money[], oldestDaysLate: number) => string;
    readonly nothingSaidButton: string;
    readonly commentButton: string;
    readonly noted: (name: string, customer: string, what: "promise" | "dispute" | "comment" | "nothing") => string;
    readonly settled: (customer: string) => string;
  };
  readonly calendar: {
    readonly title: string;
    readonly none: string;
    readonly privacy: string;
    readonly linked: (where: string) => string;
    readonly neverRead: string;
    readonly readAt: (at: Date, timeZone: string, day: Day, today: Day) => string;
    readonly failed: (why: FeedFault) => string;
    readonly next: (customer: string, when: MeetingTime) => string;
    readonly noMeeting: string;
    readonly link: string;
    readonly change: string;
    readonly test: string;
    readonly unlink: string;
    readonly unlinkTitle: string;
    readonly unlinkText: string;
    readonly unlinkYes: string;
    readonly unlinkNo: string;
    /** To its owner, once, after a day without it. */
    readonly failingTitle: string;
    readonly failing: (where: string, since: Day, today: Day) => string;
    readonly works: string;
  };
  readonly form: {
    readonly title: string;
    readonly submit: string;
    readonly address: string;
    readonly hint: string;
    /** In the settings: what is linked now, when something is. */
    readonly inSettings: (where: string | null) => string;
  };
}
