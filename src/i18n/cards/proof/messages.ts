import type { Day } from "#domain/calendar.ts";
import type { ProofFigure, Side, Verdict } from "#domain/proof.ts";

/** `/cash preuve`: what changed since go-live, and how sure that is. */
export interface ProofWords {
  readonly title: string;
  /** No seller is live. */
  readonly nothingLive: string;
  readonly seller: (name: string, wentLiveOn: Day) => string;
  readonly figure: Readonly<Record<ProofFigure, string>>;
  /** "71,2 % avant, 78,5 % depuis". `over` = longer than is followed. */
  readonly sides: (figure: ProofFigure, before: Side, after: Side) => string;
  readonly only: (figure: ProofFigure, after: Side) => string;
  readonly difference: (figure: ProofFigure, difference: number, interval: readonly [number, number] | null) => string;
  /** Without anything before: where the value itself lies. */
  readonly range: (figure: ProofFigure, interval: readonly [number, number]) => string;
  readonly verdict: Readonly<Record<Verdict, string>>;
  /** The files of before go-live hold what was open only. */
  readonly noHistory: string;
  readonly basis: (comparedFrom: Day, wentLiveOn: Day, knownUntil: Day) => string;
  readonly caveat: string;
  readonly sure: string;
  readonly others: (n: number) => string;
}
