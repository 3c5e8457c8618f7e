import type { ScoreReason } from "#domain/score.ts";

/** "Why this score?" (V6): everything a score is made of, and how much each counts. */
export interface ScoreWords {
  /** On the customer card. */
  readonly button: string;
  readonly title: (customer: string) => string;
  /** "À suivre, avec 4 points." */
  readonly verdict: (rating: string, points: number) => string;
  readonly scale: (watchFrom: number, difficultFrom: number) => string;
  readonly ingredient: Readonly<Record<ScoreReason["is"], string>>;
  /** What is told of an ingredient where there is nothing to say against the customer. */
  readonly clean: {
    readonly "open-overdue": string;
    readonly "broken-promises": string;
    readonly "disputes-lost": string;
  };
  /** What the customer's card says in a whole sentence, beside the name of the ingredient. */
  readonly beside: {
    readonly "open-overdue": (invoices: number, days: number) => string;
    readonly "limit-used": (percent: number) => string;
  };
  readonly weight: (points: number, max: number) => string;
  readonly basis: (settled: number) => string;
  readonly noHistory: (settled: number, min: number) => string;
  /** What a score is for, and what not. */
  readonly use: string;
}
