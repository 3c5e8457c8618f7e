import type { Day } from "#domain/calendar.ts";
import type { Money } from "#domain/money.ts";

/** Who did it: the reader, a colleague by full name, or nobody. */
export interface By {
  readonly you: boolean;
  readonly name: string | null;
}

/** What waits, in a few words: a call with its amounts, or a task by its title. */
export interface Waiting {
  readonly customer: string;
  readonly totals: readonly Money[];
  /** Null = a call. */
  readonly task: string | null;
  readonly since: Day;
  readonly today: Day;
}

/** The clock on people, and their absences. */
export interface ClockWords {
  readonly nudge: {
    readonly title: (n: number) => string;
    /** One alone is a sentence; several are lines. */
    readonly one: (waiting: Waiting) => string;
    readonly line: (waiting: Waiting) => string;
    readonly exit: string;
    readonly others: (n: number) => string;
    readonly heldBy: (role: string) => string;
    readonly open: string;
    readonly openOne: string;
    readonly done: string;
  };
  readonly help: {
    readonly title: (customer: string) => string;
    readonly text: (waiting: Waiting, holder: string) => string;
    readonly give: string;
    readonly take: string;
    readonly giveBack: string;
    readonly leave: (day: Day, today: Day) => string;
    readonly open: string;
    readonly answered: (customer: string, by: By) => string;
    readonly withdrawn: (customer: string) => string;
    readonly takenByYou: (customer: string) => string;
    readonly taken: (customer: string, holder: string) => string;
    readonly given: (customer: string, by: By, holder: string) => string;
    readonly givenBack: (customer: string, by: By) => string;
    readonly left: (customer: string, by: string | null, until: Day, today: Day) => string;
  };
  readonly told: {
    readonly text: (waiting: Waiting, manager: string) => string;
    readonly open: string;
    readonly done: (customer: string) => string;
  };
  /** On a call card that changed hands. */
  readonly passed: {
    readonly managerKnows: (manager: string) => string;
    readonly withFinance: string;
    readonly givenBackBy: (name: string) => string;
    readonly waited: (holder: string) => string;
    readonly left: (by: string | null, until: Day, today: Day) => string;
  };
  readonly absence: {
    readonly title: (from: Day, until: Day) => string;
    readonly delegate: (name: string) => string;
    readonly nobody: string;
    readonly quiet: string;
    readonly cancel: string;
    readonly back: string;
    readonly over: string;
    readonly insteadOf: (name: string) => string;
    readonly whatComes: (from: Day, until: Day) => string;
    readonly isBack: (name: string) => string;
    readonly insteadOver: (name: string) => string;
    /** The line of a delegate's morning. */
    readonly standsIn: (name: string, until: Day) => string;
    /** The line of the first morning back. */
    readonly meanwhile: (by: string | null, counts: Meanwhile) => string;
    readonly form: {
      readonly title: string;
      readonly submit: string;
      readonly from: string;
      readonly until: string;
      readonly delegate: string;
      readonly delegateHint: string;
    };
  };
}

/** What happened at somebody's customers while they were absent. */
export interface Meanwhile {
  readonly calls: number;
  readonly promises: number;
  readonly disputes: number;
}
