import type { BlockedMove } from "#domain/blocked-item.ts";
import type { Day } from "#domain/calendar.ts";
import type { GoalPeriod } from "#domain/cash-goal.ts";
import type { AgedBucket } from "#domain/aging.ts";
import type { Money } from "#domain/money.ts";

/** What people did in a week, counted. */
export interface DoneInWeek {
  readonly calls: number;
  readonly promises: number;
  readonly disputesSolved: number;
}

/** The weekly cash report, its decisions and its goals. */
export interface ReportWords {
  /** "Le point de la semaine 48, l'équipe de Paul Roy". */
  readonly title: (week: number, scope: string) => string;
  readonly summary: (week: number, scope: string, collected: readonly Money[], overdue: readonly Money[]) => string;
  /** The working days it is about. */
  readonly intro: (monday: Day, friday: Day) => string;
  /** In whole units: a report is read, not reckoned with. */
  readonly amount: (money: Money) => string;
  readonly nothing: string;
  /** After the amount, which stands out. */
  readonly collected: (goal: Money | null, before: { readonly week: number; readonly amount: Money }) => string;
  readonly monthGoal: (month: Day, isOver: boolean, collected: Money, goal: Money, percent: number) => string;
  readonly overdue: string;
  /** Compared with a week before, both positive. */
  readonly change: (now: Money, before: Money) => string;
  readonly dso: string;
  readonly days: (days: number) => string;
  readonly dsoChange: (now: number, before: number) => string;
  readonly dsoTrend: (days: readonly (number | null)[]) => string;
  readonly otherCurrencies: (n: number) => string;
  readonly charts: {
    readonly aged: (currency: string | null) => string;
    readonly agedSeries: string;
    readonly buckets: Readonly<Record<AgedBucket, string>>;
    readonly point: (label: string, said: string) => string;
    readonly overdue: (currency: string | null) => string;
    readonly week: (week: number) => string;
    readonly trend: (first: { week: number; amount: Money }, last: { week: number; amount: Money }) => string;
  };
  readonly blocked: (customers: number, amounts: readonly Money[]) => string;
  readonly nothingBlocked: string;
  readonly blockedItem: (amount: Money, what: string, who: string, since: Day, today: Day) => string;
  readonly moves: Readonly<Record<BlockedMove, string>>;
  readonly you: string;
  readonly others: (n: number) => string;
  /** `named`: the largest, each as promisedItem says it. */
  readonly promised: (week: number, promises: number, amounts: readonly Money[], named: readonly string[]) => string;
  readonly promisedItem: (customer: string, missing: Money, due: Day) => string;
  /** `named`: the largest, each as brokenItem says it. */
  readonly broken: (promises: number, amounts: readonly Money[], named: readonly string[]) => string;
  readonly brokenItem: (customer: string, missing: Money, due: Day) => string;
  readonly expected: (week: number, expected: Money, promised: Money) => string;
  readonly missed: (week: number, percent: number) => string;
  /** `whom`: one person, a team, or everybody. */
  readonly thanks: (whom: "person" | "team" | "all", done: DoneInWeek, followed: readonly Money[]) => string;
  /** What the week's new calls take of a team's time. */
  readonly asked: (calls: number, minutes: number) => string;
  /** The figures are of another day than the rest of the card. */
  readonly figuresOf: (day: Day, time: string, today: Day) => string;
  readonly decisions: (n: number) => string;
  readonly see: string;
  readonly decide: {
    readonly title: (n: number) => string;
    readonly none: string;
    readonly menu: string;
    readonly open: string;
    readonly dispute: (customer: string, amount: Money) => string;
    readonly call: (customer: string) => string;
    readonly since: (day: Day, today: Day) => string;
    readonly back: string;
  };
  readonly goals: {
    readonly title: (scope: string) => string;
    readonly none: string;
    readonly periods: Readonly<Record<GoalPeriod, string>>;
    readonly noted: (period: GoalPeriod, amount: Money, scope: string) => string;
    readonly removed: (period: GoalPeriod, scope: string) => string;
    readonly how: string;
  };
}
