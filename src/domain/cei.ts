import { addDays, partsOf, type Day } from "./calendar.ts";
import { percent } from "./ratio.ts";

/** What a calendar month began with, sold, and stands at on the day asked; minor units of one currency. */
export interface CeiFacts {
  /** Outstanding on the last day of the month before. */
  readonly begin: bigint;
  /** From the first of the month to the day asked, net of credit notes. */
  readonly sales: bigint;
  readonly end: bigint;
  readonly endNotDue: bigint;
}

/**
 * Collection effectiveness index: of what could have been collected in the month, the percentage that was. 100 000 + 1 000 000
 * - 120 000 over 100 000 + 1 000 000 - 100 000 is 98 %. Null when nothing was to be collected.
 */
export function cei({ begin, sales, end, endNotDue }: CeiFacts): number | null {
  return percent(begin + sales - end, begin + sales - endNotDue);
}

/** The day before the month that a day is in: what was open then is what the month began with. */
export function monthBegin(asked: Day): Day {
  const [, , dayOfMonth] = partsOf(asked);
  return addDays(asked, -dayOfMonth);
}
