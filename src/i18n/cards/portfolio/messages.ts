import type { Money } from "#domain/money.ts";

/** Whose customers a portfolio shows. */
export type PortfolioOf =
  | { readonly is: "mine" }
  | { readonly is: "team" }
  | { readonly is: "all" }
  | { readonly is: "rep"; readonly name: string }
  | { readonly is: "seller"; readonly name: string }
  | { readonly is: "unowned" };

/** `/encours`, the home tab, and the list of calls. */
export interface PortfolioWords {
  readonly title: (of: PortfolioOf) => string;
  readonly summary: (outstanding: readonly Money[], overdue: readonly Money[]) => string;
  readonly empty: (of: PortfolioOf) => string;
  readonly allOnTime: string;
  readonly outstanding: string;
  readonly overdue: string;
  readonly notDue: string;
  readonly disputed: string;
  readonly promised: string;
  readonly credit: string;
  /** "1-30" and so on. */
  readonly buckets: {
    readonly "1-30": string;
    readonly "31-60": string;
    readonly "61-90": string;
    readonly "90+": string;
  };
  readonly aged: string;
  readonly late: (customers: number) => string;
  readonly line: (overdue: Money, daysLate: number) => string;
  readonly promisedPart: (amount: Money) => string;
  readonly disputedPart: (amount: Money) => string;
  readonly held: string;
  readonly others: (n: number, overdue: readonly Money[]) => string;
  /** For those who have no customers of their own. */
  readonly office: {
    readonly homeTitle: (name: string) => string;
    readonly count: (n: number) => string;
    readonly customers: string;
    readonly noCustomers: string;
  };
  readonly homeTitle: (name: string) => string;
  readonly homeCalls: (n: number) => string;
  readonly homeNoCalls: string;
  readonly scopes: {
    readonly label: string;
    readonly mine: string;
    readonly team: string;
    readonly all: string;
    readonly unowned: string;
  };
  readonly settings: string;
  readonly help: string;
}
