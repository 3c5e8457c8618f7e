import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** Whose figures a report shows, as its heading and its sentences name it. */
export type FiguresOf =
  | { readonly is: "company" | "mine" | "my-team" }
  | { readonly is: "team" | "person" | "seller"; readonly name: string };

/** The figures that `/dso` tells one by one, in the order in which they are read. */
export const TOLD_FIGURES = [
  "bestPossible",
  "delinquent",
  "countback",
  "overdueRate",
  "cei",
  "collected",
  "promisesKept",
  "disputeTime",
] as const;
export type ToldFigure = (typeof TOLD_FIGURES)[number];

/** `/dso`, `/balance` and the reports: how figures are named and explained. */
export interface FigureWords {
  /** In the middle of a sentence: "votre équipe", "les clients de Claire Morel". */
  readonly scope: (of: FiguresOf) => string;
  readonly dso: DsoWords;
  readonly balance: BalanceWords;
  /** Opens the other of the two cards, or the portfolio. */
  readonly openDso: string;
  readonly openBalance: string;
  readonly openCustomers: string;
}

export interface DsoWords {
  readonly title: (scope: string) => string;
  readonly summary: (scope: string, days: number | null) => string;
  readonly nothing: string;
  /** The currency is named where there are several. */
  readonly headline: (days: number, currency: string | null) => string;
  /** Against the figure of thirty days before; null = it had none. */
  readonly change: (days: number, before: number | null) => string;
  readonly noSales: (currency: string | null) => string;
  readonly window: (first: Day, last: Day) => string;
  readonly labels: Readonly<Record<ToldFigure, string>>;
  readonly explanationsTitle: string;
  /** One sentence for each figure, the delay itself first. */
  readonly explanations: Readonly<Record<ToldFigure | "simple", string>>;
  readonly days: (days: number) => string;
  readonly percent: (percent: number) => string;
  readonly beyond: (days: number) => string;
  readonly kept: (inNumber: number, inAmount: number, judged: number, rescheduled: number) => string;
  readonly dispute: (median: number, mean: number, closed: number) => string;
}

export interface BalanceWords {
  readonly title: (scope: string) => string;
  readonly summary: (outstanding: readonly Money[], overdue: readonly Money[]) => string;
  readonly nothing: string;
  readonly outstanding: string;
  readonly overdue: string;
  readonly ofOutstanding: (amount: Money, percent: number) => string;
  readonly disputed: string;
  readonly promised: string;
  readonly chaseable: string;
  readonly unallocated: string;
  readonly balance: string;
  readonly explanation: string;
}
