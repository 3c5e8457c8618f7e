import type { Day } from "#domain/calendar.ts";

/** What an export per rep says: its columns, and the messages around it. */
export interface ExportWords {
  /** The name of the sheet. */
  readonly sheet: string;
  /** The file's name without its ending. */
  readonly fileName: (from: Day, to: Day) => string;
  readonly columns: {
    readonly name: string;
    readonly email: string;
    readonly manager: string;
    readonly from: string;
    readonly to: string;
    readonly currency: string;
    readonly collected: string;
    readonly dso: string;
    readonly overdueRate: string;
    readonly disputes: string;
    readonly disputesSolved: string;
    readonly disputesSolvedRate: string;
    readonly promises: string;
    readonly promisesKept: string;
    readonly promisesKeptRate: string;
  };
  readonly title: string;
  /** `scope` in the middle of a sentence: "votre équipe". */
  readonly ready: (scope: string, from: Day, to: Day) => string;
  /** Above the link, where a bot may not hand over a file by itself. */
  readonly openLink: string;
  readonly linkHint: string;
  /** How to ask for another period. */
  readonly periodHint: string;
  readonly page: {
    readonly text: (scope: string, from: Day, to: Day) => string;
    readonly excel: string;
    readonly csv: string;
    readonly notForYou: string;
  };
}
