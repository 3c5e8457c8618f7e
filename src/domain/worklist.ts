import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";
import type { StepName } from "#domain/scenario.ts";

/** Whom a line of the morning is about. */
export interface WorkCustomer {
  readonly code: string;
  readonly name: string;
  /** Who pays for it: two customers of one payer are still two customers, but one reminder. */
  readonly payer: string;
}

/** A reminder that is about to leave. */
export interface LeavingWork {
  readonly customer: WorkCustomer;
  readonly total: Money;
  readonly step: StepName;
  readonly day: Day;
}

/** What a morning may speak of, by kind; each list in its own best order. */
export interface Work {
  /** Customers who are late and are met today, the first meeting first. */
  readonly met: readonly {
    readonly customer: WorkCustomer;
    readonly at: Date;
    readonly totals: readonly Money[];
    readonly oldestDays: number;
    /** A call is asked for too: the line says so in its place. */
    readonly isAsked: boolean;
    /** Nothing can be asked for: it is promised for a day, or contested (`due` null). Null = something can. */
    readonly answered: { readonly due: Day | null } | null;
  }[];
  readonly newlyLate: readonly {
    readonly customer: WorkCustomer;
    readonly amounts: readonly Money[];
    readonly due: Day;
  }[];
  readonly notComeIn: readonly { readonly customer: WorkCustomer; readonly missing: Money; readonly due: Day }[];
  readonly dueToday: readonly { readonly customer: WorkCustomer; readonly amount: Money }[];
  readonly asks: readonly {
    readonly ask: number;
    readonly customer: WorkCustomer;
    readonly totals: readonly Money[];
    readonly oldestDays: number;
  }[];
  readonly goodNews: readonly {
    readonly customer: WorkCustomer;
    readonly paid: readonly Money[];
    readonly daysAfterCall: number;
    /** A word of thanks left by e-mail. */
    readonly thanked: boolean;
  }[];
  readonly leaving: readonly LeavingWork[];
}

/** One line of the morning; a reminder about to leave to the same customer goes with it. */
export type WorkEntry =
  | ({ readonly is: "met"; readonly leaving: LeavingWork | null } & Work["met"][number])
  | ({ readonly is: "newly-late"; readonly leaving: LeavingWork | null } & Work["newlyLate"][number])
  | ({ readonly is: "not-come-in"; readonly leaving: LeavingWork | null } & Work["notComeIn"][number])
  | ({ readonly is: "due-today"; readonly leaving: LeavingWork | null } & Work["dueToday"][number])
  | ({ readonly is: "ask"; readonly leaving: LeavingWork | null } & Work["asks"][number])
  | ({ readonly is: "good-news"; readonly leaving: LeavingWork | null } & Work["goodNews"][number])
  | { readonly is: "leaving"; readonly customer: WorkCustomer; readonly leaving: LeavingWork };

/**
 * The lines of a morning in the order of V2: met today and late, newly late, promises not come in, promises due, asks waiting, good news, then
 * what else leaves (V14). A customer is named once, by what comes first.
 */
export function worklist(work: Work): readonly WorkEntry[] {
  const leavingTo = (customer: WorkCustomer) =>
    work.leaving.find((each) => each.customer.payer === customer.payer) ?? null;
  const entries: readonly WorkEntry[] = [
    ...work.met.map((each) => ({ is: "met", leaving: leavingTo(each.customer), ...each }) as const),
    ...work.newlyLate.map((each) => ({ is: "newly-late", leaving: leavingTo(each.customer), ...each }) as const),
    ...work.notComeIn.map((each) => ({ is: "not-come-in", leaving: leavingTo(each.customer), ...each }) as const),
    ...work.dueToday.map((each) => ({ is: "due-today", leaving: leavingTo(each.customer), ...each }) as const),
    ...work.asks.map((each) => ({ is: "ask", leaving: leavingTo(each.customer), ...each }) as const),
    ...work.goodNews.map((each) => ({ is: "good-news", leaving: leavingTo(each.customer), ...each }) as const),
  ];
  const told = onceEach(entries, ({ customer }) => customer.code);
  // A payer's reminder is told with the first of its customers only.
  const announced = new Set<string>();
  const once = told.map((entry) => {
    if (entry.leaving === null || !announced.has(entry.leaving.customer.payer)) {
      if (entry.leaving !== null) announced.add(entry.leaving.customer.payer);
      return entry;
    }
    return { ...entry, leaving: null } as WorkEntry;
  });
  const others = onceEach(work.leaving, ({ customer }) => customer.payer)
    .filter(({ customer }) => !announced.has(customer.payer))
    .map((leaving) => ({ is: "leaving", customer: leaving.customer, leaving }) as const);
  return [...once, ...others];
}

function onceEach<T>(list: readonly T[], keyOf: (each: T) => string): readonly T[] {
  const seen = new Set<string>();
  return list.filter((each) => {
    const key = keyOf(each);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
