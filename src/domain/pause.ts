import { addDays, type Day } from "./calendar.ts";

/** What finance can stop at once; one customer or invoice is a hold. */
export const PAUSE_SCOPES = ["company", "seller", "segment"] as const;
export type PauseScope = (typeof PAUSE_SCOPES)[number];

/** Reminders that stop for all, for a seller's customers or for those of a segment; both days inclusive. */
export interface Pause {
  readonly id: number;
  readonly scope: PauseScope;
  /** The seller's code or the segment; null = the company. */
  readonly key: string | null;
  readonly from: Day;
  /** Null = until lifted. */
  readonly until: Day | null;
}

/** A pause that is over, and of which dunning took no note yet. */
export interface EndedPause extends Pick<Pause, "id" | "scope" | "key"> {
  readonly lastDay: Day;
}

/** Whose reminders: what a pause may be about. */
export interface Paused {
  readonly seller: string;
  readonly segment: string | null;
}

/** The pause that stops somebody's reminders on a day, of several the one that ends last; null = none does. */
export function pauseOf(pauses: readonly Pause[], whose: Paused, day: Day): Pause | null {
  const standing = pauses
    .filter((pause) => covers(pause, whose))
    .filter(({ from, until }) => from <= day && (until === null || until >= day));
  return standing.toSorted((a, b) => lastDay(b).localeCompare(lastDay(a)) || a.id - b.id)[0] ?? null;
}

/** Whether a pause stops what is of this seller to a customer of this segment. */
export function covers({ scope, key }: Pick<Pause, "scope" | "key">, { seller, segment }: Paused): boolean {
  switch (scope) {
    case "company":
      return true;
    case "seller":
      return key === seller;
    case "segment":
      return key === segment;
    default:
      return scope satisfies never;
  }
}

/** The last day on which a pause that was lifted on a day stopped anything; null = it never did. */
export function lastDayOf(pause: Pick<Pause, "from" | "until">, liftedOn: Day | null): Day | null {
  const lifted = liftedOn === null ? null : addDays(liftedOn, -1);
  const last = lifted === null ? pause.until : pause.until === null || lifted < pause.until ? lifted : pause.until;
  return last !== null && last < pause.from ? null : last;
}

function lastDay({ until }: Pause): string {
  return until ?? "9999-12-31";
}
