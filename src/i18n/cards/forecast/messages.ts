import type { Day } from "#domain/calendar.ts";
import type { ForecastMethod } from "#domain/forecast.ts";
import type { Money } from "#domain/money.ts";

/** What a forecast said of a week, and what came. */
export interface ErrorSaid {
  readonly week: number;
  readonly expected: Money;
  readonly collected: Money;
  /** Collected against expected; null when nothing was expected. */
  readonly percent: number | null;
  /** Null = worked out afterwards. */
  readonly madeOn: Day | null;
}

/** Where an expected amount stands: a week by number and its days, or one of the other places. */
export type PlaceSaid =
  | { readonly is: "week"; readonly week: number; readonly from: Day; readonly until: Day; readonly current: boolean }
  | { readonly is: "should-have-come" | "later" | "disputed" };

/** `/previsionnel` and the forecast in reports. */
export interface ForecastWords {
  readonly title: (scope: string) => string;
  readonly summary: (scope: string, thisWeek: Money) => string;
  readonly nothing: string;
  readonly asOfDay: (day: Day) => string;
  readonly chart: {
    readonly title: (currency: string) => string;
    readonly week: (week: number) => string;
    readonly promised: string;
    readonly habits: string;
    readonly inWords: (weeks: readonly { readonly week: number; readonly expected: Money }[]) => string;
  };
  /** A place and what is expected there, of which some promised. */
  readonly line: (place: PlaceSaid, expected: Money, promised: Money | null, invoices: number | null) => string;
  readonly emptyLine: (place: PlaceSaid) => string;
  readonly place: (place: PlaceSaid) => string;
  /** The menu of places, to see their invoices. */
  readonly details: string;
  readonly otherCurrency: string;
  /** Where the forecast comes from: amounts with their method. */
  readonly methods: (said: readonly string[]) => string;
  readonly methodPart: (amount: Money, method: ForecastMethod) => string;
  readonly errorsTitle: string;
  readonly noErrors: string;
  readonly error: (error: ErrorSaid) => string;
  /** How errors are to be read. */
  readonly errorsNote: string;
  readonly invoice: (number: string, amount: Money, expectedOn: Day | null) => string;
  /** Why that day: the promise, or whose habit and by how many days, or that it is disputed. */
  readonly because: (method: ForecastMethod | null, due: Day, delayDays: number | null) => string;
  readonly linesTitle: (place: PlaceSaid, invoices: number, amount: Money) => string;
  readonly back: string;
}
