import { partsOf, type Day } from "./calendar.ts";

/** "2026-S1" is January to June, "2026-S2" July to December: what the rates of late interest are fixed for. */
export type HalfYear = `${number}-S1` | `${number}-S2`;

const FIRST_MONTH_OF_S2 = 7;
const SHAPE = /^(20\d{2})-S([12])$/;

/** Whether a text names a half-year: "2026-S1". */
export function isHalfYear(text: string): text is HalfYear {
  return SHAPE.test(text);
}

/** The half-year a day is in. */
export function halfYearOf(day: Day): HalfYear {
  const [year, month] = partsOf(day);
  return `${year}-S${month < FIRST_MONTH_OF_S2 ? 1 : 2}`;
}

/** The last day of a half-year. */
export function endOfHalfYear(halfYear: HalfYear): Day {
  const year = Number(halfYear.slice(0, 4));
  return halfYear.endsWith("S1") ? `${year}-06-30` : `${year}-12-31`;
}
