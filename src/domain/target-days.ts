import { addDays, weekday, type Day } from "./calendar.ts";
import { dayFromEaster } from "./holidays.ts";

const FIXED: readonly string[] = ["01-01", "05-01", "12-25", "12-26"];
/** Good Friday and Easter Monday, in days after Easter Sunday. */
const AROUND_EASTER: readonly number[] = [-2, 1];

/**
 * Whether euro payments are settled on a day: Monday to Friday but for the six closing days of TARGET, the system of the
 * European Central Bank. French holidays such as 14 July are payment days.
 */
export function isTargetDay(day: Day): boolean {
  if (weekday(day) > 5 || FIXED.includes(day.slice(5))) return false;
  return !AROUND_EASTER.some((days) => dayFromEaster(Number(day.slice(0, 4)), days) === day);
}

/** The first payment day on or after this one. */
export function nextTargetDay(day: Day): Day {
  let found = day;
  while (!isTargetDay(found)) found = addDays(found, 1);
  return found;
}

/** The last payment day on or before this one. */
export function previousTargetDay(day: Day): Day {
  let found = day;
  while (!isTargetDay(found)) found = addDays(found, -1);
  return found;
}
