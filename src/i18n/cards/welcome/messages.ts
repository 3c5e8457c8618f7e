import type { Money } from "#domain/money.ts";

/** What late invoices cost in one currency: so far, and for each further month. */
export interface CostSaid {
  readonly late: Money;
  readonly soFar: Money;
  readonly perMonth: Money;
}

/** R8: three short messages, once, before the first digest. */
export interface WelcomeWords {
  readonly hello: {
    readonly summary: string;
    readonly text: (name: string, hour: string) => string;
    readonly button: string;
  };
  readonly reading: { readonly summary: string; readonly lines: readonly string[]; readonly button: string };
  readonly cost: {
    readonly summary: string;
    readonly lines: readonly string[];
    /** What lateness costs the company on the reader's customers, at a yearly rate in percent; one per currency. */
    readonly ours: (scope: string, cost: CostSaid, rate: number) => string;
    readonly nothingLate: (scope: string) => string;
    /** Whose rate it is, and that nobody is to blame. */
    readonly note: string;
    readonly button: string;
  };
}
